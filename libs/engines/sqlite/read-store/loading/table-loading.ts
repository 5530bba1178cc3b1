/** What rebuilds do with the tables of a file that nobody reads yet: load them, take in shares of them, finish them. */
import type { Row, SharePlaces } from '#kernel'
import type { StoreFile } from '../store-file.js'
import type { TableCatalogue } from '../tables/catalogue.js'
import { absorb } from './absorb.js'
import { loadRows } from './bulk-load.js'
import { shareFilesOf } from './share-files.js'

export class TableLoading {
  constructor(
    private readonly file: StoreFile,
    private readonly catalogue: TableCatalogue,
  ) {}

  async load(table: string, rows: Iterable<Row>): Promise<void> {
    this.file.guard(() => loadRows(this.file, this.catalogue.loading(table), rows))
  }

  /** Where shares of these tables are folded: files of this one's kind, with some of them, not finished either. */
  sharePlaces(names: readonly string[]): SharePlaces {
    return shareFilesOf(this.file.path, (path) =>
      this.file.guard(() => {
        const tables = names.map((name) => this.catalogue.loading(name))
        absorb(this.file, path, tables)
      }),
    )
  }

  /** @throws Error when a loaded table holds a key twice */
  async finish(tables: readonly string[]): Promise<void> {
    this.file.guard(() => this.catalogue.finish(tables))
  }
}
