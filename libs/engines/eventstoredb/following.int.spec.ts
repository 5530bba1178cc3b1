/** Reading and following EventStoreDB: what the server adds to a log, ends, withholds, and what it does not say. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { binaryEvent, EventStoreDBClient } from '@eventstore/db-client'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { sampleEvents } from '#engines/contracts/event-log/sample-event.js'
import { collectUntil, writeEvents } from '#engines/contracts/event-log/subscription.contract.js'
import { LogRefused, type Position, storedPosition } from '#kernel'
import { StandIn } from '#test/engines/eventstoredb/stand-in.js'
import { StandInProcess } from '#test/engines/eventstoredb/stand-in-process.js'
import type { EventStoreLog } from './eventstore-log.js'
import { openEventStoreLog } from './open.js'

let server: StandIn
let log: EventStoreLog
beforeEach(async () => {
  server = await StandIn.start()
  log = await openEventStoreLog(server.url, { patienceMs: 6_000, answerMs: 400 })
})
afterEach(async () => {
  await log.close()
  await server.stop()
})

/** The streams of what is delivered up to a position, in order, and how often anything was. */
async function deliveredUpTo(
  last: Position,
  prefixes?: readonly string[],
): Promise<{ streams: string[]; upTo: Position }> {
  const ended = new AbortController()
  const streams: string[] = []
  for await (const { events, upTo } of log.subscribe({ after: 0, prefixes, signal: ended.signal })) {
    streams.push(...events.map(({ stream }) => stream))
    if (upTo < last) continue
    ended.abort()
    return { streams, upTo }
  }
  return { streams, upTo: 0 }
}

describe("a server's own records", () => {
  it('are at the end of the log, and neither its head nor delivered nor read', async () => {
    server.addSystemEvents(3)
    expect(await log.head()).toBe(0)
    const first = await writeEvents(log, 2)
    server.addSystemEvents(2_000)
    expect(await log.head()).toBe(first)
    expect(await log.head()).toBe(first)
    expect(await deliveredUpTo(first)).toMatchObject({ streams: { length: 2 }, upTo: first })
    expect(await log.readAll({ after: first, limit: 5 })).toEqual([])
    const last = await writeEvents(log, 1)
    server.addSystemEvents(1)
    expect(await log.head()).toBe(last)
    const page = await log.readAll({ after: first, limit: 1 })
    expect(page.map(({ position }) => position)).toEqual([last])
    expect(await log.readAll({ after: 0, limit: 10 })).toHaveLength(3)
  })

  it('are no events at their positions', async () => {
    const before = await writeEvents(log, 1)
    server.addSystemEvents(1)
    const client = EventStoreDBClient.connectionString(server.url)
    const positions: number[] = []
    for await (const { event } of client.readAll()) positions.push(Number(event?.position.commit))
    await client.dispose()
    const [first, second = 0] = positions
    expect(first).toBe(before)
    expect(await log.eventAt(storedPosition(second))).toBeUndefined()
    expect(await log.eventAt(before)).toMatchObject({ position: before })
  })
})

describe('a position that was never given', () => {
  it.each([undefined, ['customer-']])('is refused, whatever streams are asked for: %j', async (prefixes) => {
    const given = await writeEvents(log, 2)
    const between = storedPosition(given - 1)
    await expect(log.readAll({ after: between, limit: 1, prefixes })).rejects.toBeInstanceOf(RangeError)
    expect(await log.eventAt(between)).toBeUndefined()
    const subscription = log.subscribe({ after: between, prefixes, signal: new AbortController().signal })
    await expect(subscription[Symbol.asyncIterator]().next()).rejects.toThrow(`has never given the position ${between}`)
  })
})

describe('what somebody else wrote', () => {
  it('is refused with the place where it stands', async () => {
    const client = EventStoreDBClient.connectionString(server.url)
    const { position } = await client.appendToStream('customer-1', binaryEvent({ type: 'b', data: Buffer.from('x') }))
    await client.dispose()
    const line = new RegExp(`none of ours, at position ${position?.commit}: EVENT_LOG_URL is to name a server`)
    await expect(log.readAll({ after: 0, limit: 1 })).rejects.toThrow(line)
    await expect(deliveredUpTo(storedPosition(Number(position?.commit)))).rejects.toThrow(line)
    expect((await deliveredUpTo(await log.head(), ['contact-'])).streams).toEqual([])
  })
})

describe('a log that is quiet', () => {
  it('tells whoever follows a few streams that it was passed, old and new, without many reads', async () => {
    for (let nth = 0; nth < 10; nth++) await writeEvents(log, 30)
    const old = await log.head()
    const ended = new AbortController()
    const told: Position[] = []
    let live: Position = 0
    for await (const { upTo } of log.subscribe({ after: 0, prefixes: ['contact-'], signal: ended.signal })) {
      told.push(upTo)
      if (upTo === old) live = await writeEvents(log, 1)
      if (upTo === live) ended.abort()
    }
    expect(told).toEqual([old, live])
  })
})

