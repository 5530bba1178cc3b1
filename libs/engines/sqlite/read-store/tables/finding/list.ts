/**
 * Pages of rows: find and search. The order is that of the sort columns and then the key; a cursor
 * carries their values in the last row, and the next page begins after them in the index.
 */
import {
  askedWords,
  BadCursor,
  type Find,
  isListType,
  pageSizeOf,
  type Row,
  type RowPage,
  type RowScan,
  readCursor,
  type Scalar,
  type Search,
  storedPosition,
  type Where,
  writeCursor,
} from '#kernel'
import { andSql, limitSql, type Sql, type SqlRow, type SqlValue, type StoreFile } from '../../store-file.js'
import { entryColumn, entryKey } from '../indexes.js'
import { matchOf } from '../searched-terms.js'
import { absent, type SqlColumn, type SqlTable, scalarOf } from '../table.js'
import { type AccessPath, accessPathOf, isFrequent } from './access-path.js'
import { whereSql } from './where.js'

interface Term {
  sql: string
  descending: boolean
  /** Absent on the last term, the key. */
  column?: SqlColumn
  /** By whose alphabet, where that is not the file's. */
  locale?: string
  /** Whether it tells rows without the column from those with it. */
  ofAbsence?: boolean
}

/** @throws BadCursor, RangeError on a limit or skip out of bounds, Error on unknown columns */
export function findPage(file: StoreFile, table: SqlTable, query: Find): RowPage {
  const limit = pageSizeOf(table.shape, query)
  return page({ file, table, query, limit }, accessPathOf(file, table, query))
}

const scanned = 500

/** Every row that fits. */
export function* scanRows(file: StoreFile, table: SqlTable, query: RowScan): Generator<Row[]> {
  pageSizeOf(table.shape, query)
  const { text, values } = whereSql({ table }, query.where)
  const since = query.after === undefined ? [] : [query.after]
  const behind = since.length > 0 ? ` AND ${table.keySql} > ?` : ''
  const order = query.sort ? orderOf(sortTerms(table, query, 0)) : ''
  const select = `${table.selectSql} WHERE (${text})${behind}${order ? ` ORDER BY ${order}` : ''}`
  let rows: Row[] = []
  for (const row of file.iterate({ text: select, values: [...values, ...since] })) {
    rows.push(rowOf(table, row))
    if (rows.length < scanned) continue
    yield rows
    rows = []
  }
  if (rows.length > 0) yield rows
}

/** Every word asked for must begin a term; a text without any finds nothing. */
export function searchPage(file: StoreFile, table: SqlTable, query: Search): RowPage {
  const limit = pageSizeOf(table.shape, query)
  table.shape.searched()
  const asked = askedWords(query.text)
  if (asked.length === 0) return { rows: [] }
  const within = withinOf(table, query.where)
  const matches = `SELECT rowid FROM ${table.searchSql} WHERE ${table.searchSql} MATCH ?`
  const found = { text: matches, values: [matchOf(asked, within)] }
  // The plus keeps SQLite from starting at the matches.
  const row = `${within === undefined && isFrequent(file, found) ? '+' : ''}${table.rowSql}`
  const conditions = [{ text: `${row} IN (${matches})`, values: found.values }, whereSql({ table }, query.where)]
  return page({ file, table, query, limit }, { from: table.sql, conditions })
}

/** The value that a condition narrows a search to; the condition itself still tells what is spelled alike. */
function withinOf(table: SqlTable, where: Where | undefined): string | undefined {
  const [, column] = table.searched
  if (!column || !where) return undefined
  const parts = 'and' in where ? where.and : [where]
  const value = parts.flatMap((part) => ('eq' in part && part.column === column.name ? [part.eq] : []))[0]
  return typeof value === 'string' ? value : undefined
}

interface Asked {
  file: StoreFile
  table: SqlTable
  query: Find | Search
  limit: number
}

/** @param path none where no row fits */
function page({ file, table, query, limit }: Asked, path: AccessPath | undefined): RowPage {
  const ofRows = sortTerms(table, query)
  const terms = entryTerms(ofRows, path?.trailing)
  const identity = () =>
    JSON.stringify([table.name, query.where, query.sort, query.locale, 'text' in query ? query.text : null])
  const since = query.cursor === undefined ? undefined : cursorValues(identity(), query.cursor, terms.length)
  if (!path) return { rows: [] }
  const { from, conditions } = path
  const columns = columnsOf(table, query, terms)
  const found: SqlRow[] = []
  let { skip = 0 } = query
  for (const stretch of stretchesOf(terms, since)) {
    if (found.length > limit) break
    const where = andSql([...conditions, ...stretch])
    const part = `WHERE ${where.text} ORDER BY ${orderOf(terms)} ${limitSql(limit + 1, skip)}`
    // What is passed over is sorted by its number alone, without its document.
    const behind = `${table.reading(columns)} WHERE ${table.rowSql} IN (SELECT ${table.rowSql} FROM ${from} ${part}) ORDER BY ${orderOf(ofRows)}`
    const text = skip === 0 ? `${table.reading(columns, from)} ${part}` : behind
    const rows = file.all({ text, values: where.values })
    found.push(...rows)
    skip = rows.length > 0 || skip === 0 ? 0 : skip - countIn(file, from, where)
  }
  const rows = found.slice(0, limit).map((row) => rowOf(table, row, columns))
  const last = rows.at(-1)
  if (found.length <= limit || !last) return { rows }
  return { rows, next: writeCursor(identity(), terms.map((term) => placeOf(table, term, last)) as Scalar[]) }
}

