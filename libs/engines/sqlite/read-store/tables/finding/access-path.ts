/**
 * The way to a page. Where a condition has few rows, they are fetched and sorted. Where none has, the rows are
 * walked in the order asked for and each is tested until the page is full, which is soon when many fit. SQLite
 * cannot tell one from the other, since it plans before it knows the values.
 */
import type { Find, Where } from '#kernel'
import { limitSql, type Sql, type StoreFile } from '../../store-file.js'
import { entryColumn, entryHolds, entryRow } from '../indexes.js'
import { quoted, type SqlIndex, type SqlTable } from '../table.js'
import { beginningsSql, containingSql, whereSql } from './where.js'

export interface AccessPath {
  /** What is read. */
  from: string
  conditions: Sql[]
  /** The trailing index that is walked, and which of its columns is sorted by first. */
  trailing?: { index: SqlIndex; at: number }
}

/** What an index finds rows by: conditions on its first columns. */
interface Fit {
  index: SqlIndex
  parts: readonly Where[]
}

interface Walk extends Fit {
  /** The place of the first sort column. */
  at: number
}

/** Rows that a condition finds, by number. */
interface Source {
  parts: readonly Where[]
  rows: Sql
}

/** From so many rows on, walking and testing finds a page sooner than fetching and sorting. */
const few = 2000

const isFew = (file: StoreFile, { text, values }: Sql): boolean =>
  Number(file.all({ text: `SELECT count(*) FROM (${text} ${limitSql(few)})`, values })[0]?.[0]) < few

export const isFrequent = (file: StoreFile, rows: Sql): boolean => !isFew(file, rows)

export function accessPathOf(file: StoreFile, table: SqlTable, { where, sort = [] }: Find): AccessPath {
  const parts = partsOf(where)
  const walk = walkFor(table, parts, sort)
  const source = fewest(file, table, { parts, walk })
  const tested = parts.map((part) => whereSql({ table, isTested: true }, part))
  if (source) {
    const found = { text: `${table.rowSql} IN (${source.text})`, values: source.values }
    return { from: `${table.sql} NOT INDEXED`, conditions: [found, ...tested] }
  }
  if (!walk)
    return { from: sort.length > 0 ? table.sql : `${table.sql} INDEXED BY ${keyIndex(table)}`, conditions: tested }
  const { index, at } = walk
  if (!index.isTrailing) return { from: `${table.sql} INDEXED BY ${index.sql}`, conditions: tested }
  const from = `${index.sql} CROSS JOIN ${table.sql} ON ${entryHolds(table, index)}`
  return { from, conditions: [...entriesWhere(table, walk), ...tested], trailing: { index, at } }
}

const keyIndex = ({ name }: SqlTable): string => quoted(`${name}~key`)

/** Conditions that all hold. */
function partsOf(where: Where | undefined): Where[] {
  if (!where) return []
  if ('or' in where && where.or.length === 1) return partsOf(where.or[0])
  return 'and' in where ? where.and.flatMap(partsOf) : [where]
}

/** Whether a condition leaves one value of a column, so that what comes behind it in an index is in order. */
const isOneValue = (table: SqlTable, part: Where): boolean =>
  (('eq' in part && part.eq !== undefined) || ('in' in part && part.in.length === 1)) &&
  table.column(part.column).type !== 'text'

const isOn = (part: Where, column: string): boolean => 'column' in part && part.column === column

/** Whether a condition leaves neighbouring entries of an index on its column, or few stretches of them. */
const isSought = (part: Where): boolean => 'column' in part && !('words' in part) && !('has' in part)

/** The index along which the rows are in the order asked for; the more it is narrowed, and the more it sorts, the better. */
function walkFor(table: SqlTable, parts: readonly Where[], sort: NonNullable<Find['sort']>): Walk | undefined {
  const walks = table.indexes.flatMap((index): (Walk & { sorted: number })[] => {
    const names = index.columns.map(({ name }) => name)
    const at = sort[0] ? names.indexOf(sort[0].column) : names.length
    const before = names
      .slice(0, Math.max(at, 0))
      .map((name) => parts.find((p) => isOn(p, name) && isOneValue(table, p)))
    const bound = before.filter((part) => part !== undefined)
    if (at < 0 || bound.length < at) return []
    const sorted = sort.findIndex(({ column }, place) => column !== names[at + place])
    return [{ index, at, parts: bound, sorted: sorted < 0 ? sort.length : sorted }]
  })
  return walks.sort((a, b) => b.at - a.at || b.sorted - a.sorted)[0]
}

