/** What lines are worth together: exact sums of decimal quantities and prices in minor units. */
import { type Money, mostMinor } from '#kernel'
import { rateRefusals } from '../../organization/rates.reference.js'
import type { LineToSell } from '../opportunity-requests.js'

const fractionDigits = 9
const scale = 10n ** BigInt(fractionDigits)

/**
 * @returns undefined without lines, or when they are priced in several currencies
 * @throws DomainError when they come to more than can be counted
 */
export function sumOfLines(lines: readonly LineToSell[]): Money | undefined {
  const currencies = new Set(lines.map(({ price }) => price.currency))
  const [currency] = currencies
  if (currency === undefined || currencies.size > 1) return undefined
  const scaled = lines.reduce((sum, line) => sum + scaledQuantity(line.quantity) * BigInt(line.price.amountMinor), 0n)
  const sum = rounded(scaled)
  return sum > mostMinor || sum < -mostMinor ? rateRefusals('amount-too-large') : { amountMinor: Number(sum), currency }
}

function scaledQuantity(decimal: string): bigint {
  const [whole = '0', fraction = ''] = decimal.replace('-', '').split('.')
  const size = BigInt(whole) * scale + BigInt(fraction.padEnd(fractionDigits, '0'))
  return decimal.startsWith('-') ? -size : size
}

/** Half away from zero. */
const rounded = (scaled: bigint): bigint => (scaled + (scaled < 0n ? -scale / 2n : scale / 2n)) / scale
