/** Changes to the rows of any table of a file, inside the transaction of whoever calls. */
import type { ClearWrite } from '#kernel'
import type { StoreFile } from '../store-file.js'
import type { TableCatalogue } from './catalogue.js'
import type { SqlTable } from './table.js'
import { TableWriter } from './table-writer.js'

export class RowWriters {
  readonly #writers = new Map<SqlTable, TableWriter>()

  constructor(
    private readonly file: StoreFile,
    private readonly catalogue: TableCatalogue,
  ) {}

  apply(write: ClearWrite): void {
    const writer = this.#writerOf(write.table)
    if ('put' in write) writer.put(write.put)
    else writer.remove(write.remove, write.position)
  }

  /** After tables were removed. */
  clear(): void {
    this.#writers.clear()
  }

  #writerOf(name: string): TableWriter {
    const table = this.catalogue.ready(name)
    const writer = this.#writers.get(table) ?? new TableWriter(this.file, table)
    this.#writers.set(table, writer)
    return writer
  }
}
