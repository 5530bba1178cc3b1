/** Published exchange rates: what an amount was worth in the group's currency on its day. */
import {
  BEFORE_ALL,
  type Deciding,
  dayIn,
  defineReference,
  type Money,
  type PricedMoney,
  type References,
} from '#kernel'
import { type RatesPublished, ratesEvents } from './events/catalogues.events.js'
import { organization, zoneOf } from './organization.reference.js'

interface Published {
  day: string
  /** Minor units of group currency per minor unit, in billionths, so that sums are exact. */
  perCurrency: ReadonlyMap<string, bigint>
}

const billion = 1_000_000_000n

export const rates = defineReference<readonly Published[]>()({
  name: 'rates',
  of: [ratesEvents],
  initial: [],
  on: {
    'rates.published': (known, { data }) => insert(known, data),
  },
})

function insert(known: readonly Published[], { day, rates: published }: RatesPublished): Published[] {
  const perCurrency = new Map(published.map(({ currency, toGroup }) => [currency, billionths(toGroup)]))
  const before = known.filter((p) => p.day < day)
  const same = known.find((p) => p.day === day)
  const merged = new Map([...(same?.perCurrency ?? []), ...perCurrency])
  return [...before, { day, perCurrency: merged }, ...known.slice(before.length).filter((p) => p.day > day)]
}

function billionths(decimal: string): bigint {
  const [whole = '0', fraction = ''] = decimal.split('.')
  return BigInt(whole) * billion + BigInt(fraction.padEnd(9, '0').slice(0, 9))
}

/** What was said of an amount, without what it was worth. */
export const statedMoney = ({ amountMinor, currency }: Money): Money => ({ amountMinor, currency })

/** The amount with its value in group currency by the last rate published on or before the day, if there is one. */
function priced(money: Money, day: string, references: References): PricedMoney {
  const { group } = references.get(organization)
  const stated = statedMoney(money)
  if (!group) return stated
  if (group.currency === money.currency) return { ...stated, groupMinor: money.amountMinor, rateDay: day }
  const found = references.get(rates).findLast((p) => p.day <= day && p.perCurrency.has(money.currency))
  const rate = found?.perCurrency.get(money.currency)
  if (!found || rate === undefined) return stated
  return { ...stated, groupMinor: Number(roundedDivision(BigInt(money.amountMinor) * rate)), rateDay: found.day }
}

/**
 * The amount priced on the local day, in a unit, of what is decided; without the day where that is before
 * everything. Rates name their own days, so the references are those of the present.
 */
export function price(money: Money, unit: string | undefined, { at, present }: Deciding): PricedMoney {
  if (at !== BEFORE_ALL) return priced(money, dayIn(at, zoneOf(unit, present)), present)
  const { rateDay: _, ...ofNoDay } = priced(money, at.slice(0, 10), present)
  return ofNoDay
}

/** Rounds half away from zero. */
function roundedDivision(scaled: bigint): bigint {
  const half = scaled < 0n ? -billion / 2n : billion / 2n
  return (scaled + half) / billion
}
