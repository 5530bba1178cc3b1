/** JSON Schema of a payload class, closed: unknown fields are refused. */
import { type Field, fieldsOf, type JsonSchema, type PayloadClass } from './field.js'

const schemas = new WeakMap<PayloadClass, JsonSchema>()

/** The clear schema, as the API takes it: draft 2020-12, nested classes written out. */
export function schemaOf(payload: PayloadClass): JsonSchema {
  const known = schemas.get(payload)
  if (known) return known
  const fields = fieldsOf(payload)
  const schema: JsonSchema = {
    type: 'object',
    additionalProperties: false,
    properties: Object.fromEntries(fields.map((f) => [f.name, fieldSchema(f)])),
    required: fields.filter((f) => !f.optional).map((f) => f.name),
  }
  schemas.set(payload, schema)
  return schema
}

function fieldSchema(field: Field, schemaOfNested: (payload: PayloadClass) => JsonSchema = schemaOf): JsonSchema {
  if (!field.nested) return field.schema
  const inner = schemaOfNested(field.nested)
  return field.list ? { ...field.schema, items: inner } : inner
}

const marker = (name: 'erased' | 'withheld'): JsonSchema => ({
  type: 'object',
  additionalProperties: false,
  properties: { [name]: { const: true } },
  required: [name],
})

const shownSchemas = new WeakMap<PayloadClass, JsonSchema>()

/** The schema as an answer shows it: where a value is sealed, it may be erased or withheld instead. */
export function shownSchemaOf(payload: PayloadClass): JsonSchema {
  const known = shownSchemas.get(payload)
  if (known) return known
  const properties = Object.fromEntries(
    fieldsOf(payload).map((f) => {
      const shown = fieldSchema(f, shownSchemaOf)
      return [f.name, f.sealedFor ? { anyOf: [shown, marker('erased'), marker('withheld')] } : shown]
    }),
  )
  const schema: JsonSchema = { ...schemaOf(payload), properties }
  shownSchemas.set(payload, schema)
  return schema
}

const openSchemas = new WeakMap<PayloadClass, JsonSchema>()

/**
 * The schema of what the log and others hold: sealed values are gone from their places. That of a whole payload is
 * this with the tokens beside it, where it seals anything.
 */
export function openSchemaOf(payload: PayloadClass): JsonSchema {
  const known = openSchemas.get(payload)
  if (known) return known
  const open = fieldsOf(payload).filter((f) => !f.sealedFor)
  const schema: JsonSchema = {
    type: 'object',
    additionalProperties: false,
    properties: Object.fromEntries(open.map((f) => [f.name, fieldSchema(f, openSchemaOf)])),
    required: open.filter((f) => !f.optional).map((f) => f.name),
  }
  openSchemas.set(payload, schema)
  return schema
}

export interface SealedPath {
  /** Dot path; `*` stands for the items of a list. */
  path: string
  sealedFor: NonNullable<Field['sealedFor']>
}

const paths = new WeakMap<PayloadClass, SealedPath[]>()

/** Where a payload holds sealed values. */
export function sealedPathsOf(payload: PayloadClass): SealedPath[] {
  const known = paths.get(payload)
  if (known) return known
  const found = fieldsOf(payload).flatMap((f): SealedPath[] => {
    if (f.sealedFor) return [{ path: f.name, sealedFor: f.sealedFor }]
    if (!f.nested) return []
    const prefix = f.list ? `${f.name}.*` : f.name
    return sealedPathsOf(f.nested).map((inner) => ({ ...inner, path: `${prefix}.${inner.path}` }))
  })
  paths.set(payload, found)
  return found
}
