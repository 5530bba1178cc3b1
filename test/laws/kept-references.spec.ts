/** References that begin with what is kept of them are those that the log says from its beginning. */
import { afterEach, describe, expect, it, jest } from '@jest/globals'
import fc from 'fast-check'
import { sampleEvent } from '#engines/contracts/event-log/sample-event.js'
import { HostileEventLog } from '#engines/hostile/hostile-event-log.js'
import { HostileReadStore } from '#engines/hostile/read-store/hostile-read-store.js'
import { openMemoryLog } from '#engines/sqlite/event-log/sqlite-event-log.js'
import { openSqliteReadStore } from '#engines/sqlite/read-store/sqlite-read-store.js'
import {
  BEYOND,
  Catalogue,
  defineEvents,
  defineReference,
  type EventLog,
  Label,
  loadReferences,
  type NewEvent,
  type ReadStore,
  ReferenceHolder,
  type Row,
  type StoredEvent,
} from '#kernel'
import { Rebuild } from '#projections/rebuild.js'
import { compareStores, type RowDifference } from '#projections/verify.js'
import { startReferences } from '#read-models/rows/starting-references.js'
import { KeptReferences, REFERENCES, referenceRows, referencesTable } from '#read-models/rows/stored-references.js'
import { inTime, mostMs } from './in-time.js'
import { lawful } from './law-views.js'
import { logOf as historyOf, Projected } from './projected.js'

jest.setTimeout(mostMs)

const runs = Number(process.env.LAWS ?? 25)

class RoleTold {
  @Label() role!: string
}
const familyOf = (version: number) =>
  defineEvents('post', {
    granted: { payload: RoleTold, version: 1, examples: [{ role: 'guard' }] },
    withdrawn: {
      payload: RoleTold,
      version,
      upcasters: { 1: (data) => data },
      examples: [{ role: 'guard' }],
    },
  })

function definitionsOf(version: number) {
  const events = familyOf(version)
  const initial: readonly string[] = []
  const granted = {
    'post.granted': (state: readonly string[], { data }: { data: RoleTold }) => [...state, data.role],
  }
  const on = {
    ...granted,
    'post.withdrawn': (state: readonly string[], { data }: { data: RoleTold }) => state.filter((r) => r !== data.role),
  }
  const references = [
    defineReference<readonly string[]>()({ name: 'held', of: [events], initial, on }),
    defineReference<readonly string[]>()({ name: 'ever', of: [events], timeless: true, initial, on: granted }),
  ]
  return { references, catalogue: new Catalogue(events.definitions) }
}
const registry = definitionsOf(1)

const opened: { close(): Promise<void> }[] = []
afterEach(async () => {
  for (const each of opened.splice(0)) await each.close()
})

/** Of a post something is said, or of something else; late, and at times correcting what was said. */
const saying = fc.record({
  what: fc.constantFrom('granted', 'withdrawn', 'other', 'other'),
  role: fc.nat(3),
  day: fc.integer({ min: 1, max: 9 }),
  corrects: fc.option(fc.nat(40)),
  mode: fc.constantFrom('restate' as const, 'retract' as const),
})
type Saying = typeof saying extends fc.Arbitrary<infer S> ? S : never

function eventOf({ what, role, day, corrects, mode }: Saying, before: readonly StoredEvent[]): NewEvent {
  const event = sampleEvent(`2026-03-0${day}T09:30:00.000Z`)
  if (what === 'other') return event
  const firsts = before.filter(({ type, metadata }) => type === `post.${what}` && !metadata.corrects)
  const first = corrects === null ? undefined : firsts[corrects % (firsts.length || 1)]
  const correction = first && { corrects: { eventId: first.id, mode } }
  return {
    ...event,
    type: `post.${what}`,
    data: first && mode === 'retract' ? {} : { role: `r${role}` },
    metadata: { ...event.metadata, ...correction },
  }
}

async function logOf(sayings: readonly Saying[], seed?: number): Promise<EventLog> {
  const memory = openMemoryLog()
  opened.push(memory)
  for (const [at, each] of sayings.entries()) {
    const stream = each.what === 'other' ? `touchpoint-${at}` : 'post-p'
    const before = await memory.readStream(stream)
    await memory.append(stream, before.at(-1)?.revision ?? 'no-stream', [eventOf(each, before)])
  }
  return seed === undefined ? memory : new HostileEventLog(memory, { seed, delays: 0 })
}

async function storeOf(seed?: number): Promise<ReadStore> {
  const hostile = seed !== undefined
  const store = hostile ? new HostileReadStore({ seed }) : openSqliteReadStore({ file: ':memory:', locale: 'fi' })
  opened.push(store)
  await store.declare([referencesTable])
  return store
}

