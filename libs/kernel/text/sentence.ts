/**
 * Sentences in every language, with places for what they say it of: `{since:day}` is a value called `since`, written as
 * people write days. A sentence is made where somebody reads it, in their language; until then it is texts and values.
 */
import type { TextLanguage, Texts } from './languages.js'
import { writtenDay, writtenList, writtenNumber } from './written.js'

/** By name. A value may be a sentence of its own, or several, which are said in the same language. */
export type Values = Readonly<Record<string, unknown>>

export interface Sentence {
  texts: Texts
  values?: Values
}

/** How a value is written: as it is, a list of them, a day, month or moment as its day, a number; `limit` tells the last two apart. */
const formats = {
  text: (value: unknown) => String(value),
  list: (value: unknown, language: TextLanguage) => writtenList([value].flat().map(String), language),
  day: (value: unknown, language: TextLanguage) => writtenDay(String(value), language),
  number: (value: unknown, language: TextLanguage) => writtenNumber(Number(value), language),
  limit: (value: unknown, language: TextLanguage) =>
    /^-?\d+(\.\d+)?$/.test(String(value))
      ? writtenNumber(Number(value), language)
      : writtenLimit(String(value), language),
} as const

type Format = keyof typeof formats

const dayLike = /^\d{4}-\d{2}(-\d{2})?(T|$)/
const writtenLimit = (value: string, language: TextLanguage): string =>
  dayLike.test(value) ? writtenDay(value, language) : value

const place = /\{([a-zA-Z]+)(?::([a-z]+))?\}/g

/** What the places of a text are called: `since` of `{since:day}`. */
export type PlacesOf<T extends string> = T extends `${string}{${infer Place}}${infer Rest}`
  ? (Place extends `${infer Name}:${string}` ? Name : Place) | PlacesOf<Rest>
  : never

/** Names of the places of a text with their formats, each once, in the order of their names. */
export const placesIn = (text: string): string[] => [...new Set(text.match(place) ?? [])].sort()

/** A text as documents show it, `…` for each place. */
export const withoutPlaces = (text: string): string => text.replaceAll(place, '…')

/** A place without a value stays empty. */
export function say({ texts, values = {} }: Sentence, language: TextLanguage): string {
  return texts[language].replaceAll(place, (_, name: string, format: string = 'text') => {
    const value = values[name]
    if (value === undefined || value === null) return ''
    if (isSentence(value)) return say(value, language)
    if (Array.isArray(value) && value.every(isSentence)) return value.map((one) => say(one, language)).join('; ')
    return formats[format as Format](value, language)
  })
}

const isSentence = (value: unknown): value is Sentence =>
  typeof value === 'object' && value !== null && 'texts' in value

/** A value as it is told: every sentence in it is said. */
export type AsSaid<T> = T extends Sentence
  ? string
  : T extends readonly (infer I)[]
    ? AsSaid<I>[]
    : T extends object
      ? { [K in keyof T]: AsSaid<T[K]> }
      : T

/** Says every sentence in a plain value, however deep. */
export function said<T>(value: T, language: TextLanguage): AsSaid<T> {
  if (isSentence(value)) return say(value, language) as AsSaid<T>
  if (Array.isArray(value)) return value.map((item) => said(item, language)) as AsSaid<T>
  if (typeof value !== 'object' || value === null) return value as AsSaid<T>
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, said(inner, language)])) as AsSaid<T>
}

/** @throws Error for texts whose places differ between languages, or name a format that is none */
export function requirePlaces(texts: Texts, what: string): void {
  const own = placesIn(texts.en).join()
  for (const [language, text] of Object.entries(texts))
    if (placesIn(text).join() !== own) throw new Error(`${what}: the places in ${language} are not those in en`)
  for (const [, , format = 'text'] of texts.en.matchAll(place))
    if (!Object.hasOwn(formats, format)) throw new Error(`${what}: ${format} is no way to write a value`)
}

/** A sentence, or a line of English that only the keeper of a server meets. */
export type Tellable = Sentence | string

/** Says why in a sentence, so that whoever reads it is told in their own language. */
export class TellingError extends Error {
  /** In every language; absent where it is told in English alone. */
  readonly sentence: Sentence | undefined

  constructor(why: Tellable, options?: ErrorOptions) {
    super(typeof why === 'string' ? why : say(why, 'en'), options)
    this.name = 'TellingError'
    this.sentence = typeof why === 'string' ? undefined : why
  }
}

/** Why, as far as an error can say it. */
export function tellableOf(error: unknown): Tellable {
  if (error instanceof TellingError) return error.sentence ?? error.message
  return error instanceof Error ? error.message : String(error)
}
