/**
 * The port to where entries of the access log are kept: they are added and found, and nothing else, by any number
 * of processes at once. What an entry says in words is sealed before it comes here.
 */
import type { JsonObject, NewEvent } from '../events/stored-event.js'

/** An event: its actor looked, at `recordedAt`. */
export interface AccessEntry extends NewEvent {
  data: JsonObject & {
    /** Whose values were opened, and what was asked for: `customer:<id>`, `contact:<id>`… */
    partitions: string[]
  }
}

export interface EntriesWanted {
  /** First and last day on which they were recorded (UTC, `2026-03-01`), inclusive. */
  from: string
  until: string
  /** ISO instant: none that was recorded later. */
  upTo?: string | undefined
  /** Who looked. */
  actor?: string
  /** All of them are among those of the entry. */
  partitions: readonly string[]
  /** At most so many. */
  limit: number
}

export interface AccessEntries {
  /**
   * Resolves once the entry is durable, and found by everybody. One whose answer is lost may be there; added once
   * more it is there twice.
   * @throws LogRefused when it cannot be kept
   */
  add(entry: AccessEntry): Promise<void>
  /** The newest first, by when they were recorded; of one instant those of one writer, the last added first. */
  find(wanted: EntriesWanted): Promise<AccessEntry[]>
  close(): Promise<void>
}
