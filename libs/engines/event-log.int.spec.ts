/** The contract against every log that needs no server, and what the hostile one does beyond it. */

import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { describeEventLog } from '#engines/contracts/event-log/event-log.contract.js'
import { sampleEvents } from '#engines/contracts/event-log/sample-event.js'
import { AnswerLost, HostileEventLog } from '#engines/hostile/hostile-event-log.js'
import { openMemoryLog, openSqliteLog, type SqliteEventLog } from '#engines/sqlite/event-log/sqlite-event-log.js'
import { WritingThread } from '#engines/sqlite/event-log/writing/writing-thread.js'
import { storedPosition } from '#kernel'

let folder: string
let logs = 0

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'event-log-'))
})
afterAll(() => rm(folder, { recursive: true }))

describeEventLog('the SQLite file', async () => openSqliteLog({ file: join(folder, `${logs++}`, 'events.db') }))
describeEventLog('the SQLite file written by a thread', async () =>
  openSqliteLog({ file: join(folder, `${logs++}`, 'events.db'), writer: new WritingThread() }),
)
describeEventLog('the memory log', async () => openMemoryLog())
describeEventLog('a log beside the one that writes', async () => besideTheWriter())
describeEventLog(
  'the hostile log',
  async () => new HostileEventLog(openMemoryLog(), { seed: logs++, lostAnswers: 0 }),
  { recognisesRepeats: false, deliversOnce: false },
)

/** What is recorded there is appended by another that has the file open. */
function besideTheWriter(): SqliteEventLog {
  const file = join(folder, `${logs++}`, 'events.db')
  const writer = openSqliteLog({ file })
  const log = openSqliteLog({
    file,
    readOnly: true,
    handOver: (appends) => writer.appendHanded(structuredClone(appends), sampleEvents(1)[0]?.metadata.recordedAt ?? ''),
  })
  const close = log.close.bind(log)
  return Object.assign(log, { close: () => close().then(() => writer.close()) })
}

describe('the hostile log', () => {
  it('loses answers of appends that took place', async () => {
    const log = new HostileEventLog(openMemoryLog(), { seed: 7, lostAnswers: 0.5, delays: 0 })
    const outcomes: boolean[] = []
    for (let i = 0; i < 40; i++) {
      const answer = log.append(`customer-${i}`, 'no-stream', sampleEvents(1))
      outcomes.push(
        await answer.then(
          () => true,
          (error) => !(error instanceof AnswerLost),
        ),
      )
    }
    expect(outcomes).toContain(false)
    expect(outcomes).toContain(true)
    const stored = await log.readAll({ after: 0, limit: 100 })
    expect(stored).toHaveLength(40)
    const gaps = stored.slice(1).map(({ position }, i) => position - (stored[i]?.position ?? 0))
    expect(Math.min(...gaps)).toBeGreaterThan(100)
    expect(new Set(gaps).size).toBeGreaterThan(20)
    await expect(log.readAll({ after: storedPosition((stored[0]?.position ?? 0) + 1), limit: 1 })).rejects.toThrow(
      'has never given',
    )
    await log.close()
  })

  it('delivers again what it delivered, the same for the same seed', async () => {
    const deliveries = async () => {
      const log = new HostileEventLog(openMemoryLog(), {
        seed: 11,
        lostAnswers: 0,
        duplicates: 0.5,
        drops: 0.5,
        delays: 0,
      })
      await Promise.all(Array.from({ length: 60 }, (_, i) => log.append(`customer-${i}`, 'no-stream', sampleEvents(1))))
      const last = await log.head()
      const seen: number[] = []
      const ended = new AbortController()
      for await (const { events } of log.subscribe({ after: 0, batch: 5, signal: ended.signal })) {
        seen.push(...events.map(({ position }) => position))
        if (seen.at(-1) === last) ended.abort()
      }
      await log.close()
      return seen
    }
    const seen = await deliveries()
    expect(new Set(seen).size).toBe(60)
    expect(seen.length).toBeGreaterThan(60)
    expect(await deliveries()).toEqual(seen)
  })
})
