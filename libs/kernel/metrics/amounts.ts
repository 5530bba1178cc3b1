/**
 * Amounts as metrics count them. What a fact values in group currency is summed as it is; any other amount is
 * counted as itself, so many times, and valued when somebody asks. So nothing is rounded before it is valued, and
 * what takes an amount back takes back just what it was worth.
 */
import type { PricedMoney } from '../fields/money.js'
import type { Counting } from './metric.js'

/** One of the shares into which whole percents, 100 together, part an amount. */
export interface AmountShare {
  percents: readonly number[]
  at: number
}

type Amounted = Pick<Counting, 'value' | 'whole' | 'amount' | 'currency' | 'rateDay' | 'share'>

/** What a contribution states of an amount, or of a share of it. @param day whose rate holds where the fact values it at none */
export function amountCounted(value: PricedMoney, day: string, share?: AmountShare): Amounted {
  const { amountMinor, currency, groupMinor } = value
  if (groupMinor !== undefined) return { value: share ? shareOf(groupMinor, share) : groupMinor, whole: 1 }
  return { value: 1, whole: 1, amount: amountMinor, currency, rateDay: day, share: share && codeOfShare(share) }
}

/** The share that a probability, or the like, is of an amount. */
export const percentShare = (percent: number): AmountShare => ({ percents: [percent, 100 - percent], at: 0 })

export const shareOf = (amountMinor: number, { percents, at }: AmountShare): number =>
  shared(amountMinor, percents)[at] ?? 0

/** As contributions are stored: `1:50,25,25`. */
const codeOfShare = ({ percents, at }: AmountShare): string => `${at}:${percents.join()}`

export function shareOfCode(code: string): AmountShare {
  const [at, percents = ''] = code.split(':')
  return { at: Number(at), percents: percents.split(',').map(Number) }
}

/** Shares of an amount in whole minor units that make up all of it: what is left over goes to the largest remainders. */
export function shared(amountMinor: number, percents: readonly number[]): number[] {
  const size = Math.abs(amountMinor)
  const parts = percents.map((percent, at) => ({ at, ...parted(size, percent) }))
  const shares = parts.map(({ whole }) => whole)
  const left = size - shares.reduce((sum, share) => sum + share, 0)
  const byRemainder = parts.sort((a, b) => b.remainder - a.remainder || a.at - b.at)
  for (const { at } of byRemainder.slice(0, left)) shares[at] = (shares[at] ?? 0) + 1
  const sign = Math.sign(amountMinor)
  return shares.map((share) => share * sign)
}

/** Percents of more are no exact numbers. */
const mostInPercents = Math.floor(Number.MAX_SAFE_INTEGER / 100)

/** Whole minor units that a percentage comes to, and how many hundredths remain. */
function parted(size: number, percent: number): { whole: number; remainder: number } {
  if (size <= mostInPercents) {
    const remainder = (size * percent) % 100
    return { whole: (size * percent - remainder) / 100, remainder }
  }
  const hundredths = BigInt(size) * BigInt(percent)
  return { whole: Number(hundredths / 100n), remainder: Number(hundredths % 100n) }
}
