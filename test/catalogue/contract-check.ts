/** Holds values against the contracts of what is published: as others have them, and closed, so that nothing else leaves. */
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import type { Json, JsonSchema } from '#kernel'

const ajv = new Ajv2020({ strict: false, allErrors: true })
;(addFormats as unknown as (to: unknown) => void)(ajv)
const compiled = new Map<JsonSchema, ValidateFunction>()

/** What a value does not fit in a schema. */
export function misfits(schema: JsonSchema, value: unknown): string[] {
  const { $id: _, ...anonymous } = schema
  const validate = compiled.get(schema) ?? ajv.compile(anonymous)
  compiled.set(schema, validate)
  return validate(value) ? [] : (validate.errors ?? []).map((error) => `${error.instancePath} ${error.message}`)
}

/** As the contracts are, but that nothing may stand there which they do not name. */
export const closedContracts = (schemas: ReadonlyMap<string, JsonSchema>): ReadonlyMap<string, JsonSchema> =>
  new Map([...schemas].map(([name, schema]) => [name, closed(schema) as JsonSchema]))

function closed(value: Json): Json {
  if (Array.isArray(value)) return value.map(closed)
  if (value === null || typeof value !== 'object') return value
  const inner = Object.fromEntries(Object.entries(value).map(([name, member]) => [name, closed(member)]))
  return inner.type === 'object' && inner.properties !== undefined ? { ...inner, additionalProperties: false } : inner
}

/** @throws Error where none is called so */
export function contractNamed(name: string, among: ReadonlyMap<string, JsonSchema>): JsonSchema {
  const schema = among.get(name)
  if (!schema) throw new Error(`no contract is called ${name}`)
  return schema
}
