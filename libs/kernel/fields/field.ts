/**
 * What a field is: the one description from which validation, JSON Schema, sealing and the event
 * catalogue are derived. Fields are kept per class and inherited.
 */
import type { Json } from '../events/stored-event.js'

/** A payload class: only its decorated fields matter, values stay plain JSON. */
export type PayloadClass<T extends object = object> = new () => T

export type JsonSchema = { [key: string]: Json }

/**
 * Whose key seals the value. `writing`: free text, by who is in it; `contact` and `member`: the
 * person the event is about. Open fields are not sealed at all.
 */
export type SealedFor = 'writing' | 'contact' | 'member'

export interface Field {
  name: string
  /** JSON Schema of the clear value. */
  schema: JsonSchema
  optional: boolean
  sealedFor?: SealedFor
  /** Class of a nested value, or of the items of a list. */
  nested?: PayloadClass
  list: boolean
  /** What an id refers to: `member`, `customer`, … */
  refersTo?: string
}

const ownFields = new WeakMap<object, Map<string, Field>>()

/** Adds to what is known of one field; decorators of one property may come in any order. */
export function describeField(target: object, name: string, part: Partial<Field>): void {
  const fields = ownFields.get(target) ?? new Map<string, Field>()
  ownFields.set(target, fields)
  const known = fields.get(name) ?? { name, schema: {}, optional: false, list: false }
  fields.set(name, { ...known, ...part, schema: { ...known.schema, ...part.schema } })
}

/** All fields of a class, inherited ones first, in the order written. */
export function fieldsOf(payload: PayloadClass): Field[] {
  const chain: object[] = []
  for (let at = payload.prototype; at && at !== Object.prototype; at = Object.getPrototypeOf(at)) chain.unshift(at)
  const all = new Map<string, Field>()
  for (const prototype of chain) for (const [name, field] of ownFields.get(prototype) ?? []) all.set(name, field)
  return [...all.values()]
}
