/**
 * A file of read models, or of plaintext: how it is opened, recognised and refused, its prepared statements
 * and transactions. Knows nothing of tables.
 */
import { existsSync } from 'node:fs'
import { DatabaseSync, type SQLInputValue, type SQLOutputValue, type StatementSync } from 'node:sqlite'
import { adoptIdentity, flushFile, identityIn } from '#files'
import { ReadStoreRefused } from '#kernel'

export type SqlValue = SQLInputValue
export type SqlRow = SQLOutputValue[]
/** SQL whose every value is bound; how statements and parts of them are handed around. */
export interface Sql {
  text: string
  values: SqlValue[]
}

/** One condition out of several, which holds where each does. */
export const andSql = (parts: readonly Sql[]): Sql => ({
  text: parts.map(({ text }) => `(${text})`).join(' AND ') || '1',
  values: parts.flatMap(({ values }) => values),
})

/** As part of the text: where a limit is bound, SQLite compiles the statement anew at each run. */
export const limitSql = (count: number, skip = 0): string =>
  `LIMIT ${Math.trunc(count)}${skip === 0 ? '' : ` OFFSET ${Math.trunc(skip)}`}`

/** Raised whenever tables, or the sort keys and terms in them, are laid out differently. */
export const formatVersion = 10
/** "Kump" and "Kumc": tell our files from other SQLite files, and those of one kind from the other. */
const applicationIds = { readModels: 0x4b756d70, plaintext: 0x4b756d63 }
export type FileKind = keyof typeof applicationIds
const statementLimit = 500
/** How long whoever writes waits for another that does. */
const busyMs = 5000

const settings = [
  'PRAGMA journal_mode = WAL',
  // Waiting for the disk would stop the projection for a while every few seconds. What a stop of the
  // machine takes is derived again; that of the process takes nothing.
  'PRAGMA synchronous = OFF',
  'PRAGMA secure_delete = ON',
  'PRAGMA cache_size = -12288',
  // Far enough apart to write a page once for several changes, near enough not to hold up the projection.
  'PRAGMA wal_autocheckpoint = 4000',
].join(';')

/**
 * Readers look at the file where the system holds it: SQLite drops the pages that it holds itself whenever
 * somebody wrote, which is many times a second.
 */
const readingSettings = 'PRAGMA cache_size = -8192; PRAGMA mmap_size = 1073741824'

/** A rollback goes by memory: after a failed load the tables can still be dropped and loaded again. */
const filling = 'PRAGMA journal_mode = MEMORY; PRAGMA cache_size = -16384'

const throwAway = 'Read models can be derived again: stop the program, delete the file, start it'

export class StoreFile {
  readonly db: DatabaseSync
  readonly kind: FileKind
  readonly #statements = new Map<string, StatementSync>()
  /** Statements of scans that have ended. */
  readonly #idle = new Map<string, StatementSync[]>()
  /** Made by this connection and not yet served from: whatever dies now is thrown away. */
  #isFresh = false
  readonly #readOnly: boolean
  readonly #checks = new Map<string, () => void>()
  /** Whether it serves moments, and nothing besides. */
  #hasMoments = false

