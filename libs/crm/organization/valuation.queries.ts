/** What amounts are worth in the group's currency, as other slices show it, and how they say which ones that leaves out. */
import {
  Currency,
  Integer,
  Label,
  Optional,
  PricedMoney,
  type QueryContext,
  type References,
  shownMoney,
  type Worth,
  worthBy,
} from '#kernel'
import { notValuedSaid } from '../texts/not-valued.js'
import type { LifeCycleSet } from './events/group.events.js'
import { organization } from './organization.reference.js'
import { valuation } from './rates.reference.js'

/** By the rates known at the moment asked about. */
export const worthIn = (references: References): Worth => worthBy(valuation, references)

/** How long an income keeps a customer, by the group's rule of its day. */
export function incomeKeeps(references: References): LifeCycleSet {
  const { passiveAfterMonths, lostAfterMonths } = references.get(organization).lifeCycle
  return { passiveAfterMonths, lostAfterMonths }
}

/** Amounts in a currency that no rate is known for on their days, or that come to more than can be summed. */
export class UnvaluedShown {
  @Currency() currency!: string
  @Integer({ min: 1, max: 1_000_000_000 }) count!: number
}

/** An amount with what it is worth, or, in words, that this is not known. */
export class ShownMoney extends PricedMoney {
  /** That it is not valued, and why, in the reader’s language. */
  @Optional() @Label({ max: 200 }) leftOut?: string
}

/** @param day on which the rate must hold */
export function moneyShown(value: PricedMoney, day: string | undefined, ask: QueryContext<object>): ShownMoney {
  const money = shownMoney(value, day, worthIn(ask.references))
  return money.groupMinor === undefined ? { ...money, leftOut: notValuedSaid(money.currency, ask) } : money
}
