/**
 * Telephone numbers in one form, and what they are found and compared by however they are typed. What is known of the
 * numbers of countries is loaded by the first of them.
 */
import { createRequire } from 'node:module'
import type { CountryCode } from 'libphonenumber-js/min'

const require = createRequire(import.meta.url)
let loaded: ReturnType<typeof load> | undefined

function load() {
  const numbers: typeof import('libphonenumber-js/min') = require('libphonenumber-js/min')
  const countries = numbers.getCountries()
  const callingCodes = new Set<string>(countries.map((country) => numbers.getCountryCallingCode(country)))
  return { countries: new Set<string>(countries), callingCodes, parse: numbers.parsePhoneNumberFromString }
}

function known() {
  loaded ??= load()
  return loaded
}

const longestCode = 3
/** Fewer digits are an extension or part of something else; more are no number by E.164. */
const [fewest, most] = [6, 15]
/** So many digits behind that of a country say that a number is meant. */
const fewestBegun = 3

const isInternational = (typed: string): boolean => /^\s*(?:\+|00)/.test(typed)

/** What may be a number inside a text: digits with what people part them by. */
const written = /(?<![\p{L}\p{N}])(?:\+|00)?\(?\d[\d ()./\u00a0-]{4,28}\d(?![\p{L}\p{N}])/gu
const isNumber = /^\s*\+?[\d ()./\u00a0-]+$/u

/**
 * E.164 where it is a possible number, else as it was typed.
 * @param country ISO 3166, of numbers that are typed without theirs
 */
export function e164(typed: string, country?: string): string {
  const { countries, parse } = known()
  const home = country !== undefined && countries.has(country) ? (country as CountryCode) : undefined
  const parsed = parse(typed.replace(/^\s*00/, '+'), home)
  return parsed?.isPossible() && parsed.ext === undefined ? parsed.number : typed
}

/** The digits by which a number is the same however it is typed: without its country, and without what is dialled before it at home. */
export function nationalDigits(typed: string): string {
  const international = isInternational(typed)
  // What stands in parentheses is dialled at home alone.
  const digits = (international ? typed.replace(/\(0\)/, '') : typed).replace(/\D/g, '')
  return (international ? withoutCountry(digits.replace(/^00/, '')) : digits).replace(/^0+/, '')
}

function withoutCountry(digits: string): string {
  const { callingCodes } = known()
  for (let length = 1; length <= longestCode; length++)
    if (callingCodes.has(digits.slice(0, length))) return digits.slice(length)
  return digits
}

/** Whether two spellings are of one number, as far as they say: of those without a country, any may be meant. */
export const isSameNumber = (one: string, other: string): boolean =>
  nationalDigits(one) === nationalDigits(other) &&
  (!isInternational(one) || !isInternational(other) || e164(one) === e164(other))

/** The national digits of all that may be a number in a text. */
export function phoneDigitsIn(text: string): string[] {
  const found = text.match(written) ?? []
  return found.map(nationalDigits).filter(({ length }) => length >= fewest && length <= most)
}

/** The national digits of what is nothing but a number, which may be unfinished. */
export function numberAsked(text: string): string | undefined {
  if (!isNumber.test(text)) return undefined
  const digits = nationalDigits(text)
  const enough = isInternational(text) ? fewestBegun : fewest
  return digits.length >= enough && digits.length <= most ? digits : undefined
}
