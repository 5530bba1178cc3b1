/**
 * What waits to be put into blocks: one packed value per write, with the contributions of all metrics
 * that it made, so that an event costs one row however many it counts in.
 */
import { type Part, storedPosition } from '#kernel'
import { Extent } from './block.js'
import { type Counted, causeOf, codedColumns } from './counted.js'

type Cell = string | number | null | Record<string, string>

export function tailOf(rows: readonly Counted[]): Part {
  const columns = Buffer.from(JSON.stringify(rows.map(cellsOf)))
  const extent = new Extent()
  for (const row of rows) extent.add(row)
  return { metric: null, count: rows.length, ...extent.told, columns, origins: null }
}

export function rowsOfTail(columns: Uint8Array): Counted[] {
  return (JSON.parse(Buffer.from(columns).toString()) as Cell[][]).map(rowOf)
}

/** In one order, without the absent ones at the end. */
function cellsOf(row: Counted): Cell[] {
  const numbers = [causeOf(row), row.value, row.whole, row.length ?? null]
  const cells: Cell[] = [row.metric, row.entity, row.partition, row.day, ...numbers, { ...row.of }]
  for (const name of codedColumns) cells.push(row[name] ?? null)
  cells.push(row.amount ?? null)
  while (cells.at(-1) === null) cells.pop()
  return cells
}

function rowOf([metric, entity, partition, day, cause, value, whole, length, of, ...coded]: Cell[]): Counted {
  const row: Counted = {
    metric: String(metric),
    of: of as Record<string, string>,
    entity: String(entity),
    partition: String(partition),
    day: String(day),
    value: Number(value),
    whole: Number(whole),
    cause: { position: storedPosition(cause) },
  }
  if (typeof length === 'number') row.length = length
  const amount = coded[codedColumns.length]
  if (typeof amount === 'number') row.amount = amount
  for (const [at, name] of codedColumns.entries()) {
    const value = coded[at]
    if (typeof value === 'string') row[name] = value
  }
  return row
}
