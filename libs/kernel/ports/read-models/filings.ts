/**
 * The port to filings: in which partitions each version of a fact is filed. A history is read by
 * them in one call, and a timeline is listed by their columns. The events themselves lie in the log, which
 * an engine may read beside it; one that cannot keeps what is filed, as the log holds it.
 */

import type { Position } from '../../events/position.js'
import type { StoredEvent } from '../../events/stored-event.js'

/** One version of a fact in one partition. */
export interface FilingRow {
  /** `customer:<id>` or `contact:<id>`. */
  partition: string
  /** Position of the first event. */
  first: Position
  /** Position of the version: the first event itself, or a correction of it. */
  position: Position
  /** Id of the first event. */
  event: string
  /** Effective moment of the version, ISO instant. */
  at: string
  /** Stored type. */
  type: string
  unit?: string
  /** Function of whoever met the customer, where the fact says so. */
  function?: string
  /** Who recorded the first event. */
  actor: string
  /** Whether the version holds here: it is neither retracted nor filed elsewhere by now. */
  shown: boolean
  /** The version that held here until this one. */
  instead?: { at: string; position: Position }
}

/** An event with where it is filed. */
export interface FiledEvent {
  /** As the log holds it: what is sealed there stays sealed. */
  event: StoredEvent
  /** One for each of its partitions, all at once; none where it is filed nowhere. */
  rows: readonly FilingRow[]
}

/** A filing as it stands, for whoever compares two stores. */
export interface StandingFiling extends Omit<FilingRow, 'instead' | 'event'> {
  /** Position up to which it held: that of the version after it. */
  until?: Position
}

/** Which facts of a timeline are wanted; absent conditions hold for all. */
export interface FilingsCondition {
  partition: string
  types?: readonly string[]
  /** Facts without a unit are among them where `undefined` is. */
  units?: readonly (string | undefined)[]
  function?: string
  /** ISO instants: the first included, the last not. */
  from?: string
  below?: string
}

/** A page of them. */
export interface FilingsQuery extends FilingsCondition {
  /** 1–500; 50 unless told. */
  limit?: number
  /** As answered by the page before. */
  cursor?: string
}

/** Facts that hold, each as its first event and its last version, the latest first. */
export interface FilingsPage {
  facts: { first: StoredEvent; last: StoredEvent }[]
  next?: string
}

export interface HistoryRange {
  /** Exclusive. */
  after?: Position
  /** Inclusive. */
  upTo?: Position
}

/** A share of all partitions, by a hash of each. */
export interface Share {
  /** 0 to `of` - 1. */
  index: number
  of: number
}

export interface Filings {
  /**
   * All versions of the facts that are or were filed in any of the partitions, in recorded order, each
   * once, as stored; of a fact that was moved here also what it said first.
   */
  history(partitions: readonly string[], range?: HistoryRange): Promise<StoredEvent[]>
  /** The histories of several lists of partitions at once, in their order. */
  histories(lists: readonly (readonly string[])[]): Promise<StoredEvent[][]>
  /** Those of the partitions in which nothing was ever filed: nothing was folded there either. */
  unfiled(partitions: readonly string[]): Promise<ReadonlySet<string>>
  /** How many versions of facts are filed in the partitions, each in each, counted no further than `most`. */
  count(partitions: readonly string[], most: number): Promise<number>
  /** All versions of the facts with these first events, by id or position, as far as they are filed in one of the partitions. */
  versions(partitions: readonly string[], firsts: readonly (string | Position)[]): Promise<StoredEvent[]>
  /** Where first events stand in the log, by their ids, as far as they are filed in one of the partitions. */
  positions(partitions: readonly string[], firsts: readonly string[]): Promise<ReadonlyMap<string, Position>>
  /**
   * All events of these streams up to a position that the read models have passed, in recorded order, also
   * such as are filed nowhere.
   */
  ofStreams(streams: readonly string[], upTo: Position): Promise<StoredEvent[]>
  /** The first and the last version of facts that belong to a unit, of at most so many facts. Looks through all filings. */
  ofUnit(unit: string, most: number): Promise<StoredEvent[]>
  /** How many facts a timeline has on all its pages. */
  timelineCount(query: FilingsCondition): Promise<number>
  /** @throws BadCursor */
  timeline(query: FilingsQuery): Promise<FilingsPage>
  /** Every partition of a share with its history, one after the other. */
  partitions(share: Share): AsyncIterable<{ partition: string; events: StoredEvent[] }>
  /** Every filing in the order of partition, moment and positions, some hundred at a time; those behind a partition, where one is named. */
  standing(after?: string): AsyncIterable<StandingFiling[]>
  /** Events for a store that nobody reads yet, each once and in any order; `finishFilings` puts them in theirs. */
  loadFilings(events: Iterable<FiledEvent>): Promise<void>
  finishFilings(): Promise<void>
}
