/**
 * The port to plaintext: opened names and what people wrote, for whoever searches and sorts by them. It follows the
 * read models with a position of its own and answers alone: its tables carry the columns that they are filtered and
 * sorted by. It is always a local file of whoever answers questions, derived anew at any time; no other store promises
 * that what is forgotten leaves no trace.
 */
import type { Position } from '../../events/position.js'
import type { Find, Lasting, Row, RowPage, RowScan, Search, TableSpec, Write } from './read-store.js'

/** A change to a table; applied only where the stored position is lower, as in the read models. */
export type ClearWrite = Extract<Write, { table: string }>

/** Which values are looked for among those that rows share. */
export interface AskedShared {
  column: string
  /** A value begins with one of them. */
  beginnings: readonly string[]
  /** Of more rows than so many a value is left out. */
  most: number
}

export interface SharedValue {
  value: string
  keys: string[]
}

/** What is asked of plaintext. */
export interface ClearReads {
  find(table: string, query: Find): Promise<RowPage>
  search(table: string, query: Search): Promise<RowPage>
  /**
   * Values of a column of ids that at least two rows have, and at most so many, each with the keys of those, in no
   * promised order. It costs what begins so, not what the rows hold.
   */
  shared(table: string, asked: AskedShared): Promise<SharedValue[]>
  /** Every row that fits, without a limit, some hundred at a time; in no promised order unless sorted. */
  scan(table: string, query: RowScan): AsyncIterable<Row[]>
  /** Up to where it says what the read models say; 0 before anything was derived. */
  position(): Promise<Position>
}

export interface ClearStore extends ClearReads {
  /** All that `work` reads is of one moment, not before it was begun; as `ReadStore.moment` in all else. */
  moment<T>(work: (reads: ClearReads) => Promise<T>, lasting?: Lasting): Promise<T>
  /**
   * Makes it hold these tables and no others, each with a column `subjects` of ids to forget by and, where key ids
   * are forgotten as well, `keys`. Where it holds others, of another shape, or some that were never loaded to the
   * end, it begins anew. `unindexed` tables take `bulkLoad` and `forget` only, until `finishLoad`.
   */
  declare(tables: readonly TableSpec[], options?: { unindexed?: boolean }): Promise<void>
  /** All changes and the position, in one transaction, or none. */
  write(writes: readonly ClearWrite[], position: Position): Promise<void>
  /** Its position after a given one, then as it moves on, also where another process writes; ends with the signal. */
  progress(following: { after: Position; signal: AbortSignal }): AsyncIterable<Position>
  /** Rows, each key once, for tables nobody reads yet, without indexes; `finishLoad` builds those. */
  bulkLoad(table: string, rows: Iterable<Row>): Promise<void>
  finishLoad(tables: readonly string[]): Promise<void>
  /**
   * Removes the rows that name one of these subjects or key ids: nobody finds them from then on. May rewrite
   * everything: name all of an erasure at once. Answers how many rows went.
   */
  forget(named: readonly string[]): Promise<number>
  /**
   * Leaves no trace in any file of rows that were forgotten, or were removed or replaced before that; false while a
   * reader needs what is to go: then sweep again.
   */
  sweep(): Promise<boolean>
  /** Removes all tables and the position: to be derived anew. */
  beginAnew(): Promise<void>
  close(): Promise<void>
}
