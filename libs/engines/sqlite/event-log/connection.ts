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
import { openDatabase } from './settings.js'

/** An open log file. `:memory:` as the file is a log without one. */
export interface Connection {
  file: string
  readOnly: boolean
  db: DatabaseSync
  /** Closes the file and lets the next writer in. */
  close(): void
}

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
    db = openDatabase(file, readOnly)
    prepareSchema(db, file, readOnly)
  } catch (error) {
    db?.close()
    lock?.close()
    throw refusal(file, error)
  }
  return { file, readOnly, db, close: closer(db, lock) }
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
