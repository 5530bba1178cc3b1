/** Sums, counts and extremes by group, computed by SQLite. */
import type { Aggregate, ColumnType, Scalar } from '#kernel'
import type { Sql, StoreFile } from './store-file.js'
import { isList, readable, type SqlTable, scalarOf } from './table.js'
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
  const groups = query.group.map((name) => groupOf(table, name))
  const outputs = [...groups, ...Object.entries(query.values).map(([name, value]) => computed(table, name, value))]
  const twice = outputs.find(({ name }, at) => outputs.findIndex((other) => other.name === name) !== at)
  if (twice) throw new Error(`the aggregate of table "${table.name}" gives "${twice.name}" twice`)
  if (outputs.length === 0) throw new Error(`the aggregate of table "${table.name}" asks for nothing`)
  const rows = file.all(aggregateSql(table, query, outputs))
  // Figures ask for tens of thousands of rows: an object filled in place is several times as quick as one from entries.
  return rows.map((row) => {
    const found: Record<string, Scalar> = {}
    for (const [at, { name, type }] of outputs.entries()) found[name] = scalarOf(type, row[at])
    return found
  })
}

function aggregateSql(table: SqlTable, query: Aggregate, outputs: readonly Output[]): Sql {
  const where = whereSql(table, query.where)
  const by = query.group.map((name) => table.column(name).sql).join(', ')
  const text = `SELECT ${outputs.map(({ sql }) => sql).join(', ')} FROM ${table.sql} WHERE ${where.text}`
  return { text: by ? `${text} GROUP BY ${by}` : text, values: where.values }
}

function groupOf(table: SqlTable, name: string): Output {
  const column = table.column(name)
  if (isList(column.type)) throw table.fault(column, 'holds lists: it cannot be grouped by')
  return { name, sql: readable(column.sql), type: column.type }
}

function computed(table: SqlTable, name: string, value: Value): Output {
  if (value.count) return { name, sql: 'count(*)', type: 'integer' }
  if (value.sum !== undefined) return sumOf(table, name, value.sum)
  if (value.distinct !== undefined) {
    const { sql } = groupOf(table, value.distinct)
    return { name, sql: `count(DISTINCT ${sql})`, type: 'integer' }
  }
  const extreme = value.min ?? value.max
  if (extreme === undefined)
    throw new Error(`"${name}" of an aggregate of table "${table.name}" says nothing to compute`)
  const { sql, type } = groupOf(table, extreme)
  // Smallest by which locale's order, and in which spelling, nobody asks and engines differ.
  if (type === 'text') throw table.fault(table.column(extreme), 'is text: min and max do not apply')
  return { name, sql: `${value.min === undefined ? 'max' : 'min'}(${sql})`, type }
}

function sumOf(table: SqlTable, name: string, summed: string): Output {
  const column = table.column(summed)
  if (column.type !== 'integer' && column.type !== 'number') throw table.fault(column, 'is not a number to sum')
  return { name, sql: `coalesce(sum(${readable(column.sql)}), 0)`, type: column.type }
}
