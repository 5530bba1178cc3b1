/** Times resolve to positions by the marks of the read models, also where the times of recording fall along the log. */
import { afterEach, describe, expect, it, jest } from '@jest/globals'
import fc from 'fast-check'
import { sampleEvent } from '#engines/contracts/event-log/sample-event.js'
import { HostileEventLog } from '#engines/hostile/hostile-event-log.js'
import { openMemoryLog } from '#engines/sqlite/event-log/sqlite-event-log.js'
import { openSqliteReadStore, type SqliteReadStore } from '#engines/sqlite/read-store/sqlite-read-store.js'
import type { EventLog, Position, StoredEvent } from '#kernel'
import { MarkedTimes } from '#queries/moments/positions.js'
import { CHECKPOINT } from '#read-models/rows/checkpoint.js'
import { eventsPerMark, MARKS, Marker, marksTable } from '#read-models/rows/marks.js'
import { inTime, mostMs } from './in-time.js'

jest.setTimeout(mostMs)

const runs = Number(process.env.LAWS ?? 25)
const begin = Date.parse('2026-03-01T09:00:00.000Z')
const later = (ms: number) => new Date(begin + ms).toISOString()

let store: SqliteReadStore
const opened: { close(): Promise<void> }[] = []
afterEach(async () => {
  for (const each of opened.splice(0)) await each.close()
})

/** A log of events recorded so long after the beginning, by whichever clocks, and a store without marks. */
async function recorded(times: readonly number[], seed?: number): Promise<{ log: EventLog; events: StoredEvent[] }> {
  const memory = openMemoryLog()
  store = openSqliteReadStore({ file: ':memory:', locale: 'fi' })
  opened.push(memory, store)
  await store.declare([marksTable])
  for (let at = 0; at < times.length; at += 30) {
    const events = times.slice(at, at + 30).map((ms) => sampleEvent(later(ms)))
    await memory.append(`customer-${at}`, 'no-stream', events)
  }
  const log = seed === undefined ? memory : new HostileEventLog(memory, { seed, delays: 0 })
  return { log, events: await log.readAll({ after: 0, limit: 10_000 }) }
}

/** Sets marks as projectors do that are started anew after each batch. */
async function mark(log: EventLog, events: readonly StoredEvent[], size: number): Promise<void> {
  for (let at = 0; at < events.length; at += size) {
    const batch = events.slice(at, at + size)
    const marker = await Marker.at(await store.checkpoint(CHECKPOINT), { store, log })
    const writes = marker.pass(batch).marks.map((put) => ({ table: MARKS, put }))
    await store.write(writes, { name: CHECKPOINT, position: batch.at(-1)?.position ?? 0 })
  }
}

/** Each position with the running maximum of the times of recording. */
function risen(events: readonly StoredEvent[]): { position: Position; newest: string }[] {
  let newest = ''
  return events.map(({ position, metadata }) => {
    if (metadata.recordedAt > newest) newest = metadata.recordedAt
    return { position, newest }
  })
}

/** The last position whose running maximum is no later. */
const walked = (events: readonly StoredEvent[], instant: string): Position =>
  risen(events).findLast(({ newest }) => newest <= instant)?.position ?? 0

async function marksOf(of: SqliteReadStore) {
  const marks = []
  for await (const rows of of.scan(MARKS, { sort: [] })) marks.push(...rows)
  return marks
}

// Within five minutes, often the same, often going back.
const times = fc.array(fc.oneof(fc.integer({ min: 0, max: 300_000 }), fc.integer({ min: 0, max: 10 })), {
  minLength: 1,
  maxLength: 3 * eventsPerMark,
})
const instants = fc.array(fc.integer({ min: -1000, max: 301_000 }), { minLength: 1, maxLength: 20 })

describe('a time', () => {
  it('resolves to what a walk along the log comes to, whatever the clocks said and wherever batches end', async () => {
    const sizes = fc.constantFrom(1, 3, 7, 100)
    const seed = fc.option(fc.nat(), { nil: undefined })
    const law = fc.asyncProperty(times, instants, sizes, seed, async (at, asked, size, chance) => {
      const { log, events } = await recorded(at, chance)
      await mark(log, events, size)
      const marked = new MarkedTimes({ store, log })
      for (const ms of [...asked, ...at, ...asked])
        expect(await marked.positionAt(later(ms))).toBe(walked(events, later(ms)))
      for (const { position, newest } of risen(events)) expect(await marked.newestAt(position)).toBe(newest)
      expect(await marksOf(store)).toEqual(Marker.atStart().pass(events).marks)
    })
    await fc.assert(law, { ...inTime, numRuns: runs })
  })

  it('resolves where very many events were recorded, some at one time', async () => {
    const { log, events } = await recorded(Array.from({ length: 2_500 }, (_, at) => (at % 10 === 0 ? 0 : at * 10)))
    await mark(log, events, 640)
    expect(await marksOf(store)).toHaveLength(Math.ceil(2_500 / eventsPerMark))
    for (const ms of [-1, 0, 5_000, 9_990, 10_000, 10_010, 19_999, 24_990])
      expect(await new MarkedTimes({ store, log }).positionAt(later(ms))).toBe(walked(events, later(ms)))
  })

  it('resolves where very many were recorded at once', async () => {
    const { log, events } = await recorded(Array.from({ length: eventsPerMark + 5 }, () => 0))
    await mark(log, events, 400)
    expect(await new MarkedTimes({ store, log }).positionAt(later(-1))).toBe(0)
    expect(await new MarkedTimes({ store, log }).positionAt(later(0))).toBe(events.at(-1)?.position)
  })

  it('resolves as far as the read models are', async () => {
    const { log, events } = await recorded([0, 100, 200], 5)
    const marked = new MarkedTimes({ store, log })
    await mark(log, events.slice(0, 2), 2)
    expect(await marked.positionAt(later(300))).toBe(events[1]?.position)
    await mark(log, events.slice(2), 1)
    expect(await marked.positionAt(later(300))).toBe(events[2]?.position)
  })

  it('is refused when it is none', async () => {
    const { log } = await recorded([0])
    await expect(new MarkedTimes({ store, log }).positionAt('soon')).rejects.toThrow(RangeError)
  })
})
