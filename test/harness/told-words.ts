/** What an answer tells in words, and whose words they are: the program's in some language, or somebody's own. */
import {
  type EventDefinition,
  type Field,
  fieldsOf,
  type JsonSchema,
  languages,
  type PayloadClass,
  type Registry,
  type StoredEvent,
  type TextLanguage,
  type Texts,
} from '#kernel'

/** Texts by where they stand in an answer, rows of lists at one place: `rows.*.kindName`. */
export type TextsTold = Map<string, Set<string>>

/** Formats of what is no word: ids, codes, moments and their like have formats of their own. */
const wordFormats: ReadonlySet<unknown> = new Set(['k-label', 'k-writing', undefined])

/** Whether any words may stand there, of a list in its items. */
function isWords({ schema }: Field): boolean {
  const { enum: choices, format } = (schema.items ?? schema) as JsonSchema
  return choices === undefined && wordFormats.has(format)
}

/** The texts of an answer that its description does not tell from words. What is sealed is somebody's own. */
export function textsTold(
  answer: unknown,
  of: PayloadClass,
  { told, at }: { told: TextsTold; at: string } = { told: new Map(), at: '' },
): TextsTold {
  for (const item of [answer].flat()) {
    if (typeof item !== 'object' || item === null) continue
    const values = item as Record<string, unknown>
    for (const field of fieldsOf(of)) tellField(field, values[field.name], { told, place: `${at}${field.name}` })
  }
  return told
}

function tellField(field: Field, value: unknown, { told, place }: { told: TextsTold; place: string }): void {
  if (field.nested) textsTold(value, field.nested, { told, at: `${place}.` })
  else if (field.sealedFor === undefined && isWords(field)) for (const text of stringsIn(value)) add(told, place, text)
}

function add(told: TextsTold, place: string, text: string): void {
  const known = told.get(place)
  if (known) known.add(text)
  else told.set(place, new Set([text]))
}

function stringsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(stringsIn) : []
}

/** What people wrote in an event, or named something: its texts, not its codes. */
export function ownTextsOf(data: unknown, { payload }: Pick<EventDefinition, 'payload'>): string[] {
  return ownTexts(data, payload as PayloadClass)
}

function ownTexts(data: unknown, of: PayloadClass): string[] {
  return [data].flat().flatMap((item) =>
    fieldsOf(of).flatMap((field) => {
      const value = (item as Record<string, unknown> | undefined)?.[field.name]
      if (field.nested) return value === undefined ? [] : ownTexts(value, field.nested)
      return field.sealedFor !== undefined || isWords(field) ? stringsIn(value) : []
    }),
  )
}

const isTexts = (value: object): value is Texts =>
  languages.every((language) => typeof (value as Record<string, unknown>)[language] === 'string')

/** Every text in all languages that can be reached from something. */
export function textsFrom(root: unknown, found = new Set<Texts>(), seen = new Set<object>()): Set<Texts> {
  if ((typeof root !== 'object' && typeof root !== 'function') || root === null || seen.has(root)) return found
  seen.add(root)
  if (isTexts(root)) return found.add(root)
  const inner = root instanceof Map ? [...root.values()] : root instanceof Set ? [...root] : Object.values(root)
  for (const value of inner) textsFrom(value, found, seen)
  return found
}

/** Words of three letters and more, in small letters; what holds a digit is none. */
export const wordsOf = (text: string): string[] =>
  (text.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? []).filter((word) => word.length > 2 && !/\p{N}/u.test(word))

/** What CLDR calls months and countries in a language. */
export function namesIn(language: TextLanguage): string[] {
  const month = new Intl.DateTimeFormat(language, { month: 'long', timeZone: 'UTC' })
  const country = new Intl.DisplayNames(language, { type: 'region', fallback: 'none' })
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ']
  const codes = letters.flatMap((first) => letters.map((second) => first + second))
  return [
    ...Array.from({ length: 12 }, (_, at) => month.format(Date.UTC(2026, at, 1))),
    ...codes.flatMap((code) => country.of(code) ?? []),
  ]
}

/** Ids and codes that an event is made of, and those among what it says. */
export const codesOfEvent = ({ id, type, stream, data, metadata }: StoredEvent): string[] => [
  ...[id, type, stream, stream.slice(stream.indexOf('-') + 1)],
  ...stringsIn(metadata),
  ...stringsIn(data),
]

/** Codes that answers and events may hold by their description, and names of what the registry holds. */
export function declaredCodes({ catalogue, queries, views, metrics, slices }: Registry): string[] {
  const payloads = [
    ...catalogue.all().map(({ payload }) => payload),
    ...[...queries.values()].map(({ answer }) => answer),
  ]
  const named = [...slices, ...views.values(), ...metrics.values(), ...queries.values()].map(({ name }) => name)
  const facts = catalogue.all().flatMap(({ type, touchpoint }) => [type.slice(type.indexOf('.') + 1), touchpoint?.kind])
  return [
    ...named,
    ...facts.filter((kind) => kind !== undefined),
    ...payloads.flatMap((payload) => codesIn(payload as PayloadClass)),
  ]
}

/** Names of fields, and what may be chosen there. */
const codesIn = (payload: PayloadClass): string[] =>
  fieldsOf(payload).flatMap(({ name, schema, nested }) => {
    const { enum: choices = [], type } = (schema.items ?? schema) as JsonSchema
    const flags = type === 'boolean' ? ['true', 'false'] : []
    return [name, ...(choices as string[]), ...flags, ...(nested ? codesIn(nested) : [])]
  })

/** Currencies stand in sentences as their codes where a language has no sign for them. */
export const currencyCodes = Intl.supportedValuesOf('currency')
