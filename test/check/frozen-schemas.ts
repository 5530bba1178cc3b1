/**
 * Frozen schemas: of each version of what others read the contract as it was first given. They are written once and
 * never again: what is published fits all of them, whatever was added since.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Json, JsonSchema } from '#kernel'

const folder = 'test/frozen/schemas'
const fileOf = (name: string): string => join(folder, `${name}.json`)

/** Names of those that nobody was given yet. */
export const unfrozenSchemas = (schemas: ReadonlyMap<string, JsonSchema>): string[] =>
  [...schemas.keys()].filter((name) => !existsSync(fileOf(name)))

/** Writes those that are missing. */
export function freezeSchemas(schemas: ReadonlyMap<string, JsonSchema>): void {
  mkdirSync(folder, { recursive: true })
  for (const name of unfrozenSchemas(schemas)) {
    writeFileSync(fileOf(name), `${JSON.stringify(schemas.get(name), null, 2)}\n`)
  }
}

export const frozenSchemas = (): Map<string, JsonSchema> =>
  new Map(
    readdirSync(folder).map((file) => [
      file.replace(/\.json$/, ''),
      JSON.parse(readFileSync(join(folder, file), 'utf8')) as JsonSchema,
    ]),
  )

/** What may stand in the new where the old had nothing: it tells, and forbids nothing. */
const addable: ReadonlySet<string> = new Set(['description', 'examples', 'title', 'x-vocabulary'])

/**
 * Where what the new allows may not be what the old promised: a field that was always there is not any more, or is gone,
 * or is of another kind. Fields and choices may be added; sentences may be said otherwise.
 */
export function brokenIn(old: JsonSchema, now: JsonSchema, at = ''): string[] {
  const names = new Set([...Object.keys(old), ...Object.keys(now)].filter((name) => !addable.has(name)))
  return [...names].flatMap((name) => brokenAt(name, { old: old[name], now: now[name], at }))
}

interface Compared {
  old: Json | undefined
  now: Json | undefined
  at: string
}

function brokenAt(name: string, { old, now, at }: Compared): string[] {
  const place = `${at}/${name}`
  if (name === 'properties') return brokenProperties((old ?? {}) as JsonSchema, (now ?? {}) as JsonSchema, place)
  if (name === 'required') return missing(old, now).map((field) => `${place}: ${field} is not always there any more`)
  if (name === 'enum') return missing(old, now).map((choice) => `${place}: ${choice} is gone`)
  if (isSchema(old) && isSchema(now)) return brokenIn(old, now, place)
  return JSON.stringify(old) === JSON.stringify(now)
    ? []
    : [`${place}: was ${JSON.stringify(old)}, is ${JSON.stringify(now)}`]
}

function brokenProperties(old: JsonSchema, now: JsonSchema, at: string): string[] {
  return Object.entries(old).flatMap(([name, schema]) => {
    const next = now[name]
    if (next === undefined) return [`${at}/${name}: is gone`]
    return brokenIn(schema as JsonSchema, next as JsonSchema, `${at}/${name}`)
  })
}

const isSchema = (value: Json | undefined): value is JsonSchema =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const missing = (old: Json | undefined, now: Json | undefined): string[] => {
  const still = new Set(((now ?? []) as Json[]).map(String))
  return ((old ?? []) as Json[]).map(String).filter((each) => !still.has(each))
}
