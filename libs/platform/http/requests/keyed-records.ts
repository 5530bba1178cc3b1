/**
 * Records that a request names by the key of the request that began them, `{ "of": "<Idempotency-Key>" }`: who records
 * without a connection knows a record by that alone, until the first request is answered.
 */
import { fieldsOf, type JsonSchema, type PayloadClass, type Registry } from '#kernel'
import type { Commands } from '#operations'
import { Refused } from '../problems/problem.js'
import { type CommandRoute, commandRoutesOf } from '../routes/registry-routes.js'

/** What stands before a key where a path names a record by it; no id has a colon. */
const inPath = 'of:'

/** Routes that begin a record under an id of its own, by the category of the records. */
const beginningsOf = (registry: Registry): ReadonlyMap<string, readonly CommandRoute[]> =>
  Map.groupBy(
    registry.slices
      .flatMap((slice) => commandRoutesOf(slice, registry))
      .filter(({ path, spec }) => spec.creates && !spec.identifiedBy && !path.includes(':')),
    ({ category }) => category,
  )

const categoryOf = (kind: string): string => kind.replaceAll('-', '')

export class KeyedRecords {
  private readonly beginnings: ReadonlyMap<string, readonly CommandRoute[]>

  constructor(
    registry: Registry,
    private readonly commands: Commands,
  ) {
    this.beginnings = beginningsOf(registry)
  }

  /**
   * The id that a path names, told or by a key.
   * @throws Refused `key-not-recorded`
   */
  async idIn(named: string, category: string, member: string): Promise<string> {
    return named.startsWith(inPath) ? this.idOf(named.slice(inPath.length), category, member) : named
  }

  /**
   * A body with ids in place of keys, wherever its fields are ids of such records.
   * @throws Refused `key-not-recorded`
   */
  async resolved(value: unknown, payload: PayloadClass, member: string): Promise<unknown> {
    if (!isObject(value)) return value
    const fields = new Map(fieldsOf(payload).map((field) => [field.name, field]))
    const entries = Object.entries(value).map(async ([name, inner]): Promise<[string, unknown]> => {
      const { nested, refersTo } = fields.get(name) ?? {}
      const each = async (one: unknown): Promise<unknown> => {
        if (nested) return this.resolved(one, nested, member)
        return refersTo !== undefined && isKeyed(one) ? this.idOf(one.of, categoryOf(refersTo), member) : one
      }
      return [name, Array.isArray(inner) ? await Promise.all(inner.map(each)) : await each(inner)]
    })
    return Object.fromEntries(await Promise.all(entries))
  }

  private async idOf(key: string, category: string, member: string): Promise<string> {
    const routes = this.beginnings.get(category) ?? []
    const ids = await Promise.all(
      routes.map(({ method, path }) =>
        this.commands.begun(category, this.commands.commandId(member, `${method} ${path}`, '', key)),
      ),
    )
    const found = ids.find((id) => id !== undefined)
    if (found === undefined) throw new Refused('key-not-recorded', { details: { of: key } })
    return found
  }
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  value !== null && typeof value === 'object' && !Array.isArray(value)

const isKeyed = (value: unknown): value is { of: string } =>
  isObject(value) && Object.keys(value).length === 1 && typeof value.of === 'string'

/** How a body may name a record. */
export const keyedSchema: JsonSchema = {
  type: 'object',
  description: 'The record that an earlier request of yours has begun, by its Idempotency-Key.',
  additionalProperties: false,
  properties: { of: { type: 'string' } },
  required: ['of'],
}

/** The schema of a body in which such records may be named by keys as well as by ids. */
export class KeyedSchemas {
  private readonly beginnings: ReadonlyMap<string, unknown>

  constructor(
    registry: Registry,
    private readonly reference: JsonSchema,
  ) {
    this.beginnings = beginningsOf(registry)
  }

  of(schema: JsonSchema, payload: PayloadClass): JsonSchema {
    const properties = { ...(schema.properties as Record<string, JsonSchema>) }
    for (const { name, refersTo, nested } of fieldsOf(payload)) {
      const known = properties[name]
      if (!known) continue
      const each = (one: JsonSchema): JsonSchema => {
        if (nested) return this.of(one, nested)
        return refersTo !== undefined && this.beginnings.has(categoryOf(refersTo))
          ? { anyOf: [one, this.reference] }
          : one
      }
      properties[name] = known.type === 'array' ? { ...known, items: each(known.items as JsonSchema) } : each(known)
    }
    return { ...schema, properties }
  }
}
