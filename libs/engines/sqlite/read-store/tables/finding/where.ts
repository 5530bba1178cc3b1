/** Conditions as SQL. Every value is bound; nothing a caller says becomes part of the text. */
import { type AskedWord, askedWords, beginningWith, type KeyRange, sameText, type Where } from '#kernel'
import type { Sql, SqlValue } from '../../store-file.js'
import { absent, type SqlColumn, type SqlTable } from '../table.js'

type Range = Extract<Where, { below?: unknown }>

const yes: Sql = { text: '1', values: [] }
const no: Sql = { text: '0', values: [] }
/** Values of a list that are bound one by one; a longer list is bound as one. */
const mostBound = 256
export const afterEverything = '\u{10FFFF}'

/** Of what conditions speak, and in which way. */
export interface Conditioned {
  table: SqlTable
  /** What stands for a column, where that is not its own order. */
  sqlOf?: (column: string) => string
  /** Whether each row is tested as it comes, so that nothing is fetched for that. */
  isTested?: boolean
}

/** @param where that fits the table: see `requireWhere` */
export function whereSql(of: Conditioned, where: Where | undefined): Sql {
  if (!where) return yes
  if ('and' in where) return joined(of, where.and, ' AND ') ?? yes
  if ('or' in where) return joined(of, where.or, ' OR ') ?? no
  if ('not' in where) return wrapped('NOT ', whereSql(of, where.not))
  if ('words' in where) return wordsSql(of, where)
  if ('has' in where) return hasSql(of, where)
  if ('eq' in where) return equalSql(of, where)
  if ('in' in where) return inSql(of, where)
  if ('prefix' in where) return prefixSql(of, where)
  return rangeSql(of, where)
}

function joined(of: Conditioned, parts: readonly Where[], by: string): Sql | undefined {
  if (parts.length === 0) return undefined
  const each = parts.map((part) => wrapped('', whereSql(of, part)))
  return { text: each.map((part) => part.text).join(by), values: each.flatMap((part) => part.values) }
}

function wrapped(before: string, sql: Sql): Sql {
  return { text: `${before}(${sql.text})`, values: sql.values }
}

/** The column, and what stands for it. */
function ordered({ table, sqlOf }: Conditioned, name: string): { column: SqlColumn; sql: string } {
  const { column, sql } = table.order(name)
  return { column, sql: sqlOf?.(name) ?? sql }
}

/** Rows whose list contains a value. */
export function containingSql(table: SqlTable, { column, has }: { column: string; has: string }): Sql {
  return { text: `SELECT row FROM ${table.listSql({ column: table.column(column) })} WHERE value = ?`, values: [has] }
}

function hasSql({ table, isTested }: Conditioned, where: { column: string; has: string }): Sql {
  if (isTested) return { text: `instr(${table.column(where.column).sql}, ?) > 0`, values: [JSON.stringify(where.has)] }
  const { text, values } = containingSql(table, where)
  return { text: `${table.rowSql} IN (${text})`, values }
}

/** For each word asked for, the rows in which it begins a word. */
export function beginningsSql(table: SqlTable, { column, words }: { column: string; words: string }): Sql[] {
  const list = table.listSql(table.wordsOf(column))
  return askedWords(words).map((word) => beginningSql(list, word))
}

function wordsSql({ table, isTested }: Conditioned, where: { column: string; words: string }): Sql {
  const { sql } = table.wordsOf(where.column)
  const each = isTested
    ? askedWords(where.words).map((word) => holdingSql(sql, word))
    : beginningsSql(table, where).map(({ text, values }) => ({ text: `${table.rowSql} IN (${text})`, values }))
  if (each.length === 0) return no
  return { text: each.map((part) => `(${part.text})`).join(' AND '), values: each.flatMap((part) => part.values) }
}

/** Whether a list of terms, as JSON, has one that begins so. */
const holdingSql = (sql: string, word: AskedWord): Sql => ({
  text: word.map(() => `instr(${sql}, ?) > 0`).join(' OR '),
  values: word.map((beginning) => `"${beginning}`),
})

const beginningSql = (listSql: string, word: AskedWord): Sql => ({
  text: `SELECT row FROM ${listSql} WHERE ${word.map(() => 'value >= ? AND value < ?').join(' OR ')}`,
  values: word.flatMap((beginning) => [beginning, beginning + afterEverything]),
})

function equalSql(of: Conditioned, where: Extract<Where, { eq: unknown }>): Sql {
  const { table } = of
  const { column, sql } = ordered(of, where.column)
  const value = table.bind(column, where.eq)
  if (value === null) return { text: `${sql} = ${absent}`, values: [] }
  return column.type === 'text'
    ? within(sql, sameText(String(value), table.locale))
    : { text: `${sql} = ?`, values: [value] }
}

function inSql(of: Conditioned, where: Extract<Where, { in: unknown }>): Sql {
  const { table } = of
  const { column, sql } = ordered(of, where.column)
  if (column.type === 'text') return whereSql(of, { or: where.in.map((eq) => ({ column: column.name, eq })) })
  const values = where.in.map((value) => table.bind(column, value)).filter((value) => value !== null)
  const isLong = values.length > mostBound
  const list = isLong ? 'SELECT value FROM json_each(?)' : repeated(values)
  const parts = values.length ? [`${sql} IN (${list})`] : []
  if (where.in.includes(null)) parts.push(`${sql} = ${absent}`)
  if (parts.length === 0) return no
  return { text: parts.join(' OR '), values: isLong ? [JSON.stringify(values)] : padded(values) }
}

function prefixSql(of: Conditioned, where: { column: string; prefix: string }): Sql {
  const { table } = of
  const { column, sql } = ordered(of, where.column)
  if (column.type === 'text') return within(sql, beginningWith(where.prefix, table.locale))
  return within(sql, { from: where.prefix, below: where.prefix + afterEverything })
}

/** A text bound stands for all texts equal to it: `to` includes them, `below` excludes them. */
function rangeSql(of: Conditioned, where: Range): Sql {
  const { table } = of
  const { column, sql } = ordered(of, where.column)
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