/** Keeps references as whoever projects does that comes to an end after each of these events. */
async function keep(store: ReadStore, log: EventLog, ends: readonly StoredEvent[]): Promise<void> {
  for (const end of ends) {
    const references = new ReferenceHolder(registry.references)
    const { head } = await startReferences(references, { log, registry, store, until: end.position })
    const kept = head ? KeptReferences.after(head, registry) : KeptReferences.atStart(registry)
    const { rows } = kept.upTo(end, references)
    await store.write(rows.map((put) => ({ table: REFERENCES, put })))
  }
}

async function fromLog(log: EventLog, of = registry): Promise<ReferenceHolder> {
  const references = new ReferenceHolder(of.references)
  await loadReferences(references, { log, registry: of })
  return references
}

/** What they answer as of each day, as known at each position, and what they are folded from. */
const answersOf = (holder: ReferenceHolder, events: readonly StoredEvent[]) => ({
  upTo: holder.upTo,
  folded: holder.references.map((each) => holder.at().events(each)),
  states: events.flatMap(({ position }) =>
    [undefined, '2026-03-04T23:00:00.000Z', '2026-03-09T23:00:00.000Z'].flatMap((asOf) =>
      holder.references.map((each) => holder.at({ asOf, knownAt: position }).get(each)),
    ),
  ),
})

describe('references that begin with what is kept', () => {
  it.each([
    ['SQLite', undefined],
    ['hostile', 5],
  ])('are those that the log says from its beginning: %s', async (_name, seed) => {
    const places = fc.array(fc.nat(39), { maxLength: 4 })
    const law = fc.asyncProperty(fc.array(saying, { minLength: 1, maxLength: 40 }), places, async (sayings, at) => {
      const log = await logOf(sayings, seed)
      const events = await log.readAll({ after: 0, limit: 100 })
      const ends = [...new Set(at.map((place) => place % events.length))].sort((a, b) => a - b)
      const store = await storeOf(seed)
      await keep(
        store,
        log,
        ends.map((end) => events[end] as StoredEvent),
      )
      const references = new ReferenceHolder(registry.references)
      const { head, unfit } = await startReferences(references, { log, registry, store })
      expect([head?.upTo, unfit]).toEqual([events[ends.at(-1) ?? -1]?.position, undefined])
      expect(answersOf(references, events)).toEqual(answersOf(await fromLog(log), events))
    })
    await fc.assert(law, { ...inTime, numRuns: runs })
  })
})

const few: Saying[] = [
  { what: 'granted', role: 1, day: 3, corrects: null, mode: 'restate' },
  { what: 'other', role: 0, day: 3, corrects: null, mode: 'restate' },
  { what: 'granted', role: 2, day: 2, corrects: null, mode: 'restate' },
  { what: 'withdrawn', role: 1, day: 5, corrects: null, mode: 'restate' },
]

/** Kept in two pieces up to the third of four events, then changed by a hand. */
async function changedBy(change: (rows: Row[]) => Row[]): Promise<{ log: EventLog; store: ReadStore }> {
  const log = await logOf(few, 7)
  const events = await log.readAll({ after: 0, limit: 10 })
  const store = await storeOf()
  await keep(store, log, [events[1], events[2]] as StoredEvent[])
  const kept = await referenceRows(store)
  expect(kept).toHaveLength(3)
  await store.write(kept.map(({ key, position }) => ({ table: REFERENCES, remove: key, position })))
  await store.write(change(kept).map((put) => ({ table: REFERENCES, put })))
  return { log, store }
}

const isHead = ({ key }: Row) => key === 'head'
const headWith = (more: object) => (rows: Row[]) =>
  rows.map((row) => (isHead(row) ? { ...row, doc: { ...row.doc, ...more } } : row))
const piecesAs = (packedAs: (text: string) => string) => (rows: Row[]) =>
  rows.map((row) => (isHead(row) ? row : { ...row, doc: { packed: packedAs(String(row.doc?.packed)) } }))

