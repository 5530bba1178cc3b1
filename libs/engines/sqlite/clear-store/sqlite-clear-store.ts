/**
 * Plaintext in one SQLite file, apart from the read models: the ClearStore of whoever answers questions. As with
 * those, every promise is settled before it is returned.
 */
import { basename } from 'node:path'
import type {
  AskedShared,
  ClearReads,
  ClearStore,
  ClearWrite,
  Lasting,
  Position,
  Row,
  SharedValue,
  SharePlaces,
  TableSpec,
} from '#kernel'
import { Arrivals } from '../../embedded/arrivals.js'
import { TableLoading } from '../read-store/loading/table-loading.js'
import { Moments } from '../read-store/moments.js'
import { SqliteRows } from '../read-store/rows.js'
import { StoreFile } from '../read-store/store-file.js'
import { TableCatalogue } from '../read-store/tables/catalogue.js'
import { sharedValues } from '../read-store/tables/finding/shared-values.js'
import { RowWriters } from '../read-store/tables/row-writers.js'

export interface SqliteClearStoreOptions {
  file: string
  /** By which everybody knows it: what the file is called, unless told. */
  name?: string
  readOnly?: boolean
  /** BCP 47; fixed when the file is made, from then on read from it. `en` unless told. */
  locale?: string
  /** Of the group whose plaintext it holds; a file of another is refused. */
  identity?: string
}

/** The name under which a file keeps how far it is. */
const followed = 'plaintext'
/** So long at most is everything else held up while a reader is in the way. */
const sweepMs = 50

/** @throws ReadStoreRefused when the file is none of ours, of another version, group or locale, or cannot be opened */
export function openSqliteClearStore(options: SqliteClearStoreOptions): SqliteClearStore {
  const { file, name = basename(file), readOnly = false, locale, identity } = options
  const opened = new StoreFile(file, { readOnly, kind: 'plaintext' })
  try {
    if (identity !== undefined) opened.requireIdentity(identity)
    return new SqliteClearStore(opened, { name, readOnly, locale })
  } catch (error) {
    opened.db.close()
    throw error
  }
}

class SqliteClearReads extends SqliteRows implements ClearReads {
  async shared(table: string, asked: AskedShared): Promise<SharedValue[]> {
    return this.file.guard(() => sharedValues(this.file, this.catalogue.ready(table), asked))
  }

  async position(): Promise<Position> {
    return this.checkpoint(followed)
  }
}

export class SqliteClearStore extends SqliteClearReads implements ClearStore {
  /** By which everybody knows it. */
  readonly name: string
  readonly #rows: RowWriters
  readonly #loading: TableLoading
  readonly #moments: Moments<ClearReads>
  readonly #arrivals = new Arrivals()
  readonly #readOnly: boolean

  constructor(file: StoreFile, options: { name: string; readOnly: boolean; locale: string | undefined }) {
    super(
      file,
      file.guard(() => new TableCatalogue(file, options)),
    )
    this.name = options.name
    this.#readOnly = options.readOnly
    this.#rows = new RowWriters(file, this.catalogue)
    this.#loading = new TableLoading(file, this.catalogue)
    this.#moments = new Moments<ClearReads>(file, (own, tables) => new SqliteClearReads(own, tables))
  }

  moment<T>(work: (reads: ClearReads) => Promise<T>, lasting?: Lasting): Promise<T> {
    return this.#moments.take(work, lasting)
  }

  async declare(tables: readonly TableSpec[], options: { unindexed?: boolean } = {}): Promise<void> {
    const { unindexed = false } = options
    if (!this.file.guard(() => this.catalogue.holds(tables))) await this.beginAnew()
    this.file.guard(() => this.catalogue.declare(tables, unindexed))
  }

  async write(writes: readonly ClearWrite[], position: Position): Promise<void> {
    this.file.guard(() =>
      this.file.transaction(() => {
        for (const write of writes) this.#rows.apply(write)
        this.checkpoints.keep({ name: followed, position })
      }),
    )
    this.notify()
  }

  async *progress({ after, signal }: { after: Position; signal: AbortSignal }): AsyncGenerator<Position> {
    const following = { name: followed, after, signal }
    const steps = this.checkpoints.follow(following, { arrivals: this.#arrivals, polls: this.#readOnly })
    for await (const { position } of steps) yield position
  }

  /** Tells those who follow that another connection has written. */
  notify(): void {
    this.#arrivals.announce()
  }

  bulkLoad(table: string, rows: Iterable<Row>): Promise<void> {
    return this.#loading.load(table, rows)
  }

  sharePlaces(tables: readonly string[]): SharePlaces {
    return this.#loading.sharePlaces(tables)
  }

  finishLoad(tables: readonly string[]): Promise<void> {
    return this.#loading.finish(tables)
  }

  /** Rewrites the tables, so it takes as long as loading them. */
  async forget(named: readonly string[]): Promise<number> {
    return this.file.guard(() => {
      let forgotten = 0
      for (const table of this.catalogue.names()) forgotten += this.catalogue.rewriteWithout(table, named)
      return forgotten
    })
  }

  /** What was removed is still in the write-ahead log, until that is emptied. */
  async sweep(): Promise<boolean> {
    return this.file.guard(() => this.file.truncateLog(sweepMs))
  }

  async beginAnew(): Promise<void> {
    this.#rows.clear()
    this.file.guard(() => {
      this.catalogue.drop(this.catalogue.names())
      this.file.transaction(() => this.checkpoints.keep({ name: followed, position: 0 }))
      this.file.truncateLog(sweepMs)
    })
  }

  async close(): Promise<void> {
    await this.#moments.close()
    this.file.close()
    this.notify()
  }
}
