/** What the SQLite log does as a file: who may open it, what it refuses and how, copies, readers beside the writer. */
import { spawnSync } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals'
import { sampleEvents } from '#engines/contracts/event-log/sample-event.js'
import { collectUntil, writeEvents } from '#engines/contracts/event-log/subscription.contract.js'
import { type EventLog, LogRefused, storedPosition } from '#kernel'
import { openConnection } from './connection.js'
import { openSqliteLog, SqliteEventLog } from './sqlite-event-log.js'
import { WritingThread } from './writing/writing-thread.js'

let folder: string
let file: string
const opened: EventLog[] = []

function open(options: { readOnly?: boolean; file?: string } = {}): SqliteEventLog {
  const log = openSqliteLog({ file, ...options })
  opened.push(log)
  return log
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sqlite-log-'))
  file = join(folder, 'events.db')
})
afterEach(async () => {
  jest.useRealTimers()
  for (const log of opened.splice(0)) await log.close()
  rmSync(folder, { recursive: true })
})

describe('opening', () => {
  it('finds everything again after closing', async () => {
    const log = open()
    const { position } = await log.append('customer-1', 'no-stream', sampleEvents(3))
    await log.close()
    expect((await open().readStream('customer-1')).at(-1)).toMatchObject({ revision: 2, position })
  })

  it('refuses a second writer until the first has closed, and keeps what the first one has', async () => {
    const first = open()
    expect(() => open()).toThrow(`${file} is being written by another process`)
    await writeEvents(first, 1)
    await first.close()
    expect(await open().head()).toBe(1)
  })

  it('refuses a file that is no database, no event log, or of a later version', () => {
    writeFileSync(file, 'dear diary, '.repeat(1_000))
    expect(() => open()).toThrow(`${file} is not a database`)
    const other = join(folder, 'other.db')
    sql(other, 'CREATE TABLE notes (id)')
    expect(() => open({ file: other })).toThrow(`${other} is a database, but no event log`)
    const later = join(folder, 'later.db')
    sql(later, 'PRAGMA user_version = 2')
    expect(() => open({ file: later })).toThrow('was written by a later version (2; this one knows 1)')
  })

  it('refuses to read where nothing was written', () => {
    expect(() => open({ readOnly: true })).toThrow(`There is no event log at ${file}`)
    writeFileSync(file, '')
    expect(() => open({ readOnly: true })).toThrow('is empty')
  })

  it('refuses a folder that it cannot use', () => {
    writeFileSync(join(folder, 'plain'), '')
    expect(() => open({ file: join(folder, 'plain', 'events.db') })).toThrow(LogRefused)
  })

  it('refuses to write in a read-only folder', () => {
    chmodSync(folder, 0o555)
    expect(asUser(`openSqliteLog({ file: ${JSON.stringify(file)} })`)).toBe(
      `LogRefused: The event log ${file} cannot be opened. Check that its folder exists and that the user of this process may read and write there.`,
    )
    chmodSync(folder, 0o755)
  })
})

