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

describe('the examples of', () => {
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
  const samples = readdirSync(join(root, frozenFolder)).map((file) => [file, sampleIn(file)] as const)

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
