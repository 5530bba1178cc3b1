/** A row as the values of its table's stored columns, in their order; what every kind of write binds. */
import { isListType, type Row, type Scalar, sortKey, termsOf } from '#kernel'
import type { SqlValue } from '../store-file.js'
import { absent, kept, type SqlColumn, type SqlTable, type StoredColumn } from './table.js'

/** Bound before the stored columns, in this order. */
const fixedColumns = ['key', 'position', 'doc'] as const

type Columns = Row['columns']

/** Fills `values` from index `from` on. @throws Error when the row does not fit the table */
function storedValues(table: SqlTable, columns: Columns, into: { values: SqlValue[]; from: number }): void {
  const { stored } = table
  table.shape.requireColumns(columns)
  for (let at = 0; at < stored.length; at++) {
    const { column, derived, locale = table.locale } = stored[at] as StoredColumn
    const value = columns[column.name]
    into.values[into.from + at] = derived
      ? typeof value === 'string'
        ? derivedOf[derived](value, locale)
        : null
      : storedValue(column, value)
  }
}

const derivedOf = {
  key: sortKey,
  words: (text: string) => JSON.stringify(termsOf(text)),
} as const

function storedValue({ type }: SqlColumn, value: Scalar | string[] | undefined): SqlValue {
  return isListType(type) ? JSON.stringify(value ?? []) : kept(type, (value as Scalar | undefined) ?? null)
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