describe('references that are kept', () => {
  it.each<[string, (rows: Row[]) => Row[], RegExp]>([
    ['without their head', (rows) => rows.filter((row) => !isHead(row)), /damaged: they have no head/],
    ['without a piece', (rows) => rows.filter(({ key }) => key !== '00000000'), /damaged: they are not whole/],
    ['with a piece cut', piecesAs((text) => text.slice(0, -12)), /damaged/],
    ['with a piece changed', piecesAs((text) => `${text.slice(0, 30)}AAAA${text.slice(34)}`), /damaged/],
    ['with a piece that is none', piecesAs(() => 'undefined'), /damaged/],
    ['up to nowhere', headWith({ upTo: 'x' }), /damaged: x is no position/],
    ['up to before their last event', headWith({ upTo: 1 }), /damaged: they are not whole/],
    ['beyond the log', headWith({ upTo: 9_000_000 }), /another log, or ahead of it/],
    ['of another log', headWith({ event: 'e-1' }), /another log, or ahead of it/],
    ['by other definitions', headWith({ shape: 'other' }), /read by other definitions/],
  ])('%s are not gone by', async (_what, change, reason) => {
    const { log, store } = await changedBy(change)
    const references = new ReferenceHolder(registry.references)
    const { head, unfit } = await startReferences(references, { log, registry, store })
    expect([head, unfit?.reason]).toEqual([undefined, expect.stringMatching(reason)])
    const events = await log.readAll({ after: 0, limit: 10 })
    expect(answersOf(references, events)).toEqual(answersOf(await fromLog(log), events))
  })

  it('are gone by when nobody has changed them, and the log is read on from there', async () => {
    const { log, store } = await changedBy((rows) => rows)
    const readAll = jest.spyOn(log, 'readAll')
    const references = new ReferenceHolder(registry.references)
    const { head } = await startReferences(references, { log, registry, store })
    expect(readAll.mock.calls.map(([{ after }]) => after)).toEqual([head?.upTo])
  })

  it('are not gone by once an event is read in another version', async () => {
    const { log, store } = await changedBy((rows) => rows)
    const later = definitionsOf(2)
    const references = new ReferenceHolder(later.references)
    const { unfit } = await startReferences(references, { log, registry: later, store })
    expect(unfit?.reason).toBe('they were read by other definitions')
    const events = await log.readAll({ after: 0, limit: 10 })
    expect(answersOf(references, events)).toEqual(answersOf(await fromLog(log, later), events))
  })

  it('are kept anew by whoever projects, who says why, and as far as it has come', async () => {
    const merges = (n: number) => ({ what: 'merge', n: [3, n, 0, 0, 0, 0] })
    const touches = Array.from({ length: 1100 }, (_, at) => ({ what: 'touch', n: [3, 2, 0, at % 30, 0, 0] }))
    const { log, events } = await historyOf([merges(0), ...touches, merges(1)])
    opened.push(log)
    const projected = await Projected.over(log)
    opened.push(projected)
    for (let at = 0; at < events.length; at += 100) await projected.projector.project(events.slice(at, at + 100))
    expect(await headOf(projected.store)).toMatchObject({ upTo: events[999]?.position, pieces: 1, events: 1 })
    const damaged = { key: 'head', position: BEYOND, doc: { upTo: 1 }, columns: {} }
    await projected.store.write([{ table: REFERENCES, put: damaged }])
    expect(await differencesFromRebuild(projected)).toEqual([{ table: REFERENCES, key: '', kind: 'other' }])
    const reasons: string[] = []
    await projected.restart(lawful, (reason) => reasons.push(reason))
    expect(reasons).toEqual([expect.stringMatching(/damaged/)])
    expect(await headOf(projected.store)).toMatchObject({ upTo: events.at(-1)?.position, pieces: 1, events: 2 })
    expect(await differencesFromRebuild(projected)).toEqual([])
    await projected.restart()
    expect(await headOf(projected.store)).toMatchObject({ upTo: events.at(-1)?.position, pieces: 1, events: 2 })
  })
})

describe('a comparison of read models', () => {
  const merges = (n: number) => ({ what: 'merge', n: [3, n, 0, 0, 0, 0] })
  const touches = Array.from({ length: 1100 }, (_, at) => ({ what: 'touch', n: [3, 2, 0, at % 30, 0, 0] }))

  it.each([
    ['the clean ones lag', false],
    ['those that serve lag', true],
  ])('holds references against each other as far as both go: %s', async (_what, servedLags) => {
    const { log, events } = await historyOf([merges(0), ...touches, merges(1)])
    opened.push(log)
    const [lagging, ahead] = [await Projected.over(log), await Projected.over(log)]
    opened.push(lagging, ahead)
    for (const each of [lagging, ahead])
      for (let at = 0; at < events.length; at += 100) await each.projector.project(events.slice(at, at + 100))
    await ahead.restart()
    expect((await headOf(ahead.store))?.events).toBe(2)
    expect((await headOf(lagging.store))?.events).toBe(1)
    const [kept, clean] = servedLags ? [lagging, ahead] : [ahead, lagging]
    const of = { registry: lawful.registry, position: events.at(-1)?.position ?? 0 }
    expect((await compareStores(kept.store, clean.store, of)).differences).toEqual([])
  })
})

const headOf = async (store: ReadStore) => (await store.get(REFERENCES, 'head'))?.doc

/** Rows of read models that a rebuild of their log derives otherwise. */
async function differencesFromRebuild({ log, store, clear }: Projected): Promise<RowDifference[]> {
  const clean = await Projected.over(log, { empty: true })
  opened.push(clean)
  const parts = { log, store: clean.store, ...lawful }
  const position = await new Rebuild({ ...parts, opening: clean.opening }).run()
  const texts = { kept: clear, clean: clean.clear }
  return (await compareStores(store, clean.store, { registry: lawful.registry, position, clear: texts })).differences
}
