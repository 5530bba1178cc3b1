/** What one currency is worth in another, and amounts at that rate: exact, however large. */
import { mostMinor } from './money.js'

export interface ConversionRate {
  /** Minor units of the one currency that as many minor units of the other, the denominator, are worth; both above zero. */
  numerator: bigint
  denominator: bigint
  /** The quotient, as near as a number comes. */
  about: number
}

export const rateOf = (numerator: bigint, denominator: bigint): ConversionRate => ({
  numerator,
  denominator,
  about: Number(numerator) / Number(denominator),
})

/** An amount stays what it is. */
export const sameCurrency: ConversionRate = rateOf(1n, 1n)

/** Below this a number tells halves apart, and how far the product may be off is known. */
const mostTold = 2 ** 48
/** Of the product of an amount and `about`: more than three roundings can come to. */
const inexact = 2 ** -50

/** Minor units rounded half away from zero; undefined where that is more than can be summed exactly. */
export function atRate(amountMinor: number, rate: ConversionRate): number | undefined {
  const size = Math.abs(amountMinor) * rate.about
  const rest = size - Math.floor(size)
  // Far enough from a half, nothing that a number leaves out decides how it is rounded.
  if (size < mostTold && Math.abs(rest - 0.5) > size * inexact) return Math.sign(amountMinor) * Math.round(size) + 0
  const doubled = 2n * BigInt(Math.abs(amountMinor)) * rate.numerator
  const exact = (doubled + rate.denominator) / (2n * rate.denominator)
  return exact > mostMinor ? undefined : Math.sign(amountMinor) * Number(exact)
}
