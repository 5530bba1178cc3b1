/**
 * The event log in one SQLite file: one writing process with group commit, any number of reading
 * threads and processes. An append is acknowledged after its bytes are flushed (WAL, synchronous=FULL).
 */
import { setImmediate as nextTurn } from 'node:timers/promises'
import { adoptIdentity, identityIn } from '#files'
import { backUpLog } from './backup.js'
import { type Connection, openConnection } from './connection.js'
import { damagedAt } from './damage.js'
import { Reader } from './reader.js'
import { refusal } from './refusals.js'
import { deliver } from './subscription.js'
import type { EncodedEvent, Outcome } from './writing/appender.js'
import { type Commits, Committer } from './writing/committer.js'
import { GroupCommit } from './writing/group-commit.js'
import { type HandedAppends, HandedOver, type HandOver, handedAppends } from './writing/handed-over.js'
import type { WritingThread } from './writing/writing-thread.js'

export { LogInUse } from './refusals.js'

import type {
  Appended,
  Delivered,
  EventLog,
  ExpectedRevision,
  NewEvent,
  Position,
  ReadAll,
  StoredEvent,
  Subscribe,
} from '#kernel'
import { canonicalJson, LogRefused, mostBytesAtOnce, mostEventsAtOnce, RevisionConflict } from '#kernel'
import { Arrivals } from '../../embedded/arrivals.js'

export interface OpenSqliteLog {
  /** Path of the database; its folder is made when it is missing. */
  file: string
  /** For a reader beside the writing process; appends are refused, unless they are handed over. */
  readOnly?: boolean
  /** Writes it, for whoever has others to answer while the disk is waited for; the calling thread where absent. */
  writer?: WritingThread
  /** Has the one that writes append what is recorded here. */
  handOver?: HandOver
}

/**
 * @throws LogInUse when another process writes to the file
 * @throws LogRefused when it cannot be opened, is no event log, or is one of a later version
 */
export function openSqliteLog({ file, readOnly = false, writer, handOver }: OpenSqliteLog): SqliteEventLog {
  const connection = openConnection(file, readOnly)
  return new SqliteEventLog(connection, { commits: writer?.committerOf(file), handOver })
}

/** The same log without a file, for specs. */
export function openMemoryLog(): SqliteEventLog {
  return new SqliteEventLog(openConnection(':memory:', false))
}

export class SqliteEventLog implements EventLog {
  readonly #reader: Reader
  /** The one that writes this file, where it is open for that. */
  readonly #commits: GroupCommit | undefined
  readonly #writer: GroupCommit | HandedOver | undefined
  readonly #arrivals = new Arrivals()
  #closing: Promise<void> | undefined

  constructor(
    private readonly connection: Connection,
    { commits, handOver }: { commits?: Commits; handOver?: HandOver } = {},
  ) {
    const { file, db, readOnly } = connection
    this.#reader = new Reader(db)
    if (!readOnly) this.#commits = new GroupCommit(file, commits ?? new Committer(db), () => this.#arrivals.announce())
    this.#writer = this.#commits ?? (handOver && new HandedOver(handOver))
  }

  /** Whether it takes nothing more until it is opened by a fresh process; it can still be read. */
  get refusesForGood(): boolean {
    return this.#commits?.hasFailed ?? false
  }

  /** Path of the database. */
  get file(): string {
    return this.connection.file
  }

  /** Which group's log this is; undefined while it was told none. */
  get identity(): string | undefined {
    this.#requireOpen()
    return identityIn(this.connection.db)
  }

  /**
   * Makes it the log of a group for good, durably.
   * @throws LogRefused when it is another group's, or cannot be written
   */
  adopt(identity: string): void {
    this.#requireOpen()
    try {
      adoptIdentity(this.connection.db, identity)
    } catch (error) {
      throw refusal(this.connection.file, error)
    }
  }

