/** Conditions as filters. Values stand where only values are looked for; nothing a caller says becomes an operator. */
import type { Document, Filter } from 'mongodb'
import { askedWords, beginningWith, type KeyRange, type Scalar, sameText, type Where } from '#kernel'
import { allHold, anyHolds } from './filters.js'
import { absentValue, fieldOf, type MongoTable, type StoredRow, storedScalar } from './stored-rows.js'

export type RowFilter = Filter<StoredRow>
type Range = Extract<Where, { below?: unknown }>

const afterEverything = '\u{10FFFF}'
const none: Document = { _id: { $in: [] } }

/** @param where that fits the table: see `requireWhere` */
export const rowFilter = (table: MongoTable, where: Where | undefined): RowFilter => conditionOf(table, where)

function conditionOf(table: MongoTable, where: Where | undefined): Document {
  if (!where) return {}
  if ('and' in where) return allHold(where.and.map((part) => conditionOf(table, part)))
  if ('or' in where) return where.or.length ? anyHolds(where.or.map((part) => conditionOf(table, part))) : none
  if ('not' in where) return { $nor: [conditionOf(table, where.not)] }
  if ('words' in where) return wordsFilter(where)
  if ('has' in where) return { [fieldOf(where.column)]: { $eq: where.has } }
  if ('eq' in where) return oneOf(table, where.column, [where.eq])
  if ('in' in where) return oneOf(table, where.column, where.in)
  if ('prefix' in where) return prefixFilter(table, where)
  return rangeFilter(table, where)
}

function wordsFilter({ column, words }: { column: string; words: string }): Document {
  const asked = askedWords(words)
  if (asked.length === 0) return none
  const begins = (word: string) => ({
    [`words.${column}`]: { $elemMatch: { $gte: word, $lt: word + afterEverything } },
  })
  return allHold(asked.map((word) => anyHolds(word.map(begins))))
}

function oneOf(table: MongoTable, name: string, values: readonly Scalar[]): Document {
  const { column, field } = table.ordered(name)
  const plain = values.filter((value) => column.type !== 'text' || value === null)
  const alike = values.filter((value) => column.type === 'text' && value !== null)
  const listed = { [field]: { $in: plain.map((value) => storedScalar(column.type, value)) } }
  if (alike.length === 0) return listed
  const texts = alike.map((text) => within(field, sameText(String(text), table.locale)))
  return anyHolds(plain.length > 0 ? [listed, ...texts] : texts)
}

function prefixFilter(table: MongoTable, { column: name, prefix }: { column: string; prefix: string }): Document {
  const { column, field } = table.ordered(name)
  if (column.type === 'text') return within(field, beginningWith(prefix, table.locale))
  return within(field, { from: prefix, below: prefix + afterEverything })
}

/** A text bound stands for all texts equal to it: `to` includes them, `below` excludes them. */
function rangeFilter(table: MongoTable, { column: name, from, below, to }: Range): Document {
  const { column, field } = table.ordered(name)
  const isText = column.type === 'text'
  const bound = (value: Scalar, edge: keyof KeyRange) =>
    isText ? sameText(String(value), table.locale)[edge] : storedScalar(column.type, value)
  const upper = [
    ...(isGiven(below) ? [{ $lt: bound(below, 'from') }] : []),
    ...(isGiven(to) ? [isText ? { $lt: bound(to, 'below') } : { $lte: bound(to, 'below') }] : []),
  ]
  const [first, second] = upper
  const asked = { ...(isGiven(from) && { $gte: bound(from, 'from') }), ...first }
  // What is compared is of one type, and what is absent of another: any bound keeps that out.
  if (Object.keys(asked).length === 0) return { [field]: { $ne: absentValue } }
  return allHold([{ [field]: asked }, ...(second ? [{ [field]: second }] : [])])
}

const isGiven = (bound: Scalar | undefined): bound is NonNullable<Scalar> => bound !== undefined && bound !== null

const within = (field: string, { from, below }: KeyRange): Document => ({ [field]: { $gte: from, $lt: below } })
