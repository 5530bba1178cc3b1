/**
 * Rows into a table that nobody reads yet. Without any index they are appended one after the other;
 * building the indexes at the end sorts them once, instead of writing a random page per row and index.
 */
import type { Row } from '#kernel'
import type { SqlValue, StoreFile } from '../store-file.js'
import { insertSql, insertValues } from '../tables/row-values.js'
import type { SqlTable } from '../tables/table.js'

/** Rows per transaction: bounds the write-ahead log. */
const chunk = 10_000

export function loadRows(file: StoreFile, table: SqlTable, rows: Iterable<Row>): void {
  const iterator = rows[Symbol.iterator]()
  let more = true
  while (more) more = file.transaction(() => loadChunk(file, table, iterator))
}

/** Whether there may be more. */
function loadChunk(file: StoreFile, table: SqlTable, rows: Iterator<Row>): boolean {
  const insert = file.prepare(insertSql(table))
  const values: SqlValue[] = []
  for (let count = 0; count < chunk; count++) {
    const { done, value: row } = rows.next()
    if (done) return false
    insert.run(...insertValues(table, row, values))
  }
  return true
}