describe('refusing to write', () => {
  it('acknowledges nothing of a batch that the disk has no room for, reads on, and writes once there is room', async () => {
    const connection = openConnection(file, false)
    const log = new SqliteEventLog(connection)
    opened.push(log)
    await log.append('customer-1', 'no-stream', sampleEvents(30))
    connection.db.exec('PRAGMA max_page_count = 40')
    const batch = Array.from({ length: 10 }, (_, i) => log.append(`customer-full-${i}`, 'no-stream', sampleEvents(30)))
    const outcomes = await Promise.allSettled(batch)
    expect(new Set(outcomes.map(({ status }) => status))).toEqual(new Set(['rejected']))
    await expect(batch[0]).rejects.toThrow(`${file} has no room left on its disk`)
    await expect(batch[0]).rejects.toBeInstanceOf(LogRefused)
    expect(await log.readAll({ after: 0, limit: 1_000 })).toHaveLength(30)
    connection.db.exec('PRAGMA max_page_count = 100000')
    expect(await log.append('customer-full-0', 'no-stream', sampleEvents(1))).toEqual({ revision: 0, position: 31 })
  })

  it('acknowledges nothing of a batch that fails midway, and forgets all of it', async () => {
    const { log, failWith } = failing()
    failWith(Object.assign(new Error('out of memory'), { errcode: 7 }))
    const batch = [1, 2, 3].map((i) => log.append(`customer-${i}`, 'no-stream', sampleEvents(2)))
    for (const append of await Promise.allSettled(batch)) {
      expect(append).toMatchObject({ status: 'rejected', reason: { name: 'LogRefused' } })
    }
    failWith(undefined)
    expect(log.refusesForGood).toBe(false)
    expect(await log.append('customer-2', 'no-stream', sampleEvents(1))).toEqual({ revision: 0, position: 1 })
    expect(await log.readAll({ after: 0, limit: 10, prefixes: ['customer-'] })).toHaveLength(1)
  })

  it('writes no more once the system failed to flush, and reads on', async () => {
    const { log, failWith } = failing()
    await log.append('customer-1', 'no-stream', sampleEvents(2))
    expect(log.refusesForGood).toBe(false)
    failWith(Object.assign(new Error('disk I/O error'), { errcode: 1_034 }))
    const refused = log.append('customer-2', 'no-stream', sampleEvents(2))
    await expect(refused).rejects.toThrow('Check the disk, then restart')
    failWith(undefined)
    await expect(log.append('customer-3', 'no-stream', sampleEvents(2))).rejects.toThrow(LogRefused)
    expect(log.refusesForGood).toBe(true)
    expect(await log.readStream('customer-1')).toHaveLength(2)
  })

  it('refuses every call once closed, and answers those asked for before', async () => {
    const log = open()
    const asked = log.append('customer-1', 'no-stream', sampleEvents(1))
    await log.close()
    expect((await asked).revision).toBe(0)
    await expect(log.append('customer-1', 0, sampleEvents(1))).rejects.toThrow(`${file} is closed`)
    await expect(log.readStream('customer-1')).rejects.toThrow(LogRefused)
    await log.close()
  })

  it('refuses to append when opened for reading', async () => {
    open()
    await expect(open({ readOnly: true }).append('customer-1', 'no-stream', sampleEvents(1))).rejects.toThrow(
      'for reading only',
    )
  })
})

describe('a reader beside the writer', () => {
  it('follows by looking again', async () => {
    const writer = open()
    await writeEvents(writer, 20)
    const seen = collectUntil(open({ readOnly: true }), Promise.resolve(storedPosition(121)), {
      after: storedPosition(10),
      once: true,
      batch: 8,
    })
    await writeEvents(writer, 100)
    // By now it has read what there was and waits.
    await new Promise((resolve) => setTimeout(resolve, 20))
    await writeEvents(writer, 1)
    expect((await seen).map(({ position }) => position)).toEqual(Array.from({ length: 111 }, (_, i) => i + 11))
  })

  it('follows when told, before it looks again', async () => {
    const writer = open()
    const reader = open({ readOnly: true })
    jest.useFakeTimers({ doNotFake: ['setImmediate', 'nextTick', 'queueMicrotask'] })
    const seen = collectUntil(reader, Promise.resolve(storedPosition(1)), { after: 0, once: true })
    await writeEvents(writer, 1)
    reader.notify()
    expect(await seen).toHaveLength(1)
  })

  it('ends without an error when its log is closed', async () => {
    const writer = open()
    for (const log of [open({ readOnly: true }), writer]) {
      const batches = log.subscribe({ after: 0, signal: new AbortController().signal })[Symbol.asyncIterator]()
      const next = batches.next()
      await log.close()
      expect(await next).toEqual({ done: true, value: undefined })
    }
  })
})

