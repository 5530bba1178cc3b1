/**
 * The port to the read models: documents with declared, typed columns that the engine underneath
 * can filter, sort and count by itself. Everything here can be thrown away and derived again.
 */

import type { Position } from '../../events/position.js'
import type { JsonObject } from '../../events/stored-event.js'
import { type Tellable, TellingError } from '../../text/sentence.js'
import type { Lease } from '../leases.js'
import type { Contributions, Part } from './contributions.js'
import type { FiledEvent, Filings } from './filings.js'

/**
 * `text` sorts in the group's locale by a key computed when written; the rest compare as they are. Rows are found by
 * what their `ids` contain; a `list` is kept and no condition asks for it.
 */
export const columnTypes = ['id', 'code', 'text', 'instant', 'day', 'integer', 'number', 'flag', 'ids', 'list'] as const
export type ColumnType = (typeof columnTypes)[number]

export interface TableSpec {
  /** Kebab-case, with the version: `opportunities-1`. */
  name: string
  columns: Readonly<Record<string, ColumnType>>
  /** Column lists of the indexes beside the key; every query must be served by one. */
  indexes: readonly (readonly string[])[]
  /** Indexed columns that change with nearly every write of their row: an engine keeps their indexes so that a change costs little. */
  restless?: readonly string[]
  /** Columns that every row has a value in; sorted by them, nothing is absent. */
  always?: readonly string[]
  /** Columns of type `text` whose rows are found by their words. */
  words?: readonly string[]
  /** Of tables of a ClearStore: a column of plain text found by its words. */
  searches?: string
  /** A column of ids or codes to one of which most searches are narrowed; served without an index on it. */
  searchesWithin?: string
}

export type Scalar = string | number | boolean | null
export interface Row {
  key: string
  /** Position of the last event folded into it. */
  position: Position
  /** The document; null for tables that are only columns. */
  doc: JsonObject | null
  /** Values of declared columns; `ids` and `list` columns hold string arrays. */
  columns: Record<string, Scalar | string[]>
}

/**
 * Conditions are true or false, never unknown: `not` of an `eq` includes rows without a value, a
 * range or prefix excludes them. `text` columns compare by their first level: no case, no accents.
 */
export type Where =
  | { and: Where[] }
  | { or: Where[] }
  | { not: Where }
  | { column: string; eq: Scalar }
  | { column: string; in: Scalar[] }
  | { column: string; from?: Scalar; below?: Scalar; to?: Scalar }
  | { column: string; prefix: string }
  /** The text says each word asked for: see `saysWords`; none fits nothing. For `words` columns. */
  | { column: string; words: string }
  /** `ids` column contains the value. */
  | { column: string; has: string }

export interface Find {
  where?: Where
  /**
   * Absent values come last, whatever the direction. The key is always the last sort, in the direction
   * of the one before it.
   */
  sort?: { column: string; descending?: boolean }[]
  /**
   * BCP 47: by whose alphabet texts are sorted that stand in an index; the store's own unless told, and where it is
   * none of those that are kept. Conditions compare by the store's.
   */
  locale?: string
  /** 1–500; 50 unless told. */
  limit?: number
  /** As answered by the page before; refused (BadCursor) when of another query. */
  cursor?: string
  /** How many rows are passed over from there before the page begins; none unless told. */
  skip?: number
  /** Columns that must come with the rows, besides those sorted by; all unless told. */
  columns?: readonly string[]
}

/** Lists beside each other: of each value of a column a page of the rows that have it. */
export interface FindEach extends Find {
  /** A column that is no `text`. */
  of: { column: string; values: readonly Scalar[] }
  /** As answered by the page before; of one value alone. */
  cursor?: string
}

/** A condition that every one of the others holds; absent ones are left out. */
export function all(...conditions: (Where | undefined)[]): Where {
  return { and: conditions.filter((c) => c !== undefined) }
}

/** What is found of each value. @throws BadCursor where a cursor is given and not one value */
export function findsOf({ of: { column, values }, ...find }: FindEach): Find[] {
  if (find.cursor !== undefined && values.length !== 1) throw new BadCursor()
  return values.map((eq) => ({ ...find, where: all(find.where, { column, eq }) }))
}

export interface RowScan extends Pick<Find, 'where' | 'sort'> {
  /** Goes on behind this key; for a scan in the order of keys, whose `sort` is empty. */
  after?: string
}

export interface RowPage {
  rows: Row[]
  /** Absent on the last page. */
  next?: string
}

export interface Aggregate {
  where?: Where
  /** Any columns but `ids` and lists; with none, one row even when nothing matches. Rows come in no promised order. */
  group: string[]
  /** Output name → what to compute of which column. A sum of nothing is 0; `min` and `max` are not for `text`. */
  values: Record<string, { sum?: string; count?: true; min?: string; max?: string; distinct?: string }>
}

export interface Search {
  /** What a person typed: the text `saysWords` each of its words. */
  text: string
  where?: Where
  sort?: Find['sort']
  locale?: string
  limit?: number
  cursor?: string
  skip?: number
}

