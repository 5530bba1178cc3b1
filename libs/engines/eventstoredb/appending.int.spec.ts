/** Appends to EventStoreDB whose answers are lost, late, doubled or never come: each is there once, or is said not to be. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { sampleEvent, sampleEvents } from '#engines/contracts/event-log/sample-event.js'
import { type ExpectedRevision, LogRefused, type NewEvent, RevisionConflict } from '#kernel'
import { StandIn } from '#test/engines/eventstoredb/stand-in.js'
import { StandInProcess } from '#test/engines/eventstoredb/stand-in-process.js'
import { positionIn } from './appending/append-messages.js'
import type { EventStoreLog } from './eventstore-log.js'
import { openEventStoreLog } from './open.js'

describe('appending to EventStoreDB', () => {
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
  const idsIn = async (stream: string) => (await log.readStream(stream)).map(({ id }) => id)

  it('is given up after a time of its own when no answer comes, and can be asked for again as it was', async () => {
    server.faults.neverAnswer = true
    const events = sampleEvents(2)
    const refused = log.append('customer-1', 'no-stream', events)
    await expect(refused).rejects.toBeInstanceOf(LogRefused)
    await expect(refused).rejects.toThrow(/within 6 s: the server has not answered for 400 ms/)
    server.faults.neverAnswer = false
    expect(await log.append('customer-1', 'no-stream', events)).toMatchObject({ revision: 1 })
    expect(await idsIn('customer-1')).toEqual(events.map(({ id }) => id))
  })

  it.each(['loseAnswers', 'dropAfterAppend', 'resetAppends', 'notReady'] as const)(
    'is done once after %s',
    async (fault) => {
      await log.append('customer-1', 'no-stream', sampleEvents(1))
      const events = sampleEvents(3)
      server.faults[fault] = 2
      const { revision, position } = await log.append('customer-1', 0, events)
      const stored = await log.readStream('customer-1')
      expect(stored.slice(1).map(({ id }) => id)).toEqual(events.map(({ id }) => id))
      expect(stored.at(-1)).toMatchObject({ revision, position })
      expect(server.faults[fault]).toBe(0)
    },
  )

  it('keeps its place while others append behind it', async () => {
    const events = sampleEvents(2)
    server.faults.loseAnswers = 1
    const first = log.append('customer-1', 'no-stream', events)
    const behind = async (): Promise<void> => {
      const newest = (await log.readStream('customer-1')).at(-1)
      if (newest) await log.append('customer-1', newest.revision, sampleEvents(1))
      else await behind()
    }
    await behind()
    expect(await first).toMatchObject({ revision: 1 })
    expect((await idsIn('customer-1')).slice(0, 2)).toEqual(events.map(({ id }) => id))
    expect(await idsIn('customer-1')).toHaveLength(3)
  })

  it('is the same of two who begin at once, each by a connection of its own', async () => {
    const other = await openEventStoreLog(server.url)
    const events = sampleEvents(3)
    const appended = await Promise.all([log, other].map((one) => one.append('group-1', 'no-stream', events)))
    expect(appended[0]).toEqual(appended[1])
    expect(await idsIn('group-1')).toEqual(events.map(({ id }) => id))
    await other.close()
  })

  it('is never moved to where the stream is meanwhile', async () => {
    await log.append('customer-1', 'no-stream', sampleEvents(1))
    server.faults.resetAppends = 1
    const late = log.append('customer-1', 0, sampleEvents(1))
    const other = log.append('customer-1', 0, sampleEvents(1))
    const outcomes = await Promise.allSettled([late, other])
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    const [failed] = outcomes.filter((one) => one.status === 'rejected')
    expect(failed?.reason).toEqual(new RevisionConflict('customer-1', 0, 1))
  })

  it('hears answers that come late, in another order, and twice', async () => {
    Object.assign(server.faults, { lateMs: 600, answerTwice: true })
    const streams = Array.from({ length: 40 }, (_, nth) => `customer-${nth}`)
    const appended = await Promise.all(streams.map((stream) => log.append(stream, 'no-stream', sampleEvents(2))))
    for (const [nth, stream] of streams.entries()) {
      const stored = await log.readStream(stream)
      expect(stored).toHaveLength(2)
      expect(stored.at(-1)?.position).toBe(appended[nth]?.position)
    }
  })

  it.each([
    ['an id that is no UUID', { id: 'first' }],
    ['an id in capitals', { id: '7F9C24E8-3B12-4FEF-91E0-2A4DD5B9D1F3' }],
    ['no type', { type: '' }],
    ['a type of the server', { type: '$metadata' }],
    ['data that is none', { data: undefined as never }],
    ['metadata that is none', { metadata: { at: undefined } as never }],
  ])('refuses %s before it is sent, and goes on', async (_, wrong: Partial<NewEvent>) => {
    await expect(log.append('customer-1', 'no-stream', [{ ...sampleEvent(), ...wrong }])).rejects.toThrow()
    expect(await log.append('customer-1', 'no-stream', sampleEvents(1))).toMatchObject({ revision: 0 })
  })

  it('refuses streams without a name, with too long a one, and those of the server or of the log itself', async () => {
    for (const stream of ['', '$stats', '$$customer-1', 'kumppani', 'x'.repeat(1_001)])
      await expect(log.append(stream, 'no-stream', sampleEvents(1))).rejects.toBeInstanceOf(RangeError)
  })

  it.each([-1, 0.5, Number.NaN, '0'])('refuses the revision %j', async (revision) => {
    const refused = log.append('customer-1', revision as ExpectedRevision, sampleEvents(1))
    await expect(refused).rejects.toBeInstanceOf(RangeError)
  })

  it('waits for what is under way when it is closed, and takes nothing more', async () => {
    server.faults.lateMs = 100
    const appended = log.append('customer-1', 'no-stream', sampleEvents(1))
    await log.close()
    await expect(appended).resolves.toMatchObject({ revision: 0 })
    await expect(log.append('customer-1', 0, sampleEvents(1))).rejects.toBeInstanceOf(LogRefused)
  })
})

describe('positions of EventStoreDB', () => {
  it('are refused where JavaScript does not know them exactly, or there are two', () => {
    expect(positionIn('9007199254740991', '9007199254740991')).toBe(Number.MAX_SAFE_INTEGER)
    expect(() => positionIn('9007199254740993', '9007199254740993')).toThrow(RangeError)
    expect(() => positionIn('18446744073709551615', '18446744073709551615')).toThrow(RangeError)
    expect(() => positionIn('12', '10')).toThrow(LogRefused)
  })
})

describe('an EventStoreDB that dies or hangs', () => {
  let folder: string
  let server: StandInProcess
  let log: EventStoreLog
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'kumppani-eventstoredb-'))
    server = await StandInProcess.start(folder)
    log = await openEventStoreLog(server.url, { patienceMs: 20_000, answerMs: 500 })
  })
  afterEach(async () => {
    await log.close()
    await server.kill()
    rmSync(folder, { recursive: true })
  })

  /** Many append one after the other to a stream of their own while something happens to the server; what was acknowledged. */
  async function writtenWhile(happening: () => Promise<void>): Promise<Map<string, string[]>> {
    const written = new Map<string, string[]>()
    let isOver = false
    const write = async (stream: string) => {
      const ids: string[] = []
      written.set(stream, ids)
      while (!isOver) {
        const events = sampleEvents(1)
        const { revision } = await log.append(stream, ids.length === 0 ? 'no-stream' : ids.length - 1, events)
        expect(revision).toBe(ids.length)
        ids.push(...events.map(({ id }) => id))
      }
    }
    const writing = Array.from({ length: 64 }, (_, nth) => write(`customer-${nth}`))
    await happening()
    await delay(300)
    isOver = true
    await Promise.all(writing)
    return written
  }

  it.each([
    [
      'is killed',
      async () => {
        for (let round = 0; round < 3; round++) {
          await delay(200)
          await server.kill()
          await delay(100)
          await server.startAgain()
        }
      },
    ],
    [
      'hangs for longer than answers are waited for',
      async () => {
        await delay(200)
        server.freeze()
        await delay(1_500)
        server.thaw()
      },
    ],
  ])('has each of many appends once, in order, when it %s', async (_, happening) => {
    const written = await writtenWhile(happening)
    for (const [stream, ids] of written) expect((await log.readStream(stream)).map(({ id }) => id)).toEqual(ids)
    const all = await log.readAll({ after: 0, limit: 10_000 })
    expect(all).toHaveLength([...written.values()].flat().length)
  })
})
