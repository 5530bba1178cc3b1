/** Money: integer minor units in a currency, and what it was worth in the group's on its day. */
import { Currency, Day, Integer, Optional } from './decorators.js'

const digitsOf = new Map<string, number>()

/** How many decimals a currency has (ISO 4217): 2 for EUR, 0 for JPY, 3 for KWD. */
export function minorDigits(currency: string): number {
  let digits = digitsOf.get(currency)
  if (digits === undefined) {
    const resolved = new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions()
    digits = resolved.maximumFractionDigits ?? 2
    digitsOf.set(currency, digits)
  }
  return digits
}

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
