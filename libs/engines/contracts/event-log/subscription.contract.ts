/** What every EventLog promises its subscribers: all of it, in order, no gap between old and new. */
import { describe, expect, it } from '@jest/globals'
import type { Delivered, EventLog, Position, StoredEvent, Subscribe } from '#kernel'
import { eachTestOpens, type OpenLog, type Promises } from './log-under-test.js'
import { sampleEvents } from './sample-event.js'

/** Appends one event after another; the position of the last. */
export async function writeEvents(log: EventLog, count: number, category = 'customer'): Promise<Position> {
  let last: Position = 0
  for (let i = 0; i < count; i++) {
    const appended = await log.append(`${category}-${crypto.randomUUID()}`, 'no-stream', sampleEvents(1))
    last = appended.position
  }
  return last
}

export function describeSubscriptions(open: OpenLog, { deliversOnce: once }: Promises): void {
  describe('subscribing', () => {
    const log = eachTestOpens(open)
    deliveryTests(log, once)
    endingTests(log, once)
  })
}

function deliveryTests(log: () => EventLog, once: boolean): void {
  it('sees each event once across the seam, from wherever it starts while others write', async () => {
    const written: Position[] = []
    const started: { after: Position; seen: Promise<StoredEvent[]> }[] = []
    const end = Promise.withResolvers<Position>()
    const subscribeAt = (after: Position) => {
      const seen = collectUntil(log(), end.promise, { after, once, batch: 7 })
      started.push({ after, seen })
    }
    for (let round = 0; round < 40; round++) {
      subscribeAt(written[(round * 31) % Math.max(1, written.length)] ?? 0)
      const lasts = await Promise.all([writeEvents(log(), 2), writeEvents(log(), 3, 'contact'), writeEvents(log(), 1)])
      written.push(...lasts)
    }
    end.resolve(await writeEvents(log(), 1))
    const all = await log().readAll({ after: 0, limit: 10_000 })
    for (const { after, seen } of started) {
      const expected = all.filter(({ position }) => position > after)
      expect((await seen).map(({ id }) => id)).toEqual(expected.map(({ id }) => id))
    }
  })

  it('delivers only the streams asked for, old and new', async () => {
    await writeEvents(log(), 3, 'customer')
    await writeEvents(log(), 3, 'contact')
    const seen = collectUntil(log(), lastOf(log()), { after: 0, once, prefixes: ['contact-'] })
    const streams = (await seen).map(({ stream }) => stream.slice(0, 8))
    expect(streams).toEqual(Array.from({ length: 8 }, () => 'contact-'))
  })
}

function endingTests(log: () => EventLog, once: boolean): void {
  it('tells how far it has come where nothing is asked for, old and new', async () => {
    const ended = new AbortController()
    const told: Delivered[] = []
    const goals = [await writeEvents(log(), 3, 'customer')]
    for await (const delivered of log().subscribe({ after: 0, prefixes: ['contact-'], signal: ended.signal })) {
      told.push(delivered)
      const goal = goals.at(-1) ?? 0
      if (delivered.upTo < goal) continue
      if (goals.length === 1) goals.push(await writeEvents(log(), 2, 'customer'))
      else ended.abort()
    }
    expect(told.flatMap(({ events }) => events)).toEqual([])
    expect(told.map(({ upTo }) => upTo)).toEqual(expect.arrayContaining(goals))
  })

  it('goes on from where it was told, without a gap', async () => {
    await writeEvents(log(), 2, 'contact')
    await writeEvents(log(), 3, 'customer')
    const read = async (after: Position): Promise<Delivered> => {
      const head = await log().head()
      const ended = new AbortController()
      const read: Delivered = { events: [], upTo: after }
      for await (const one of log().subscribe({ after, prefixes: ['contact-'], signal: ended.signal })) {
        read.events.push(...one.events)
        read.upTo = one.upTo
        if (one.upTo >= head) ended.abort()
      }
      return read
    }
    const { events, upTo } = await read(0)
    expect(new Set(events.map(({ id }) => id)).size).toBe(2)
    const late = await writeEvents(log(), 1, 'contact')
    expect(new Set((await read(upTo)).events.map(({ position }) => position))).toEqual(new Set([late]))
  })

  it('keeps everything for a consumer that is slower than the writers', async () => {
    await writeEvents(log(), 10)
    const seen: string[] = []
    const ended = new AbortController()
    for await (const { events } of log().subscribe({ after: 0, batch: 100, signal: ended.signal })) {
      if (seen.length === 0) await Promise.all(Array.from({ length: 30 }, () => writeEvents(log(), 10)))
      seen.push(...events.map(({ id }) => id))
      if (new Set(seen).size >= 310) ended.abort()
    }
    const all = await log().readAll({ after: 0, limit: 10_000 })
    expect(once ? seen : [...new Set(seen)]).toEqual(all.map(({ id }) => id))
  })

  it('ends at the signal without an error, waiting or not', async () => {
    const aborted = log().subscribe({ after: 0, signal: AbortSignal.abort() })
    await writeEvents(log(), 1)
    for await (const batch of aborted) expect(batch).toBe('none')
    const ended = new AbortController()
    const batches: number[] = []
    for await (const { events } of log().subscribe({ after: 0, signal: ended.signal })) {
      batches.push(events.length)
      setImmediate(() => ended.abort())
    }
    expect(batches.length).toBeGreaterThan(0)
  })
}

/**
 * Reads until the event at `last` has come. Events delivered again are passed over unless `once`;
 * those that come for the first time must be in order.
 */
export async function collectUntil(
  log: EventLog,
  last: Promise<Position>,
  options: Omit<Subscribe, 'signal'> & { once: boolean },
): Promise<StoredEvent[]> {
  const seen: StoredEvent[] = []
  const ended = new AbortController()
  let end = Number.POSITIVE_INFINITY
  const endIfReached = () => (seen.at(-1)?.position ?? 0) >= end && ended.abort()
  const known = last.then((position) => {
    end = position
    endIfReached()
  })
  for await (const { events, upTo } of log.subscribe({ ...options, signal: ended.signal })) {
    if (options.prefixes === undefined) expect(events.length).toBeGreaterThan(0)
    expect(events.length).toBeLessThanOrEqual(options.batch ?? 500)
    expect(upTo).toBeGreaterThanOrEqual(events.at(-1)?.position ?? options.after)
    const newest = seen.at(-1)?.position ?? options.after
    seen.push(...(options.once ? events : events.filter(({ position }) => position > newest)))
    endIfReached()
  }
  await known
  return seen
}

async function lastOf(log: EventLog): Promise<Position> {
  await writeEvents(log, 4, 'customer')
  return writeEvents(log, 5, 'contact')
}
