/**
 * Amounts as documents keep them: in group currency where a fact says so, else as they were stated, valued whenever
 * they are shown. A sum keeps these one by one, as each is rounded when it is valued; of very many, only how many.
 */
import type { OwnAmount, PricedMoney } from './money.js'

export type Amount = { groupMinor: number } | OwnAmount

/** Minor units of group currency; undefined where the amount cannot be valued. */
export type Worth = (amount: OwnAmount) => number | undefined

/** How many amounts in a currency could not be valued. */
export interface Unvalued {
  currency: string
  count: number
}

export interface AmountSum {
  /** Of those that facts value. */
  groupMinor: number
  /** Of the others, how often each occurs: by `<currency> <day> <minor units>`. */
  own?: Readonly<Record<string, number>>
  /** Of those beyond what is kept, how many by currency. */
  beyond?: Readonly<Record<string, number>>
}

/** So many different ones are kept one by one. */
const mostOwn = 32

export const noAmounts: AmountSum = { groupMinor: 0 }

/** @param at the fact's day, or its moment where it has none */
export function amountOf({ groupMinor, amountMinor, currency }: PricedMoney, at: string): Amount {
  return groupMinor === undefined ? { amountMinor, currency, day: at.slice(0, 10) } : { groupMinor }
}

/** With one amount more or, with -1, less of those that are in it. */
export function withAmount(sum: AmountSum, amount: Amount, sign: 1 | -1): AmountSum {
  if ('groupMinor' in amount) return { ...sum, groupMinor: sum.groupMinor + sign * amount.groupMinor }
  const { own = {}, beyond = {} } = sum
  const key = `${amount.currency} ${amount.day} ${amount.amountMinor}`
  const isKept = key in own || (sign > 0 && Object.keys(own).length < mostOwn)
  return isKept ? { ...sum, own: counted(own, key, sign) } : { ...sum, beyond: counted(beyond, amount.currency, sign) }
}

/** What is there no more has no entry, so that equal sums are alike however they came about. */
function counted(counts: Readonly<Record<string, number>>, key: string, sign: 1 | -1) {
  const { [key]: known = 0, ...others } = counts
  const count = known + sign
  const all = count === 0 ? others : { ...others, [key]: count }
  return Object.keys(all).length === 0 ? undefined : all
}

/** What the amounts are worth together, and which are left out of that: absent where none is. */
export function worthOfSums(sums: readonly AmountSum[], worth: Worth): { groupMinor: number; unvalued?: Unvalued[] } {
  let groupMinor = 0
  const unvalued = new Map<string, number>()
  const leaveOut = (currency: string, count: number) => unvalued.set(currency, (unvalued.get(currency) ?? 0) + count)
  for (const sum of sums) {
    groupMinor += sum.groupMinor
    for (const [key, times] of Object.entries(sum.own ?? {})) {
      const [currency = '', day = '', minor] = key.split(' ')
      const each = worth({ amountMinor: Number(minor), currency, day })
      if (each === undefined) leaveOut(currency, times)
      else groupMinor += times * each
    }
    for (const [currency, count] of Object.entries(sum.beyond ?? {})) leaveOut(currency, count)
  }
  return unvalued.size === 0 ? { groupMinor } : { groupMinor, unvalued: unvaluedIn(unvalued) }
}

/** In the order of the currencies. */
export const unvaluedIn = (counts: Iterable<readonly [currency: string, count: number]>): Unvalued[] =>
  [...counts].sort(([a], [b]) => (a < b ? -1 : 1)).map(([currency, count]) => ({ currency, count }))

/** The amount as it is shown: with what it is worth, as far as that is known. */
export function shownMoney(value: PricedMoney, day: string | undefined, worth: Worth): PricedMoney {
  if (value.groupMinor !== undefined || day === undefined) return value
  return { ...value, groupMinor: worth({ amountMinor: value.amountMinor, currency: value.currency, day }) }
}
