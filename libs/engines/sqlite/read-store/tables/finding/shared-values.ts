/** Values that several rows have in a column of ids: counted in its side table alone, which is in their order. */
import type { AskedShared, SharedValue } from '#kernel'
import type { StoreFile } from '../../store-file.js'
import type { SqlTable } from '../table.js'
import { afterEverything } from './where.js'

/** @throws Error when the column holds no ids */
export function sharedValues(file: StoreFile, table: SqlTable, asked: AskedShared): SharedValue[] {
  table.shape.list(asked.column)
  return asked.beginnings.flatMap((beginning) => beginningSo(file, table, { ...asked, beginning }))
}

function beginningSo(
  file: StoreFile,
  table: SqlTable,
  { column, beginning, most }: AskedShared & { beginning: string },
): SharedValue[] {
  const list = table.listSql({ column: table.column(column) })
  const shared = `SELECT value FROM ${list} WHERE value >= ? AND value < ? GROUP BY value HAVING count(*) BETWEEN 2 AND ?`
  const text = `SELECT list.value, ${table.keySql} FROM (${shared}) shared
    CROSS JOIN ${list} list ON list.value = shared.value CROSS JOIN ${table.sql} ON ${table.rowSql} = list.row`
  const rows = file.all({ text, values: [beginning, beginning + afterEverything, most] })
  const found = Map.groupBy(rows, ([value]) => String(value))
  return [...found].map(([value, of]) => ({ value, keys: of.map(([, key]) => String(key)) }))
}
