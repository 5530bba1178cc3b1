/** A row as the values of its table's stored columns, in their order; what every kind of write binds. */
import type { Row, Scalar } from '#kernel'
import { sortKey } from '../text/sort-key.js'
import type { SqlValue } from './store-file.js'
import { absent, type Column, type Stored, type Table } from './table.js'

/** Bound before the stored columns, in this order. */
export const fixedColumns = ['key', 'position', 'doc'] as const

export type Columns = Row['columns']

/** Fills `values` from index `from` on. @throws Error when a value is not of its column's type, or has no column */
export function storedValues(table: Table, columns: Columns, into: { values: SqlValue[]; from: number }): void {
  const { stored } = table
  let given = 0
  for (let at = 0; at < stored.length; at++) {
    const { column, isKey } = stored[at] as Stored
    if (isKey) {
      // The text itself stands right before its sort key, and was checked there.
      const text = into.values[into.from + at - 1]
      into.values[into.from + at] = typeof text === 'string' ? sortKey(text, table.locale) : null
      continue
    }
    const value = columns[column.name]
    if (value !== undefined) given++
    into.values[into.from + at] = storedValue(table, column, value)
  }
  if (given < Object.keys(columns).length) refuseUnknown(table, columns)
}

function storedValue(table: Table, column: Column, value: Scalar | string[] | undefined): SqlValue {
  if (column.type !== 'ids') {
    if (Array.isArray(value)) throw table.fault(column, `takes ${column.type} values, got a list`)
    if (value !== undefined) return table.bind(column, value)
    return table.spec.sums?.includes(column.name) ? 0 : null
  }
  if (value === undefined || value === null) return '[]'
  if (Array.isArray(value) && value.every((id) => typeof id === 'string')) return JSON.stringify(value)
  throw table.fault(column, 'takes lists of ids')
}

function refuseUnknown(table: Table, columns: Columns): void {
  for (const [name, value] of Object.entries(columns)) if (value !== undefined) table.column(name)
}

/** `INSERT` of all columns, with a placeholder for each. */
export function insertSql(table: Table): string {
  const names = [...fixedColumns, ...table.stored.map((stored) => stored.sql)]
  const places = [...fixedColumns.map(() => '?'), ...table.stored.map(() => placeholder)]
  return `INSERT INTO ${table.sql} (${names.join(', ')}) VALUES (${places.join(', ')})`
}

/** Where a stored column's value is bound: null becomes the stored form of absent. */
export const placeholder = `ifnull(?, ${absent})`
