/**
 * The SQLite file that holds the keys: its tables, and the few statements the vault needs. Key
 * bytes have one place in it for as long as they live, and are overwritten there.
 *
 * Rows are only ever added at the end and changed without changing their size, so SQLite never has
 * to spread them over pages anew. Where it does (tried: a table ordered by random ids), it now and
 * then leaves a copy of a row in a page's free space, which `secure_delete` does not reach.
 */
import { closeSync, openSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import { flushName } from '#files'
import { type KeyOwner, KeyUnknown, type SealingKey, type Tellable, TellingError, tellableOf } from '#kernel'
import { ofFiles } from '../telling/file-texts.js'

export interface StoredKey extends SealingKey {
  subject: KeyOwner
}

const applicationId = 0x6b756d70
const version = 1
/** Pages in the write-ahead log before they are moved into the file: many keys are made at once, all over its indexes. */
const checkpointPages = 4_000
/** How long a statement waits for another connection's lock. */
const lockWaitMs = 1000

const schema = `
  CREATE TABLE key (seq INTEGER PRIMARY KEY, id TEXT NOT NULL, subject TEXT NOT NULL,
    destroyed INTEGER NOT NULL, bytes BLOB NOT NULL) STRICT;
  CREATE UNIQUE INDEX key_by_id ON key (id);
  CREATE INDEX key_by_subject ON key (subject);
  CREATE TABLE erased (subject TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
  CREATE TABLE hash_key (one INTEGER PRIMARY KEY CHECK (one = 1), bytes BLOB NOT NULL) STRICT;
  INSERT INTO hash_key VALUES (1, randomblob(32));
  PRAGMA application_id = ${applicationId};
  PRAGMA user_version = ${version};
`

export class KeyFile {
  private readonly statements

  private constructor(private readonly database: DatabaseSync) {
    this.statements = prepare(database)
  }

  /** @throws Error in one line: no such file, not a key file, written by a newer version, not writable */
  static open(file: string, readOnly: boolean): KeyFile {
    let database: DatabaseSync | undefined
    try {
      // SQLite would make the file readable to everybody; its -wal and -shm follow the file's mode.
      if (!readOnly) closeSync(openSync(file, 'a', 0o600))
      database = new DatabaseSync(file, { readOnly, timeout: lockWaitMs })
      database.exec('PRAGMA secure_delete = ON; PRAGMA temp_store = MEMORY; PRAGMA synchronous = FULL')
      if (!readOnly) database.exec(`PRAGMA journal_mode = WAL; PRAGMA wal_autocheckpoint = ${checkpointPages}`)
      makeOrCheck(database, readOnly)
      if (!readOnly) flushName(file)
      return new KeyFile(database)
    } catch (error) {
      database?.close()
      throw new TellingError(ofFiles('keys-not-opened', { file, why: reason(error) }), { cause: error })
    }
  }

  hashKey(): Buffer {
    return asBuffer(this.statements.hashKey.get()?.bytes)
  }

  /** Whether any key was ever made. */
  get holdsKeys(): boolean {
    return this.statements.any.get() !== undefined
  }

  /** The key unless it was destroyed. @throws KeyUnknown where there never was one */
  byId(id: string): StoredKey | null {
    const row = this.statements.byId.get(id)
    if (row === undefined) throw new KeyUnknown(id)
    return toKey(row)
  }

  /** Those of many keys that were not destroyed, in one look. */
  byIds(ids: readonly string[]): StoredKey[] {
    return this.statements.byIds.all(JSON.stringify(ids)).flatMap((row) => toKey(row) ?? [])
  }

  /** The newest key of a subject, or null if there is none or just that one was destroyed. */
  newestOf(subject: KeyOwner): StoredKey | null {
    return toKey(this.statements.newest.get(subject))
  }

  /** The same of many subjects, in one look. */
  newestOfAll(subjects: readonly KeyOwner[]): (StoredKey | null)[] {
    return this.statements.newestOfAll
      .all(JSON.stringify(subjects))
      .map((row) => toKey(row.id === null ? undefined : row))
  }

  liveIdsOf(subject: KeyOwner): string[] {
    return this.statements.liveIds.all(subject).map((row) => String(row.id))
  }

  /** All subjects that were erased. */
  erased(): KeyOwner[] {
    return this.statements.erased.all().map(({ subject }) => String(subject) as KeyOwner)
  }

  isErased(subject: KeyOwner): boolean {
    return this.statements.isErased.get(subject) !== undefined
  }

  /** Adds keys in one durable commit: all or none. */
  add(keys: StoredKey[]): void {
    this.inTransaction(() => {
      for (const { id, subject, bytes } of keys) this.statements.add.run(id, subject, bytes)
    })
  }

  /**
   * Overwrites keys, by id and by subject, in one durable commit, and marks the subjects erased.
   * @returns how many keys were overwritten
   */
  destroy(keyIds: string[], subjects: KeyOwner[]): number {
    return this.inTransaction(() => {
      let destroyed = 0
      for (const id of keyIds) destroyed += Number(this.statements.destroyId.run(id).changes)
      for (const subject of subjects) {
        destroyed += Number(this.statements.destroySubject.run(subject).changes)
        this.statements.erase.run(subject)
      }
      return destroyed
    })
  }

  /**
   * Moves the write-ahead log into the file and cuts it to nothing, so that no earlier content stands in it.
   * @param waitMs how long to hold the thread while another connection is reading
   * @returns false if another connection was still reading and the log could not be cut
   */
  emptyWriteAheadLog(waitMs: number): boolean {
    this.database.exec(`PRAGMA busy_timeout = ${waitMs}`)
    const outcome = this.database.prepare('PRAGMA wal_checkpoint(TRUNCATE)').get()
    this.database.exec(`PRAGMA busy_timeout = ${lockWaitMs}`)
    return outcome?.busy === 0
  }

  close(): void {
    if (this.database.isOpen) this.database.close()
  }

  private inTransaction<T>(work: () => T): T {
    this.database.exec('BEGIN IMMEDIATE')
    try {
      const result = work()
      this.database.exec('COMMIT')
      return result
    } catch (error) {
      if (this.database.isTransaction) this.database.exec('ROLLBACK')
      throw error
    }
  }
}

function prepare(database: DatabaseSync) {
  const overwrite = 'UPDATE key SET destroyed = 1, bytes = zeroblob(32) WHERE destroyed = 0'
  return {
    hashKey: database.prepare('SELECT bytes FROM hash_key'),
    any: database.prepare('SELECT 1 FROM key LIMIT 1'),
    byId: database.prepare('SELECT id, subject, destroyed, bytes FROM key WHERE id = ?'),
    byIds: database.prepare(
      'SELECT k.id, k.subject, k.destroyed, k.bytes FROM json_each(?) s CROSS JOIN key k ON k.id = s.value',
    ),
    newest: database.prepare(
      'SELECT id, subject, destroyed, bytes FROM key WHERE subject = ? ORDER BY seq DESC LIMIT 1',
    ),
    newestOfAll: database.prepare(
      `SELECT k.id, s.value AS subject, k.destroyed, k.bytes FROM json_each(?) s
       LEFT JOIN key k ON k.seq = (SELECT max(seq) FROM key WHERE subject = s.value) ORDER BY s.key`,
    ),
    liveIds: database.prepare('SELECT id FROM key WHERE subject = ? AND destroyed = 0 ORDER BY seq'),
    erased: database.prepare('SELECT subject FROM erased'),
    isErased: database.prepare('SELECT 1 FROM erased WHERE subject = ?'),
    add: database.prepare('INSERT INTO key (id, subject, destroyed, bytes) VALUES (?, ?, 0, ?)'),
    destroyId: database.prepare(`${overwrite} AND id = ?`),
    destroySubject: database.prepare(`${overwrite} AND subject = ?`),
    erase: database.prepare('INSERT INTO erased VALUES (?) ON CONFLICT DO NOTHING'),
  }
}

function makeOrCheck(database: DatabaseSync, readOnly: boolean): void {
  const isEmpty = database.prepare('SELECT 1 FROM sqlite_schema LIMIT 1').get() === undefined
  if (isEmpty && readOnly) throw new TellingError(ofFiles('keys-empty'))
  if (isEmpty) database.exec(`BEGIN IMMEDIATE; ${schema} COMMIT`)
  if (pragma(database, 'application_id') !== applicationId) throw new TellingError(ofFiles('something-else'))
  const found = pragma(database, 'user_version')
  if (found > version) {
    throw new TellingError(ofFiles('later-version', { found, known: version }))
  }
}

function pragma(database: DatabaseSync, name: 'application_id' | 'user_version'): number {
  return Number(database.prepare(`PRAGMA ${name}`).get()?.[name])
}

function reason(error: unknown): Tellable {
  if (error instanceof TellingError) return tellableOf(error)
  const message = error instanceof Error ? error.message : String(error)
  if (message.includes('not a database')) return ofFiles('no-database')
  if (message.includes('malformed')) return ofFiles('damaged')
  if (message.includes('readonly') || message.includes('EACCES')) return ofFiles('read-only')
  if (message.includes('unable to open') || message.includes('ENOENT')) return ofFiles('not-there')
  return message
}

function toKey(row: Record<string, unknown> | undefined): StoredKey | null {
  if (row === undefined || row.destroyed !== 0) return null
  return { id: String(row.id), subject: String(row.subject) as KeyOwner, bytes: asBuffer(row.bytes) }
}

function asBuffer(value: unknown): Buffer {
  if (!(value instanceof Uint8Array)) throw new Error('the key vault holds a key that is no key; restore a backup')
  return Buffer.from(value.buffer, value.byteOffset, value.byteLength)
}
