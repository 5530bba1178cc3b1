/** What amounts are worth in the group's currency, as other slices show it, and how they say which ones that leaves out. */
import { Currency, Integer, type References, type Worth, worthBy } from '#kernel'
import { valuation } from './rates.reference.js'

/** By the rates known at the moment asked about. */
export const worthIn = (references: References): Worth => worthBy(valuation, references)

/** Amounts in a currency that no rate is known for on their days, or that come to more than can be summed. */
export class UnvaluedShown {
  @Currency() currency!: string
  @Integer({ min: 1, max: 1_000_000_000 }) count!: number
}
