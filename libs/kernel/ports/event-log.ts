/**
 * The port to the log: the one place where facts are kept. An adapter appends to streams, reads
 * them back, and delivers everything in recorded order, first what is there and then what arrives.
 */

import type { Position } from '../events/position.js'
import type { NewEvent, StoredEvent } from '../events/stored-event.js'
import { type Tellable, TellingError } from '../text/sentence.js'

/** The revision the stream must be at: that of its last event (0-based), or that it has none. */
export type ExpectedRevision = number | 'no-stream'

export interface Appended {
  /** Revision of the last event appended. */
  revision: number
  /** Position of the last event appended; those before it follow from reading the stream. */
  position: Position
}

export interface ReadAll {
  /** Exclusive: events after this position, which is 0 or one that this log has given. */
  after: Position
  /** At most so many events (1–10,000). */
  limit: number
  /** Inclusive upper bound; the head when absent. */
  until?: Position
  /** Only streams whose name begins with one of these. */
  prefixes?: readonly string[]
}

export interface Subscribe {
  /** Exclusive, as in ReadAll. */
  after: Position
  prefixes?: readonly string[]
  /** Ends the subscription without an error. */
  signal: AbortSignal
  /** At most so many events per batch; 500 unless told. */
  batch?: number
}

/** What a subscription brings. */
export interface Delivered {
  /** In recorded order; none where all that was passed is in streams not asked for. */
  events: StoredEvent[]
  /** Everything up to here, which is a position to read on from, has been delivered or was not asked for. */
  upTo: Position
}

export interface EventLog {
  /**
   * Appends 1 to 30 events, of at most 1 MB of data together, atomically and resolves once they are durable.
   * @throws RangeError when they are more
   * @throws RevisionConflict when the stream is not at `expected`
   * @throws LogRefused when the log cannot write (disk full, read-only); nothing was acknowledged
   */
  append(stream: string, expected: ExpectedRevision, events: readonly NewEvent[]): Promise<Appended>
  /** The events of one stream in order; an unknown stream is empty. */
  readStream(stream: string): Promise<StoredEvent[]>
  /** The event at a position; undefined when there is none at just this one. */
  eventAt(position: Position): Promise<StoredEvent | undefined>
  /** One page in recorded order. */
  readAll(options: ReadAll): Promise<StoredEvent[]>
  /**
   * In recorded order, catching up and then live without a gap; reconnects by itself. A log may deliver
   * again what it has delivered before. How far it has come is told also where nothing was to be delivered.
   */
  subscribe(options: Subscribe): AsyncIterable<Delivered>
  /** Position of the last event; 0 in an empty log. */
  head(): Promise<Position>
  /** Writes a consistent copy of the whole log to `file` while it goes on recording; only for adapters that keep a file. */
  backup?(file: string): Promise<void>
  close(): Promise<void>
}

/** Of events appended at once. */
export const mostEventsAtOnce = 30
/** Of their data together, as canonical JSON; types and metadata do not count. */
export const mostBytesAtOnce = 1_048_576

/** The stream was at another revision than the writer had read. */
export class RevisionConflict extends Error {
  constructor(
    readonly stream: string,
    readonly expected: ExpectedRevision,
    readonly actual: ExpectedRevision,
  ) {
    super(`stream is at ${actual}, not at ${expected}`)
    this.name = 'RevisionConflict'
  }
}

/** The log cannot take writes now: disk full, folder read-only, closed. Nothing was acknowledged. */
export class LogRefused extends TellingError {
  constructor(why: Tellable, options?: ErrorOptions) {
    super(why, options)
    this.name = 'LogRefused'
  }
}

/** No server of the log gave an answer in time; one may yet. */
export class LogUnreachable extends LogRefused {}
