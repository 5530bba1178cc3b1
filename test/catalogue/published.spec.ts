/** What others read of events fits the contracts they are given: now, and those that they were given before. */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import asyncApiSchemas from '@asyncapi/specs'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { Ajv } from 'ajv'
import { business } from '#crm/business.js'
import { importTargets } from '#crm/imports/import-targets.js'
import { sentTopics } from '#crm/imports/sent-topics.js'
import { openSqliteVault } from '#engines/sqlite/key-vault/sqlite-key-vault.js'
import { compileTargets } from '#imports'
import {
  type Correction,
  type EventDefinition,
  type JsonObject,
  type JsonSchema,
  type StoredEvent,
  storedPosition,
  withMarkers,
} from '#kernel'
import { EventSealer } from '#privacy/event-sealer.js'
import { openSealed } from '#privacy/opening.js'
import { asyncApiOf, EventMessages, publishedEvents, publishedViews, schemaSet, sourceOf } from '#streams'
import { type FrozenSample, frozenFolder, storedExample } from '../check/frozen-samples.js'
import { brokenIn, frozenSchemas, unfrozenSchemas } from '../check/frozen-schemas.js'
import { closedContracts, contractNamed, misfits } from './contract-check.js'

const { registry } = business
const received = { topics: sentTopics, catalogue: compileTargets(importTargets, registry).catalogue }
const root = resolve(import.meta.dirname, '../../..')
const folder = mkdtempSync(join(tmpdir(), 'kumppani-published-'))
const messages = new EventMessages(registry, sourceOf('dGVzdA'))
const schemas = schemaSet(registry)
const published = publishedEvents(registry).map((definition) => [definition.type, definition] as const)

let vault: ReturnType<typeof openSqliteVault>
let sealer: EventSealer
beforeAll(() => {
  vault = openSqliteVault({ file: join(folder, 'keys.db'), erasuresFile: join(folder, 'erasures.log') })
  sealer = new EventSealer(vault, registry.catalogue)
})
afterAll(async () => {
  await vault.close()
  rmSync(folder, { recursive: true, force: true })
})

const closedSchemas = closedContracts(schemas)
const nameOf = ({ type, version }: Pick<EventDefinition, 'type' | 'version'>) => `${type}.v${version}`
const schemaNamed = (name: string, among = closedSchemas): JsonSchema => contractNamed(name, among)

const plain = (value: unknown) => JSON.parse(JSON.stringify(value)) as JsonObject

interface Recording {
  data: JsonObject
  version?: number
  corrects?: Correction
}

/** What others read of an event with this data, as the log holds it. */
function readByOthers({ type, version: newest }: EventDefinition, { data, version = newest, corrects }: Recording) {
  const at = '2026-02-10T08:00:00.000Z'
  const event: StoredEvent = {
    id: '0f8fad5b-d9cb-869f-a165-70867728950e',
    type,
    stream: `${type.split('.')[0]}-e1`,
    revision: 0,
    position: storedPosition(7),
    data,
    metadata: {
      schemaVersion: version,
      occurredAt: at,
      occurredPrecision: 'instant',
      effectiveAt: at,
      recordedAt: at,
      actor: 'aino',
      customers: ['c1'],
      contacts: [],
      commandId: 'k',
      fingerprint: 'f',
      ...(corrects && { corrects, formerly: { customers: ['c2'], contacts: [] } }),
    },
  }
  const message = messages.of(event, { place: 1, of: 1 })
  if (!message) throw new Error(`${type} is not published`)
  return JSON.parse(message.value) as { data: JsonObject & { fact: JsonObject } }
}

