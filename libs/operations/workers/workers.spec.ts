/** What threads of the program do, done by processes: each opens by the URLs what it needs, and hears of the others through its calls alone. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { business } from '#crm/business.js'
import {
  type EngineUrls,
  generationsOf,
  type OpenForWriting,
  type OpenReadStore,
  openClearStore,
  openForFollowing,
  openForWriting,
  openScratchReadStore,
  readEngineUrls,
} from '#engines'
import { HostileLeases, SharedLeases } from '#engines/hostile/hostile-leases.js'
import { LeaseLost, type Position, refuse } from '#kernel'
import { caughtUp } from '#queries/changes.js'
import { CHECKPOINT } from '#read-models/rows/checkpoint.js'
import { tablesOf } from '#read-models/rows/tables.js'
import { shapeOf } from '#read-models/shape.js'
import { LocalCore } from '../core/local-core.js'
import { appointAdministrator, firstAdministrator } from '../first-start.js'
import { type AnsweringCalls, answering } from './answering.js'
import { type Projecting, type Projection, projecting } from './projecting.js'
import { verifying } from './verifying.js'

const headquarters = { country: 'SE', currency: 'SEK', timeZone: 'Europe/Stockholm', language: 'sv' }
const founding = { name: 'Norrkyla', currency: 'EUR', country: 'FI', timeZone: 'Europe/Helsinki', language: 'fi' }

let dataFolder: string
let urls: EngineUrls
let recorder: OpenForWriting & { core: LocalCore }
let place: string
let leases: SharedLeases
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

const failing = (error: unknown): never => {
  throw error
}

/** A process that projects. */
async function project(o: Pick<Projecting, 'leases'> & Partial<Projecting>): Promise<Projection> {
  const { openReadStore, ...opened } = await openForFollowing(urls)
  const at = { place, identity: recorder.identity }
  const [store, clear] = [await openReadStore(at), await openClearStore(urls, at)]
  return projecting({
    ...business,
    ...opened,
    store,
    clear,
    place,
    onWritten: () => undefined,
    onFailure: failing,
    ...o,
  })
}

beforeEach(async () => {
  dataFolder = mkdtempSync(join(tmpdir(), 'kumppani-workers-'))
  urls = readEngineUrls({}, { dataFolder })
  recorder = await record()
  place = (await generationsOf(urls).next(shapeOf(business.registry, 'en'))).place
  leases = new SharedLeases()
  projector = await project({ rebuild: {}, leases: new HostileLeases(leases, 1) })
  const readers = await openForFollowing(urls)
  store = await readers.openReadStore({ place, readOnly: true })
  insights = await answering({
    ...{ ...business, log: readers.log, vault: readers.vault },
    store,
    accessLog: { find: async () => [] },
    clear: await openClearStore(urls, { place, readOnly: true }),
    clock: () => new Date(),
    locale: 'en',
  })
})

afterEach(async () => {
  await insights.stop()
  await projector.calls.stop()
  await recorder.core.stop()
  for (const each of [recorder.log, recorder.accessEntries, recorder.vault]) await each.close()
  rmSync(dataFolder, { recursive: true })
})

async function namesAsked(): Promise<unknown[]> {
  const { body } = (await insights.draft({ page: 'customers', viewer: administrator(), params: {}, query: {} })).answer
  return (body as { rows: { name: string }[] }).rows.map(({ name }) => name)
}

const administrator = () => recorder.core.viewer(firstAdministrator) ?? refuse('not-found')

async function recorded(name: string): Promise<Position> {
  const { core } = recorder
  const request = { category: 'customer', command: 'register', body: { name } }
  const { position } = await core.dispatch(request, { viewer: administrator(), commandId: core.commandId(name) })
  return position
}

async function differences(o: { momentMs?: number } = {}): Promise<unknown[]> {
  const { openReadStore, ...followers } = await openForFollowing(urls)
  const pairAt = async (place: string, readOnly: boolean) => ({
    store: await openReadStore({ place, readOnly }),
    clear: await openClearStore(urls, { place, readOnly }),
  })
  const kept = await pairAt(place, true)
  const found = await generationsOf(urls).aside(async (aside) =>
    verifying({ ...business, ...followers, kept, clean: await pairAt(aside, false), ...o }),
  )
  for (const each of [kept.store, kept.clear, followers.log, followers.vault]) await each.close()
  return found.differences
}

/** Resolves once the read models show it. */
async function register(name: string): Promise<Position> {
  const position = await recorded(name)
  projector.calls.notify()
  await caughtUp(store, { until: position, patienceMs: 10_000 })
  return position
}

