/** A disk that fills up under load, and has room again: refused clearly, nothing acknowledged lost, writing goes on by itself. */
import { join } from 'node:path'
import { sampleEvents } from '#engines/contracts/event-log/sample-event.js'
import { openConnection } from '#engines/sqlite/event-log/connection.js'
import { openSqliteLog, SqliteEventLog } from '#engines/sqlite/event-log/sqlite-event-log.js'
import { LogRefused } from '#kernel'
import type { Report } from '../report.js'

const roomPages = 200
const mostAppends = 5000

export async function fillDisk(folder: string): Promise<Report[]> {
  const file = join(folder, 'full.db')
  const connection = openConnection(file, false)
  const log = new SqliteEventLog(connection)
  connection.db.exec(`PRAGMA max_page_count = ${roomPages}`)
  const acknowledged: string[] = []
  const said = await appendUntilRefused(log, acknowledged)
  connection.db.exec('PRAGMA max_page_count = 1000000')
  await append(log, acknowledged)
  await log.close()
  return [{ fault: 'disk full', times: 1, ...(await compared(file, acknowledged)), ...judged(said) }]
}

const judged = (said: string | undefined): Pick<Report, 'said' | 'wrong'> =>
  said === undefined ? { wrong: 'a full disk was not refused' } : { said }

async function append(log: SqliteEventLog, acknowledged: string[]): Promise<void> {
  const events = sampleEvents(3)
  await log.append(`customer-${crypto.randomUUID()}`, 'no-stream', events)
  acknowledged.push(...events.map(({ id }) => id))
}

async function appendUntilRefused(log: SqliteEventLog, acknowledged: string[]): Promise<string | undefined> {
  try {
    for (let count = 0; count < mostAppends; count++) await append(log, acknowledged)
  } catch (error) {
    if (error instanceof LogRefused) return error.message.replace(/^.*full\.db/, 'the log')
    throw error
  }
  return undefined
}

async function compared(file: string, acknowledged: readonly string[]) {
  const log = openSqliteLog({ file })
  const events = await log.readAll({ after: 0, limit: 10_000 })
  await log.close()
  const ids = events.map(({ id }) => id)
  const there = new Set(ids)
  return {
    acknowledged: acknowledged.length,
    lost: acknowledged.filter((id) => !there.has(id)).length,
    twice: ids.length - there.size,
    outOfOrder: ids.filter((id, at) => id !== acknowledged[at]).length,
  }
}
