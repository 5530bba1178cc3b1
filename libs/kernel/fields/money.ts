/** Money: integer minor units in a currency, and what it was worth in the group's on its day. */
import { Currency, Day, Integer, Optional } from './decorators.js'

const most = 1_000_000_000_000_000

/** An amount as a person states it. */
export class Money {
  /** Minor units, cents for EUR. */
  @Integer({ min: -most, max: most }) amountMinor!: number
  @Currency() currency!: string
}

/** An amount with its value in group currency, fixed when recorded by the last rate published on or before its day. */
export class PricedMoney extends Money {
  /** Minor units of the group's currency; absent while no rate is known. */
  @Optional() @Integer({ min: -most, max: most }) groupMinor?: number
  /** Day of the rate used. */
  @Optional() @Day() rateDay?: string
}
