/** Rows of the tables of a file, as they are asked for over one connection to it. */
import {
  type Aggregate,
  type Find,
  type FindEach,
  findsOf,
  type Position,
  type Row,
  type RowKeys,
  type RowPage,
  type RowScan,
  requireWhere,
  type Scalar,
  type Search,
  type Where,
} from '#kernel'
import { SqliteProgress } from './progress.js'
import type { StoreFile } from './store-file.js'
import type { TableCatalogue } from './tables/catalogue.js'
import { aggregateRows } from './tables/finding/aggregation.js'
import { findPage, rowOf, scanRows, searchPage } from './tables/finding/list.js'
import { whereSql } from './tables/finding/where.js'
import type { SqlTable } from './tables/table.js'

export class SqliteRows {
  protected readonly checkpoints: SqliteProgress

  constructor(
    readonly file: StoreFile,
    protected readonly catalogue: TableCatalogue,
  ) {
    this.checkpoints = new SqliteProgress(file)
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

  async findEach(name: string, query: FindEach): Promise<RowPage[]> {
    const pages = (table: SqlTable) => findsOf(query).map((each) => findPage(this.file, table, each))
    return this.file.guard(() => this.file.together(() => pages(this.catalogue.ready(name))))
  }

  async *scan(name: string, query: RowScan): AsyncGenerator<Row[]> {
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
