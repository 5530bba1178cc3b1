/**
 * The read models in one SQLite file: the ReadStore of a single machine. `node:sqlite` works on the
 * calling thread, so every promise here is settled before it is returned; heavy queries belong on a
 * thread of their own with a read-only store. That one shows the last committed state, and keeps
 * showing it until its thread next waits for anything: what one answer reads is of one moment.
 */
import {
  type Aggregate,
  type FilingRow,
  type Filings,
  type FilingsQuery,
  type Find,
  type HistoryRange,
  type Position,
  type ReadStore,
  ReadStoreRefused,
  type Row,
  type RowPage,
  type Scalar,
  type Search,
  type Share,
  type TableSpec,
  type Where,
  type Write,
} from '#kernel'
import { aggregateRows } from './aggregation.js'
import { TableCatalogue } from './catalogue.js'
import { SqliteContributions } from './contributions.js'
import { type EventsBeside, SqliteFilings } from './filings/filings.js'
import { findPage, rowOf, scanRows, searchPage } from './list.js'
import { absorb } from './loading/absorb.js'
import { loadRows } from './loading/bulk-load.js'
import { StoreFile } from './store-file.js'
import type { SqlTable } from './table.js'
import { TableWriter } from './table-writer.js'
import { whereSql } from './where.js'

export interface SqliteReadStoreOptions {
  file: string
  readOnly?: boolean
  /** BCP 47; fixed when the file is made, from then on read from it. `en` unless told. */
  locale?: string
  /** Of the group whose read models it holds; a file of another is refused. */
  identity?: string
  /** The log beside it, whose events are filed here; without it no history can be read. */
  log?: EventsBeside
}

/** @throws ReadStoreRefused when the file is none of ours, of another version or locale, or cannot be opened */
export function openSqliteReadStore(options: SqliteReadStoreOptions): SqliteReadStore {
  const { file, readOnly = false, locale, identity, log } = options
  const opened = new StoreFile(file, readOnly)
  try {
    if (identity !== undefined) opened.requireIdentity(identity)
    return new SqliteReadStore(opened, { readOnly, locale, log })
  } catch (error) {
    opened.db.close()
    throw error
  }
}

export class SqliteReadStore implements ReadStore {
  readonly contributions: SqliteContributions
  readonly #catalogue: TableCatalogue
  readonly #writers = new Map<SqlTable, TableWriter>()
  readonly #filings: SqliteFilings
  readonly filings: Filings

  constructor(
    readonly file: StoreFile,
    options: { readOnly: boolean; locale: string | undefined; log: EventsBeside | undefined },
  ) {
    this.#catalogue = file.guard(() => new TableCatalogue(file, options))
    this.contributions = file.guard(() => new SqliteContributions(file, options))
    this.#filings = new SqliteFilings(file, options.log)
    this.filings = filingsPort(file, this.#filings)
  }

  async declare(tables: readonly TableSpec[], options: { unindexed?: boolean } = {}): Promise<void> {
    this.file.guard(() => this.#catalogue.declare(tables, options.unindexed ?? false))
  }

  async get(table: string, key: string): Promise<Row | null> {
    return this.getSync(table, key)
  }

  /** `get` without a turn of the event loop, for folds that read row after row. */
  getSync(name: string, key: string): Row | null {
    return this.#read(name, (table) => {
      const [values] = this.file.all({ text: `${table.selectSql} WHERE key = ?`, values: [key] })
      return values ? rowOf(table, values) : null
    })
  }

  async getMany(table: string, keys: readonly string[]): Promise<Row[]> {
    return [...new Set(keys)].map((key) => this.getSync(table, key)).filter((row) => row !== null)
  }

  async find(table: string, query: Find): Promise<RowPage> {
    return this.findSync(table, query)
  }

  /** `find` without a turn of the event loop. */
  findSync(name: string, query: Find): RowPage {
    return this.#read(name, (table) => findPage(this.file, table, query))
  }

  async *scan(name: string, query: Pick<Find, 'where' | 'sort'>): AsyncGenerator<Row[]> {
    const table = this.#catalogue.ready(name)
    for (const rows of scanRows(this.file, table, query)) yield rows
  }

