/** Money: integer minor units in a currency, and what it was worth in the group's on its day. */
import { Currency, Day, Integer, Optional } from './decorators.js'

/** In minor units, either way; what is more cannot be summed exactly. */
export const mostMinor = 1_000_000_000_000_000

/** An amount as a person states it. */
export class Money {
  /** Minor units, cents for EUR. */
  @Integer({ min: -mostMinor, max: mostMinor }) amountMinor!: number
  @Currency() currency!: string
}

/** An amount with its value in group currency, fixed when recorded by the last rate published by then on or before its day. */
export class PricedMoney extends Money {
  /** Minor units of the group's currency; absent while no rate is known that holds on its day. */
  @Optional() @Integer({ min: -mostMinor, max: mostMinor }) groupMinor?: number
  /** Day of the rate used. */
  @Optional() @Day() rateDay?: string
}

/** An amount that no fact values in group currency: whoever asks values it, by the rate that holds on its day. */
export interface OwnAmount extends Money {
  day: string
}
