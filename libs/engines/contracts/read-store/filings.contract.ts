/** What filings have to do, whatever engine is underneath: held against what the events themselves say. */
import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import type { EventsBeside } from '#engines/sqlite/read-store/filings/filings.js'
import {
  BadCursor,
  type EventLog,
  type ReadStore,
  type StandingFiling,
  type StoredEvent,
  storedPosition,
} from '#kernel'
import { partitionsOf } from '#read-models/fold/identity-sets.js'
import {
  expectedHistory,
  filedOf,
  firstIdOf,
  instants,
  isFiled,
  recordedSamples,
  type SampleFact,
  sampleCustomers,
  sampleFact,
} from './filed-samples.js'

type Log = EventLog & EventsBeside

const usualRuns = 40

/** What is under test, and the log beside it. */
interface UnderTest {
  openLog(): Log
  /** @param log read beside it, where it keeps no events itself */
  open(log: Log): Promise<ReadStore>
  keepsEvents?: boolean
  /** Of each law; an engine that is asked over a network has time for fewer. */
  runs?: number
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

  async begin(happened: readonly SampleFact[]): Promise<void> {
    this.log = this.of.openLog()
    this.events = await recordedSamples(this.log, happened)
    this.store = await this.open()
    await this.store.write(filedOf(this.events).map((file) => ({ file })))
  }

  async end(): Promise<void> {
    await this.store.close()
    await this.log.close()
  }

  law(check: () => Promise<void>): Promise<void> {
    const holds = async (happened: SampleFact[]) => {
      await this.begin(happened)
      try {
        await check()
      } finally {
        await this.end()
      }
    }
    return fc.assert(fc.asyncProperty(fc.array(sampleFact, { maxLength: 12 }), holds), {
      numRuns: this.of.runs ?? usualRuns,
    })
  }
}

export function describeFilings(name: string, of: UnderTest): void {
  describe(`${name}, as filings`, () => {
    const on = new Filed(of)
    describe('histories', () => historyTests(on))
    if (!of.keepsEvents) describe('of another log', () => otherLogTests(on))
    describe('timelines', () => timelineTests(on))
    describe('rows', () => rowTests(on))
  })
}

function historyTests(on: Filed): void {
  it('give the history of any partitions, up to any position, each event once', () =>
    on.law(async () => {
      const upTo = on.events[Math.floor(on.events.length / 2)]?.position
      const all = sampleCustomers.map((id) => `customer:${id}`)
      for (const partition of all)
        expect(await on.store.filings.history([partition])).toEqual(expectedHistory(partition, on.events))
      const known = on.events.filter(({ position }) => position <= (upTo ?? 0))
      const several = known.filter((event) =>
        all.slice(0, 2).some((each) => expectedHistory(each, known).includes(event)),
      )
      expect(await on.store.filings.history(all.slice(0, 2), { upTo: upTo ?? 0 })).toEqual(several)
      const since = await on.store.filings.history(['customer:b'], { after: upTo ?? 0 })
      expect(since).toEqual(expectedHistory('customer:b', on.events, upTo))
      expect(await on.store.filings.histories([[all[0] as string], ['customer:none'], []])).toEqual([
        expectedHistory(all[0] as string, on.events),
        [],
        [],
      ])
    }))

  it('tell partitions in which nothing was ever filed, once and again', () =>
    on.law(async () => {
      const all = [...sampleCustomers.map((id) => `customer:${id}`), 'customer:none', 'contact:none']
      const filed = new Set(on.events.flatMap(partitionsOf))
      const expected = new Set(all.filter((partition) => !filed.has(partition)))
      expect(await on.store.filings.unfiled(all)).toEqual(expected)
      expect(await on.store.filings.unfiled(all)).toEqual(expected)
    }))

  it('count what is filed in partitions, in each, and no further than asked', () =>
    on.law(async () => {
      const all = sampleCustomers.map((id) => `customer:${id}`)
      const filed = all.map((partition) => on.events.filter((event) => partitionsOf(event).includes(partition)).length)
      const sum = filed.reduce((before, each) => before + each, 0)
      for (const [at, partition] of all.entries())
        expect(await on.store.filings.count([partition], 100)).toBe(filed[at])
      expect(await on.store.filings.count([...all, 'customer:none'], 1000)).toBe(sum)
      expect(await on.store.filings.count(all, 3)).toBe(Math.min(3, sum))
    }))

  it('find all versions of facts by id or position, where they are filed', () =>
    on.law(async () => {
      for (const { id, position } of on.events.filter(({ metadata }) => !metadata.corrects)) {
        const here = expectedHistory('customer:b', on.events).filter((event) => firstIdOf(event) === id)
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

  it('find the facts of a unit, as they are said first and last', () =>
    on.law(async () => {
      const latest = new Map(on.events.map((event) => [firstIdOf(event), event]))
      const ofUnit = [...latest].filter(([, { metadata }]) => metadata.unit === 'fi' && isFiled(metadata))
      const expected = new Set(ofUnit.flatMap(([id, { id: last }]) => [id, last]))
      const found = await on.store.filings.ofUnit('fi', 100)
      expect(found).toEqual(on.events.filter(({ id }) => expected.has(id)))
    }))

  it('part into shares that hold every partition once', () =>
    on.law(async () => {
      const found: [string, StoredEvent[]][] = []
      for (const index of [0, 1, 2])
        for await (const { partition, events: own } of on.store.filings.partitions({ index, of: 3 }))
          found.push([partition, own])
      const filed = new Set(on.events.flatMap(partitionsOf))
      expect(Object.fromEntries(found)).toEqual(
        Object.fromEntries([...filed].map((partition) => [partition, expectedHistory(partition, on.events)])),
      )
      expect(found).toHaveLength(filed.size)
    }))
}

function otherLogTests(on: Filed): void {
  it('say so', async () => {
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
        expect(await on.store.filings.timelineCount({ partition: 'customer:a', ...query })).toBe(wanted.length)
      }
      expect(await on.store.filings.timelineCount({ partition: 'customer:none' })).toBe(0)
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
  it('stand in the order of their partitions, and can be gone on with behind each', () =>
    on.law(async () => {
      const all = await standing(on.store)
      for (const { partition: after } of all)
        expect(await standing(on.store, after)).toEqual(all.filter(({ partition }) => partition > after))
    }))

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

async function standing(store: ReadStore, after?: string): Promise<StandingFiling[]> {
  const all: StandingFiling[] = []
  for await (const rows of store.filings.standing(after)) all.push(...rows)
  return all
}

function timelineOf(
  events: readonly StoredEvent[],
  { units: asked, types, from }: { units?: (string | undefined)[]; types?: string[]; from?: string },
): string[] {
  const latest = new Map<string, StoredEvent>()
  for (const event of events) latest.set(firstIdOf(event), event)
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
