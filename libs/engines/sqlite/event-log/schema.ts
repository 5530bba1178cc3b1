/**
 * The tables of the SQLite log. Events lie in recorded order; two indexes find them by stream and
 * by stream category, so that no reader has to pass over the facts of others.
 */
import type { DatabaseSync } from 'node:sqlite'
import { LogRefused } from '#kernel'
import { ofLog } from '../telling/log-texts.js'

/** Raised when the tables change; a file of a later version is refused. */
export const schemaVersion = 1

/** `recorded_at_ms`, a part of files of this version, is the newest recordedAt up to and including the row. */
const tables = `
  CREATE TABLE categories (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE) STRICT;
  CREATE TABLE streams (
    id INTEGER PRIMARY KEY,
    category_id INTEGER NOT NULL,
    name TEXT NOT NULL UNIQUE
  ) STRICT;
  CREATE TABLE events (
    position INTEGER PRIMARY KEY,
    category_id INTEGER NOT NULL,
    stream_id INTEGER NOT NULL,
    revision INTEGER NOT NULL,
    recorded_at_ms INTEGER NOT NULL,
    id TEXT NOT NULL,
    type TEXT NOT NULL,
    data TEXT NOT NULL,
    metadata TEXT NOT NULL,
    UNIQUE (stream_id, revision)
  ) STRICT;
  CREATE INDEX events_by_category ON events (category_id);
`

/**
 * Creates the tables in an empty file and checks those of any other.
 * @throws LogRefused when the file holds something else or was written by a later version
 */
export function prepareSchema(db: DatabaseSync, file: string, readOnly: boolean): void {
  const version = numberOf(db, 'PRAGMA user_version')
  if (version === schemaVersion) return
  if (version > schemaVersion) {
    throw new LogRefused(ofLog('later-version', { file, found: version, known: schemaVersion }))
  }
  if (version !== 0 || numberOf(db, 'SELECT count(*) FROM sqlite_schema') > 0) {
    throw new LogRefused(ofLog('no-log', { file }))
  }
  if (readOnly) {
    throw new LogRefused(ofLog('empty', { file }))
  }
  db.exec(`BEGIN IMMEDIATE; ${tables} PRAGMA user_version = ${schemaVersion}; COMMIT`)
}

function numberOf(db: DatabaseSync, sql: string): number {
  const row = db.prepare(sql).get() ?? {}
  return Number(Object.values(row)[0])
}
