/** What is asked of read models in MongoDB, each by itself or all of one moment. */
import type { Document } from 'mongodb'
import {
  type Aggregate,
  type Find,
  type FindEach,
  findsOf,
  type Position,
  pageSizeOf,
  type Row,
  type RowKeys,
  type RowPage,
  type RowScan,
  requireWhere,
  type Scalar,
  type StoreReads,
  type Where,
} from '#kernel'
import { ContributionReads } from './contributions.js'
import { MongoFilings } from './filings/filings.js'
import { batchesOf } from './questions.js'
import type { ReadParts } from './read-parts.js'
import { rowFilter } from './tables/conditions.js'
import { GatheredRows } from './tables/gathered-rows.js'
import { readPageOfEach } from './tables/page-of-each.js'
import { listParts, type PagedTable, reading, readPage } from './tables/pages.js'
import { sumRows } from './tables/sums.js'
import { reachedOf } from './writing/checkpoints.js'

const scanned = 500

export class MongoReads implements StoreReads {
  readonly contributions: StoreReads['contributions']
  readonly filings: StoreReads['filings']
  private readonly rows: GatheredRows

  constructor(private readonly of: ReadParts) {
    this.contributions = new ContributionReads(of.questions)
    this.filings = new MongoFilings(of.questions)
    this.rows = new GatheredRows(of)
  }

  async get(table: string, key: string): Promise<Row | null> {
    const [[row] = []] = await this.getMany([{ table, keys: [key] }])
    return row ?? null
  }

  getMany(wanted: readonly RowKeys[]): Promise<Row[][]> {
    return this.rows.getMany(wanted)
  }

  async find(name: string, query: Find): Promise<RowPage> {
    const table = await this.of.catalogue.ready(name)
    const page: PagedTable['page'] = (wanted) => this.rows.page(wanted)
    return readPage({ table, page, count: (filter) => this.counted(name, filter) }, query)
  }

  async findEach(name: string, query: FindEach): Promise<RowPage[]> {
    const [only] = findsOf(query)
    if (only?.cursor !== undefined) return [await this.find(name, only)]
    const { questions, catalogue } = this.of
    return readPageOfEach(await catalogue.ready(name), query, {
      // By itself: which rows come first is not looked up beside others on every server.
      made: (stages) => questions.put((session) => catalogue.rowsIn(name).aggregate(stages, { session }).toArray()),
      getMany: (wanted) => this.getMany(wanted),
    })
  }

  async count(name: string, where?: Where): Promise<number> {
    const table = await this.of.catalogue.ready(name)
    requireWhere(table.shape, where)
    return this.counted(name, rowFilter(table, where))
  }

  private async counted(collection: string, filter: Document): Promise<number> {
    const stages = [{ $match: filter }, { $group: { _id: null, rows: { $sum: 1 } } }]
    const [counted] = await this.rows.made({ collection, stages })
    return Number(counted?.rows ?? 0)
  }

  async *scan(name: string, query: RowScan): AsyncGenerator<Row[]> {
    const { questions, catalogue, remembered } = this.of
    const of = { table: await catalogue.ready(name), collection: catalogue.rowsIn(name), ...questions.lasting }
    pageSizeOf(of.table.shape, query)
    for (const part of listParts(of, query)) {
      const cursor = reading(of, part).batchSize(scanned)
      const since = remembered?.moment ?? 0
      for await (const found of batchesOf(questions, cursor)) {
        const keys = found.map(({ _id }) => _id)
        remembered?.read(name, keys, { found, since })
        yield found.map((row) => of.table.given(row))
      }
    }
  }

  async aggregate(name: string, query: Aggregate): Promise<Record<string, Scalar>[]> {
    const table = await this.of.catalogue.ready(name)
    return sumRows({ table, made: (stages) => this.rows.made({ collection: name, stages }) }, query)
  }

  async checkpoint(name: string): Promise<Position> {
    const { questions } = this.of
    if (questions.reached) return questions.reached.get(name) ?? 0
    return (await questions.put((session) => reachedOf(questions.db, name, session))).position
  }
}
