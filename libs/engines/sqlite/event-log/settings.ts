/** How a connection to the log's file works; loaded by the thread that writes, which knows nothing else. */
import { DatabaseSync } from 'node:sqlite'

const busyTimeoutMs = 5_000
/** Pages in the write-ahead log before they are moved into the file: 16 MiB. */
const checkpointPages = 4_000

/** @throws what SQLite says */
export function openDatabase(file: string, readOnly: boolean): DatabaseSync {
  const db = new DatabaseSync(file, { readOnly, timeout: busyTimeoutMs })
  try {
    db.exec(`PRAGMA cache_size = -${readOnly ? 2000 : 4000}`)
    if (!readOnly) db.exec(writing)
    return db
  } catch (error) {
    db.close()
    throw error
  }
}

const writing = `
  PRAGMA journal_mode = WAL;
  PRAGMA synchronous = FULL;
  PRAGMA wal_autocheckpoint = ${checkpointPages};
  PRAGMA journal_size_limit = ${4 * checkpointPages * 4_096};
`
