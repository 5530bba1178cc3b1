/** What amounts are worth in the group's currency, by the rates that are known. */
import type { StoredEvent } from '../../events/stored-event.js'
import type { Worth } from '../../fields/amount-sum.js'
import { atRate, type ConversionRate } from '../../fields/rate.js'
import type { References } from '../../references/reference.js'

export interface Valuation {
  /** From minor units of a currency to those of the group's, as of a day; undefined where no rate is known that holds then. */
  rateOn(currency: string, day: string, references: References): ConversionRate | undefined
  /**
   * The currencies in which amounts may be worth something else after an event: none, of most.
   * @param references with the event
   */
  revaluedBy(event: StoredEvent, references: References): readonly string[]
}

export const worthBy =
  ({ rateOn }: Pick<Valuation, 'rateOn'>, references: References): Worth =>
  ({ amountMinor, currency, day }) => {
    const rate = rateOn(currency, day, references)
    return rate && atRate(amountMinor, rate)
  }
