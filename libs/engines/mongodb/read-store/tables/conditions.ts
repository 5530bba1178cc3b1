/** Conditions as filters. Values stand where only values are looked for; nothing a caller says becomes an operator. */
import type { Document, Filter } from 'mongodb'
import { beginningWith, type KeyRange, type Scalar, sameText, type Where, wordsOf } from '#kernel'
import { absentValue, fieldOf, type MongoTable, type StoredRow, storedScalar } from './stored-rows.js'

export type RowFilter = Filter<StoredRow>
type Range = Extract<Where, { below?: unknown }>

const afterEverything = '\u{10FFFF}'
const every: Document = {}
const none: Document = { _id: { $in: [] } }

/** @param where that fits the table: see `requireWhere` */
export const rowFilter = (table: MongoTable, where: Where | undefined): RowFilter => conditionOf(table, where)

function conditionOf(table: MongoTable, where: Where | undefined): Document {
  if (!where) return every
  if ('and' in where) return where.and.length ? { $and: where.and.map((part) => conditionOf(table, part)) } : every
  if ('or' in where) return where.or.length ? { $or: where.or.map((part) => conditionOf(table, part)) } : none
  if ('not' in where) return { $nor: [conditionOf(table, where.not)] }
  if ('words' in where) return wordsFilter(where)
  if ('has' in where) return { [fieldOf(where.column)]: { $eq: where.has } }
  if ('eq' in where) return oneOf(table, where.column, [where.eq])
  if ('in' in where) return oneOf(table, where.column, where.in)
  if ('prefix' in where) return prefixFilter(table, where)
  return rangeFilter(table, where)
}

function wordsFilter({ column, words }: { column: string; words: string }): Document {
  const beginnings = wordsOf(words)
  if (beginnings.length === 0) return none
  const begins = (word: string) => ({ $elemMatch: { $gte: word, $lt: word + afterEverything } })
  return { $and: beginnings.map((word) => ({ [`words.${column}`]: begins(word) })) }
}

function oneOf(table: MongoTable, name: string, values: readonly Scalar[]): Document {
  const { column, field } = table.ordered(name)
  const plain = values.filter((value) => column.type !== 'text' || value === null)
  const alike = values.filter((value) => column.type === 'text' && value !== null)
  const listed = { [field]: { $in: plain.map((value) => storedScalar(column.type, value)) } }
  if (alike.length === 0) return listed
  return { $or: [listed, ...alike.map((text) => within(field, sameText(String(text), table.locale)))] }
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
  const parts: Document[] = [{ $ne: absentValue }]
  if (isGiven(from)) parts.push({ $gte: bound(from, 'from') })
  if (isGiven(below)) parts.push({ $lt: bound(below, 'from') })
  if (isGiven(to)) parts.push(isText ? { $lt: bound(to, 'below') } : { $lte: bound(to, 'below') })
  // What is compared is of one type, and what is absent of another: any bound keeps that out.
  const asked = parts.length > 1 ? parts.slice(1) : parts
  return { $and: asked.map((part) => ({ [field]: part })) }
}

const isGiven = (bound: Scalar | undefined): bound is NonNullable<Scalar> => bound !== undefined && bound !== null

const within = (field: string, { from, below }: KeyRange): Document => ({ [field]: { $gte: from, $lt: below } })