describe('a subscription', () => {
  const burst = async () => {
    const streams = Array.from({ length: 20 }, () => `customer-${crypto.randomUUID()}`)
    const appended = await Promise.all(streams.map((stream) => log.append(stream, 'no-stream', sampleEvents(30))))
    return storedPosition(Math.max(...appended.map(({ position }) => position)))
  }

  it.each([undefined, ['customer-']])('goes on after bursts that end it: %j', async (prefixes) => {
    await writeEvents(log, 1)
    const { promise: last, resolve } = Promise.withResolvers<Position>()
    const seen = collectUntil(log, last, { after: 0, once: true, prefixes })
    await delay(50)
    for (let round = 0; round < 3; round++) {
      await burst()
      await delay(30)
    }
    resolve(await writeEvents(log, 1))
    const all = await log.readAll({ after: 0, limit: 10_000 })
    expect((await seen).map(({ id }) => id)).toEqual(all.map(({ id }) => id))
    expect(server.endedOnBursts).toBeGreaterThan(0)
  })

  it('that falls silent is begun again', async () => {
    const first = await writeEvents(log, 1)
    const { promise: last, resolve } = Promise.withResolvers<Position>()
    const seen = collectUntil(log, last, { after: first, once: true })
    await delay(50)
    server.faults.stall = true
    await writeEvents(log, 3)
    server.faults.stall = false
    // Nothing is appended any more, so that a stalled one is not woken.
    resolve(await log.head())
    expect(await seen).toHaveLength(3)
  })

  it('goes on after connections that break, and a server that is killed, without a gap', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'kumppani-eventstoredb-'))
    const killed = await StandInProcess.start(folder)
    const followed = await openEventStoreLog(killed.url, { patienceMs: 10_000, answerMs: 500 })
    const { promise: last, resolve } = Promise.withResolvers<Position>()
    const seen = collectUntil(followed, last, { after: 0, once: true })
    for (let round = 0; round < 3; round++) {
      await writeEvents(followed, 20)
      await killed.kill()
      await killed.startAgain()
    }
    resolve(await writeEvents(followed, 1))
    const all = await followed.readAll({ after: 0, limit: 1_000 })
    expect((await seen).map(({ id }) => id)).toEqual(all.map(({ id }) => id))
    expect(all).toHaveLength(61)
    await followed.close()
    await killed.kill()
    rmSync(folder, { recursive: true })
  })

  it('ends without an error when the log is closed', async () => {
    await writeEvents(log, 1)
    for await (const { events } of log.subscribe({ after: 0, signal: new AbortController().signal })) {
      expect(events).toHaveLength(1)
      void log.close()
    }
  })
})

describe('an error of which a server says nothing more', () => {
  it('does not say that nothing stands where something does, nor that a position was never given', async () => {
    const given = await writeEvents(log, 2)
    server.faults.failReads = 1
    expect(await log.eventAt(given)).toMatchObject({ position: given })
    for (const prefixes of [undefined, ['customer-']]) {
      server.faults.failReads = 2
      expect(await log.readAll({ after: given, limit: 1, prefixes })).toEqual([])
      expect(server.faults.failReads).toBe(0)
    }
    server.faults.failReads = 2
    const next = writeEvents(log, 1)
    for await (const { events } of log.subscribe({ after: given, signal: new AbortController().signal })) {
      expect(events.map(({ position }) => position)).toEqual([await next])
      break
    }
  })
})

describe('a server that does not answer', () => {
  it('is said to be the reason, in one line', async () => {
    server.faults.neverRead = true
    const lines = [
      log.head(),
      log.readStream('customer-1'),
      log.readAll({ after: 0, limit: 1 }),
      log.eventAt(storedPosition(7)),
    ]
    for (const line of await Promise.allSettled(lines)) {
      expect(line).toMatchObject({ status: 'rejected', reason: expect.any(LogRefused) })
      expect(String((line as PromiseRejectedResult).reason)).toMatch(/EVENT_LOG_URL gave no good answer within 6 s/)
    }
    server.faults.neverRead = false
    expect(await log.readStream('customer-1')).toEqual([])
  })

  it('is waited for when it is started late, and named when it does not come', async () => {
    const { url } = server
    await server.stop()
    const refused = openEventStoreLog(url, { patienceMs: 300 })
    await expect(refused).rejects.toThrow(/within 0.3 s: 14 UNAVAILABLE: .*ECONNREFUSED/)
    const opened = openEventStoreLog(url, { patienceMs: 10_000 })
    await delay(200)
    server = await server.restarted()
    await (await opened).close()
  })
})
