/** What filings have to do, whatever engine is underneath: held against what the events themselves say. */
import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import type { EventsBeside } from '#engines/sqlite/read-store/filings/filings.js'
import {
  BadCursor,
  type EventLog,
  type EventMetadata,
  type FiledEvent,
  type NewEvent,
  type ReadStore,
  type StandingFiling,
  type StoredEvent,
  storedPosition,
} from '#kernel'
import { partitionsOf } from '#read-models/fold/identity-sets.js'
import { filingRows } from '#read-models/rows/filed.js'

type Log = EventLog & EventsBeside

/** What is under test, and the log beside it. */
interface UnderTest {
  openLog(): Log
  open(log: Log): Promise<ReadStore>
}

const customers = ['a', 'b', 'c']
const units = [undefined, 'fi', 'se']
const instants = ['0000-01-01T00:00:00.000Z', '2026-01-01T00:00:00.000Z', '2026-02-01T00:00:00.001Z']

interface Said {
  /** Which earlier fact it corrects; none below zero. */
  corrects: number
  filed: string[]
  at: number
  unit: number
  retracts: boolean
}

const said = fc.record<Said>({
  corrects: fc.integer({ min: -3, max: 5 }),
  filed: fc.subarray(customers, { minLength: 1 }),
  at: fc.nat(instants.length - 1),
  unit: fc.nat(units.length - 1),
  retracts: fc.boolean(),
})

/** A log in which facts are stated, restated, moved and taken back. */
async function recorded(log: Log, happened: readonly Said[]): Promise<StoredEvent[]> {
  const facts: StoredEvent[][] = []
  for (const [at, one] of happened.entries()) {
    const versions = one.corrects < 0 ? undefined : facts[one.corrects]
    const stream = versions?.[0]?.stream ?? `sample-${at}`
    const event = eventOf(at, one, versions ?? [])
    await log.append(stream, versions ? versions.length - 1 : 'no-stream', [event])
    const stored = (await log.readStream(stream)).at(-1) as StoredEvent
    if (versions) versions.push(stored)
    else facts.push([stored])
  }
  return log.readAll({ after: 0, limit: 10_000 })
}

function eventOf(at: number, { filed, at: moment, unit, retracts }: Said, versions: readonly StoredEvent[]): NewEvent {
  const [first] = versions
  const before = [...new Set(versions.flatMap(({ metadata }) => metadata.customers))]
  const metadata: EventMetadata = {
    schemaVersion: 1,
    occurredAt: '',
    occurredPrecision: 'before',
    effectiveAt: instants[moment] as string,
    recordedAt: '2026-03-01T10:00:00.000Z',
    actor: 'aino',
    customers: filed,
    contacts: [],
    commandId: 'k',
    fingerprint: 'f',
    ...(units[unit] === undefined ? {} : { unit: units[unit] }),
  }
  if (first) {
    metadata.corrects = { eventId: first.id, mode: retracts ? 'retract' : 'restate' }
    metadata.formerly = { customers: before.filter((id) => !filed.includes(id)), contacts: [] }
  }
  const id = `00000000-0000-8000-8000-${String(at).padStart(12, '0')}`.replace(/^0{8}/, String(at).padStart(8, '0'))
  return { id, type: 'sample.noted', data: { function: 'sales' }, metadata }
}

const firstOf = ({ id, metadata }: StoredEvent): string => metadata.corrects?.eventId ?? id
const versionsBefore = (event: StoredEvent, events: readonly StoredEvent[]) =>
  event.metadata.corrects
    ? events.filter((each) => firstOf(each) === firstOf(event) && each.position < event.position)
    : []
const filedOf = (events: readonly StoredEvent[]): FiledEvent[] =>
  events.map((event) => ({ event, rows: filingRows(event, versionsBefore(event, events)) }))

/** A partition's history by the events alone: what was ever filed there, and what each fact of it said first. */
function historyOf(partition: string, events: readonly StoredEvent[]): StoredEvent[] {
  const filed = events.filter((event) => partitionsOf(event).includes(partition))
  const facts = new Set(filed.map(firstOf))
  return events.filter((event) => filed.includes(event) || (facts.has(event.id) && !event.metadata.corrects))
}

