/**
 * The read models in one SQLite file: the ReadStore of a single machine. `node:sqlite` works on the
 * calling thread, so every promise here is settled before it is returned; heavy queries belong on a
 * thread of their own with a read-only store. That one shows the last committed state, and keeps
 * showing it until its thread next waits for anything: what one page reads is of one moment.
 */
import {
  type Aggregate,
  type Find,
  type Position,
  type ReadStore,
  ReadStoreRefused,
  type Row,
  type RowPage,
  type Scalar,
  type Search,
  type TableSpec,
  type Where,
  type Write,
} from '#kernel'
import { aggregateRows } from './aggregation.js'
import { loadRows } from './bulk-load.js'
import { TableCatalogue } from './catalogue.js'
import { findPage, rowOf, scanRows, searchPage } from './list.js'
import { StoreFile } from './store-file.js'
import { SumWriter } from './sum-writer.js'
import type { SqlTable } from './table.js'
import { TableWriter } from './table-writer.js'
import { whereSql } from './where.js'

export interface SqliteReadStoreOptions {
  file: string
  readOnly?: boolean
  /** BCP 47; fixed when the file is made, from then on read from it. `en` unless told. */
  locale?: string
}

/** @throws ReadStoreRefused when the file is none of ours, of another version or locale, or cannot be opened */
export function openSqliteReadStore({ file, readOnly = false, locale }: SqliteReadStoreOptions): SqliteReadStore {
  const opened = new StoreFile(file, readOnly)
  try {
    return new SqliteReadStore(opened, { readOnly, locale })
  } catch (error) {
    opened.db.close()
    throw error
  }
}

export class SqliteReadStore implements ReadStore {
  readonly #catalogue: TableCatalogue
  readonly #writers = new Map<SqlTable, TableWriter>()
  readonly #sumWriters = new Map<SqlTable, SumWriter>()

  constructor(
    readonly file: StoreFile,
    options: { readOnly: boolean; locale: string | undefined },
  ) {
    this.#catalogue = file.guard(() => new TableCatalogue(file, options))
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
      const { text, values: at } = table.atKey(key)
      const [values] = this.file.all({ text: `${table.selectSql} WHERE ${text}`, values: at })
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
    this.file.guard(() =>
      this.file.transaction(() => {
        for (const write of writes) this.#apply(write)
        if (checkpoint) this.#keepCheckpoint(checkpoint)
      }),
    )
  }

  async bulkLoad(table: string, rows: Iterable<Row>): Promise<void> {
    this.file.guard(() => loadRows(this.file, this.#catalogue.loading(table), rows))
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
    this.#sumWriters.clear()
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
    const table = this.#catalogue.ready(write.table)
    if ('add' in write) made(this.#sumWriters, table, () => new SumWriter(this.file, table)).add(write.add)
    else if ('put' in write) this.#writer(table).put(write.put)
    else this.#writer(table).remove(write.remove, write.position)
  }

  #writer(table: SqlTable): TableWriter {
    if (table.keyColumns) throw new Error(`table "${table.name}" sums: rows are added to, neither put nor removed`)
    return made(this.#writers, table, () => new TableWriter(this.file, table))
  }

  #keepCheckpoint({ name, position }: { name: string; position: Position }): void {
    const text =
      'INSERT INTO "~checkpoints" VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET position = excluded.position'
    this.file.run(text, name, position)
  }
}

function made<W>(writers: Map<SqlTable, W>, table: SqlTable, make: () => W): W {
  const writer = writers.get(table) ?? make()
  writers.set(table, writer)
  return writer
}
