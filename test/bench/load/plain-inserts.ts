/** The baseline of recording: plain inserts of the same bytes, same columns and indexes, durable in transactions of 64. */
import { DatabaseSync } from 'node:sqlite'
import type { StoredEvent } from '#kernel'
import { secondsOf } from '../figure.js'

const perTransaction = 64

/** Seconds that inserting events into a file of its own takes. */
export function plainInserts(file: string, events: readonly StoredEvent[]): Promise<number> {
  const db = new DatabaseSync(file)
  db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL')
  db.exec(`CREATE TABLE streams (id INTEGER PRIMARY KEY, category_id INTEGER, name TEXT UNIQUE);
    CREATE TABLE events (position INTEGER PRIMARY KEY, category_id INTEGER, stream_id INTEGER, revision INTEGER,
      recorded_at_ms INTEGER, id TEXT, type TEXT, data TEXT, metadata TEXT, UNIQUE (stream_id, revision));
    CREATE INDEX events_by_category ON events (category_id)`)
  const stream = db.prepare('INSERT INTO streams (category_id, name) VALUES (1, ?)')
  const event = db.prepare(
    'INSERT INTO events (category_id, stream_id, revision, recorded_at_ms, id, type, data, metadata) VALUES (1, ?, ?, ?, ?, ?, ?, ?)',
  )
  const rows = events.map((e) => ({
    ...e,
    at: Date.parse(e.metadata.recordedAt),
    text: [JSON.stringify(e.data), JSON.stringify(e.metadata)] as const,
  }))
  return secondsOf(() => {
    for (let at = 0; at < rows.length; at += perTransaction) {
      db.exec('BEGIN')
      for (const row of rows.slice(at, at + perTransaction)) {
        const id = stream.run(row.stream).lastInsertRowid
        event.run(id, row.revision, row.at, row.id, row.type, ...row.text)
      }
      db.exec('COMMIT')
    }
    db.close()
  })
}
