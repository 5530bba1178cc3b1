/** Additions to a table of sums, inside the transaction of whoever calls. */
import type { StatementSync } from 'node:sqlite'
import type { Row, Scalar } from '#kernel'
import { insertSql, insertValues } from './row-values.js'
import type { SqlValue, StoreFile } from './store-file.js'
import type { SqlTable } from './table.js'

export class SumWriter {
  readonly #add: StatementSync
  /** Reused for every addition. */
  readonly #values: SqlValue[] = []

  /** @throws Error when the table declares no sums */
  constructor(
    file: StoreFile,
    readonly table: SqlTable,
  ) {
    this.#add = file.prepare(addSql(table))
  }

  /** Adds to the sums of the row with the same other columns. */
  add(columns: Readonly<Record<string, Scalar>>): void {
    this.#add.run(...insertValues(this.table, { columns: columns as Row['columns'] }, this.#values))
  }
}

function addSql(table: SqlTable): string {
  const { keyColumns, spec } = table
  if (!keyColumns || !spec.sums) throw new Error(`table "${table.name}" declares no sums to add to`)
  const added = spec.sums.map((name) => table.column(name).sql).map((sql) => `${sql} = ${sql} + excluded.${sql}`)
  const key = keyColumns.map(({ sql }) => sql).join(', ')
  return `${insertSql(table)} ON CONFLICT (${key}) DO UPDATE SET ${added.join(', ')}`
}