  async append(stream: string, expected: ExpectedRevision, events: readonly NewEvent[]): Promise<Appended> {
    this.#requireOpen()
    if (!this.#writer) throw new LogRefused(`The event log ${this.connection.file} was opened for reading only.`)
    requireAppend(stream, expected, events)
    const encoded = events.map(encode)
    requireFitting(encoded)
    return this.#writer.append({ stream, expected, events: encoded })
  }

  /**
   * Appends what was made ready beside this log, as recorded now.
   * @throws LogRefused when it takes none; of those in another transaction some may be recorded
   */
  async appendHanded(columns: HandedAppends, recordedAt: string): Promise<Outcome[]> {
    this.#requireOpen()
    const commits = this.#commits
    if (!commits) throw new LogRefused(`The event log ${this.connection.file} was opened for reading only.`)
    const appends = handedAppends(columns, recordedAt).map(async (append) => {
      const outcome = await commits.append(append).catch((error: unknown) => error)
      if (outcome instanceof RevisionConflict) return { actual: outcome.actual }
      if (outcome instanceof Error) throw outcome
      return outcome as Appended
    })
    return Promise.all(appends)
  }

  async readStream(stream: string): Promise<StoredEvent[]> {
    this.#requireOpen()
    return this.#reader.stream(stream)
  }

  async eventAt(position: Position): Promise<StoredEvent | undefined> {
    this.#requireOpen()
    return this.#reader.at([position])[0]
  }

  async readAll(options: ReadAll): Promise<StoredEvent[]> {
    const { limit } = options
    if (!(Number.isInteger(limit) && limit >= 1 && limit <= 10_000)) {
      throw new RangeError(`a page has 1 to 10,000 events, not ${limit}`)
    }
    // Page after page in a loop must not keep the thread from everyone else.
    await nextTurn()
    this.#requireOpen()
    return this.#reader.page(options)
  }

  /** The events at these positions, without waiting: for read models that lie beside this file. */
  eventsAt(positions: readonly Position[]): StoredEvent[] {
    this.#requireOpen()
    return this.#reader.at(positions)
  }

  /** The events of these streams up to a position, likewise. */
  eventsOf(streams: readonly string[], upTo: Position): StoredEvent[] {
    this.#requireOpen()
    return this.#reader.streams(streams, upTo)
  }

  /** Also ends, without an error, when the log is closed. */
  subscribe(options: Subscribe): AsyncIterable<Delivered> {
    this.#requireOpen()
    const { readOnly, db } = this.connection
    return deliver(
      { reader: this.#reader, arrivals: this.#arrivals, polls: readOnly, isOpen: () => db.isOpen },
      options,
    )
  }

  async head(): Promise<Position> {
    this.#requireOpen()
    return this.#reader.head()
  }

  /** The last events, the newest first. */
  newest(limit: number): StoredEvent[] {
    this.#requireOpen()
    return this.#reader.newest(limit)
  }

  /**
   * Holds all of the file against what SQLite expects of it. Blocks its thread for seconds where the log is large.
   * @throws LogRefused saying where the first event stands that cannot be read
   */
  requireIntact(): void {
    this.#requireOpen()
    const { db, file } = this.connection
    if (isIntact(db)) return
    throw new LogRefused(damagedAt(db, file))
  }

  /** Refuses to overwrite a file. */
  async backup(file: string): Promise<void> {
    this.#requireOpen()
    await backUpLog(this.connection, file)
  }

  /** Tells a reading log that the writer has recorded something, so that it need not wait for its next look. */
  notify(): void {
    this.#arrivals.announce()
  }

  /** Commits what was asked for before, then closes. */
  close(): Promise<void> {
    this.#closing ??= this.#close()
    return this.#closing
  }

  async #close(): Promise<void> {
    if (this.#writer) await this.#writer.close()
    this.connection.close()
    this.#arrivals.announce()
  }

  #requireOpen(): void {
    if (this.#closing) throw new LogRefused(`The event log ${this.connection.file} is closed.`)
  }
}

/** Nobody would ever read it. */
const ofNoStream = 'SELECT 1 FROM events WHERE stream_id NOT IN (SELECT id FROM streams) LIMIT 1'

function isIntact(db: Connection['db']): boolean {
  try {
    const isWhole = db.prepare('PRAGMA quick_check(1)').get()?.quick_check === 'ok'
    return isWhole && db.prepare(ofNoStream).get() === undefined
  } catch {
    return false
  }
}

function requireAppend(stream: string, expected: ExpectedRevision, events: readonly NewEvent[]): void {
  if (stream === '') throw new RangeError('a stream needs a name')
  if (events.length < 1 || events.length > mostEventsAtOnce) {
    throw new RangeError(`an append has 1 to ${mostEventsAtOnce} events, not ${events.length}`)
  }
  if (expected !== 'no-stream' && !(Number.isSafeInteger(expected) && expected >= 0)) {
    throw new RangeError(`a revision is a whole number from 0 or 'no-stream', not ${expected}`)
  }
}

function requireFitting(events: readonly EncodedEvent[]): void {
  const bytes = events.reduce((sum, { data }) => sum + Buffer.byteLength(data), 0)
  if (bytes > mostBytesAtOnce)
    throw new RangeError(`an append has at most ${mostBytesAtOnce} bytes of data, not ${bytes}`)
}

function encode({ id, type, data, metadata }: NewEvent): EncodedEvent {
  const recordedAtMs = milliseconds(metadata.recordedAt)
  return { id, type, data: canonicalJson(data), metadata: canonicalJson(metadata), recordedAtMs }
}

function milliseconds(instant: string): number {
  const ms = Date.parse(instant)
  if (Number.isNaN(ms)) throw new RangeError('an instant is written as 2026-03-01T09:30:00.000Z')
  return ms
}
