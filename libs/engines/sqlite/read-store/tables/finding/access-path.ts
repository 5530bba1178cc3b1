/**
 * The way to a page. Where a condition has few rows, they are fetched and sorted. Where none has, the rows are
 * walked in the order asked for and each is tested until the page is full, which is soon when many fit. SQLite
 * cannot tell one from the other, since it plans before it knows the values.
 */
import type { Find, Where } from '#kernel'
import { andSql, limitSql, type Sql, type StoreFile } from '../../store-file.js'
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

/** What finds rows of some conditions without looking at all rows. */
interface Source {
  parts: readonly Where[]
  /** The numbers of the rows. */
  rows: () => Sql
}

/** Conditions that all hold; of each column the one that an index is best asked by. */
interface Conditions {
  parts: readonly Where[]
  on: ReadonlyMap<string, { part: Where; isOneValue: boolean }>
}

/** From so many rows on, walking and testing finds a page sooner than fetching and sorting. */
const few = 2000

/** How many rows there are, of many so many. */
const countOf = (file: StoreFile, { text, values }: Sql): number =>
  Number(file.all({ text: `SELECT count(*) FROM (${text} ${limitSql(few)})`, values })[0]?.[0])

export const isFrequent = (file: StoreFile, rows: Sql): boolean => countOf(file, rows) === few

