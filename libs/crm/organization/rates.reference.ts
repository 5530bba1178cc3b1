/** Published exchange rates: what an amount was worth in the group's currency on its day. */
import {
  atRate,
  BEFORE_ALL,
  type ConversionRate,
  countWhile,
  type Deciding,
  dayIn,
  defineReference,
  defineRefusals,
  type Money,
  minorDigits,
  type PricedMoney,
  type References,
  rateOf,
  type StoredEvent,
  sameCurrency,
  type Valuation,
} from '#kernel'
import { type RatesPublished, ratesEvents } from './events/catalogues.events.js'
import { organization, zoneOf } from './organization.reference.js'

interface Published {
  day: string
  /** Units of group currency per unit, in billionths, so that sums are exact. */
  perCurrency: ReadonlyMap<string, bigint>
}

export const rateRefusals = defineRefusals({
  'amount-too-large': [
    'rule',
    {
      en: 'This amount is too large to be counted.',
      fi: 'Summa on liian suuri laskettavaksi.',
      sv: 'Beloppet är för stort för att räknas.',
      de: 'Dieser Betrag ist zu groß, um gezählt zu werden.',
      nb: 'Beløpet er for stort til å regnes med.',
    },
  ],
})

const billion = 1_000_000_000n

export const ratesReference = defineReference<readonly Published[]>()({
  name: 'rates',
  of: [ratesEvents],
  // Rates name their own days: whatever moment is asked about, the one known by now for a day holds on it.
  timeless: true,
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

interface OfDay {
  day: string
  rate: bigint
}

/** What was published of each currency, by day: looked up for every amount, and worked out once for what is known. */
const byCurrency = new WeakMap<readonly Published[], ReadonlyMap<string, readonly OfDay[]>>()

function publishedOf(currency: string, known: readonly Published[]): readonly OfDay[] {
  const found = byCurrency.get(known) ?? inOrder(known)
  byCurrency.set(known, found)
  return found.get(currency) ?? []
}

function inOrder(known: readonly Published[]): Map<string, OfDay[]> {
  const all = known.flatMap(({ day, perCurrency }) =>
    [...perCurrency].map(([currency, rate]) => ({ currency, day, rate })),
  )
  return Map.groupBy(all, ({ currency }) => currency)
}

/** The last rate published on or before the day, with its day. */
function lastPublished(currency: string, day: string, references: References): OfDay | undefined {
  const published = publishedOf(currency, references.get(ratesReference))
  return published[countWhile(published, (one) => one.day <= day) - 1]
}

/** From minor units of a currency to those of the group's, which may have another number of decimals. */
function rateOn(currency: string, day: string, references: References): ConversionRate | undefined {
  const { group } = references.get(organization)
  if (!group) return undefined
  if (group.currency === currency) return sameCurrency
  const found = lastPublished(currency, day, references)
  return found && minorRate(found.rate, { from: currency, to: group.currency })
}

function minorRate(rate: bigint, { from, to }: { from: string; to: string }): ConversionRate {
  const shift = minorDigits(to) - minorDigits(from)
  return rateOf(rate * 10n ** BigInt(Math.max(0, shift)), billion * 10n ** BigInt(Math.max(0, -shift)))
}

/** A correction may be of any that was published. What cannot be read is refused where it is read. */
function revaluedBy({ type, data, metadata }: StoredEvent, references: References): readonly string[] {
  if (!ratesReference.types.has(type)) return []
  const stated = metadata.corrects ? references.events(ratesReference).map((event) => event.data) : [data]
  const rates = (stated as Partial<RatesPublished>[]).flatMap((each) => (Array.isArray(each.rates) ? each.rates : []))
  return [...new Set(rates.map(({ currency }) => currency))]
}

export const valuation: Valuation = { rateOn, revaluedBy }

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

/** @throws DomainError `amount-too-large` */
function converted({ amountMinor, currency }: Money, rate: bigint, group: string): number {
  return atRate(amountMinor, minorRate(rate, { from: currency, to: group })) ?? rateRefusals('amount-too-large')
}