describe('a backup', () => {
  it('holds every event up to one moment while writing goes on', async () => {
    const log = open()
    await writeEvents(log, 200)
    const target = join(folder, 'copy.db')
    const [, last] = await Promise.all([log.backup(target), writeEvents(log, 200)])
    const copy = open({ file: target })
    const copied = await copy.readAll({ after: 0, limit: 1_000 })
    expect(copied.length).toBeGreaterThanOrEqual(200)
    expect(last).toBe(400)
    expect(copied).toEqual((await log.readAll({ after: 0, limit: 1_000 })).slice(0, copied.length))
  })

  it('never overwrites a file', async () => {
    const log = open()
    await expect(log.backup(file)).rejects.toThrow(`there is a file at ${file} already`)
    await expect(log.backup(join(folder, 'absent', 'copy.db'))).rejects.toThrow(LogRefused)
  })
})

describe('written by a thread', () => {
  const written = (at = file, writer = new WritingThread()) => {
    const log = openSqliteLog({ file: at, writer })
    opened.push(log)
    return log
  }

  it('writes several files, each until it is closed', async () => {
    const writer = new WritingThread()
    const [one, other] = [written(file, writer), written(join(folder, 'other.db'), writer)]
    await Promise.all([one, other].map((log) => log.append('customer-1', 'no-stream', sampleEvents(2))))
    await one.close()
    expect((await other.append('customer-1', 1, sampleEvents(1))).position).toBe(3)
    await other.close()
    expect(await open().head()).toBe(2)
  })

  it('tells what the disk said, and writes on once it can', async () => {
    const log = written()
    await log.append('customer-1', 'no-stream', sampleEvents(1))
    const other = new DatabaseSync(file, { timeout: 0 })
    other.exec('BEGIN IMMEDIATE')
    const refused = log.append('customer-2', 'no-stream', sampleEvents(1))
    await expect(refused).rejects.toThrow(`${file} is locked by another program`)
    other.exec('ROLLBACK')
    other.close()
    expect(log.refusesForGood).toBe(false)
    expect((await log.append('customer-2', 'no-stream', sampleEvents(1))).position).toBe(2)
  }, 20_000)

  it('writes no more once the thread is lost, and reads on', async () => {
    const ending = new URL('data:text/javascript,setTimeout(() => process.exit(), 50)')
    const log = written(file, new WritingThread(ending))
    await expect(log.append('customer-1', 'no-stream', sampleEvents(1))).rejects.toThrow(
      'lost the thread that writes it',
    )
    expect(log.refusesForGood).toBe(true)
    expect(await log.readStream('customer-1')).toEqual([])
    await expect(log.append('customer-2', 'no-stream', sampleEvents(1))).rejects.toThrow(LogRefused)
  })
})

/** A log in which every append to a stream from the second on ends in the given error, as one of SQLite's would. */
function failing(): { log: SqliteEventLog; failWith: (error: Error | undefined) => void } {
  const connection = openConnection(file, false)
  let failure: Error | undefined
  connection.db.function('fail', () => {
    if (failure) throw failure
    return 0
  })
  connection.db.exec(
    `CREATE TEMP TRIGGER failing BEFORE INSERT ON events WHEN NEW.stream_id > 1 BEGIN SELECT fail(); END`,
  )
  const failWith = (error: Error | undefined) => {
    failure = error
  }
  const log = new SqliteEventLog(connection)
  opened.push(log)
  return { log, failWith }
}

function sql(path: string, statement: string): void {
  const db = new DatabaseSync(path)
  db.exec(statement)
  db.close()
}

/** Runs an expression as a user whom permissions bind, which the superuser is not; the error it throws. */
function asUser(expression: string): string {
  const module = new URL('./sqlite-event-log.js', import.meta.url).href
  const script = `const { openSqliteLog } = await import(${JSON.stringify(module)})
    try { ${expression} } catch (error) { console.log(String(error)) }`
  const identity = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {}
  const child = spawnSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8', ...identity })
  return child.stdout.trim()
}