/** One change. `put` is applied only where the stored position is lower, `remove` where it is no higher. */
export type Write =
  | { table: string; put: Row }
  | { table: string; remove: string; position: Position }
  /** Appends contributions; exact because it shares the checkpoint's transaction. */
  | { append: Part }
  /** Files an event, also where that is in no partition; a repeat changes nothing. */
  | { file: FiledEvent }

/** How far the read models are, by whose account, and what was changed on the way there. */
export interface Checkpoint {
  name: string
  position: Position
  /** What whoever follows is told of: `customer:<id>`, `contact:<id>`. Where it is absent, anything may have changed. */
  partitions?: readonly string[]
}

/** What a follower of a checkpoint hears. */
export type ProgressStep = Omit<Checkpoint, 'name'>

export interface FollowProgress {
  /** Of the checkpoint. */
  name: string
  /** Exclusive. */
  after: Position
  /** Ends it without an error, as closing the store does. */
  signal: AbortSignal
}

/** Rows of one table by their keys. */
export interface RowKeys {
  table: string
  keys: readonly string[]
  /** Columns that must come with the rows; all unless told. */
  columns?: readonly string[]
}

/** What is asked of the read models. */
export interface StoreReads {
  /** What documents contribute to metrics. */
  readonly contributions: Pick<Contributions, 'heads' | 'read'>
  /** Where each version of each fact is filed. */
  readonly filings: Omit<Filings, 'loadFilings' | 'finishFilings'>
  get(table: string, key: string): Promise<Row | null>
  /** Of each table the rows of those keys that there are, each once and in no promised order; all in one go. */
  getMany(wanted: readonly RowKeys[]): Promise<Row[][]>
  find(table: string, query: Find): Promise<RowPage>
  /** A page of each value, in their order; all in one go. */
  findEach(table: string, query: FindEach): Promise<RowPage[]>
  count(table: string, where?: Where): Promise<number>
  /** Every row that fits, without a limit, some hundred at a time; in no promised order unless sorted. For the engine, not for queries. */
  scan(table: string, query: RowScan): AsyncIterable<Row[]>
  aggregate(table: string, query: Aggregate): Promise<Record<string, Scalar>[]>
  checkpoint(name: string): Promise<Position>
}

/** How long a moment is. */
export interface Lasting {
  /** It may be long: the others do not wait for it, and it has what it needs to itself. */
  apart?: boolean
}

/** Asked by itself, it answers by what was written last; what belongs together is asked in a `moment`. */
export interface ReadStore extends StoreReads {
  /** Appended to by `write`. */
  readonly contributions: Contributions
  readonly filings: Filings
  /**
   * All that `work` reads is of one moment, not before it was begun, whatever is written meanwhile. The reads
   * are refused once it has ended. Another does not wait for one that takes long; of several such engines may let
   * some wait. So keep it short, without waiting for anything but reads and keys, and never begin one inside another
   * of the same store.
   */
  moment<T>(work: (reads: StoreReads) => Promise<T>, lasting?: Lasting): Promise<T>
  /**
   * Creates what is missing; a table of the same name with another shape is an error. `unindexed`
   * tables take `bulkLoad` and `drop` only, until `finishLoad`.
   */
  declare(tables: readonly TableSpec[], options?: { unindexed?: boolean }): Promise<void>
  /**
   * Makes these read models the lease's: from here on what is written through this store is written only while no
   * later lease of that name has claimed them, which is compared in the transaction that writes. What is read after
   * it resolves is changed by no earlier holder any more. Loading, before a table is finished, need not compare.
   * @throws LeaseLost when a later one has claimed them already, as whatever writes does once one has
   */
  claim(lease: Lease): Promise<void>
  /**
   * All changes and the checkpoint, with what it says was changed, in one transaction, or none. One that stays
   * where it is may say that more has changed there.
   */
  write(writes: readonly Write[], checkpoint?: Checkpoint): Promise<void>
  /**
   * What a checkpoint passes after a position, first what was passed already, then as it is written, each once
   * and in order; also what another process writes. Of the last some hundred writes at least it is told what
   * they changed; what lies further back is told as one step, of which that is not known.
   */
  progress(following: FollowProgress): AsyncIterable<ProgressStep>
  /** Rows, each key once, for tables nobody reads yet, without indexes; `finishLoad` builds those. */
  bulkLoad(table: string, rows: Iterable<Row>): Promise<void>
  finishLoad(tables: readonly string[]): Promise<void>
  drop(tables: readonly string[]): Promise<void>
  /** Names of the tables that exist. */
  tables(): Promise<string[]>
  close(): Promise<void>
}

/** A cursor that is damaged or belongs to another query. */
export class BadCursor extends Error {
  constructor() {
    super('this cursor belongs to another list; ask again without it')
    this.name = 'BadCursor'
  }
}

/** The read models cannot be opened or written: not a store, of a newer version, disk full. The message says what to do. */
export class ReadStoreRefused extends TellingError {
  constructor(why: Tellable, options?: ErrorOptions) {
    super(why, options)
    this.name = 'ReadStoreRefused'
  }
}
