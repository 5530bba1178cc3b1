/**
 * What records of a source system are called here: ids follow from source and key alone, so a record
 * that comes again is the same one, and references resolve without a table of what became what.
 */
import type { KeyedHash } from '#kernel'
import type { ReadableIds } from './readable-ids.js'

/** Turns a record's key into an id. */
export interface RecordIds {
  /** By keyed hash of source, target and key. */
  derived(target: string, key: readonly string[]): string
  /** The key itself as a readable code where it is one, as of units and products. */
  code(key: readonly string[]): string
  /** Of the record that a row is of, which most often no other row is of. */
  own(target: string, key: readonly string[]): string
  /** Of the record that a reference names: the same, remembered. */
  of(target: string, key: readonly string[]): string
  /** A mark in the event's metadata by which the source's own facts are known. */
  record(target: string, key: readonly string[]): string
  /** What tells records apart whose readable ids would be the same. */
  suffix(target: string, key: readonly string[]): string
}

/** References repeat, so their ids are remembered; forgotten all at once when there are so many. */
const rememberedIds = 50_000

/** A code that names a thing and no person: one word. */
const isCode = (key: readonly string[]): boolean => key.every((part) => /^[A-Za-z0-9._-]{1,32}$/.test(part))

/** Lower case, words joined by hyphens: `GTX Plus Pro` → `gtx-plus-pro`; undefined when too little is left. */
export function slugOf(key: readonly string[]): string | undefined {
  const words = key.join('-').normalize('NFKD').toLowerCase()
  const slug = words
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9.]+/g, '-')
    .replace(/^[-.]+|[-.]+$/g, '')
  return slug.length > 0 && slug.length <= 48 && slug.length * 2 >= words.length ? slug : undefined
}

const suffixCharacters = 6

/** How the records of each target are named. */
export type Naming = 'derived' | 'slug' | 'code'

/** @param readable by which records of one source are told apart whose codes would be the same */
export function recordIds(
  source: string,
  hash: Pick<KeyedHash, 'shortId'>,
  { namingOf, readable }: { namingOf: (target: string) => Naming; readable?: Pick<ReadableIds, 'idOf'> },
): RecordIds {
  const remembered = new Map<string, string>()
  const record = (target: string, key: readonly string[]) => hash.shortId('record', source, target, ...key)
  const derived = (target: string, key: readonly string[]) => hash.shortId('source', source, target, ...key)
  const code = (key: readonly string[]) => slugOf(key) ?? derived('code', key)
  const suffix = (target: string, key: readonly string[]) => derived(target, key).slice(-suffixCharacters)
  const named = (target: string, key: readonly string[]): string => {
    const naming = namingOf(target)
    if (naming !== 'slug' && !(naming === 'code' && isCode(key))) return derived(target, key)
    const plain = code(key)
    const asked = { target, mark: record(target, key), plain, suffix: suffix(target, key) }
    return readable?.idOf(asked) ?? plain
  }
  return {
    derived,
    suffix,
    code,
    own: named,
    of(target, key) {
      const name = `${target}\u001f${key.join('\u001f')}`
      const known = remembered.get(name)
      if (known !== undefined) return known
      if (remembered.size >= rememberedIds) remembered.clear()
      const id = named(target, key)
      remembered.set(name, id)
      return id
    },
    record,
  }
}
