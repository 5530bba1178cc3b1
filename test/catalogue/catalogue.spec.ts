/** Every event of the catalogue: its examples fit, come back whole from the log, and leave nothing personal in it. */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { openSqliteVault } from '#engines/sqlite/key-vault/sqlite-key-vault.js'
import {
  canonicalJson,
  type EventDefinition,
  InvalidInput,
  type Json,
  type JsonObject,
  parse,
  type StoredEvent,
  sealedPathsOf,
  withMarkers,
} from '#kernel'
import { EventSealer } from '#privacy/event-sealer.js'
import { openSealed } from '#privacy/opening.js'
import { type FrozenSample, frozenFolder, storedCatalogue, storedExample, unfrozen } from '../check/frozen-samples.js'

const catalogue = storedCatalogue
const events = catalogue.all().map((definition) => [definition.type, definition] as const)
const folder = mkdtempSync(join(tmpdir(), 'kumppani-catalogue-'))
const root = resolve(import.meta.dirname, '../../..')

let vault: ReturnType<typeof openSqliteVault>
let sealer: EventSealer
beforeAll(() => {
  vault = openSqliteVault({ file: join(folder, 'keys.db'), erasuresFile: join(folder, 'erasures.log') })
  sealer = new EventSealer(vault, catalogue)
})
afterAll(async () => {
  await vault.close()
  rmSync(folder, { recursive: true, force: true })
})

const plain = (value: unknown) => JSON.parse(JSON.stringify(value)) as JsonObject
const examplesOf = ({ examples }: EventDefinition) => examples.map(plain)

/** All values at a path; lists along it give one each. */
function valuesAt(value: Json | undefined, [name, ...rest]: string[]): Json[] {
  if (value === undefined || value === null) return []
  if (name === undefined) return [value]
  if (Array.isArray(value)) return value.flatMap((each) => valuesAt(each, rest))
  return typeof value === 'object' ? valuesAt((value as JsonObject)[name], rest) : []
}

const wrongValues: readonly Json[] = [null, [], {}, 'x', 1, true, [null], [[]], [{}], ['']]

/** The same with another value, or none, in each place of it, with where that is. */
function* wrongIn(value: Json, path: readonly string[] = []): Generator<{ path: string; value: Json | undefined }> {
  if (path.length > 0) {
    yield { path: path.join('.'), value: undefined }
    for (const wrong of wrongValues) yield { path: path.join('.'), value: wrong }
  }
  if (value === null || typeof value !== 'object') return
  for (const [name, member] of Object.entries(value)) yield* wrongIn(member as Json, [...path, name])
}

/** With another value at a path; without the field where there is none. */
function replaced(value: Json, [name, ...rest]: readonly string[], by: Json | undefined): Json {
  if (name === undefined) return by ?? null
  if (Array.isArray(value)) return value.map((item, at) => (String(at) === name ? replaced(item, rest, by) : item))
  const { [name]: member = null, ...others } = value as JsonObject
  return rest.length === 0 && by === undefined ? others : { ...others, [name]: replaced(member, rest, by) }
}

function problemsOf(definition: EventDefinition, input: Json): readonly { path: string; code: string }[] {
  try {
    parse(definition.payload, input)
    return []
  } catch (error) {
    if (error instanceof InvalidInput) return error.problems
    throw error
  }
}

describe('the examples of', () => {
  it.each(events)('%s, wrong in one place, are refused with a place and a code', (_, definition) => {
    for (const example of examplesOf(definition)) {
      for (const { path, value } of wrongIn(example)) {
        const found = problemsOf(definition, replaced(example, path.split('.'), value))
        const vague = found.filter((problem) => problem.path === '' || !/^[a-z][a-z-]*$/.test(problem.code))
        expect([path, value, vague]).toEqual([path, value, []])
      }
    }
  })

  it.each(events)('%s fit, and nothing unknown does', (_, definition) => {
    for (const example of examplesOf(definition)) {
      expect(plain(parse(definition.payload, example))).toEqual(example)
      expect(() => parse(definition.payload, { ...example, unheardOf: 1 })).toThrow(InvalidInput)
      expect(catalogue.fits(definition.type, { ...example, unheardOf: 1 })).toBe(false)
    }
  })

  it.each(events)('%s come back whole from what the log holds', async (_, definition) => {
    for (const example of examplesOf(definition)) {
      const stored = JSON.parse(canonicalJson(await storedExample(definition, sealer, example))) as JsonObject
      expect(openSealed(withMarkers(stored), vault)).toEqual(example)
    }
  })
})

const sealing = events.filter(([, { payload }]) => sealedPathsOf(payload).length > 0)

describe('what the log holds of', () => {
  it.each(sealing)('%s says nothing of what is sealed', async (_, definition) => {
    const values = examplesOf(definition).flatMap((example) =>
      sealedPathsOf(definition.payload).flatMap(({ path }) => valuesAt(example, path.split('.'))),
    )
    expect(values.length).toBeGreaterThan(0)
    for (const example of examplesOf(definition)) {
      const { '~sealed': _tokens, ...open } = await storedExample(definition, sealer, example)
      const bytes = canonicalJson(open)
      for (const value of values) expect(bytes).not.toContain(canonicalJson(value))
    }
  })
})

const sampleIn = (file: string) => JSON.parse(readFileSync(join(root, frozenFolder, file), 'utf8')) as FrozenSample

describe('a frozen sample', () => {
  const files = readdirSync(join(root, frozenFolder)).filter((file) => file.endsWith('.json'))
  const samples = files.map((file) => [file, sampleIn(file)] as const)

  it('is there for every event in its current version', () => {
    expect(unfrozen(catalogue).map(({ type, version }) => `${type}.v${version}`)).toEqual([])
  })

  it.each(samples)('%s is read in the newest version', (_, { type, version, data, keys, says }) => {
    const metadata = { schemaVersion: version } as StoredEvent['metadata']
    const event = { type, data, metadata } as StoredEvent
    const vaultThen = { bytesOf: (id: string) => (keys[id] === undefined ? null : Buffer.from(keys[id], 'base64')) }
    const read = openSealed(catalogue.read(event).data, vaultThen)
    expect(catalogue.fits(type, read)).toBe(true)
    if (catalogue.get(type)?.version === version) expect(read).toEqual(says)
  })
})
