/**
 * The port to the log: the one place where facts are kept. An adapter appends to streams, reads
 * them back, and delivers everything in recorded order, first what is there and then what arrives.
 */

import type { Position } from '../events/position.js'
import type { NewEvent, StoredEvent } from '../events/stored-event.js'

/** The revision the stream must be at: that of its last event (0-based), or that it has none. */
export type ExpectedRevision = number | 'no-stream'

export interface Appended {
  /** Revision of the last event appended. */
  revision: number
  /** Position of each event appended, in order. */
  positions: Position[]
}

export interface ReadAll {
  /** Exclusive: events after this position. */
  after: Position
  /** At most so many events (1–10,000). */
  limit: number
  /** Inclusive upper bound; the head when absent. */
  until?: Position
  /** Only streams whose name begins with one of these. */
  prefixes?: readonly string[]
}

export interface Subscribe {
  after: Position
  prefixes?: readonly string[]
  /** Ends the subscription without an error. */
  signal: AbortSignal
  /** At most so many events per batch; 500 unless told. */
  batch?: number
}

export interface EventLog {
  /**
   * Appends 1 to 30 events atomically and resolves once they are durable.
   * @throws RevisionConflict when the stream is not at `expected`
   * @throws LogRefused when the log cannot write (disk full, read-only); nothing was acknowledged
   */
  append(stream: string, expected: ExpectedRevision, events: readonly NewEvent[]): Promise<Appended>
  /** The events of one stream in order; an unknown stream is empty. */
  readStream(stream: string): Promise<StoredEvent[]>
  /** One page in recorded order. */
  readAll(options: ReadAll): Promise<StoredEvent[]>
  /** Batches in recorded order, catching up and then live without a gap; reconnects by itself. Never an empty batch. */
  subscribe(options: Subscribe): AsyncIterable<StoredEvent[]>
  /** Position of the last event; 0 in an empty log. */
  head(): Promise<Position>
  /** Position of the last event recorded at or before `instant` (ISO 8601 UTC); 0 if there is none. */
  positionAt(instant: string): Promise<Position>
  /** Writes a consistent copy of the whole log to `file` while it goes on recording; only for adapters that keep a file. */
  backup?(file: string): Promise<void>
  close(): Promise<void>
}

/** The event at a position; undefined when there is none at just this one. */
export async function eventAt(log: Pick<EventLog, 'readAll'>, position: Position): Promise<StoredEvent | undefined> {
  const [event] = await log.readAll({ after: position - 1, limit: 1 })
  return event?.position === position ? event : undefined
}

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
export class LogRefused extends Error {
  constructor(reason: string, options?: ErrorOptions) {
    super(reason, options)
    this.name = 'LogRefused'
  }
}
