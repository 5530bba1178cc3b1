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
import { listParts, reading, readPage, type TableRead } from './tables/pages.js'
import { sumRows } from './tables/sums.js'
import { reachedOf } from './writing/progress.js'

const scanned = 500

export interface ReadParts {
  questions: Questions
  catalogue: MongoCatalogue
}

export class MongoReads implements StoreReads {
  readonly contributions: StoreReads['contributions']
  readonly filings: StoreReads['filings']

  constructor(private readonly of: ReadParts) {
    this.contributions = new ContributionReads(of.questions)
    this.filings = new MongoFilings(of.questions)
  }

  async get(table: string, key: string): Promise<Row | null> {
    const [[row] = []] = await this.getMany([{ table, keys: [key] }])
    return row ?? null
  }

  async getMany(wanted: readonly RowKeys[]): Promise<Row[][]> {
    const found: Row[][] = []
    for (const { table: name, keys, columns } of wanted)
      found.push(
        await this.read(name, async ({ table, collection, session }) => {
          for (const column of columns ?? []) table.shape.column(column)
          if (keys.length === 0) return []
          const options = { session, projection: table.reading(columns) }
          const rows = await collection.find({ _id: { $in: [...new Set(keys)] } }, options).toArray()
          return rows.map((row) => table.given(row, columns))
        }),
      )
    return found
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
    return (await questions.put((session) => reachedOf(questions.db, name, session))).position
  }

  private read<T>(name: string, question: (of: TableRead) => Promise<T>): Promise<T> {
    const { questions, catalogue } = this.of
    return questions.put(async (session) =>
      question({ table: await catalogue.ready(name), collection: catalogue.rowsIn(name), session }),
    )
  }
}
