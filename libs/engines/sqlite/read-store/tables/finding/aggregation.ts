/** Sums, counts and extremes by group, computed by SQLite. */
import { type Aggregate, type ColumnType, requireAggregate, type Scalar } from '#kernel'
import type { Sql, StoreFile } from '../../store-file.js'
import { readable, type SqlTable, scalarOf } from '../table.js'
import { whereSql } from './where.js'

type Value = Aggregate['values'][string]
interface Output {
  name: string
  sql: string
  /** How to read the result. */
  type: ColumnType
}

/** @throws Error when a column does not exist or cannot be computed with */
export function aggregateRows(file: StoreFile, table: SqlTable, query: Aggregate): Record<string, Scalar>[] {
  requireAggregate(table.shape, query)
  const groups = query.group.map((name) => groupOf(table, name))
  const outputs = [...groups, ...Object.entries(query.values).map(([name, value]) => computed(table, name, value))]
  const rows = file.all(aggregateSql(table, query, outputs))
  // Figures ask for tens of thousands of rows: an object filled in place is several times as quick as one from entries.
  return rows.map((row) => {
    const found: Record<string, Scalar> = {}
    for (const [at, { name, type }] of outputs.entries()) found[name] = scalarOf(type, row[at])
    return found
  })
}

function aggregateSql(table: SqlTable, query: Aggregate, outputs: readonly Output[]): Sql {
  const where = whereSql({ table }, query.where)
  const by = query.group.map((name) => table.column(name).sql).join(', ')
  const text = `SELECT ${outputs.map(({ sql }) => sql).join(', ')} FROM ${table.sql} WHERE ${where.text}`
  return { text: by ? `${text} GROUP BY ${by}` : text, values: where.values }
}

function groupOf(table: SqlTable, name: string): Output {
  const column = table.column(name)
  return { name, sql: readable(column.sql), type: column.type }
}

function computed(table: SqlTable, name: string, value: Value): Output {
  if (value.count) return { name, sql: 'count(*)', type: 'integer' }
  const column = table.column(value.sum ?? value.distinct ?? value.min ?? value.max ?? '')
  const sql = readable(column.sql)
  if (value.sum !== undefined) return { name, sql: `coalesce(sum(${sql}), 0)`, type: column.type }
  if (value.distinct !== undefined) return { name, sql: `count(DISTINCT ${sql})`, type: 'integer' }
  return { name, sql: `${value.min === undefined ? 'max' : 'min'}(${sql})`, type: column.type }
}
