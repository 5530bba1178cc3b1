/** The SQLite log after a sudden death: what was acknowledged is there, what is there is whole. */
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { sampleEvents } from '#engines/contracts/event-log/sample-event.js'
import { openConnection } from '#engines/sqlite/event-log/connection.js'
import { openSqliteLog, SqliteEventLog } from '#engines/sqlite/event-log/sqlite-event-log.js'
import type { StoredEvent } from '#kernel'
import { type AcknowledgedAppend, killAfter } from './kills/kill-appender.js'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'log-recovery-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

/** Appends here and in the child have so many events. */
const eventsPerAppend = 3

/** What the log holds when opened anew; it must take an append as well. */
async function reopened(file: string): Promise<StoredEvent[]> {
  const log = openSqliteLog({ file })
  const events: StoredEvent[] = []
  for (let page = await log.readAll({ after: 0, limit: 10_000 }); page.length > 0; ) {
    events.push(...page)
    page = await log.readAll({ after: events.at(-1)?.position ?? 0, limit: 10_000 })
  }
  await log.append(`customer-${crypto.randomUUID()}`, 'no-stream', sampleEvents(eventsPerAppend))
  await log.close()
  return events
}

/** Positions grow, revisions have no gap, and no append is there by half. */
function expectWhole(events: readonly StoredEvent[]): void {
  const lengths = new Map<string, number>()
  const misplaced = events.filter(({ stream, revision, position }, i) => {
    const length = lengths.get(stream) ?? 0
    lengths.set(stream, length + 1)
    return revision !== length || position <= (events[i - 1]?.position ?? 0)
  })
  const halves = [...lengths].filter(([, length]) => length % eventsPerAppend !== 0)
  expect({ misplaced, halves }).toEqual({ misplaced: [], halves: [] })
}

function expectPresent(events: readonly StoredEvent[], acknowledged: readonly AcknowledgedAppend[]): void {
  const places = new Map(events.map((event) => [[event.id, event.stream, event.revision].join(), event.position]))
  const missing = acknowledged.flatMap(({ stream, revision, ids, position }) => {
    const own = ids.map((id, i) => [id, stream, revision - ids.length + 1 + i].join())
    const last = places.get(own.at(-1) ?? '')
    return [...own.filter((place) => !places.has(place)), ...(last === position ? [] : [`${stream} at ${last}`])]
  })
  expect(missing).toEqual([])
}

describe('after kill -9', () => {
  it('has every acknowledged event at its place, five deaths in a row', async () => {
    const file = join(folder, 'events.db')
    const acknowledged: AcknowledgedAppend[] = []
    for (let death = 0; death < 5; death++) {
      acknowledged.push(...(await killAfter(file, 50 + Math.floor(Math.random() * 2_000))))
      const events = await reopened(file)
      expectWhole(events)
      expectPresent(events, acknowledged)
    }
    expect(acknowledged.length).toBeGreaterThanOrEqual(250)
  }, 60_000)
})

describe('after losing the end of its write-ahead log', () => {
  const inFile = 50
  const inWriteAhead = 100
  const damages: [string, (bytes: Buffer, from: number) => Buffer][] = [
    ['cut off', (bytes, from) => bytes.subarray(0, from)],
    ['zeroed', (bytes, from) => Buffer.concat([bytes.subarray(0, from), Buffer.alloc(bytes.length - from)])],
  ]

  it.each(damages)(
    'opens with an unbroken prefix when the end is %s',
    async (_, damage) => {
      const file = join(folder, 'events.db')
      await abandon(file)
      const whole = await reopened(copyOf(file, 'whole.db', (bytes) => bytes))
      expect(whole).toHaveLength((inFile + inWriteAhead) * eventsPerAppend)
      const lengths = new Set<number>()
      for (let cut = 0; cut < 30; cut++) {
        const events = await reopened(
          copyOf(file, `${cut}.db`, (bytes) => damage(bytes, Math.floor(Math.random() * bytes.length))),
        )
        expect(events).toEqual(whole.slice(0, events.length))
        expect(events.length).toBeGreaterThanOrEqual(inFile * eventsPerAppend)
        expectWhole(events)
        lengths.add(events.length)
      }
      expect(lengths.size).toBeGreaterThan(5)
    },
    60_000,
  )

  /** Leaves the files as a sudden death would: some events moved into the file, the later ones not yet. */
  async function abandon(file: string): Promise<void> {
    const connection = openConnection(file, false)
    const log = new SqliteEventLog(connection)
    for (let i = 0; i < inFile + inWriteAhead; i++) {
      if (i === inFile) connection.db.exec('PRAGMA wal_checkpoint(TRUNCATE)')
      await log.append(`customer-${crypto.randomUUID()}`, 'no-stream', sampleEvents(eventsPerAppend))
    }
    copyFileSync(file, `${file}.left`)
    copyFileSync(`${file}-wal`, `${file}.left-wal`)
    await log.close()
  }

  function copyOf(file: string, name: string, damage: (bytes: Buffer) => Buffer): string {
    const copy = join(folder, name)
    copyFileSync(`${file}.left`, copy)
    writeFileSync(`${copy}-wal`, damage(readFileSync(`${file}.left-wal`)))
    return copy
  }
})
