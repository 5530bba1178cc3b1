/** The engines that a group in a test stands on: embedded ones, or what the environment asks for. */
import { basename, join } from 'node:path'
import { AccessEntriesInLog } from '#engines/embedded/access-entries-in-log.js'
import { HostileAccessEntries, SharedEntries } from '#engines/hostile/hostile-access-entries.js'
import { HostileClearStore } from '#engines/hostile/hostile-clear-store.js'
import { HostileEventLog } from '#engines/hostile/hostile-event-log.js'
import { HostileReadStore } from '#engines/hostile/read-store/hostile-read-store.js'
import { openSqliteClearStore } from '#engines/sqlite/clear-store/sqlite-clear-store.js'
import { openSqliteLog, type SqliteEventLog } from '#engines/sqlite/event-log/sqlite-event-log.js'
import type { EventsBeside } from '#engines/sqlite/read-store/filings/filings.js'
import { openSqliteReadStore } from '#engines/sqlite/read-store/sqlite-read-store.js'
import type { AccessEntries, ClearStore, EventLog, ReadStore } from '#kernel'

/** With HOSTILE=<seed> in the environment, walks run on a log that keeps its promises in the least convenient way. */
export const harshened = (log: SqliteEventLog): EventLog & EventsBeside =>
  process.env.HOSTILE ? new HostileEventLog(log, { seed: Number(process.env.HOSTILE), lostAnswers: 0 }) : log

/** Whether read models and plaintext lie in files, and nothing is made inconvenient. */
export const standsOnSqlite = (): boolean => !process.env.HOSTILE && !process.env.READ_STORE_URL

export const sqliteStoreIn = async (folder: string, log: EventsBeside): Promise<ReadStore> =>
  openSqliteReadStore({ file: join(folder, 'read.db'), locale: 'fi', log })

/** And with read models of the same kind, or in the MongoDB that READ_STORE_URL names: there each in a database of its own. */
export async function harshenedStore(folder: string, log: EventsBeside): Promise<ReadStore> {
  const { HOSTILE, READ_STORE_URL } = process.env
  if (HOSTILE) return new HostileReadStore({ seed: Number(HOSTILE), locale: 'fi', log })
  if (!READ_STORE_URL?.startsWith('mongodb')) return sqliteStoreIn(folder, log)
  // Its client takes longer to load than most groups live.
  const { openMongoReadStore } = await import('#engines/mongodb/read-store/mongo-read-store.js')
  return openMongoReadStore({ url: READ_STORE_URL, place: basename(folder), locale: 'fi' })
}

export const sqliteClearIn = (folder: string): ClearStore =>
  openSqliteClearStore({ file: join(folder, 'clear.db'), locale: 'fi' })

/** And with their plaintext. */
export const harshenedClear = (folder: string): ClearStore =>
  process.env.HOSTILE
    ? new HostileClearStore({ seed: Number(process.env.HOSTILE), locale: 'fi' })
    : sqliteClearIn(folder)

/** And the access log likewise. */
export const accessEntriesOf = (folder?: string): AccessEntries =>
  folder
    ? new AccessEntriesInLog(openSqliteLog({ file: join(folder, 'access.db') }))
    : new HostileAccessEntries(new SharedEntries(), 5)
