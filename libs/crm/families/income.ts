/** The family of facts that are income: a customer bought, for so much, and that keeps it a customer for so long. */
import { FactFamily, Integer, type PricedMoney } from '#kernel'

/** How long an income keeps a customer, by the group's rule of its day. */
export class IncomeKeeps {
  @Integer({ min: 1, max: 240 }) passiveAfterMonths!: number
  @Integer({ min: 1, max: 480 }) lostAfterMonths!: number
}

export interface StatedIncome {
  /** Absent where nobody has said what it is worth: it counts, and cannot be valued. */
  value?: PricedMoney
  keeps: IncomeKeeps
}

/** ISO 4217: no currency. */
export const noCurrency = 'XXX'

/** What an income counts as whose worth nobody has said: an amount in no currency, which no rate values. */
export const amountNotStated: PricedMoney = { amountMinor: 0, currency: noCurrency }

/**
 * A record earns once: what it earns later stands instead, and `taken-back` says that it has earned nothing after all.
 * Both count for the customer and the unit that the fact is filed under.
 */
export const income = new FactFamily<StatedIncome | 'taken-back'>('income')
