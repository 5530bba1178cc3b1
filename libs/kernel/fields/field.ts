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
 * person the event is about; `import`: the import, with whose files it goes. Open fields are not sealed at all.
 */
export type SealedFor = 'writing' | 'contact' | 'member' | 'import'

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
  /** Whether it is drawn, and read by nobody. */
  drawn?: boolean
}

/** Puts a field's rules on a property of a class: what a decorator does, kept so that it can be done again. */
type Decoration = (target: object, key: string) => void

const ownFields = new WeakMap<object, Map<string, Field>>()

/** Adds to what is known of one field; decorators of one property may come in any order. */
export function describeField(target: object, name: string, part: Partial<Field>): void {
  const fields = ownFields.get(target) ?? new Map<string, Field>()
  ownFields.set(target, fields)
  const known = fields.get(name) ?? { name, schema: {}, optional: false, list: false }
  fields.set(name, { ...known, ...part, schema: { ...known.schema, ...part.schema } })
}

const decorations = new WeakMap<object, Map<string, Decoration[]>>()

/** Does what a field decorator does, and remembers it for copies of the field. */
export function decorate(target: object, name: string, decoration: Decoration): void {
  const known = decorations.get(target) ?? new Map<string, Decoration[]>()
  decorations.set(target, known.set(name, [...(known.get(name) ?? []), decoration]))
  decoration(target, name)
}

/** Gives a class a field with the same description and rules as a field of another. */
export function copyField(
  source: { from: PayloadClass; name: string },
  copy: { to: PayloadClass; name: string },
): void {
  for (const prototype of prototypesOf(source.from)) {
    for (const decoration of decorations.get(prototype)?.get(source.name) ?? []) {
      decorate(copy.to.prototype, copy.name, decoration)
    }
  }
}

/** Prototypes of a class and those it inherits from, the eldest first. */
function prototypesOf(payload: PayloadClass): object[] {
  const chain: object[] = []
  for (let at = payload.prototype; at && at !== Object.prototype; at = Object.getPrototypeOf(at)) chain.unshift(at)
  return chain
}

/** All fields of a class, inherited ones first, in the order written. */
export function fieldsOf(payload: PayloadClass): Field[] {
  const all = new Map<string, Field>()
  for (const prototype of prototypesOf(payload))
    for (const [name, field] of ownFields.get(prototype) ?? []) all.set(name, field)
  return [...all.values()]
}