/** Undefined where no row fits. */
export function accessPathOf(
  file: StoreFile,
  table: SqlTable,
  { where, sort = [], locale }: Find,
): AccessPath | undefined {
  const conditions = conditionsOf(table, where)
  const { parts } = conditions
  const walk = walkFor(table, conditions, { sort, locale })
  const source = fewest(file, table, { ...conditions, walk })
  if (source === 'none') return undefined
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

function conditionsOf(table: SqlTable, where: Where | undefined): Conditions {
  const parts = partsOf(where)
  const on = new Map<string, { part: Where; isOneValue: boolean }>()
  for (const part of parts) {
    if (!isSought(part)) continue
    const known = on.get(part.column)
    if (!known?.isOneValue) on.set(part.column, { part, isOneValue: leavesOneValue(table, part) })
  }
  return { parts, on }
}

function partsOf(where: Where | undefined): Where[] {
  if (!where) return []
  if ('or' in where && where.or.length === 1) return partsOf(where.or[0])
  return 'and' in where ? where.and.flatMap(partsOf) : [where]
}

type OfColumn = Extract<Where, { column: string }>

/** Whether a condition leaves neighbouring entries of an index on its column, or few stretches of them. */
const isSought = (part: Where): part is OfColumn => 'column' in part && !('words' in part) && !('has' in part)

/** Whether a condition leaves one value of a column, so that what comes behind it in an index is in order. */
const leavesOneValue = (table: SqlTable, part: OfColumn): boolean =>
  ('eq' in part || ('in' in part && part.in.length === 1)) && table.column(part.column).type !== 'text'

/** Those whose texts are in the order of the reader's alphabet. */
function indexesFor(table: SqlTable, { sort = [], locale }: Pick<Find, 'sort' | 'locale'>): SqlIndex[] {
  const alphabet = sort.map(({ column }) => table.orderFor(column, locale).locale).find((other) => other !== undefined)
  return table.indexes.filter(
    (index) => index.locale === alphabet || !index.columns.some(({ type }) => type === 'text'),
  )
}

/** The index along which the rows are in the order asked for; the more it is narrowed, and the more it sorts, the better. */
function walkFor(table: SqlTable, { on }: Conditions, order: Pick<Find, 'sort' | 'locale'>): Walk | undefined {
  const { sort = [] } = order
  let best: (Walk & { sorted: number }) | undefined
  for (const index of indexesFor(table, order)) {
    const { names } = index
    const at = sort[0] ? names.indexOf(sort[0].column) : names.length
    if (at < 0 || (best && at < best.at)) continue
    const bound = names.slice(0, at).flatMap((name) => {
      const known = on.get(name)
      return known?.isOneValue ? [known.part] : []
    })
    if (bound.length < at) continue
    const unlike = sort.findIndex(({ column }, place) => column !== names[at + place])
    const sorted = unlike < 0 ? sort.length : unlike
    if (!best || at > best.at || sorted > best.sorted) best = { index, at, parts: bound, sorted }
  }
  return best
}

/** The rows of a condition that has few; undefined where walking is as good. */
function fewest(
  file: StoreFile,
  table: SqlTable,
  { parts, on, walk }: Conditions & { walk?: Walk },
): Sql | 'none' | undefined {
  const narrowed = walk?.parts ?? []
  const areNarrowed = (all: readonly Where[]) => all.every((part) => narrowed.includes(part))
  if (areNarrowed(parts)) return undefined
  const sources = sourcesOf(table, { parts, on }).filter((source) => !areNarrowed(source.parts))
  const choices = parts.filter((part) => 'or' in part)
  if (sources.length + choices.length === 0) return undefined
  const walked = walk && narrowed.length > 0 ? countOf(file, rowsSql(table, walk)) : few
  if (walked < few) return walked === 0 ? 'none' : undefined
  return fewOf(file, sources) ?? choices.map(({ or }) => eachFew(file, table, or)).find((rows) => rows !== undefined)
}

function fewOf(file: StoreFile, sources: readonly Source[]): Sql | 'none' | undefined {
  const many: Source[] = []
  for (const source of sources) {
    // With fewer of these conditions there are no fewer rows.
    if (many.some((one) => source.parts.every((part) => one.parts.includes(part)))) continue
    const rows = source.rows()
    const count = countOf(file, rows)
    if (count < few) return count === 0 ? 'none' : rows
    many.push(source)
  }
  return undefined
}

/** The rows of alternatives, where each has few. */
function eachFew(file: StoreFile, table: SqlTable, alternatives: readonly Where[]): Sql | 'none' | undefined {
  const found: Sql[] = []
  for (const one of alternatives) {
    const rows = fewest(file, table, conditionsOf(table, one))
    if (!rows) return undefined
    if (rows !== 'none') found.push(rows)
  }
  if (found.length === 0) return 'none'
  return { text: found.map(({ text }) => text).join(' UNION ALL '), values: found.flatMap(({ values }) => values) }
}

/** The most narrowing first. */
function sourcesOf(table: SqlTable, { parts, on }: Conditions): Source[] {
  // Conditions compare by the file's own alphabet.
  const own = table.indexes.filter(({ locale }) => locale === undefined)
  const byIndex = own.flatMap((index): Source[] => {
    const fit = fitOf(index, on)
    return fit ? [{ parts: fit.parts, rows: () => rowsSql(table, fit) }] : []
  })
  const beside = parts.flatMap((part) =>
    // Not the condition itself, since each of several words finds other rows.
    besideOf(table, part).map((rows): Source => ({ parts: [{ ...part }], rows: () => rows })),
  )
  return [...byIndex, ...beside].sort((a, b) => b.parts.length - a.parts.length)
}

/** What side tables find: for words, by each of them. */
function besideOf(table: SqlTable, part: Where): Sql[] {
  if ('words' in part) return beginningsSql(table, part)
  return 'has' in part ? [containingSql(table, part)] : []
}

/** Single values of its first columns, and one condition more on the next. */
function fitOf(index: SqlIndex, on: Conditions['on']): Fit | undefined {
  const parts: Where[] = []
  for (const name of index.names) {
    const known = on.get(name)
    if (known) parts.push(known.part)
    if (!known?.isOneValue) break
  }
  return parts.length > 0 ? { index, parts } : undefined
}

function rowsSql(table: SqlTable, fit: Fit): Sql {
  const { index, parts } = fit
  const conditions = index.isTrailing ? entriesWhere(table, fit) : parts.map((part) => whereSql({ table }, part))
  const from = index.isTrailing
    ? `SELECT ${entryRow(index)} FROM ${index.sql}`
    : `SELECT "~row" FROM ${table.sql} INDEXED BY ${index.sql}`
  const { text, values } = andSql(conditions)
  return { text: `${from} WHERE ${text}`, values }
}

/** The conditions, of the entries of a trailing index. */
const entriesWhere = (table: SqlTable, { index, parts }: Fit): Sql[] =>
  parts.map((part) => whereSql({ table, sqlOf: (name) => entryColumn(index, index.names.indexOf(name)) }, part))
