/** How people read the fields of an answer: each value once, and what only says how to read another one not at all. */
import { type Field, fieldsOf, type Json, type JsonObject, type PayloadClass } from '#kernel'

export interface ReadField {
  /** As it is read: `bought`, of `boughtMinor`. */
  name: string
  field: Field
  /** Its value in a record: as exactly as a time is known, and of what is named beside it its name. */
  of(record: JsonObject): Json | undefined
  /** The field with its currency, where it is minor units; empty where that is the group's. */
  minorIn?: string
  /** Whether it is known by its name, beside it. */
  isNamed: boolean
}

const known = new WeakMap<PayloadClass, ReadonlyMap<string, ReadField>>()

/** By the names of the fields. */
export function readFieldsOf(payload: PayloadClass): ReadonlyMap<string, ReadField> {
  const fields = known.get(payload) ?? new Map(readIn(fieldsOf(payload)).map((read) => [read.field.name, read]))
  known.set(payload, fields)
  return fields
}

function readIn(fields: readonly Field[]): ReadField[] {
  const names = new Set(fields.map(({ name }) => name))
  return fields.filter((field) => !field.drawn && !isBeside(field.name, names)).map((field) => readField(field, names))
}

function readField(field: Field, names: ReadonlySet<string>): ReadField {
  const { name } = field
  const [, amount] = /^(.+)Minor$/.exec(name) ?? []
  const currency = `${amount}Currency`
  return {
    name: amount ?? name,
    field,
    of: (record) => shownOf(name, record),
    ...(amount !== undefined && { minorIn: names.has(currency) ? currency : '' }),
    isNamed: names.has(`${name}Name`),
  }
}

function shownOf(name: string, record: JsonObject): Json | undefined {
  const precision = name === 'at' ? record.precision : record[`${name}Precision`]
  if (precision === undefined || precision === 'instant') return record[`${name}Name`] ?? record[name]
  return (name === 'at' ? record.occurred : record[`${name}On`]) ?? record[name]
}

/** Whether a field says no more than how to read another one. */
function isBeside(name: string, names: ReadonlySet<string>): boolean {
  const [, of, as] = /^(.+?)(On|Precision|Name|Currency|Unvalued|Amounts)$/.exec(name) ?? []
  if (as === 'Name') return names.has(of ?? '')
  if (as === 'Currency') return names.has(`${of}Minor`)
  if (as === 'Unvalued' || as === 'Amounts') return names.has(`${of}LeftOut`)
  if (as !== undefined) return names.has(of ?? '') && names.has(`${of}Precision`)
  if (name === 'unvalued' || name === 'amounts') return names.has('leftOut')
  return (name === 'precision' || name === 'occurred') && names.has('at')
}

/** What a name may have beside it without being more than a name. */
const ofNames: ReadonlySet<string> = new Set(['id', 'name', 'country', 'nameOfToday'])

/** Whether a class is an id with its name. */
export function isName(payload: PayloadClass): boolean {
  const names = fieldsOf(payload).map(({ name }) => name)
  return names.includes('id') && names.includes('name') && names.every((name) => ofNames.has(name))
}

/** Whether a class is an amount in its currency. */
export function isMoney(payload: PayloadClass): boolean {
  const names = fieldsOf(payload).map(({ name }) => name)
  return names.includes('amountMinor') && names.includes('currency')
}