describe('a projector and whoever answers, each with the log and the keys opened by itself', () => {
  it('derive everything there is, and follow what is recorded from then on', async () => {
    expect([await store.checkpoint(CHECKPOINT), await namesAsked()]).toEqual([await recorder.log.head(), []])
    const position = await register('Hotelli Merituuli')
    expect(await namesAsked()).toEqual(['Hotelli Merituuli'])
    expect(await store.checkpoint(CHECKPOINT)).toBe(position)
    expect(await differences()).toEqual([])
  })
})

describe('a verification', () => {
  it('goes on over many moments while more is recorded, with its plaintext', async () => {
    let [isOver, registered] = [false, 0]
    const recording = (async () => {
      for (; !isOver; registered++) await register(`Hotelli ${registered}`)
    })()
    const found = await differences({ momentMs: 0 })
    while (registered < 2) found.push(...(await differences({ momentMs: 0 })))
    isOver = true
    await recording
    expect(found).toEqual([])
    expect((await namesAsked()).length).toBeGreaterThan(1)
  })
})

describe('a projector beside another', () => {
  /** Waits, and takes over once the term of the other has passed. */
  async function takeOver(): Promise<Projection> {
    let second: Projection | undefined
    const waiting = project({ leases: new HostileLeases(leases, 2) }).then((begun) => {
      second = begun
    })
    await register('Hotelli Merituuli')
    expect(second).toBeUndefined()
    // The other may renew it in between.
    for (; !second; await nextTurn())
      for (const name of [`projection:${place}`, 'clear:clear-0001.db']) leases.pass(name)
    await waiting
    return second
  }

  it('waits until it may take over, and goes on where that one was', async () => {
    const failed = Promise.withResolvers<unknown>()
    const first = projector
    await first.calls.stop()
    const held = await project({ leases: new HostileLeases(leases, 3), onFailure: failed.resolve })
    projector = held
    const second = await takeOver()
    expect(await failed.promise).toBeInstanceOf(LeaseLost)
    await held.calls.stop()
    projector = second
    await register('Hotelli Aallokko')
    expect([await namesAsked(), await differences()]).toEqual([['Hotelli Aallokko', 'Hotelli Merituuli'], []])
  })

  it('is not disturbed by that one, which has not heard of it and writes', async () => {
    const failed = Promise.withResolvers<unknown>()
    const resumed = Promise.withResolvers<void>()
    await projector.calls.stop()
    const paused = new HostileLeases(leases, 3)
    const renew = paused.renew.bind(paused)
    paused.renew = (lease) => resumed.promise.then(() => renew(lease))
    const held = await project({ leases: paused, onFailure: failed.resolve })
    projector = held
    const second = await takeOver()
    projector = second
    await recorded('Hotelli Aallokko')
    held.calls.notify()
    expect(await failed.promise).toBeInstanceOf(LeaseLost)
    await register('Hotelli Ulappa')
    expect(await differences()).toEqual([])
    resumed.resolve()
    await held.calls.stop()
  })

  it('lets go of keys that the log says were destroyed, though nobody told of that', async () => {
    const { core, vault } = recorder
    const done = async (category: string, command: string, more: { id?: string; body: object }) => {
      const caller = { viewer: administrator(), commandId: core.commandId(category, command) }
      const recorded = await core.dispatch({ category, command, ...more }, caller)
      projector.calls.notify()
      await caughtUp(store, { until: recorded.position, patienceMs: 10_000 })
      return recorded
    }
    const { id } = await done('contact', 'register', { body: { name: 'Ilona' } })
    const nameBy = async (references: Position) => {
      const asked = { page: 'contact', viewer: administrator(), params: { id }, query: {}, references }
      return ((await insights.draft(asked)).answer.body as { name: unknown }).name
    }
    expect(await nameBy(0)).toBe('Ilona')
    const keys = [(await vault.keyFor(`contact:${id}`)).id]
    await vault.destroy(`contact:${id}`)
    const body = { owners: [`contact:${id}`], keys }
    const { position } = await done('privacy', 'destroy', { id: `contact-${id}`, body })
    expect(await nameBy(position)).toEqual({ erased: true })
  })

  it('answers by the references that whoever asks has seen, though nobody told of them', async () => {
    const { core } = recorder
    const request = { category: 'subsidiary', command: 'open', id: 'se', body: { ...headquarters, name: 'Sverige' } }
    const { position } = await core.dispatch(request, { viewer: administrator(), commandId: core.commandId('se') })
    const asked = { page: 'group', viewer: administrator(), params: {}, query: {}, references: position }
    const { body } = (await insights.draft(asked)).answer
    expect((body as { subsidiaries: { name: string }[] }).subsidiaries.map(({ name }) => name)).toContain('Sverige')
  })
})
