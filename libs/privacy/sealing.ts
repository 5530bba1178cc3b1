/**
 * Seals the personal fields of an event's data, and shows sealed data to the folds of views in the
 * shape of the clear payload, with a marker where a sealed value belongs. A marker holds the token,
 * so documents may keep it and destroying the key reaches them without any handler.
 */
import {
  ChangedCopy,
  type Json,
  type JsonObject,
  type KeyOwner,
  SEALED,
  type Sealed,
  type SealingKey,
  valueAt,
} from '#kernel'
import { type SealedIn, sealFields } from './tokens/token.js'

/** Fields about one subject, by dot paths into the data; a number is a place in a list. */
export interface SubjectFields {
  subject: KeyOwner
  paths: string[]
}

/** The same with the subject's key at hand. */
export interface KeyedFields {
  key: SealingKey
  paths: string[]
}

const markerKey: keyof Sealed = '~'
/** Names that clear data may not contain. Assigning to `__proto__` would lose the value. */
const reserved = new Set<string>([SEALED, markerKey, '__proto__'])

/**
 * The data with the given fields taken out and sealed, one token per group, of which each subject has one. Absent
 * fields are skipped; without any the data comes back as it is.
 * @throws Error when paths overlap or the data contains a reserved key
 */
export function sealWith(groups: KeyedFields[], data: JsonObject, event: SealedIn): JsonObject {
  refuseReserved(data)
  refuseOverlaps(groups)
  const open = new ChangedCopy({ ...data })
  const tokens: JsonObject[] = []
  for (const { key, paths } of groups) {
    const fields: JsonObject = {}
    for (const path of paths) {
      const value = valueAt(data, path)
      if (value === undefined) continue
      fields[path] = value
      open.take(path)
    }
    const present = Object.keys(fields)
    if (present.length > 0) tokens.push({ token: sealFields(fields, key, event), paths: present })
  }
  if (tokens.length === 0) return data
  open.top[SEALED] = tokens
  return open.top
}

/** Whether a value is a marker; sealing refuses clear data that looks like one. */
export function isSealed(value: unknown): value is Sealed {
  return typeof value === 'object' && value !== null && typeof (value as Partial<Sealed>)[markerKey] === 'string'
}

function refuseReserved(value: Json): void {
  if (value === null || typeof value !== 'object') return
  if (Array.isArray(value)) {
    for (const item of value) refuseReserved(item)
    return
  }
  for (const name in value) {
    if (reserved.has(name)) throw new Error(`data to be sealed may not have a field "${name}"`)
    refuseReserved(value[name] as Json)
  }
}

function refuseOverlaps(groups: KeyedFields[]): void {
  const all = new Set<string>()
  for (const { paths } of groups) {
    for (const path of paths) {
      if (all.has(path)) throw new Error(`field ${path} is to be sealed twice`)
      all.add(path)
    }
  }
  for (const path of all) {
    for (let end = path.indexOf('.'); end !== -1; end = path.indexOf('.', end + 1)) {
      if (all.has(path.slice(0, end))) throw new Error(`field ${path} is to be sealed inside a field sealed as a whole`)
    }
  }
}
