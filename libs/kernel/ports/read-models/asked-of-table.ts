/** Whether a table can be asked what is asked of it; once for all engines, so that none takes what another refuses. */
import type { Aggregate, Find, Scalar, Where } from './read-store.js'
import { isListType, type ShapedColumn, type TableShape } from './table-shape.js'

/** Engines bind so many values at most. */
const mostListed = 10_000
const highestLimit = 500
const usualLimit = 50

/** @throws Error naming table and column when the condition does not fit the table */
export function requireWhere(table: TableShape, where: Where | undefined): void {
  if (!where) return
  if ('and' in where) for (const part of where.and) requireWhere(table, part)
  else if ('or' in where) for (const part of where.or) requireWhere(table, part)
  else if ('not' in where) requireWhere(table, where.not)
  else if ('words' in where) table.worded(where.column)
  else if ('has' in where) table.list(where.column)
  else requireComparison(table, where)
}

type Comparison = Extract<Where, { eq: unknown } | { in: unknown } | { prefix: unknown } | { below?: unknown }>

function requireComparison(table: TableShape, where: Comparison): void {
  const column = table.ordered(where.column)
  if ('eq' in where) table.requireScalar(column, where.eq)
  else if ('in' in where) requireListed(table, column, where.in)
  else if ('prefix' in where) {
    if (['integer', 'number', 'flag', 'instant'].includes(column.type))
      throw table.fault(column, 'is no text: "prefix" does not apply')
    table.requireScalar(column, where.prefix)
  } else {
    const { from, below, to } = where
    for (const [name, bound] of Object.entries({ from, below, to })) {
      if (bound === null) throw table.fault(column, `has a bound "${name}" of null: ask with eq`)
      if (bound !== undefined) table.requireScalar(column, bound)
    }
  }
}

function requireListed(table: TableShape, column: ShapedColumn, values: readonly Scalar[]): void {
  if (values.length > mostListed) throw table.fault(column, `is asked for more than ${mostListed} values at once`)
  for (const value of values) table.requireScalar(column, value)
}

/**
 * How many rows a page has.
 * @throws RangeError on a limit or a number of rows to skip out of bounds, Error when where, sort or columns do not fit the table
 */
export function pageSizeOf(table: TableShape, { where, sort, limit = usualLimit, skip = 0, columns }: Find): number {
  if (!Number.isInteger(skip) || skip < 0)
    throw new RangeError(`a page of table "${table.name}" begins behind some rows or none, not ${skip}`)
  if (!Number.isInteger(limit) || limit < 1 || limit > highestLimit)
    throw new RangeError(`a page of table "${table.name}" has 1 to ${highestLimit} rows, not ${limit}`)
  requireWhere(table, where)
  for (const { column } of sort ?? []) table.ordered(column)
  for (const name of columns ?? []) table.column(name)
  return limit
}

/** @throws Error when a column does not exist or cannot be computed with, or nothing is asked for */
export function requireAggregate(table: TableShape, { where, group, values }: Aggregate): void {
  requireWhere(table, where)
  const names = [...group, ...Object.keys(values)]
  if (names.length === 0) throw new Error(`the aggregate of table "${table.name}" asks for nothing`)
  const twice = names.find((name, at) => names.indexOf(name) !== at)
  if (twice) throw new Error(`the aggregate of table "${table.name}" gives "${twice}" twice`)
  for (const name of group) requireGrouping(table, name)
  for (const [name, value] of Object.entries(values)) requireComputing(table, name, value)
}

function requireGrouping(table: TableShape, name: string): ShapedColumn {
  const column = table.column(name)
  if (isListType(column.type)) throw table.fault(column, 'holds lists: it cannot be grouped by')
  return column
}

function requireComputing(table: TableShape, name: string, value: Aggregate['values'][string]): void {
  const { sum, count, distinct } = value
  const extreme = value.min ?? value.max
  if (count) return
  if (sum !== undefined) {
    const column = table.column(sum)
    if (column.type !== 'integer' && column.type !== 'number') throw table.fault(column, 'is not a number to sum')
  } else if (distinct !== undefined) requireGrouping(table, distinct)
  else if (extreme === undefined)
    throw new Error(`"${name}" of an aggregate of table "${table.name}" says nothing to compute`)
  // Smallest by which locale's order, and in which spelling, nobody asks and engines differ.
  else if (requireGrouping(table, extreme).type === 'text')
    throw table.fault(table.column(extreme), 'is text: min and max do not apply')
}