  async count(name: string, where?: Where): Promise<number> {
    return this.#read(name, (table) => {
      const { text, values } = whereSql(table, where)
      return Number(this.file.all({ text: `SELECT count(*) FROM ${table.sql} WHERE ${text}`, values })[0]?.[0])
    })
  }

  async aggregate(name: string, query: Aggregate): Promise<Record<string, Scalar>[]> {
    return this.#read(name, (table) => aggregateRows(this.file, table, query))
  }

  async search(name: string, query: Search): Promise<RowPage> {
    return this.#read(name, (table) => searchPage(this.file, table, query))
  }

  async write(writes: readonly Write[], checkpoint?: { name: string; position: Position }): Promise<void> {
    this.file.guard(() => {
      try {
        this.file.transaction(() => {
          for (const write of writes) this.#apply(write)
          if (checkpoint) this.#keepCheckpoint(checkpoint)
        })
      } catch (error) {
        this.#filings.rolledBack()
        throw error
      }
    })
  }

  async bulkLoad(table: string, rows: Iterable<Row>): Promise<void> {
    this.file.guard(() => loadRows(this.file, this.#catalogue.loading(table), rows))
  }

  /**
   * Takes the rows and contributions of another file into tables that are being loaded.
   * @param path a store that was closed, with some of these tables, not finished either
   */
  absorb(path: string, tables: readonly string[]): void {
    this.file.guard(() =>
      absorb(
        this.file,
        path,
        tables.map((name) => this.#catalogue.loading(name)),
      ),
    )
  }

  /** @throws Error when a loaded table holds a key twice */
  async finishLoad(tables: readonly string[]): Promise<void> {
    this.file.guard(() => this.#catalogue.finish(tables))
  }

  async checkpoint(name: string): Promise<Position> {
    const sql = { text: 'SELECT position FROM "~checkpoints" WHERE name = ?', values: [name] }
    return this.file.guard(() => Number(this.file.all(sql)[0]?.[0] ?? 0))
  }

  /** Rewrites the table, so it takes as long as loading it: name all subjects at once. */
  async forget(table: string, subjects: string | readonly string[]): Promise<number> {
    return this.file.guard(() => {
      const forgotten = this.#catalogue.rewriteWithout(table, typeof subjects === 'string' ? [subjects] : subjects)
      // The bytes are still in the write-ahead log; a later call empties it even with nothing to remove.
      if (!this.file.truncateLog())
        throw new ReadStoreRefused(`${this.file.path} is being read for too long to forget for good; forget again.`)
      return forgotten
    })
  }

  async drop(tables: readonly string[]): Promise<void> {
    this.#writers.clear()
    this.file.guard(() => this.#catalogue.drop(tables))
  }

  async tables(): Promise<string[]> {
    return this.file.guard(() => this.#catalogue.names())
  }

  async close(): Promise<void> {
    this.file.close()
  }

  #read<T>(name: string, work: (table: SqlTable) => T): T {
    return this.file.guard(() => work(this.#catalogue.ready(name)))
  }

  #apply(write: Write): void {
    if ('append' in write) this.contributions.append(write.append)
    else if ('file' in write) this.#filings.put(write.file)
    else if ('put' in write) this.#writer(write.table).put(write.put)
    else this.#writer(write.table).remove(write.remove, write.position)
  }

  #writer(name: string): TableWriter {
    const table = this.#catalogue.ready(name)
    const writer = this.#writers.get(table) ?? new TableWriter(this.file, table)
    this.#writers.set(table, writer)
    return writer
  }

  #keepCheckpoint({ name, position }: { name: string; position: Position }): void {
    const text =
      'INSERT INTO "~checkpoints" VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET position = excluded.position'
    this.file.run(text, name, position)
  }
}

/** The port over what works on the calling thread. */
function filingsPort(file: StoreFile, filings: SqliteFilings): Filings {
  return {
    history: async (partitions: readonly string[], range?: HistoryRange) =>
      file.guard(() => filings.history(partitions, range)),
    histories: async (lists: readonly (readonly string[])[]) =>
      file.guard(() => lists.map((partitions) => filings.history(partitions))),
    versions: async (partitions: readonly string[], firsts: readonly (string | Position)[]) =>
      file.guard(() => filings.versions(partitions, firsts)),
    ofUnit: async (unit: string, most: number) => file.guard(() => filings.ofUnit(unit, most)),
    timeline: async (query: FilingsQuery) => file.guard(() => filings.timeline(query)),
    async *partitions(share: Share) {
      yield* filings.partitions(share)
    },
    async *standing() {
      yield* filings.standing()
    },
    loadFilings: async (rows: Iterable<FilingRow>) => file.guard(() => filings.load(rows)),
    finishFilings: async () => file.guard(() => filings.finishLoad()),
  }
}