  /** @throws ReadStoreRefused */
  constructor(
    readonly path: string,
    { readOnly = false, kind = 'readModels' }: { readOnly?: boolean; kind?: FileKind } = {},
  ) {
    this.#readOnly = readOnly
    this.kind = kind
    this.db = guarded(path, () => new DatabaseSync(path, { readOnly, timeout: busyMs }))
    try {
      guarded(path, () => this.#recognise(readOnly))
    } catch (refusal) {
      this.db.close()
      throw refusal
    }
  }

  /**
   * Makes a fresh file the group's.
   * @throws ReadStoreRefused when it holds the read models of another group
   */
  requireIdentity(identity: string): void {
    this.guard(() => {
      if (this.#isFresh) adoptIdentity(this.db, identity)
      if (identityIn(this.db) !== identity) throw refused(this.path, `is not of this group. ${throwAway}`)
    })
  }

  /** The statement for this text, prepared once; rows come as arrays. */
  prepare(text: string): StatementSync {
    const known = this.#statements.get(text)
    if (known) return known
    // A plain bound is enough: query shapes are few, and preparing one again is cheap.
    if (this.#statements.size >= statementLimit) this.#statements.clear()
    const statement = this.#prepared(text)
    this.#statements.set(text, statement)
    return statement
  }

  /**
   * Rows one by one. A statement under way serves nobody else, so that a scan may go on between other
   * reads; then it waits for the next: left to the garbage collector, each would hold its memory for long.
   */
  *iterate({ text, values }: Sql): Generator<SqlRow> {
    this.requireMoment()
    const statement = this.#idle.get(text)?.pop() ?? this.#prepared(text)
    try {
      yield* statement.iterate(...values) as unknown as Iterable<SqlRow>
    } finally {
      if (this.#idle.size >= statementLimit) this.#idle.clear()
      this.#idle.set(text, [...(this.#idle.get(text) ?? []), statement])
    }
  }

  #prepared(text: string): StatementSync {
    const statement = this.db.prepare(text)
    statement.setReturnArrays(true)
    return statement
  }

  all(sql: Sql): SqlRow[] {
    this.requireMoment()
    // The declared type says objects; setReturnArrays makes them arrays.
    return this.prepare(sql.text).all(...sql.values) as unknown as SqlRow[]
  }

  /** From the first read on everything is of one state, until the moment ends; between moments nothing is read. */
  beginMoment(): void {
    this.#hasMoments = true
    this.prepare('BEGIN').run()
  }

  endMoment(): void {
    if (this.db.isTransaction) this.prepare('COMMIT').run()
  }

  /** Many reads at once, of one state: one by one each would lock the file anew. */
  together<T>(work: () => T): T {
    this.requireMoment()
    if (this.db.isTransaction) return work()
    this.prepare('BEGIN').run()
    try {
      return work()
    } finally {
      this.prepare('COMMIT').run()
    }
  }

  /** @throws Error where moments are served and none goes on */
  requireMoment(): void {
    if (this.#hasMoments && !this.db.isTransaction) throw new Error('what is read belongs to a moment that has ended')
  }

  run(text: string, ...values: SqlValue[]): number {
    return Number(this.prepare(text).run(...values).changes)
  }

  /** Runs first in every transaction from here on, in place of another of its name; where it throws, nothing is written. */
  beforeWriting(name: string, check: () => void): void {
    this.#checks.set(name, check)
  }

  /** All of `work` or nothing. */
  transaction<T>(work: () => T): T {
    this.db.exec('BEGIN IMMEDIATE')
    try {
      for (const check of this.#checks.values()) check()
      const result = work()
      this.db.exec('COMMIT')
      return result
    } catch (error) {
      // A full disk has already rolled back.
      if (this.db.isTransaction) this.db.exec('ROLLBACK')
      throw error
    }
  }

  /** Runs one operation; what the engine cannot do comes out as a ReadStoreRefused naming the file. */
  guard<T>(work: () => T): T {
    return guarded(this.path, work)
  }

  /**
   * Moves the write-ahead log into the file and empties it, down to the disk; false while a reader needs it.
   * @param patienceMs how long it is waited for readers
   */
  truncateLog(patienceMs: number): boolean {
    this.db.exec(`PRAGMA synchronous = FULL; PRAGMA busy_timeout = ${patienceMs}`)
    const [row] = this.all({ text: 'PRAGMA wal_checkpoint(TRUNCATE)', values: [] })
    this.db.exec(`PRAGMA synchronous = OFF; PRAGMA busy_timeout = ${busyMs}`)
    return row?.[0] === 0
  }

  /** Everything written is on the disk when it returns. */
  close(): void {
    if (!this.db.isOpen) return
    this.db.close()
    if (this.#readOnly || this.path === ':memory:') return
    for (const file of [this.path, `${this.path}-wal`]) if (existsSync(file)) flushFile(file)
  }

  /** A new file that is to be filled needs no log of its own until it serves: every page is then written once. */
  startFilling(): void {
    if (this.#isFresh && this.path !== ':memory:') this.db.exec(filling)
  }

  /** Writes as usual from here on. */
  endFilling(): void {
    if (!this.#isFresh) return
    this.#isFresh = false
    if (this.path !== ':memory:') this.db.exec(settings)
  }

  #recognise(readOnly: boolean): void {
    const version = this.#pragma('user_version')
    const id = this.#pragma('application_id')
    const empty = id === 0 && this.#pragma('schema_version') === 0
    const applicationId = applicationIds[this.kind]
    if (!empty && id !== applicationId) throw refused(this.path, 'is a database of something else. Choose another file')
    if (!empty && version !== formatVersion) {
      const age = version > formatVersion ? 'a newer' : 'an older'
      throw refused(this.path, `was written by ${age} version (format ${version}, not ${formatVersion}). ${throwAway}`)
    }
    if (readOnly && empty) throw refused(this.path, 'holds nothing yet. Open it for writing first')
    if (readOnly) return void this.db.exec(readingSettings)
    this.db.exec(settings)
    this.#isFresh = empty
    if (empty) this.db.exec(`PRAGMA application_id = ${applicationId}; PRAGMA user_version = ${formatVersion}`)
  }

  #pragma(name: string): number {
    return Number(this.all({ text: `PRAGMA ${name}`, values: [] })[0]?.[0])
  }
}

function refused(path: string, reason: string, cause?: unknown): ReadStoreRefused {
  return new ReadStoreRefused(`${path} ${reason}.`, { cause })
}

/** What SQLite's primary result codes mean to whoever runs the program. */
const reasons: Readonly<Record<number, string>> = {
  5: 'is being written by another process. Stop that one, or wait',
  6: 'has tables that a scan is still reading. End the scan first',
  8: 'cannot be written. Open it for writing, or give the program the right to write to its folder',
  10: 'could not be read or written. Check the disk',
  11: `is damaged. ${throwAway}`,
  13: 'cannot grow, the disk is full; nothing of the last write was kept. Free some space',
  14: 'cannot be opened. Check that its folder exists and may be written',
  26: `is not a database. ${throwAway}`,
}

function guarded<T>(path: string, work: () => T): T {
  try {
    return work()
  } catch (error) {
    const reason = reasons[resultCode(error) & 0xff]
    throw reason ? refused(path, reason, error) : error
  }
}

/** SQLite's extended result code; 0 for errors that are not SQLite's. */
export function resultCode(error: unknown): number {
  return typeof error === 'object' && error !== null && 'errcode' in error ? Number(error.errcode) : 0
}
