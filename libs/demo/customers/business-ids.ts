/**
 * Made-up business ids in each country's format, with a valid check digit where the format has one.
 * Numbers start in ranges that registers have not reached, so that they point at no real organisation.
 */
import type { Random } from '../random.js'

/** Countries of the demo's customers (ISO 3166). */
export const customerCountries = ['FI', 'SE', 'DE', 'NO', 'EE', 'DK'] as const
export type CustomerCountry = (typeof customerCountries)[number]

interface BusinessIdFormat {
  /** Digits that every made-up id begins with. */
  prefix: string
  /** How many digits are drawn after the prefix. */
  drawn: number
  /** The check digit that follows, '' where the format has none, undefined where no digit fits. */
  checkDigit(digits: string): string | undefined
  /** As it is written on paper. */
  written(digits: string): string
}

const formats: Readonly<Record<CustomerCountry, BusinessIdFormat>> = {
  FI: {
    prefix: '9',
    drawn: 6,
    checkDigit: (digits) => elevenComplement(weightedSum(digits, [7, 9, 10, 5, 8, 4, 2])),
    written: (digits) => `${digits.slice(0, 7)}-${digits.slice(7)}`,
  },
  SE: {
    prefix: '5598',
    drawn: 5,
    checkDigit: luhnDigit,
    written: (digits) => `${digits.slice(0, 6)}-${digits.slice(6)}`,
  },
  NO: {
    prefix: '899',
    drawn: 5,
    checkDigit: (digits) => elevenComplement(weightedSum(digits, [3, 2, 7, 6, 5, 4, 3, 2])),
    written: (digits) => digits.replace(/(\d{3})(\d{3})(\d{3})/, '$1 $2 $3'),
  },
  EE: { prefix: '19', drawn: 5, checkDigit: estonianDigit, written: (digits) => digits },
  DK: {
    prefix: '99',
    drawn: 5,
    checkDigit: (digits) => elevenComplement(weightedSum(digits, [2, 7, 6, 5, 4, 3, 2])),
    written: (digits) => digits,
  },
  DE: { prefix: '9', drawn: 5, checkDigit: () => '', written: (digits) => `HRB ${digits}` },
}

/** Draws a business id of a country, such as `9123456-7` (FI) or `HRB 912345` (DE). */
export function businessIdOf(country: CustomerCountry, random: Random): string {
  const { prefix, drawn, checkDigit, written } = formats[country]
  const digits = prefix + String(random.int(0, 10 ** drawn - 1)).padStart(drawn, '0')
  const check = checkDigit(digits)
  // Some digits have no check digit in modulo 11; registers skip them and so do we.
  return check === undefined ? businessIdOf(country, random) : written(digits + check)
}

/** Whether a written id has its country's format and check digit. */
export function isBusinessId(country: CustomerCountry, id: string): boolean {
  const { checkDigit, written } = formats[country]
  const digits = id.replace(/\D/g, '')
  if (digits === '' || written(digits) !== id) return false
  if (country === 'DE') return digits.length <= 6
  const length = formats[country].prefix.length + formats[country].drawn
  return digits.length === length + 1 && checkDigit(digits.slice(0, -1)) === digits.slice(-1)
}

function weightedSum(digits: string, weights: readonly number[]): number {
  return weights.reduce((sum, weight, index) => sum + weight * Number(digits[index]), 0)
}

function elevenComplement(sum: number): string | undefined {
  const digit = (11 - (sum % 11)) % 11
  return digit === 10 ? undefined : String(digit)
}

function luhnDigit(digits: string): string {
  const sum = [...digits].reduceRight((total, digit, index) => {
    const doubled = Number(digit) * ((digits.length - index) % 2 === 1 ? 2 : 1)
    return total + (doubled > 9 ? doubled - 9 : doubled)
  }, 0)
  return String((10 - (sum % 10)) % 10)
}

function estonianDigit(digits: string): string {
  const first = weightedSum(digits, [1, 2, 3, 4, 5, 6, 7]) % 11
  return String(first < 10 ? first : (weightedSum(digits, [3, 4, 5, 6, 7, 8, 9]) % 11) % 10)
}
