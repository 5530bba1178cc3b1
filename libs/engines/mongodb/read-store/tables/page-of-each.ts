/**
 * Lists beside each other: the server says which rows are on the page of each value, in one question however many there
 * are, and those are read together by their keys.
 */
import type { Document } from 'mongodb'
import { type FindEach, findsOf, pageSizeOf, type Row, type RowKeys, type RowPage, type Scalar } from '#kernel'
import { rowFilter } from './conditions.js'
import { columnsRead, flaggedOrder, nextOf, sortTerms } from './pages.js'
import { fieldOf, givenScalar, type MongoTable, storedScalar } from './stored-rows.js'

interface EachReads {
  /** What is made of the rows of the table. */
  made(stages: Document[]): Promise<Document[]>
  getMany(wanted: readonly RowKeys[]): Promise<Row[][]>
}

/** @throws RangeError on a limit out of bounds, Error on unknown columns, or where it is a list of texts beside each other */
export async function readPageOfEach(table: MongoTable, query: FindEach, reads: EachReads): Promise<RowPage[]> {
  const { of } = query
  const { type } = table.shape.ordered(of.column)
  if (type === 'text') throw new Error(`table "${table.name}": rows are not listed by each text of "${of.column}"`)
  const limit = pageSizeOf(table.shape, query)
  const made = await reads.made(stagesOf(table, query, limit))
  const keysOf = new Map(made.map(({ _id, keys }) => [givenScalar(type, _id), keys as string[]]))
  const columns = columnsRead(query, sortTerms(table, query))
  const [found = []] = await reads.getMany([{ table: table.name, keys: [...keysOf.values()].flat(), columns }])
  const rows = new Map(found.map((row) => [row.key, row]))
  return findsOf(query).map((find, at) => {
    const keys = keysOf.get(of.values[at] as Scalar) ?? []
    const page = keys.slice(0, limit).flatMap((key) => rows.get(key) ?? [])
    return keys.length > limit ? { rows: page, next: nextOf(table, find, page) } : { rows: page }
  })
}

/** Of each value the keys of one row more than a page has, in their order. */
function stagesOf(table: MongoTable, query: FindEach, limit: number): Document[] {
  const { column, values } = query.of
  const { type } = table.shape.ordered(column)
  const { flags, order } = flaggedOrder(sortTerms(table, query, { isWhole: true }))
  const listed = { [fieldOf(column)]: { $in: values.map((value) => storedScalar(type, value)) } }
  return [
    { $match: { $and: [rowFilter(table, query.where), listed] } },
    ...flags.map(($addFields) => ({ $addFields })),
    { $group: { _id: `$${fieldOf(column)}`, keys: { $topN: { n: limit + 1, sortBy: order, output: '$_id' } } } },
  ]
}