/** The rows of a condition that has few; none where walking is as good. */
function fewest(
  file: StoreFile,
  table: SqlTable,
  { parts, walk }: { parts: readonly Where[]; walk?: Walk },
): Sql | undefined {
  const narrowed = walk?.parts ?? []
  const sources = sourcesOf(table, parts).filter((source) => !source.parts.every((part) => narrowed.includes(part)))
  const choices = parts.filter((part) => 'or' in part)
  if (sources.length + choices.length === 0) return undefined
  if (walk && walk.at > 0 && isFew(file, rowsSql(table, walk))) return undefined
  const many: Source[] = []
  for (const source of sources) {
    if (many.some((one) => source.parts.every((part) => one.parts.includes(part)))) continue
    if (isFew(file, source.rows)) return source.rows
    many.push(source)
  }
  return choices.map(({ or }) => eachFew(file, table, or)).find((rows) => rows !== undefined)
}

/** The rows of alternatives, where each has few. */
function eachFew(file: StoreFile, table: SqlTable, alternatives: readonly Where[]): Sql | undefined {
  const found: Sql[] = []
  for (const one of alternatives) {
    const rows = fewest(file, table, { parts: partsOf(one) })
    if (!rows) return undefined
    found.push(rows)
  }
  if (found.length === 0) return undefined
  return { text: found.map(({ text }) => text).join(' UNION ALL '), values: found.flatMap(({ values }) => values) }
}

/** What finds rows of these conditions without looking at all of them, the most narrowing first. */
function sourcesOf(table: SqlTable, parts: readonly Where[]): Source[] {
  const fits = table.indexes.flatMap((index) => fitOf(table, index, parts) ?? [])
  const byIndex = fits.map((fit): Source => ({ parts: fit.parts, rows: rowsSql(table, fit) }))
  const beside = parts.flatMap((part) => besideOf(table, part).map((rows): Source => ({ parts: [{ ...part }], rows })))
  return [...byIndex, ...beside].sort((a, b) => b.parts.length - a.parts.length)
}

/** What side tables find: for words, by each of them. */
function besideOf(table: SqlTable, part: Where): Sql[] {
  if ('words' in part) return beginningsSql(table, part)
  return 'has' in part ? [containingSql(table, part)] : []
}

/** Single values of its first columns, and one condition more on the next. */
function fitOf(table: SqlTable, index: SqlIndex, parts: readonly Where[]): Fit | undefined {
  const found: Where[] = []
  for (const { name } of index.columns) {
    const on = parts.filter((part) => isOn(part, name) && isSought(part))
    const part = on.find((one) => isOneValue(table, one)) ?? on[0]
    if (part) found.push(part)
    if (!part || !isOneValue(table, part)) break
  }
  return found.length > 0 ? { index, parts: found } : undefined
}

function rowsSql(table: SqlTable, fit: Fit): Sql {
  const { index, parts } = fit
  const conditions = index.isTrailing ? entriesWhere(table, fit) : parts.map((part) => whereSql({ table }, part))
  const from = index.isTrailing
    ? `SELECT ${entryRow(index)} FROM ${index.sql}`
    : `SELECT "~row" FROM ${table.sql} INDEXED BY ${index.sql}`
  const text = conditions.map((condition) => `(${condition.text})`).join(' AND ')
  return { text: `${from} WHERE ${text}`, values: conditions.flatMap(({ values }) => values) }
}

/** The conditions, of the entries of a trailing index. */
const entriesWhere = (table: SqlTable, { index, parts }: Fit): Sql[] =>
  parts.map((part) => {
    const sqlOf = (name: string) =>
      entryColumn(
        index,
        index.columns.findIndex((column) => column.name === name),
      )
    return whereSql({ table, sqlOf }, part)
  })
