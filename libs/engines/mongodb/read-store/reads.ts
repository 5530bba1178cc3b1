/** What is asked of read models in MongoDB, each by itself or all of one moment. */
import {
  type Aggregate,
  type Find,
  type Position,
  pageSizeOf,
  type Row,
  type RowKeys,
  type RowPage,
  requireWhere,
  type Scalar,
  type StoreReads,
  type Where,
} from '#kernel'
import { ContributionReads } from './contributions.js'
import { MongoFilings } from './filings/filings.js'
import { batchesOf, type Questions } from './questions.js'
import type { MongoCatalogue } from './tables/catalogue.js'
import { rowFilter } from './tables/conditions.js'
import { GatheredRows } from './tables/gathered-rows.js'
import { listParts, reading, readPage, type TableRead } from './tables/pages.js'
import { sumRows } from './tables/sums.js'
import { reachedOf } from './writing/checkpoints.js'

const scanned = 500

export interface ReadParts {
  questions: Questions
  catalogue: MongoCatalogue
}

export class MongoReads implements StoreReads {
  readonly contributions: StoreReads['contributions']
  readonly filings: StoreReads['filings']
  private readonly rows: GatheredRows

  constructor(private readonly of: ReadParts) {
    this.contributions = new ContributionReads(of.questions)
    this.filings = new MongoFilings(of.questions)
    this.rows = new GatheredRows(of.questions, of.catalogue)
  }

  async get(table: string, key: string): Promise<Row | null> {
    const [[row] = []] = await this.getMany([{ table, keys: [key] }])
    return row ?? null
  }

  getMany(wanted: readonly RowKeys[]): Promise<Row[][]> {
    return this.rows.getMany(wanted)
  }

  find(name: string, query: Find): Promise<RowPage> {
    return this.read(name, (of) => readPage(of, query))
  }

  count(name: string, where?: Where): Promise<number> {
    return this.read(name, async ({ table, collection, session }) => {
      requireWhere(table.shape, where)
      return collection.countDocuments(rowFilter(table, where), { session })
    })
  }

  async *scan(name: string, query: Pick<Find, 'where' | 'sort'>): AsyncGenerator<Row[]> {
    const { questions, catalogue } = this.of
    const of = { table: await catalogue.ready(name), collection: catalogue.rowsIn(name), ...questions.lasting }
    pageSizeOf(of.table.shape, query)
    for (const part of listParts(of, query)) {
      const cursor = reading(of, part).batchSize(scanned)
      for await (const rows of batchesOf(questions, cursor)) yield rows.map((row) => of.table.given(row))
    }
  }

  aggregate(name: string, query: Aggregate): Promise<Record<string, Scalar>[]> {
    return this.read(name, (of) => sumRows(of, query))
  }

  async checkpoint(name: string): Promise<Position> {
    const { questions } = this.of
    if (questions.reached) return questions.reached.get(name) ?? 0
    return (await questions.put((session) => reachedOf(questions.db, name, session))).position
  }

  private read<T>(name: string, question: (of: TableRead) => Promise<T>): Promise<T> {
    const { questions, catalogue } = this.of
    return questions.put(async (session) =>
      question({ table: await catalogue.ready(name), collection: catalogue.rowsIn(name), session }),
    )
  }
}
