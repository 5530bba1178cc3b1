/** Days, numbers and amounts as readers of each language write them. */

import type { TextLanguage } from './languages.js'
import { minorDigits } from './minor-digits.js'

/** The locale in which a language writes; English as it is written in Europe. */
export const locales: Readonly<Record<TextLanguage, string>> = { en: 'en-GB', fi: 'fi', sv: 'sv', de: 'de', nb: 'nb' }

/** A day as `3 March 2026`, a month as `March 2026`; of an instant, its day in UTC. */
export function writtenDay(at: string, language: TextLanguage): string {
  if (at.length === 7) return writtenMonth(at, language)
  const make = (locale: string) => new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' })
  return formatter('day', language, make).format(new Date(`${at.slice(0, 10)}T00:00:00Z`))
}

/** Of a day, month or instant: `March 2026`. */
export function writtenMonth(at: string, language: TextLanguage): string {
  const make = (locale: string) => new Intl.DateTimeFormat(locale, { month: 'long', year: 'numeric', timeZone: 'UTC' })
  return formatter('month', language, make).format(new Date(`${at.slice(0, 7)}-01T00:00:00Z`))
}

export const writtenNumber = (value: number, language: TextLanguage): string =>
  withMinus(
    formatter('number', language, (locale) => new Intl.NumberFormat(locale, { maximumFractionDigits: 9 })).format(
      value,
    ),
  )

/** In whole units of the currency. */
export function writtenMoney(
  { amountMinor, currency }: { amountMinor: number; currency: string },
  language: TextLanguage,
): string {
  const style = { style: 'currency', currency, maximumFractionDigits: 0 } as const
  const format = formatter(`money ${currency}`, language, (locale) => new Intl.NumberFormat(locale, style))
  return withMinus(format.format(amountMinor / 10 ** minorDigits(currency)))
}

/** English and German would have a hyphen. */
const withMinus = (written: string): string => written.replace('-', '−')

export const writtenList = (items: readonly string[], language: TextLanguage): string =>
  formatter('list', language, (locale) => new Intl.ListFormat(locale)).format(items)

/** The name of a country by its code of ISO 3166; the code where it has none. */
export const writtenCountry = (code: string, language: TextLanguage): string =>
  formatter('country', language, (locale) => new Intl.DisplayNames(locale, { type: 'region' })).of(code) ?? code

/** The name of a language by its code of ISO 639; the code where it has none. */
export const writtenLanguage = (code: string, language: TextLanguage): string =>
  formatter('language', language, (locale) => new Intl.DisplayNames(locale, { type: 'language' })).of(code) ?? code

// Making one takes up to a millisecond; there are few.
const formatters = new Map<string, unknown>()

function formatter<F>(what: string, language: TextLanguage, make: (locale: string) => F): F {
  const key = `${what} ${language}`
  const known = (formatters.get(key) as F | undefined) ?? make(locales[language])
  formatters.set(key, known)
  return known
}
