/** Published exchange rates: what an amount was worth in the group's currency on its day. */
import {
  BEFORE_ALL,
  type Deciding,
  dayIn,
  defineReference,
  defineRefusals,
  type Money,
  minorDigits,
  mostMinor,
  type PricedMoney,
  type References,
} from '#kernel'
import { type RatesPublished, ratesEvents } from './events/catalogues.events.js'
import { organization, zoneOf } from './organization.reference.js'

interface Published {
  day: string
  /** Units of group currency per unit, in billionths, so that sums are exact. */
  perCurrency: ReadonlyMap<string, bigint>
}

export const rateRefusals = defineRefusals({
  'amount-too-large': ['rule', 'This amount is too large to be counted.'],
})

const billion = 1_000_000_000n

export const ratesReference = defineReference<readonly Published[]>()({
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

function asDecimal(rate: bigint): string {
  const fraction = String(rate % billion)
    .padStart(9, '0')
    .replace(/0+$/, '')
  return fraction === '' ? String(rate / billion) : `${rate / billion}.${fraction}`
}

/** What was said of an amount, without what it was worth. */
export const statedMoney = ({ amountMinor, currency }: Money): Money => ({ amountMinor, currency })

/** The amount with its value in group currency by the last rate published on or before the day, if there is one. */
function priced(money: Money, day: string, references: References): PricedMoney {
  const { group } = references.get(organization)
  const stated = statedMoney(money)
  if (!group) return stated
  if (group.currency === money.currency) return { ...stated, groupMinor: money.amountMinor, rateDay: day }
  const found = lastPublished(money.currency, day, references)
  if (!found) return stated
  return { ...stated, groupMinor: converted(money, found.rate, group.currency), rateDay: found.day }
}

/** The last rate published on or before the day, with its day. */
function lastPublished(
  currency: string,
  day: string,
  references: References,
): { rate: bigint; day: string } | undefined {
  const found = references.get(ratesReference).findLast((p) => p.day <= day && p.perCurrency.has(currency))
  const rate = found?.perCurrency.get(currency)
  return found && rate !== undefined ? { rate, day: found.day } : undefined
}

/** Every currency's rate that holds on a day, in the order of the codes; as a decimal, with the day it was published for. */
export function ratesOn(day: string, references: References): { currency: string; toGroup: string; day: string }[] {
  const currencies = new Set(references.get(ratesReference).flatMap(({ perCurrency }) => [...perCurrency.keys()]))
  return [...currencies].sort().flatMap((currency) => {
    const found = lastPublished(currency, day, references)
    return found ? [{ currency, toGroup: asDecimal(found.rate), day: found.day }] : []
  })
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

/** In minor units of the group's currency; the two may have different numbers of decimals. */
function converted({ amountMinor, currency }: Money, rate: bigint, group: string): number {
  const shift = minorDigits(group) - minorDigits(currency)
  const scaled = BigInt(amountMinor) * rate * 10n ** BigInt(Math.max(0, shift))
  const exact = roundedDivision(scaled, billion * 10n ** BigInt(Math.max(0, -shift)))
  return exact > mostMinor || exact < -mostMinor ? rateRefusals('amount-too-large') : Number(exact)
}

/** Rounds half away from zero. */
function roundedDivision(scaled: bigint, by: bigint): bigint {
  const half = scaled < 0n ? -by / 2n : by / 2n
  return (scaled + half) / by
}
