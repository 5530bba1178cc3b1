/**
 * Which group a database belongs to: one short text that all files of an installation carry, so that a
 * file of another group, or an empty one, is not taken for the one that belongs there.
 */
import type { DatabaseSync } from 'node:sqlite'

const isThere = `SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = '~identity'`

/** Undefined while it was told none. */
export function identityIn(db: DatabaseSync): string | undefined {
  if (db.prepare(isThere).get() === undefined) return undefined
  const { id } = db.prepare('SELECT id FROM "~identity"').get() ?? {}
  return typeof id === 'string' ? id : undefined
}

/**
 * Durable as the file's own settings have it.
 * @throws Error when the file belongs to another group
 */
export function adoptIdentity(db: DatabaseSync, identity: string): void {
  const found = identityIn(db)
  if (found === identity) return
  if (found !== undefined) throw new Error('a file belongs to one group for as long as it lives')
  db.exec(
    'BEGIN IMMEDIATE; CREATE TABLE "~identity" (one INTEGER PRIMARY KEY CHECK (one = 1), id TEXT NOT NULL) STRICT',
  )
  db.prepare('INSERT INTO "~identity" VALUES (1, ?)').run(identity)
  db.exec('COMMIT')
}
