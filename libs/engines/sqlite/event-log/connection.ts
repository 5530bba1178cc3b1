/**
 * Opens the log's file: settings, tables, and for a writer the lock that keeps a second one out.
 * Every failure to open is a LogRefused that names the file and says what to do.
 */
import { existsSync } from 'node:fs'
import { dirname } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { makeFolder } from '#files'
import { LogRefused } from '#kernel'
import { isBusy, LogInUse, refusal } from './refusals.js'
import { prepareSchema } from './schema.js'

/** An open log file. `:memory:` as the file is a log without one. */
export interface Connection {
  file: string
  readOnly: boolean
  db: DatabaseSync
  /** Closes the file and lets the next writer in. */
  close(): void
}

const busyTimeoutMs = 5_000
/** Pages in the write-ahead log before they are moved into the file: 16 MiB. */
const checkpointPages = 4_000

/**
 * @throws LogInUse when another writer has the file
 * @throws LogRefused when the file or its folder cannot be used
 */
export function openConnection(file: string, readOnly: boolean): Connection {
  const inMemory = file === ':memory:'
  let lock: DatabaseSync | undefined
  let db: DatabaseSync | undefined
  try {
    if (!inMemory) lock = readOnly ? requireFile(file) : lockForWriting(file)
    db = new DatabaseSync(file, { readOnly, timeout: busyTimeoutMs })
    configure(db, readOnly)
    prepareSchema(db, file, readOnly)
  } catch (error) {
    db?.close()
    lock?.close()
    throw refusal(file, error)
  }
  return { file, readOnly, db, close: closer(db, lock) }
}

function configure(db: DatabaseSync, readOnly: boolean): void {
  db.exec(`PRAGMA cache_size = -${readOnly ? 2000 : 4000}`)
  if (readOnly) return
  db.exec(`
    PRAGMA journal_mode = WAL;
    PRAGMA synchronous = FULL;
    PRAGMA wal_autocheckpoint = ${checkpointPages};
    PRAGMA journal_size_limit = ${4 * checkpointPages * 4_096};
  `)
}

function closer(db: DatabaseSync, lock: DatabaseSync | undefined): () => void {
  return () => {
    db.close()
    lock?.close()
  }
}

function requireFile(file: string): undefined {
  if (existsSync(file)) return
  throw new LogRefused(`There is no event log at ${file}. Open it for writing once before reading it.`)
}

/** An open transaction on a file of its own: the operating system ends it with the process, however that dies. */
function lockForWriting(file: string): DatabaseSync {
  makeFolder(dirname(file))
  const lock = new DatabaseSync(`${file}.lock`, { timeout: 0 })
  try {
    lock.exec('PRAGMA journal_mode = MEMORY; BEGIN EXCLUSIVE')
  } catch (error) {
    lock.close()
    throw isBusy(error) ? new LogInUse(file, { cause: error }) : error
  }
  return lock
}
