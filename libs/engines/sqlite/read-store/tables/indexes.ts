/**
 * The indexes of a table as SQLite holds them. One of columns that change with nearly every write of their row
 * is *trailing*: in an index of the table each change writes a page for the entry that goes, and since rows are
 * written in no order, hardly two of them share one. A trailing index is a side table to which entries are only
 * added; the row that an entry names tells whether it still holds, and those that do not are swept many at once.
 */
import { affinity, type SqlIndex, type SqlTable } from './table.js'

/** The row's key and number in an entry of a trailing index. */
const [ofKey, ofRow] = ['"~key"', '"~of"']

/** The value of an index's column in an entry. */
export const entryColumn = ({ sql }: SqlIndex, at: number): string => `${sql}."~${at}"`

/** The key of the row that an entry names. */
export const entryKey = ({ sql }: SqlIndex): string => `${sql}.${ofKey}`

/** The number of the row that an entry names. */
export const entryRow = ({ sql }: SqlIndex): string => `${sql}.${ofRow}`

/** Whether the row that an entry of a trailing index names is still as the entry says. */
export function entryHolds(table: SqlTable, index: SqlIndex): string {
  const same = index.columns.map((column, at) => `${table.sql}.${column.order} = ${entryColumn(index, at)}`)
  return [`${table.rowSql} = ${entryRow(index)}`, `${table.keySql} = ${entryKey(index)}`, ...same].join(' AND ')
}

/** The columns of an entry, in the order of its primary key and then the row. */
export const entryColumns = ({ columns }: SqlIndex): string[] => [...columns.map((_, at) => `"~${at}"`), ofKey, ofRow]

/** SQL that makes an index. */
export function creationOf(table: SqlTable, index: SqlIndex): string {
  const { columns, sql, isTrailing } = index
  if (!isTrailing) {
    const orders = columns.map(({ order }) => order)
    return `CREATE INDEX IF NOT EXISTS ${sql} ON ${table.sql} (${[...orders, 'key'].join(', ')})`
  }
  const names = entryColumns(index)
  const types = [...columns.map(({ type }) => affinity(type)), 'TEXT', 'INTEGER']
  const declared = names.map((name, at) => `${name} ${types[at]} NOT NULL`)
  return `CREATE TABLE ${sql} (${declared.join(', ')}, PRIMARY KEY (${names.slice(0, -1).join(', ')})) WITHOUT ROWID`
}

/** SQL that fills a trailing index from its table. */
export function fillingOf(table: SqlTable, { columns, sql }: SqlIndex): string {
  const values = [...columns.map(({ order }) => order), 'key', '"~row"']
  const order = values.slice(0, -1).join(', ')
  return `INSERT INTO ${sql} SELECT ${values.join(', ')} FROM ${table.sql} ORDER BY ${order}`
}
