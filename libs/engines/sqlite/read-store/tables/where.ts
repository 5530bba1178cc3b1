/** Conditions as SQL. Every value is bound; nothing a caller says becomes part of the text. */
import { beginningWith, type KeyRange, sameText, type Where, wordsOf } from '#kernel'
import type { Sql, SqlValue } from '../store-file.js'
import { absent, type SqlTable } from './table.js'

type Range = Extract<Where, { below?: unknown }>

const yes: Sql = { text: '1', values: [] }
const no: Sql = { text: '0', values: [] }
/** Values of a list that are bound one by one; a longer list is bound as one. */
const mostBound = 256
const afterEverything = '\u{10FFFF}'

/** Whether a query has so many rows that walking an index to the first of them beats fetching them all. */
export type IsFrequent = (rows: Sql) => boolean

/** @param where that fits the table: see `requireWhere` */
export function whereSql(table: SqlTable, where: Where | undefined, isFrequent: IsFrequent = () => false): Sql {
  if (!where) return yes
  if ('and' in where) return joined(table, { parts: where.and, by: ' AND ', isFrequent }) ?? yes
  if ('or' in where) return joined(table, { parts: where.or, by: ' OR ', isFrequent }) ?? no
  if ('not' in where) return wrapped('NOT ', whereSql(table, where.not, isFrequent))
  if ('words' in where) return wordsSql(table, where, isFrequent)
  if ('has' in where) return hasSql(table, where)
  if ('eq' in where) return equalSql(table, where)
  if ('in' in where) return inSql(table, where)
  if ('prefix' in where) return prefixSql(table, where)
  return rangeSql(table, where)
}

function joined(
  table: SqlTable,
  { parts, by, isFrequent }: { parts: readonly Where[]; by: string; isFrequent: IsFrequent },
): Sql | undefined {
  if (parts.length === 0) return undefined
  const each = parts.map((part) => wrapped('', whereSql(table, part, isFrequent)))
  return { text: each.map((part) => part.text).join(by), values: each.flatMap((part) => part.values) }
}

function wrapped(before: string, sql: Sql): Sql {
  return { text: `${before}(${sql.text})`, values: sql.values }
}

function hasSql(table: SqlTable, where: { column: string; has: string }): Sql {
  const list = table.listSql({ column: table.column(where.column) })
  return { text: `${table.rowSql} IN (SELECT row FROM ${list} WHERE value = ?)`, values: [where.has] }
}

/** Few rows are found by the side table; of many, each is tried as it comes in the order asked for. */
function wordsSql(table: SqlTable, where: { column: string; words: string }, isFrequent: IsFrequent): Sql {
  const list = table.wordsOf(where.column)
  const beginnings = wordsOf(where.words)
  if (beginnings.length === 0) return no
  const each = beginnings.map((word): Sql => {
    const found = beginningSql(table.listSql(list), word)
    if (isFrequent(found)) return { text: `instr(${list.sql}, ?) > 0`, values: [`"${word}`] }
    return { text: `${table.rowSql} IN (${found.text})`, values: found.values }
  })
  return { text: each.map((part) => part.text).join(' AND '), values: each.flatMap((part) => part.values) }
}

function beginningSql(listSql: string, word: string): Sql {
  return { text: `SELECT row FROM ${listSql} WHERE value >= ? AND value < ?`, values: [word, word + afterEverything] }
}

function equalSql(table: SqlTable, where: Extract<Where, { eq: unknown }>): Sql {
  const { column, sql } = table.order(where.column)
  const value = table.bind(column, where.eq)
  if (value === null) return { text: `${sql} = ${absent}`, values: [] }
  return column.type === 'text'
    ? within(sql, sameText(String(value), table.locale))
    : { text: `${sql} = ?`, values: [value] }
}

function inSql(table: SqlTable, where: Extract<Where, { in: unknown }>): Sql {
  const { column, sql } = table.order(where.column)
  if (column.type === 'text') return whereSql(table, { or: where.in.map((eq) => ({ column: column.name, eq })) })
  const values = where.in.map((value) => table.bind(column, value)).filter((value) => value !== null)
  const isLong = values.length > mostBound
  const list = isLong ? 'SELECT value FROM json_each(?)' : repeated(values)
  const parts = values.length ? [`${sql} IN (${list})`] : []
  if (where.in.includes(null)) parts.push(`${sql} = ${absent}`)
  if (parts.length === 0) return no
  return { text: parts.join(' OR '), values: isLong ? [JSON.stringify(values)] : padded(values) }
}

function prefixSql(table: SqlTable, where: { column: string; prefix: string }): Sql {
  const { column, sql } = table.order(where.column)
  if (column.type === 'text') return within(sql, beginningWith(where.prefix, table.locale))
  return within(sql, { from: where.prefix, below: where.prefix + afterEverything })
}

/** A text bound stands for all texts equal to it: `to` includes them, `below` excludes them. */
function rangeSql(table: SqlTable, where: Range): Sql {
  const { column, sql } = table.order(where.column)
  const bound = (name: 'from' | 'below' | 'to', value: NonNullable<Range['to']>): SqlValue => {
    const bare = table.bind(column, value)
    if (column.type !== 'text') return bare
    const same = sameText(String(bare), table.locale)
    return name === 'to' ? same.below : same.from
  }
  const operators = { from: '>=', below: '<', to: column.type === 'text' ? '<' : '<=' }
  const parts: Sql[] = []
  for (const name of ['from', 'below', 'to'] as const) {
    const value = where[name]
    if (value !== undefined && value !== null)
      parts.push({ text: `${sql} ${operators[name]} ?`, values: [bound(name, value)] })
  }
  // Absent values come after all others: only an upper bound keeps them out.
  if (where.below === undefined && where.to === undefined) parts.push({ text: `${sql} < ${absent}`, values: [] })
  return { text: parts.map((part) => part.text).join(' AND '), values: parts.flatMap((part) => part.values) }
}

function within(sql: string, range: KeyRange): Sql {
  return { text: `${sql} >= ? AND ${sql} < ?`, values: [range.from, range.below] }
}

/** Lists are padded to a power of two, so that few statements serve all lengths. */
function padded(values: readonly SqlValue[]): SqlValue[] {
  const length = values.length && 2 ** Math.ceil(Math.log2(values.length))
  return Array.from({ length }, (_, at) => values[Math.min(at, values.length - 1)] ?? null)
}

function repeated(values: readonly SqlValue[]): string {
  return padded(values)
    .map(() => '?')
    .join(', ')
}
