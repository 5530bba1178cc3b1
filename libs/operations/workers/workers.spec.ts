/** What threads of the program do, done by processes: each opens by the URLs what it needs, and hears of the others through its calls alone. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { business } from '#crm/business.js'
import {
  type EngineUrls,
  generationsOf,
  type OpenForWriting,
  type OpenReadStore,
  openForFollowing,
  openForWriting,
  openScratchReadStore,
  readEngineUrls,
} from '#engines'
import { type Position, refuse } from '#kernel'
import { caughtUp } from '#queries/changes.js'
import { CHECKPOINT } from '#read-models/rows/checkpoint.js'
import { tablesOf } from '#read-models/rows/tables.js'
import { shapeOf } from '#read-models/shape.js'
import { LocalCore } from '../core/local-core.js'
import { appointAdministrator, firstAdministrator } from '../first-start.js'
import { type AnsweringCalls, answering } from './answering.js'
import { type Projection, projecting } from './projecting.js'
import { verifying } from './verifying.js'

const founding = { name: 'Norrkyla', currency: 'EUR', country: 'FI', timeZone: 'Europe/Helsinki', language: 'fi' }

let dataFolder: string
let urls: EngineUrls
let recorder: OpenForWriting & { core: LocalCore }
let place: string
let projector: Projection
let insights: AnsweringCalls
let store: OpenReadStore

async function record(): Promise<typeof recorder> {
  const open = await openForWriting(urls)
  const store = await openScratchReadStore('en')
  await store.declare(tablesOf(business.registry))
  const core = new LocalCore({
    ...{ ...business, ...open, store },
    clock: () => new Date(),
    locale: 'en',
    parked: async () => 0,
  })
  await core.start()
  await appointAdministrator(core, founding)
  return { ...open, core }
}

beforeEach(async () => {
  dataFolder = mkdtempSync(join(tmpdir(), 'kumppani-workers-'))
  urls = readEngineUrls({}, { dataFolder })
  recorder = await record()
  place = (await generationsOf(urls).next(shapeOf(business.registry, 'en'))).place
  const { openReadStore, ...projectors } = await openForFollowing(urls)
  projector = await projecting({
    ...{ ...business, ...projectors },
    store: await openReadStore({ place, identity: recorder.identity }),
    rebuild: {},
    onWritten: () => undefined,
    onFailure: (error) => {
      throw error
    },
  })
  const readers = await openForFollowing(urls)
  store = await readers.openReadStore({ place, readOnly: true })
  insights = await answering({
    ...{ ...business, log: readers.log, vault: readers.vault },
    store,
    accessLog: { note: async () => undefined, find: async () => ({ entries: [], more: false }) },
    clock: () => new Date(),
    locale: 'en',
    onFailure: (error) => {
      throw error
    },
  })
})

afterEach(async () => {
  await insights.stop()
  await projector.calls.stop()
  await recorder.core.stop()
  for (const each of [recorder.log, recorder.accesses, recorder.vault]) await each.close()
  rmSync(dataFolder, { recursive: true })
})

async function namesAsked(): Promise<unknown[]> {
  const { body } = await insights.ask({ page: 'customers', viewer: administrator(), params: {}, query: {} })
  return (body as { rows: { name: string }[] }).rows.map(({ name }) => name)
}

const administrator = () => recorder.core.viewer(firstAdministrator) ?? refuse('not-found')

/** Resolves once the read models show it. */
async function register(name: string): Promise<Position> {
  const { core } = recorder
  const request = { category: 'customer', command: 'register', body: { name } }
  const { position } = await core.dispatch(request, { viewer: administrator(), commandId: core.commandId(name) })
  for (const { notify } of [projector.calls, insights]) notify()
  await caughtUp(store, { until: position, patienceMs: 10_000 })
  return position
}

describe('a projector and whoever answers, each with the log and the keys opened by itself', () => {
  it('derive everything there is, and follow what is recorded from then on', async () => {
    expect([await store.checkpoint(CHECKPOINT), await namesAsked()]).toEqual([await recorder.log.head(), []])
    const position = await register('Hotelli Merituuli')
    expect(await namesAsked()).toEqual(['Hotelli Merituuli'])
    const { openReadStore, ...followers } = await openForFollowing(urls)
    const kept = await openReadStore({ place, readOnly: true })
    expect(await kept.checkpoint(CHECKPOINT)).toBe(position)
    const { differences } = await generationsOf(urls).aside(async (aside) =>
      verifying({ ...business, ...followers, kept, clean: await openReadStore({ place: aside }) }),
    )
    expect(differences).toEqual([])
    for (const each of [kept, followers.log, followers.vault]) await each.close()
  })
})
