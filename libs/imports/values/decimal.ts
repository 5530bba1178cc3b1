/**
 * Numbers as exact decimal strings: read in a declared notation, scaled without rounding, never
 * carried in binary fractions.
 */

import { escapedCell } from './escaped.js'

/** How a file writes numbers. `thousands` is '' where it groups nothing. */
export interface Notation {
  decimal: string
  thousands: string
}

/** An exact decimal: units × 10^−scale. */
interface Decimal {
  units: bigint
  scale: number
}

const plain = /^([+-]?)(\d+)(?:\.(\d+))?$/
/** More digits than any quantity has; keeps hostile input cheap. */
const maxDigits = 40
/** What a spreadsheet keeps; the binary rest is noise. */
const spreadsheetDigits = 15

/** A spreadsheet's number as a plain decimal, to the 15 digits that the spreadsheet shows. */
export function plainDecimal(value: number): string {
  const [mantissa = '0', exponent = '0'] = value.toExponential(spreadsheetDigits - 1).split('e')
  const sign = mantissa.startsWith('-') ? '-' : ''
  const [whole = '0', fraction = ''] = mantissa.replace('-', '').split('.')
  const scale = fraction.length - Number(exponent)
  const digits = whole + fraction
  return scale < 0
    ? written({ units: BigInt(sign + digits + '0'.repeat(-scale)), scale: 0 })
    : written({ units: BigInt(sign + digits), scale })
}

/** The plain decimal that a text writes in a notation, or undefined when it does not. */
export function readDecimal(text: string, notation: Notation): string | undefined {
  if (text.length > maxDigits) return undefined
  const match = patternOf(notation).exec(text)
  if (!match) return undefined
  const [, sign = '', whole = '', fraction = ''] = match
  return plainOf(`${sign}${whole.replace(/\D/g, '')}${fraction && `.${fraction}`}`)
}

/** Multiplies two plain decimals exactly. */
export function decimalProduct(left: string, right: string): string {
  const [a, b] = [decimalOf(left), decimalOf(right)]
  return written({ units: a.units * b.units, scale: a.scale + b.scale })
}

/** Adds two plain decimals exactly. */
export function decimalSum(left: string, right: string): string {
  const [a, b] = [decimalOf(left), decimalOf(right)]
  const scale = Math.max(a.scale, b.scale)
  const units = a.units * 10n ** BigInt(scale - a.scale) + b.units * 10n ** BigInt(scale - b.scale)
  return written({ units, scale })
}

/** A plain decimal with at most so many digits after the sign; a half goes away from zero. */
export function roundedDecimal(text: string, digits: number): string {
  const { units, scale } = decimalOf(text)
  if (scale <= digits) return text
  const step = 10n ** BigInt(scale - digits)
  const half = units < 0n ? -step / 2n : step / 2n
  return written({ units: (units + half) / step, scale: digits })
}

/** The number of minor units that a plain decimal is, or undefined when it is finer than that. */
export function inMinorUnits(text: string, digits: number): bigint | undefined {
  const { units, scale } = decimalOf(text)
  return scale > digits ? undefined : units * 10n ** BigInt(digits - scale)
}

/** Digits after the sign of a plain decimal without trailing zeros. */
export const fractionDigits = (text: string): number => text.split('.')[1]?.length ?? 0

const plainOf = (text: string): string => written(decimalOf(text))

/** Of a plain decimal, with trailing zeros dropped. */
function decimalOf(text: string): Decimal {
  const [, sign = '', whole = '0', padded = ''] = plain.exec(text) ?? []
  const fraction = padded.replace(/0+$/, '')
  const units = BigInt(whole + fraction)
  return { units: sign === '-' ? -units : units, scale: fraction.length }
}

function written({ units, scale }: Decimal): string {
  const sign = units < 0n ? '-' : ''
  const digits = (units < 0n ? -units : units).toString().padStart(scale + 1, '0')
  const fraction = digits.slice(digits.length - scale).replace(/0+$/, '')
  const whole = scale ? digits.slice(0, -scale) : digits
  return scale && fraction ? `${sign}${whole}.${fraction}` : `${sign}${whole}`
}

const patterns = new Map<string, RegExp>()

function patternOf({ decimal, thousands }: Notation): RegExp {
  const key = `${decimal}|${thousands}`
  let pattern = patterns.get(key)
  if (!pattern) {
    const group = thousands === ' ' ? '[ \\u00a0\\u202f\\u2009]' : escapedCell(thousands)
    const whole = thousands ? `\\d{1,3}(?:${group}\\d{3})+|\\d+` : '\\d+'
    pattern = new RegExp(`^([+-]?)(${whole})(?:${escapedCell(decimal)}(\\d+))?$`)
    patterns.set(key, pattern)
  }
  return pattern
}