/** A store under test with the log it is filed by. */
class Filed {
  store!: ReadStore
  log!: Log
  events: StoredEvent[] = []

  constructor(private readonly of: UnderTest) {}

  open(): Promise<ReadStore> {
    return this.of.open(this.log)
  }

  async begin(happened: readonly Said[]): Promise<void> {
    this.log = this.of.openLog()
    this.events = await recorded(this.log, happened)
    this.store = await this.open()
    await this.store.write(filedOf(this.events).map((file) => ({ file })))
  }

  async end(): Promise<void> {
    await this.store.close()
    await this.log.close()
  }

  law(check: () => Promise<void>): Promise<void> {
    const holds = async (happened: Said[]) => {
      await this.begin(happened)
      try {
        await check()
      } finally {
        await this.end()
      }
    }
    return fc.assert(fc.asyncProperty(fc.array(said, { maxLength: 12 }), holds), { numRuns: 40 })
  }
}

export function describeFilings(name: string, of: UnderTest): void {
  describe(`${name}, as filings`, () => {
    const on = new Filed(of)
    describe('histories', () => historyTests(on))
    describe('timelines', () => timelineTests(on))
    describe('rows', () => rowTests(on))
  })
}

function historyTests(on: Filed): void {
  it('give the history of any partitions, up to any position, each event once', () =>
    on.law(async () => {
      const upTo = on.events[Math.floor(on.events.length / 2)]?.position
      const all = customers.map((id) => `customer:${id}`)
      for (const partition of all)
        expect(await on.store.filings.history([partition])).toEqual(historyOf(partition, on.events))
      const known = on.events.filter(({ position }) => position <= (upTo ?? 0))
      const several = known.filter((event) => all.slice(0, 2).some((each) => historyOf(each, known).includes(event)))
      expect(await on.store.filings.history(all.slice(0, 2), { upTo: upTo ?? 0 })).toEqual(several)
      expect(await on.store.filings.histories([[all[0] as string], ['customer:none'], []])).toEqual([
        historyOf(all[0] as string, on.events),
        [],
        [],
      ])
    }))

  it('tell partitions in which nothing was ever filed, once and again', () =>
    on.law(async () => {
      const all = [...customers.map((id) => `customer:${id}`), 'customer:none', 'contact:none']
      const filed = new Set(on.events.flatMap(partitionsOf))
      const expected = new Set(all.filter((partition) => !filed.has(partition)))
      expect(await on.store.filings.unfiled(all)).toEqual(expected)
      expect(await on.store.filings.unfiled(all)).toEqual(expected)
    }))

  it('find all versions of facts by id or position, where they are filed', () =>
    on.law(async () => {
      for (const { id, position } of on.events.filter(({ metadata }) => !metadata.corrects)) {
        const here = historyOf('customer:b', on.events).filter((event) => firstOf(event) === id)
        expect(await on.store.filings.versions(['customer:b'], [id, 'none'])).toEqual(here)
        expect(await on.store.filings.versions(['customer:b'], [position])).toEqual(here)
        const found = await on.store.filings.positions(['customer:b'], [id, 'none'])
        expect([...found]).toEqual(here.length > 0 ? [[id, position]] : [])
      }
    }))

  it('find the events of records by their streams, up to a position', () =>
    on.law(async () => {
      const middle = on.events[Math.floor(on.events.length / 2)]
      const upTo = middle?.position ?? 0
      const streams = [middle?.stream ?? 'none', on.events[0]?.stream ?? 'none', 'sample-none']
      const found = await on.store.filings.ofStreams(streams, upTo)
      expect(found).toEqual(on.events.filter(({ stream, position }) => streams.includes(stream) && position <= upTo))
    }))

  it('part into shares that hold every partition once', () =>
    on.law(async () => {
      const found: [string, StoredEvent[]][] = []
      for (const index of [0, 1, 2])
        for await (const { partition, events: own } of on.store.filings.partitions({ index, of: 3 }))
          found.push([partition, own])
      const filed = new Set(on.events.flatMap(partitionsOf))
      expect(Object.fromEntries(found)).toEqual(
        Object.fromEntries([...filed].map((partition) => [partition, historyOf(partition, on.events)])),
      )
      expect(found).toHaveLength(filed.size)
    }))

  it('say that they were filed by another log', async () => {
    await on.begin([{ corrects: -1, filed: ['a'], at: 1, unit: 1, retracts: false }])
    const place = { first: storedPosition(99), position: storedPosition(99) }
    const moved = filedOf(on.events).map(({ event, rows }) => ({
      event,
      rows: rows.map((row) => ({ ...row, ...place })),
    }))
    await on.store.write(moved.map((file) => ({ file })))
    await expect(on.store.filings.history(['customer:a'])).rejects.toThrow(/another log/)
    await on.end()
  })
}

