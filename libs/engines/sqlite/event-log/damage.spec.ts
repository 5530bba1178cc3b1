/** A damaged log says from which position on it cannot be read, whatever the damage is. */
import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import type { NewEvent, Position } from '#kernel'
import { openSqliteLog } from './sqlite-event-log.js'

const count = 600
let folder: string
let file: string

const event = (place: number): NewEvent => ({
  id: `event-${place}`,
  type: 'note.written',
  data: { note: 'x'.repeat(200) },
  metadata: {
    schemaVersion: 1,
    occurredAt: '2026-03-01T09:00:00.000Z',
    occurredPrecision: 'instant',
    effectiveAt: '2026-03-01T09:00:00.000Z',
    recordedAt: '2026-03-01T09:00:00.000Z',
    actor: 'aino',
    customers: [],
    contacts: [],
    commandId: `command-${place}`,
    fingerprint: '',
  },
})

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'kumppani-damage-'))
  file = join(folder, 'log.db')
  const log = openSqliteLog({ file })
  await Promise.all(Array.from({ length: count }, (_, at) => log.append(`note-${at}`, 'no-stream', [event(at)])))
  await log.close()
})

afterEach(() => rmSync(folder, { recursive: true }))

/** Reads all that can be read, and says why not more. */
async function reading(): Promise<{ read: number; reason: string }> {
  const log = openSqliteLog({ file, readOnly: true })
  let read: Position = 0
  try {
    for (;;) {
      const events = await log.readAll({ after: read, limit: 1 })
      if (events.length === 0) return { read, reason: '' }
      read = events.at(-1)?.position ?? read
    }
  } catch (error) {
    return { read, reason: (error as Error).message }
  } finally {
    await log.close()
  }
}

/** Changes the file as a program would that has no business with it. */
function changed(sql: string): void {
  const database = new DatabaseSync(file)
  database.exec(sql)
  database.close()
}

describe('a log of which nothing is damaged', () => {
  it('is intact', async () => {
    const log = openSqliteLog({ file, readOnly: true })
    expect(() => log.requireIntact()).not.toThrow()
    await log.close()
    expect(await reading()).toEqual({ read: count, reason: '' })
  })
})

describe('a damaged log', () => {
  it('names the event whose data cannot be decoded', async () => {
    changed(`UPDATE events SET data = '{"no' WHERE position = 400`)
    const { read, reason } = await reading()
    expect(read).toBe(399)
    expect(reason).toBe(
      `The event log ${file} is damaged: the event at position 400 (note.written) cannot be read. Keep the file, and put the newest backup in its place.`,
    )
  })

  it('names the event after which a page is gone', async () => {
    const database = new DatabaseSync(file)
    const { page } = database
      .prepare(`SELECT max(pageno) AS page FROM dbstat WHERE name = 'events' AND pagetype = 'leaf'`)
      .get() as { page: number }
    const { page_size: size } = database.prepare('PRAGMA page_size').get() as { page_size: number }
    database.exec('PRAGMA wal_checkpoint(TRUNCATE)')
    database.close()
    const opened = openSync(file, 'r+')
    writeSync(opened, Buffer.alloc(size, 0xff), 0, size, (page - 1) * size)
    closeSync(opened)
    const { read, reason } = await reading()
    expect(read).toBeLessThan(count)
    expect(reason).toContain(`what follows the event at position ${read} cannot be read`)
    const log = openSqliteLog({ file, readOnly: true })
    expect(() => log.requireIntact()).toThrow(`what follows the event at position ${read} cannot be read`)
    await log.close()
  })

  it('names the event whose stream is gone, and is not read as if it were not there', async () => {
    changed('DELETE FROM streams WHERE id = 300')
    const log = openSqliteLog({ file, readOnly: true })
    expect(() => log.requireIntact()).toThrow('the event at position 300 (note.written) cannot be read')
    await log.close()
  })
})
