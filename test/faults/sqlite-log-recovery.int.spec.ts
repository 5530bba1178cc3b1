/** The SQLite log after a sudden death: what was acknowledged is there, what is there is whole. */
import { copyFileSync, mkdtempSync, rmSync, statSync, truncateSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import type { StoredEvent } from '#kernel'
import { sampleEvents } from '#log/sample-event.js'
import { openSqliteLog } from '#log/sqlite-event-log.js'
import { type AcknowledgedAppend, killAfter } from './kill-appender.js'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'log-recovery-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

/** Everything in the log, after an append that shows it can be written. */
async function reopened(file: string): Promise<StoredEvent[]> {
  const log = openSqliteLog({ file })
  await log.append(`customer-${crypto.randomUUID()}`, 'no-stream', sampleEvents(1))
  const events: StoredEvent[] = []
  for (let page: StoredEvent[] = []; ; events.push(...page)) {
    page = await log.readAll({ after: events.at(-1)?.position ?? 0, limit: 10_000 })
    if (page.length === 0) break
  }
  await log.close()
  return events.slice(0, -1)
}

/** Positions and revisions have no gap, and no append is there by half. */
function expectWhole(events: readonly StoredEvent[]): void {
  const revisions = new Map<string, number>()
  for (const [i, { position, stream, revision }] of events.entries()) {
    if (i > 0) expect(position).toBeGreaterThan(events[i - 1]?.position ?? 0)
    expect(revision).toBe((revisions.get(stream) ?? -1) + 1)
    revisions.set(stream, revision)
  }
}

/** The appends of the child have 1 event, or 3 where they follow a revision that 3 divides: none may be cut. */
function expectPresent(events: readonly StoredEvent[], acknowledged: readonly AcknowledgedAppend[]): void {
  const byPosition = new Map(events.map((event) => [event.position, event]))
  for (const { stream, revision, ids, positions } of acknowledged) {
    const found = positions.map((position) => byPosition.get(position))
    expect(found.map((event) => event?.id)).toEqual(ids)
    expect(found.at(-1)).toMatchObject({ stream, revision })
  }
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
  })
})

describe('after losing the end of its write-ahead log', () => {
  it('opens with an unbroken prefix that holds at least what was moved into the file', async () => {
    const file = join(folder, 'events.db')
    const acknowledged = await killAfter(file, 300)
    const walBytes = statSync(`${file}-wal`).size
    expect(walBytes).toBeGreaterThan(0)
    let shortest = Number.POSITIVE_INFINITY
    for (let cut = 0; cut < 40; cut++) {
      const copy = join(folder, `cut-${cut}.db`)
      copyFileSync(file, copy)
      copyFileSync(`${file}-wal`, `${copy}-wal`)
      const left = cut === 0 ? walBytes : Math.floor(Math.random() * walBytes)
      truncateSync(`${copy}-wal`, left)
      const events = await reopened(copy)
      expectWhole(events)
      const last = events.at(-1)?.position ?? 0
      expectPresent(
        events,
        acknowledged.filter(({ positions }) => (positions.at(-1) ?? 0) <= last),
      )
      if (cut === 0) expectPresent(events, acknowledged)
      shortest = Math.min(shortest, events.length)
    }
    expect(shortest).toBeLessThan(acknowledged.length)
  })
})