function timelineTests(on: Filed): void {
  it('list the facts that hold, the latest first, page by page', () =>
    on.law(async () => {
      for (const query of [{}, { units: ['fi', undefined] }, { types: ['sample.none'] }, { from: instants[1] }]) {
        const wanted = timelineOf(on.events, query)
        const found: string[] = []
        for (let cursor: string | undefined, more = true; more; ) {
          const page = await on.store.filings.timeline({ partition: 'customer:a', limit: 2, cursor, ...query })
          found.push(...page.facts.map(({ first }) => first.id))
          cursor = page.next
          more = cursor !== undefined
        }
        expect(found).toEqual(wanted)
      }
    }))

  it('refuse a cursor of another question', async () => {
    await on.begin([0, 1, 2].map((at) => ({ corrects: -1, filed: ['a'], at, unit: 1, retracts: false })))
    const { next } = await on.store.filings.timeline({ partition: 'customer:a', limit: 1 })
    const other = on.store.filings.timeline({ partition: 'customer:a', limit: 1, units: ['fi'], cursor: next })
    await expect(other).rejects.toThrow(BadCursor)
    await on.end()
  })
}

function rowTests(on: Filed): void {
  it('change nothing when they are filed again', () =>
    on.law(async () => {
      const before = await standing(on.store)
      // All of them, and such as others have followed since.
      for (const again of [on.events, on.events.slice(0, Math.ceil(on.events.length / 2))]) {
        await on.store.write(filedOf(again).map((file) => ({ file })))
        expect(await standing(on.store)).toEqual(before)
      }
    }))

  it('are the same when they are loaded in bulk, in any order', () =>
    on.law(async () => {
      const loaded = await on.open()
      const filed = filedOf(on.events)
      await loaded.filings.loadFilings(filed.filter((_, at) => at % 2 === 1))
      await loaded.filings.loadFilings(filed.filter((_, at) => at % 2 === 0))
      await loaded.filings.finishFilings()
      expect(await standing(loaded)).toEqual(await standing(on.store))
      await loaded.close()
    }))
}

async function standing(store: ReadStore): Promise<StandingFiling[]> {
  const all: StandingFiling[] = []
  for await (const rows of store.filings.standing()) all.push(...rows)
  return all
}

function timelineOf(
  events: readonly StoredEvent[],
  { units: asked, types, from }: { units?: (string | undefined)[]; types?: string[]; from?: string },
): string[] {
  const latest = new Map<string, StoredEvent>()
  for (const event of events) latest.set(firstOf(event), event)
  const positionOf = (id: string) => events.find((event) => event.id === id)?.position ?? 0
  return [...latest]
    .filter(([, { metadata, type }]) => {
      if (metadata.corrects?.mode === 'retract' || !metadata.customers.includes('a')) return false
      if (asked && !asked.includes(metadata.unit)) return false
      if (types && !types.includes(type)) return false
      return from === undefined || metadata.effectiveAt >= from
    })
    .sort(([one, a], [other, b]) =>
      a.metadata.effectiveAt === b.metadata.effectiveAt
        ? positionOf(other) - positionOf(one)
        : a.metadata.effectiveAt < b.metadata.effectiveAt
          ? 1
          : -1,
    )
    .map(([id]) => id)
}
