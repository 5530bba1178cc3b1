/** Dates, numbers and money as the reader's language writes them, in the reader's time zone. */
import type { Language } from './languages.js'

const tags: Record<Language, string> = { en: 'en-GB', fi: 'fi-FI', sv: 'sv-SE', de: 'de-DE', nb: 'nb-NO' }

/** How exactly a moment is known. */
export type Precision = 'instant' | 'day' | 'month' | 'before'

/** A moment as answers state it: an instant, the day it is for its reader, and how exactly it is known. */
export interface Stated {
  at: string
  on?: string
  precision?: Precision
}

/** What is no date is written as it stands. */
export interface Formats {
  /** 4 Mar 2025, of an ISO day or instant. */
  day(iso: string): string
  /** 04/03/2025, as a day is typed. */
  typedDay(iso: string): string
  /** 4 Mar, with the year where it is not this one. */
  shortDay(iso: string): string
  /** 14:05, of an instant of today; else as `shortDay`. */
  shortMoment(iso: string): string
  /** 4, of the 4th of March. */
  dayOfMonth(iso: string): string
  /** March 2025. */
  month(iso: string): string
  /** Mar 2025. */
  shortMonth(iso: string): string
  /** Mar. */
  monthName(iso: string): string
  /** 4 Mar, whatever the year. */
  dayAndMonth(iso: string): string
  /** 4 March 2025. */
  longDay(iso: string): string
  /** 4 Mar 2025, 14:05. */
  moment(iso: string): string
  time(iso: string): string
  /** As exactly as it is known. */
  stated(of: Stated): string
  number(value: number): string
  /** A share of 1, as 43 %. */
  share(value: number): string
  /** Minor units of a currency, in whole units. */
  money(minor: number, currency: string): string
  /** €140k. */
  shortMoney(minor: number, currency: string): string
  /** Norway, of its ISO 3166 code. */
  country(code: string): string
  /** Norwegian, of its ISO 639-1 code. */
  languageName(code: string): string
  /** Words of a list: a, b and c. */
  list(words: readonly string[]): string
  compare(a: string, b: string): number
}

const day: Intl.DateTimeFormatOptions = { day: 'numeric', month: 'short', year: 'numeric' }
const clock: Intl.DateTimeFormatOptions = { hour: 'numeric', minute: '2-digit' }

const isDay = (iso: string): boolean => iso.length <= 10

/** @param zone IANA name; the browser's own when left out */
export function formatsOf(language: Language, zone?: string): Formats {
  const tag = tags[language]
  const made = new Map<string, Intl.DateTimeFormat>()
  const date = (iso: string, options: Intl.DateTimeFormatOptions): string => {
    const moment = new Date(isDay(iso) ? `${iso}T00:00:00Z`.replace(/^(\d{4}-\d{2})T/, '$1-01T') : iso)
    if (Number.isNaN(moment.getTime())) return iso
    // A day is the same day in every zone.
    const timeZone = isDay(iso) ? 'UTC' : zone
    const key = JSON.stringify([options, timeZone])
    const format = made.get(key) ?? new Intl.DateTimeFormat(tag, { ...options, timeZone })
    made.set(key, format)
    return format.format(moment)
  }
  const yearOf = (iso: string) => date(iso, { year: 'numeric' })
  const number = (value: number, options: Intl.NumberFormatOptions) =>
    joined(new Intl.NumberFormat(tag, options).formatToParts(value))
  const money = (units: number, currency: string, options: Intl.NumberFormatOptions) =>
    number(units, { style: 'currency', currency, ...options })
  const shortMoney = (units: number, currency: string) => {
    if (!isInThousands(language, units)) return money(units, currency, { ...short, notation: 'compact' })
    const style = { style: 'currency', currency, ...short } as const
    return joined(new Intl.NumberFormat(tag, style).formatToParts(units / 1000), thousand)
  }
  const lists = new Intl.ListFormat(tag, { type: 'conjunction' })
  const collator = new Intl.Collator(tag)
  const countries = new Intl.DisplayNames(tag, { type: 'region', fallback: 'code' })
  const languageNames = new Intl.DisplayNames(tag, { type: 'language', fallback: 'code' })
  const formats: Formats = {
    day: (iso) => date(iso, day),
    typedDay: (iso) => date(iso, { day: '2-digit', month: '2-digit', year: 'numeric' }),
    shortDay: (iso) =>
      yearOf(iso) === yearOf(new Date().toISOString()) ? date(iso, { day: 'numeric', month: 'short' }) : date(iso, day),
    shortMoment: (iso) => {
      const isToday = !isDay(iso) && date(iso, day) === date(new Date().toISOString(), day)
      return isToday ? formats.time(iso) : formats.shortDay(iso)
    },
    dayOfMonth: (iso) => date(iso, { day: 'numeric' }).replace(/^(\d+)\D+$/, '$1'),
    month: (iso) => date(iso, { month: 'long', year: 'numeric' }),
    shortMonth: (iso) => date(iso, { month: 'short', year: 'numeric' }),
    monthName: (iso) => date(iso, { month: 'short' }),
    dayAndMonth: (iso) => date(iso, { day: 'numeric', month: 'short' }),
    longDay: (iso) => date(iso, { day: 'numeric', month: 'long', year: 'numeric' }),
    moment: (iso) => date(iso, isDay(iso) ? day : { ...day, ...clock }),
    time: (iso) => date(iso, clock),
    stated: ({ at, on, precision = 'instant' }) => {
      if (precision === 'instant') return formats.moment(at)
      return precision === 'day' ? formats.day(on ?? at) : formats.shortMonth(on ?? at)
    },
    number: (value) => number(value, { maximumFractionDigits: 1 }),
    share: (value) => number(value, { style: 'percent', maximumFractionDigits: 1 }),
    money: (minor, currency) => money(unitsOf(minor, currency), currency, { maximumFractionDigits: 0 }),
    shortMoney: (minor, currency) => shortMoney(unitsOf(minor, currency), currency),
    country: (code) => countries.of(code) ?? code,
    languageName: (code) => languageNames.of(code) ?? code,
    list: (words) => lists.format(words),
    compare: (a, b) => collator.compare(a, b),
  }
  return formats
}

const short = { maximumSignificantDigits: 3 } as const
const thousand = '\u00a0Tsd.'

/** German has no short form of thousands in the browser: 377.336 would read as if it were exactly 377.000. */
function isInThousands(language: Language, units: number): boolean {
  const shown = Number(Math.abs(units).toPrecision(short.maximumSignificantDigits))
  return language === 'de' && shown >= 1000 && shown < 1_000_000
}

/** The parts of a number with the one minus sign of every language, and a word after its last digit. */
function joined(parts: readonly Intl.NumberFormatPart[], word = ''): string {
  const last = parts.findLastIndex(({ type }) => type === 'integer' || type === 'fraction')
  return parts.map(({ type, value }, at) => (type === 'minusSign' ? '−' : value) + (at === last ? word : '')).join('')
}

const unitsOf = (minor: number, currency: string): number => minor / 10 ** fractionDigits(currency)

const fractionDigits = (currency: string): number =>
  new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2