describe('the message of', () => {
  it.each(published)('%s fits its contract with every example, and opens to it', async (_, definition) => {
    for (const example of definition.examples.map(plain)) {
      const data = await storedExample(definition, sealer, example)
      const message = readByOthers(definition, { data })
      expect(misfits(schemaNamed('envelope.v1'), message)).toEqual([])
      expect(misfits(schemaNamed(nameOf(definition)), message.data)).toEqual([])
      expect(openSealed(withMarkers(message.data.fact), vault)).toEqual(example)
    }
  })

  it.each(published)(
    '%s fits no longer once anything open is missing, unknown or of another kind',
    async (_, definition) => {
      const schema = schemaNamed(nameOf(definition))
      for (const example of definition.examples.map(plain)) {
        const { data } = readByOthers(definition, { data: await storedExample(definition, sealer, example) })
        const { '~sealed': tokens, ...open } = data.fact
        const facts = [
          { ...data.fact, unheardOf: 1 },
          ...Object.keys(open).map((name) => ({ ...data.fact, [name]: { no: 'such' } })),
          ...(tokens === undefined ? [] : [{ ...example }]),
        ]
        for (const fact of facts) expect(misfits(schema, { ...data, fact })).not.toEqual([])
        expect(misfits(schema, { ...data, fact: undefined })).not.toEqual([])
      }
    },
  )

  it.each(published)('%s fits its contract where it restates or retracts', async (_, definition) => {
    const because = { '~because': 'A slip of the hand.' }
    const restated = await storedExample(definition, sealer, { ...plain(definition.examples[0]), ...because })
    const retracted = await storedExample(definition, sealer, because)
    for (const [data, mode] of [
      [restated, 'restate'],
      [retracted, 'retract'],
    ] as const) {
      const message = readByOthers(definition, { data, corrects: { eventId: 'e0', mode } })
      expect(misfits(schemaNamed('envelope.v1'), message)).toEqual([])
      expect(misfits(schemaNamed(nameOf(definition)), message.data)).toEqual([])
      expect(JSON.stringify(message)).not.toContain(because['~because'])
    }
  })
})

const samples = readdirSync(join(root, frozenFolder))
  .filter((file) => file.endsWith('.json'))
  .map((file) => [file, JSON.parse(readFileSync(join(root, frozenFolder, file), 'utf8')) as FrozenSample] as const)
  .filter(([, { type }]) => messages.topicsOf(type).length > 0)

describe('an event of an earlier version', () => {
  it.each(samples)('%s is published in the newest', (_, { type, version, data, keys }) => {
    const definition = registry.catalogue.require(type)
    const { fact } = readByOthers(definition, { data, version }).data
    expect(misfits(schemaNamed(nameOf(definition), schemas), readByOthers(definition, { data, version }).data)).toEqual(
      [],
    )
    const vaultThen = { bytesOf: (id: string) => (keys[id] === undefined ? null : Buffer.from(keys[id], 'base64')) }
    expect(() => openSealed(withMarkers(fact), vaultThen)).not.toThrow()
  })
})

describe('what leaves', () => {
  it('is nothing that is private, or kept for the program itself', () => {
    const kept = registry.catalogue.all().filter(({ published: leaves }) => leaves !== true)
    const categories = new Set(kept.map(({ category }) => category))
    for (const category of ['command', 'process', 'import', 'identifier', 'privacy', 'touchpoint'])
      expect([...categories]).toContain(category)
    const types = kept.map(({ type }) => type)
    expect(types).toEqual(expect.arrayContaining(['touchpoint.private-note', 'touchpoint.kept-private']))
  })

  it('has no sealed field in a table', () => {
    for (const { published: table } of publishedViews(registry)) {
      const name = `${table.name}.v${table.version}`
      expect(JSON.stringify(schemaNamed(name))).not.toContain('~sealed')
    }
  })
})

describe('the AsyncAPI document', () => {
  const document = asyncApiOf(registry, '0.0.0', received)

  it('is one by the schema of its specification', () => {
    const validate = new Ajv({ strict: false, allErrors: true, validateFormats: false }).compile(
      asyncApiSchemas.schemasWithoutId['3.0.0'],
    )
    expect(validate({ ...document, info: {} })).toBe(false)
    expect(validate(document) ? [] : validate.errors).toEqual([])
  })

  it('names no part that is not there', () => {
    const text = JSON.stringify(document)
    for (const [, path = ''] of text.matchAll(/"\$ref":"#\/([^"]+)"/g)) {
      const found = path
        .split('/')
        .reduce<unknown>((at, step) => (at as Record<string, unknown> | undefined)?.[step], document)
      expect([path, found !== undefined]).toEqual([path, true])
    }
  })
})

describe('a contract that was given before', () => {
  it('is kept for all there are', () => {
    expect(unfrozenSchemas(schemas)).toEqual([])
  })

  it.each([...frozenSchemas()])('%s is not broken', (name, frozen) => {
    const now = schemas.get(name)
    expect(now ? brokenIn(frozen, now) : []).toEqual([])
  })
})