/** How many rows of a part of the list there are. */
function countIn(file: StoreFile, from: string, { text, values }: Sql): number {
  const [row] = file.all({ text: `SELECT count(*) FROM ${from} WHERE ${text}`, values })
  return Number(row?.[0])
}

/**
 * Conditions under which parts of the page are read, one after the other. Descending, an index begins
 * with what is absent, which is to come last: it is a part of its own.
 */
function stretchesOf(terms: readonly Term[], since: SqlValue[] | undefined): Sql[][] {
  const from = since ? [after(terms, since)] : []
  const [first] = terms
  if (!first?.column || first.column.always || !first.descending) return [from]
  const present = { text: `${first.sql} < ${absent}`, values: [] }
  const without = { text: `${first.sql} = ${absent}`, values: [] }
  return since?.[0] === null ? [[without, ...from]] : [[present, ...from], [without]]
}

/** Where a row stands by one term, as a cursor says it. */
function placeOf(table: SqlTable, { column, ofAbsence, locale }: Term, { key, columns }: Row): SqlValue {
  if (!column) return key
  const value = columns[column.name] as Scalar
  return ofAbsence ? Number(value === null) : table.bindOrder(column, value, locale)
}

/** What is asked for and what the next cursor is made of. */
function columnsOf(table: SqlTable, { columns }: Find, terms: readonly Term[]): readonly SqlColumn[] {
  if (!columns) return table.columns
  return [...new Set([...columns.map((name) => table.column(name)), ...terms.flatMap(({ column }) => column ?? [])])]
}

/** Behind the first, what is absent is put last by a term before it; a page reads that of the first apart. */
function sortTerms(table: SqlTable, { sort = [], locale }: Pick<Find, 'sort' | 'locale'>, apart = 1): Term[] {
  const terms = sort.flatMap(({ column, descending = false }, at): Term[] => {
    const term: Term = { ...table.orderFor(column, locale), descending }
    if (!descending || at < apart) return [term]
    return [{ column: term.column, sql: `(${term.sql} = ${absent})`, descending: false, ofAbsence: true }, term]
  })
  return [...terms, { sql: table.keySql, descending: terms.at(-1)?.descending ?? false }]
}

/** With the values and keys of the entries that are walked in the place of the rows' own. */
const entryTerms = (terms: Term[], trailing: AccessPath['trailing']): Term[] =>
  trailing
    ? terms.map((term, place) => {
        if (!term.column) return { ...term, sql: entryKey(trailing.index) }
        return place === 0 ? { ...term, sql: entryColumn(trailing.index, trailing.at) } : term
      })
    : terms

const orderOf = (terms: readonly Term[]): string =>
  terms.map((term) => `${term.sql}${term.descending ? ' DESC' : ''}`).join(', ')

function cursorValues(identity: string, cursor: string, length: number): SqlValue[] {
  const values = readCursor(identity, cursor)
  if (values.length !== length) throw new BadCursor()
  return values as SqlValue[]
}

/** What comes after these values. One comparison of rows seeks straight into the index, but only with one direction. */
function after(terms: readonly Term[], values: readonly SqlValue[]): Sql {
  const place = (value: SqlValue | undefined) => (value === null ? absent : '?')
  if (terms.every((term) => term.descending === terms[0]?.descending)) {
    const left = terms.map((term) => term.sql).join(', ')
    const comparison = `(${left}) ${beyond(terms[0])} (${values.map(place).join(', ')})`
    return { text: comparison, values: values.filter((value) => value !== null) }
  }
  const [term, ...rest] = terms
  const [value = null, ...others] = values
  const further = after(rest, others)
  const same = value === null ? [] : [value]
  return {
    text: `${term?.sql} ${beyond(term)} ${place(value)} OR (${term?.sql} = ${place(value)} AND (${further.text}))`,
    values: [...same, ...same, ...further.values],
  }
}

function beyond(term: Term | undefined): string {
  return term?.descending ? '<' : '>'
}

/** A row as read by `reading` these columns. */
export function rowOf({ columns: all }: SqlTable, values: SqlRow, columns: readonly SqlColumn[] = all): Row {
  const [key, position, doc, ...rest] = values
  const found: Row['columns'] = {}
  columns.forEach(({ name, type }, at) => {
    found[name] = isListType(type) ? JSON.parse(String(rest[at])) : scalarOf(type, rest[at])
  })
  const document = doc === null ? null : JSON.parse(String(doc))
  return { key: String(key), position: storedPosition(position), doc: document, columns: found }
}
