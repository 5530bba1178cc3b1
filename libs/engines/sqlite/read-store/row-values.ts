/** A row as the values of its table's stored columns, in their order; what every kind of write binds. */
import { type Row, type Scalar, sortKey, wordsOf } from '#kernel'
import type { SqlValue } from './store-file.js'
import { absent, isList, type SqlColumn, type SqlTable, type StoredColumn } from './table.js'

/** Bound before the stored columns, in this order. */
const fixedColumns = ['key', 'position', 'doc'] as const

type Columns = Row['columns']

/** Fills `values` from index `from` on. @throws Error when a value is not of its column's type, or has no column */
function storedValues(table: SqlTable, columns: Columns, into: { values: SqlValue[]; from: number }): void {
  const { stored } = table
  let given = 0
  for (let at = 0; at < stored.length; at++) {
    const { column, derived } = stored[at] as StoredColumn
    const value = columns[column.name]
    if (derived) {
      // The text itself stands before what is derived from it, and was checked there.
      into.values[into.from + at] = typeof value === 'string' ? derivedOf[derived](value, table.locale) : null
      continue
    }
    if (value !== undefined) given++
    into.values[into.from + at] = storedValue(table, column, value)
  }
  if (given < Object.keys(columns).length) refuseUnknown(table, columns)
}

const derivedOf = {
  key: sortKey,
  words: (text: string) => JSON.stringify(wordsOf(text)),
} as const

function storedValue(table: SqlTable, column: SqlColumn, value: Scalar | string[] | undefined): SqlValue {
  if (!isList(column.type)) {
    if (Array.isArray(value)) throw table.fault(column, `takes ${column.type} values, got a list`)
    return value === undefined ? null : table.bind(column, value)
  }
  if (value === undefined || value === null) return '[]'
  if (Array.isArray(value) && value.every((id) => typeof id === 'string')) return JSON.stringify(value)
  throw table.fault(column, 'takes lists of ids')
}

function refuseUnknown(table: SqlTable, columns: Columns): void {
  for (const [name, value] of Object.entries(columns)) if (value !== undefined) table.column(name)
}

/** All columns that a row is given, in SQL. */
export const insertedColumns = (table: SqlTable): string[] => [
  ...fixedColumns,
  ...table.stored.map((stored) => stored.sql),
]

/** `INSERT` of all columns, with a placeholder for each. */
export function insertSql(table: SqlTable): string {
  const names = insertedColumns(table)
  const places = [...fixedColumns.map(() => '?'), ...table.stored.map(() => placeholder)]
  return `INSERT INTO ${table.sql} (${names.join(', ')}) VALUES (${places.join(', ')})`
}

/** The values of `insertSql`, into an array that is used again and again. */
export function insertValues(table: SqlTable, row: Row, values: SqlValue[]): SqlValue[] {
  values[0] = row.key
  values[1] = row.position
  values[2] = row.doc ? JSON.stringify(row.doc) : null
  storedValues(table, row.columns, { values, from: fixedColumns.length })
  return values
}

/** Where a stored column's value is bound: null becomes the stored form of absent. */
export const placeholder = `ifnull(?, ${absent})`
