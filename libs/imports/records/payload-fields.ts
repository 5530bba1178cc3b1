/**
 * The fields of a target, read off the payload class of its command: what the class takes, a mapping
 * may fill, so a new field or touchpoint kind needs nothing here.
 */
import {
  type Field,
  type Format,
  fieldsOf,
  formats,
  type Json,
  type JsonObject,
  type Money,
  type PayloadClass,
} from '#kernel'
import type { FieldKind, FieldValue, RecordReference, TargetField } from '../targets.js'
import type { RecordIds } from './record-ids.js'

/** A field of a target with the place in the command's body where its value goes. */
export interface PayloadField {
  /** Dotted where nested: `notes.goals`. */
  name: string
  field: TargetField
  toJson(value: FieldValue, ids: RecordIds): Json
}

interface Reading {
  /** Names of targets that references may name. */
  targets: ReadonlySet<string>
  /** Fields that are set by other means. */
  without: readonly string[]
}

export function payloadFields(payload: PayloadClass, reading: Reading): PayloadField[] {
  return fieldsOf(payload)
    .filter(({ name }) => !reading.without.includes(name))
    .flatMap((field) => fieldsAt(field, reading))
}

function fieldsAt(field: Field, reading: Reading): PayloadField[] {
  const { nested, name } = field
  if (!nested || isMoney(nested)) {
    const kind = kindOf(field, reading.targets)
    return kind ? [{ name, field: { ...kind.kind, required: !field.optional }, toJson: kind.toJson }] : []
  }
  // A list of things with fields of their own has no place in one row; such rows are records themselves.
  if (field.list) return []
  return payloadFields(nested, reading).map((inner) => ({
    ...inner,
    name: `${name}.${inner.name}`,
    field: { ...inner.field, required: !field.optional && inner.field.required },
  }))
}

interface Kind {
  kind: FieldKind
  toJson: PayloadField['toJson']
}

const asItIs = (value: FieldValue): Json => value as Json
const isMoney = (nested: PayloadClass): boolean => {
  const names = fieldsOf(nested).map(({ name }) => name)
  return names.includes('amountMinor') && names.includes('currency')
}

function kindOf(field: Field, targets: ReadonlySet<string>): Kind | undefined {
  if (field.nested) return { kind: { kind: 'money' }, toJson: (value) => moneyJson(value as Money) }
  if (!field.list) return kindOfOne(field, targets)
  const items = (field.schema.items ?? {}) as Field['schema']
  const one = kindOfOne({ ...field, schema: items }, targets)
  if (!one) return undefined
  const toJson: Kind['toJson'] = (value, ids) => (value as FieldValue[]).map((item) => one.toJson(item, ids))
  return { kind: { kind: 'list', of: one.kind }, toJson }
}

const moneyJson = ({ amountMinor, currency }: Money): JsonObject => ({ amountMinor, currency })

function kindOfOne({ schema, refersTo }: Field, targets: ReadonlySet<string>): Kind | undefined {
  if (refersTo !== undefined && targets.has(refersTo)) {
    return { kind: { kind: 'reference', target: refersTo }, toJson: referenceJson }
  }
  const max = schema.maxLength as number | undefined
  if (Array.isArray(schema.enum)) return plain({ kind: 'choice', choices: schema.enum as string[] })
  if (schema.type === 'boolean') {
    return { kind: { kind: 'choice', choices: ['true', 'false'] }, toJson: (value) => value === 'true' }
  }
  if (schema.type === 'integer') {
    return plain({ kind: 'integer', min: schema.minimum as number, max: schema.maximum as number })
  }
  switch (schema.format) {
    case 'k-writing':
      return plain({ kind: 'text', max })
    case 'k-label':
      return plain({ kind: 'label', max })
    case 'k-day':
      return plain({ kind: 'day' })
    case 'k-instant':
      return plain({ kind: 'instant' })
    case 'k-decimal':
      return plain({ kind: 'decimal', digits: 9 })
    default:
      return formed(schema.format as Format | undefined)
  }
}

const plain = (kind: FieldKind): Kind => ({ kind, toJson: asItIs })

function referenceJson(value: FieldValue, ids: RecordIds): Json {
  const { target, key } = value as RecordReference
  return ids.of(target, key)
}

const formNames: Partial<Record<Format, string>> = {
  'k-id': 'an id: lower-case letters, digits, dots and hyphens',
  'k-code': 'a code: letters, digits, spaces, dots, slashes, hyphens and underscores',
  'k-mail': 'a mail address',
  'k-zone': 'a time zone',
  'k-phone': 'a phone number',
  'k-country': 'a country code like FI',
  'k-currency': 'a currency code like EUR',
  'k-language': 'a language code like fi',
}

function formed(format: Format | undefined): Kind | undefined {
  const name = format && formNames[format]
  return name ? plain({ kind: 'label', form: { name, code: format, fits: formats[format] } }) : undefined
}

/** The body that the values of a record make. */
export function bodyOf(
  fields: readonly PayloadField[],
  values: Readonly<Record<string, FieldValue>>,
  ids: RecordIds,
): JsonObject {
  const body: JsonObject = {}
  for (const { name, toJson } of fields) {
    const value = values[name]
    if (value !== undefined) put(body, name, toJson(value, ids))
  }
  return body
}

function put(body: JsonObject, path: string, value: Json): void {
  const at = path.indexOf('.')
  if (at < 0) {
    body[path] = value
    return
  }
  const inner = (body[path.slice(0, at)] ?? {}) as JsonObject
  body[path.slice(0, at)] = inner
  put(inner, path.slice(at + 1), value)
}
