/**
 * Pages of rows: find and search. The order is that of the sort columns and then the key; a cursor
 * carries their values in the last row, and the next page begins after them in the index.
 */
import { BadCursor, type Find, type Row, type RowPage, type Scalar, type Search } from '#kernel'
import { readCursor, writeCursor } from '../cursor.js'
import { searchTokens } from '../text/search-tokens.js'
import type { Sql, SqlRow, SqlValue, StoreFile } from './store-file.js'
import { absent, type Column, scalarOf, type Table } from './table.js'
import { whereSql } from './where.js'

const usualLimit = 50
const highestLimit = 500
/** From so many matches on, walking the sort's index and testing each row finds a page sooner than sorting them. */
const commonMatches = 2000

interface Term {
  sql: string
  descending: boolean
  /** Absent on the last term, the key. */
  column?: Column
}

/** @throws BadCursor, RangeError on a limit out of bounds, Error on unknown columns */
export function findPage(file: StoreFile, table: Table, query: Find): RowPage {
  return page({ file, table, query }, [whereSql(table, query.where)])
}

const scanned = 500

/** Every row that fits. */
export function* scanRows(file: StoreFile, table: Table, query: Pick<Find, 'where' | 'sort'>): Generator<Row[]> {
  const { text, values } = whereSql(table, query.where)
  const terms = query.sort ? sortTerms(table, query.sort) : []
  const order = terms.map((term) => `${term.sql}${term.descending ? ' DESC' : ''}`).join(', ')
  const select = `${table.selectSql} WHERE ${text}${order ? ` ORDER BY ${order}` : ''}`
  let rows: Row[] = []
  for (const row of file.iterate({ text: select, values })) {
    rows.push(rowOf(table, row))
    if (rows.length < scanned) continue
    yield rows
    rows = []
  }
  if (rows.length > 0) yield rows
}

/** Every token must occur, the last as the beginning of a word; a text without any finds nothing. */
export function searchPage(file: StoreFile, table: Table, query: Search): RowPage {
  if (!table.spec.searches) throw new Error(`table "${table.name}" declares no column that it searches`)
  const tokens = searchTokens(query.text)
  if (tokens.length === 0) return { rows: [] }
  // Quoted, words like AND or NEAR mean themselves.
  const match = `${tokens.map((token) => `"${token}"`).join(' ')}*`
  const matches = `SELECT rowid FROM ${table.searchSql} WHERE words MATCH ?`
  const counted = file.all({ text: `SELECT count(*) FROM (${matches} LIMIT ${commonMatches})`, values: [match] })
  // The plus keeps SQLite from starting at the matches.
  const row = `${counted[0]?.[0] === commonMatches ? '+' : ''}${table.sql}."~row"`
  return page({ file, table, query }, [
    { text: `${row} IN (${matches})`, values: [match] },
    whereSql(table, query.where),
  ])
}

function page(
  { file, table, query }: { file: StoreFile; table: Table; query: Find | Search },
  conditions: Sql[],
): RowPage {
  const limit = query.limit ?? usualLimit
  if (!Number.isInteger(limit) || limit < 1 || limit > highestLimit)
    throw new RangeError(`a page of table "${table.name}" has 1 to ${highestLimit} rows, not ${limit}`)
  const terms = sortTerms(table, query.sort ?? [])
  const identity = JSON.stringify([table.name, query.where, query.sort, 'text' in query ? query.text : null])
  if (query.cursor !== undefined) conditions.push(after(terms, cursorValues(identity, query.cursor, terms.length)))
  const columns = columnsOf(table, query, terms)
  const found = file.all({
    text: `${table.reading(columns)} WHERE ${conditions.map((part) => `(${part.text})`).join(' AND ')}
      ORDER BY ${terms.map((term) => `${term.sql}${term.descending ? ' DESC' : ''}`).join(', ')} LIMIT ?`,
    values: [...conditions.flatMap((part) => part.values), limit + 1],
  })
  const rows = found.slice(0, limit).map((row) => rowOf(table, row, columns))
  const last = rows.at(-1)
  if (found.length <= limit || !last) return { rows }
  const values = terms.map(({ column }) =>
    column ? table.bindOrder(column, last.columns[column.name] as Scalar) : last.key,
  )
  return { rows, next: writeCursor(identity, values as Scalar[]) }
}

/** What is asked for and what the next cursor is made of. */
function columnsOf(table: Table, { columns }: Find, terms: readonly Term[]): readonly Column[] {
  if (!columns) return table.columns
  return [...new Set([...columns.map((name) => table.column(name)), ...terms.flatMap(({ column }) => column ?? [])])]
}

function sortTerms(table: Table, sort: NonNullable<Find['sort']>): Term[] {
  const terms: Term[] = sort.map(({ column, descending = false }) => ({ ...table.order(column), descending }))
  return [...terms, { sql: table.keySql, descending: terms.at(-1)?.descending ?? false }]
}

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
export function rowOf({ columns: all }: Table, values: SqlRow, columns: readonly Column[] = all): Row {
  const [key, position, doc, ...rest] = values
  const found: Row['columns'] = {}
  columns.forEach(({ name, type }, at) => {
    found[name] = type === 'ids' ? JSON.parse(String(rest[at])) : scalarOf(type, rest[at])
  })
  const document = doc === null ? null : JSON.parse(String(doc))
  return { key: String(key), position: Number(position), doc: document, columns: found }
}
