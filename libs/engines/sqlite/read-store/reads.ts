/** What is asked of a file of read models, over one connection to it. */
import {
  type Aggregate,
  type FilingRow,
  type Filings,
  type FilingsQuery,
  type Find,
  type HistoryRange,
  type Position,
  type Row,
  type RowKeys,
  type RowPage,
  requireWhere,
  type Scalar,
  type Search,
  type Share,
  type StoreReads,
  type Where,
} from '#kernel'
import type { SqliteContributions } from './contributions.js'
import type { SqliteFilings } from './filings/filings.js'
import { SqliteProgress } from './progress.js'
import type { StoreFile } from './store-file.js'
import type { TableCatalogue } from './tables/catalogue.js'
import { aggregateRows } from './tables/finding/aggregation.js'
import { findPage, rowOf, scanRows, searchPage } from './tables/finding/list.js'
import { whereSql } from './tables/finding/where.js'
import type { SqlTable } from './tables/table.js'

/** One connection and what is read by it. */
export interface ReadConnection {
  file: StoreFile
  catalogue: TableCatalogue
  filings: SqliteFilings
  contributions: SqliteContributions
}

export class SqliteReads implements StoreReads {
  readonly file: StoreFile
  readonly contributions: SqliteContributions
  readonly filings: Filings
  protected readonly catalogue: TableCatalogue
  protected readonly checkpoints: SqliteProgress

  constructor({ file, catalogue, filings, contributions }: ReadConnection) {
    this.file = file
    this.catalogue = catalogue
    this.contributions = contributions
    this.checkpoints = new SqliteProgress(file)
    this.filings = filingsPort(file, filings)
  }

  async get(name: string, key: string): Promise<Row | null> {
    return this.#read(name, (table) => this.#rowOf(table, key))
  }

  async getMany(wanted: readonly RowKeys[]): Promise<Row[][]> {
    const rowsOf = ({ table: name, keys, columns }: RowKeys) =>
      this.#read(name, (table) => [...new Set(keys)].flatMap((key) => this.#rowOf(table, key, columns) ?? []))
    return this.file.guard(() => this.file.together(() => wanted.map(rowsOf)))
  }

  async find(name: string, query: Find): Promise<RowPage> {
    return this.#read(name, (table) => findPage(this.file, table, query))
  }

  async *scan(name: string, query: Pick<Find, 'where' | 'sort'>): AsyncGenerator<Row[]> {
    const table = this.catalogue.ready(name)
    for (const rows of scanRows(this.file, table, query)) yield rows
  }

  async count(name: string, where?: Where): Promise<number> {
    return this.#read(name, (table) => {
      requireWhere(table.shape, where)
      const { text, values } = whereSql({ table }, where)
      return Number(this.file.all({ text: `SELECT count(*) FROM ${table.sql} WHERE ${text}`, values })[0]?.[0])
    })
  }

  async aggregate(name: string, query: Aggregate): Promise<Record<string, Scalar>[]> {
    return this.#read(name, (table) => aggregateRows(this.file, table, query))
  }

  async search(name: string, query: Search): Promise<RowPage> {
    return this.#read(name, (table) => searchPage(this.file, table, query))
  }

  async checkpoint(name: string): Promise<Position> {
    return this.file.guard(() => this.checkpoints.checkpoint(name))
  }

  #rowOf(table: SqlTable, key: string, named?: readonly string[]): Row | null {
    const columns = named?.map((name) => table.column(name)) ?? table.columns
    const [values] = this.file.all({ text: `${table.reading(columns)} WHERE key = ?`, values: [key] })
    return values ? rowOf(table, values, columns) : null
  }

  #read<T>(name: string, work: (table: SqlTable) => T): T {
    return this.file.guard(() => work(this.catalogue.ready(name)))
  }
}

/** The port over what works on the calling thread. */
function filingsPort(file: StoreFile, filings: SqliteFilings): Filings {
  return {
    history: async (partitions: readonly string[], range?: HistoryRange) =>
      file.guard(() => filings.history(partitions, range)),
    histories: async (lists: readonly (readonly string[])[]) =>
      file.guard(() => lists.map((partitions) => filings.history(partitions))),
    unfiled: async (partitions: readonly string[]) =>
      file.guard(() => file.together(() => filings.unfiled(partitions))),
    versions: async (partitions: readonly string[], firsts: readonly (string | Position)[]) =>
      file.guard(() => filings.versions(partitions, firsts)),
    positions: async (partitions: readonly string[], firsts: readonly string[]) =>
      file.guard(() => filings.positions(partitions, firsts)),
    ofStreams: async (streams: readonly string[], upTo: Position) => file.guard(() => filings.ofStreams(streams, upTo)),
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
