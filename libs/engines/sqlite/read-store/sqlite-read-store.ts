/**
 * The read models in one SQLite file: the ReadStore of a single machine. `node:sqlite` works on the
 * calling thread, so every promise here is settled before it is returned; heavy queries belong on a
 * thread of their own with a read-only store.
 */
import type {
  Checkpoint,
  FollowProgress,
  Lasting,
  Lease,
  ProgressStep,
  ReadStore,
  Row,
  SharePlaces,
  StoreReads,
  TableSpec,
  Write,
} from '#kernel'
import { Arrivals } from '../../embedded/arrivals.js'
import { claimFile } from './claims.js'
import { SqliteContributions } from './contributions.js'
import { type EventsBeside, SqliteFilings } from './filings/filings.js'
import { TableLoading } from './loading/table-loading.js'
import { Moments } from './moments.js'
import { SqliteReads } from './reads.js'
import { StoreFile } from './store-file.js'
import { TableCatalogue } from './tables/catalogue.js'
import { RowWriters } from './tables/row-writers.js'

export interface SqliteReadStoreOptions {
  file: string
  readOnly?: boolean
  /** BCP 47; fixed when the file is made, from then on read from it. `en` unless told. */
  locale?: string
  /** Of the group whose read models it holds; a file of another is refused. */
  identity?: string
  /** The log beside it, whose events are filed here; without it no history can be read. */
  log?: EventsBeside
}

/** @throws ReadStoreRefused when the file is none of ours, of another version or locale, or cannot be opened */
export function openSqliteReadStore(options: SqliteReadStoreOptions): SqliteReadStore {
  const { file, readOnly = false, locale, identity, log } = options
  const opened = new StoreFile(file, { readOnly })
  try {
    if (identity !== undefined) opened.requireIdentity(identity)
    return new SqliteReadStore(opened, { readOnly, locale, log })
  } catch (error) {
    opened.db.close()
    throw error
  }
}

export class SqliteReadStore extends SqliteReads implements ReadStore {
  readonly #rows: RowWriters
  readonly #loading: TableLoading
  readonly #filings: SqliteFilings
  readonly #moments: Moments<StoreReads>
  readonly #arrivals = new Arrivals()
  readonly #readOnly: boolean

  constructor(
    file: StoreFile,
    options: { readOnly: boolean; locale: string | undefined; log: EventsBeside | undefined },
  ) {
    const { readOnly, log } = options
    const catalogue = file.guard(() => new TableCatalogue(file, options))
    const filings = file.guard(() => new SqliteFilings(file, options))
    super({ file, catalogue, filings, contributions: file.guard(() => new SqliteContributions(file, options)) })
    this.#filings = filings
    this.#readOnly = readOnly
    this.#rows = new RowWriters(file, catalogue)
    this.#loading = new TableLoading(file, catalogue)
    this.#moments = new Moments<StoreReads>(file, (own, tables) => {
      const parts = { readOnly: true, log }
      const [filed, contributions] = [new SqliteFilings(own, parts), new SqliteContributions(own, parts)]
      return new SqliteReads({ file: own, catalogue: tables, filings: filed, contributions })
    })
  }

  moment<T>(work: (reads: StoreReads) => Promise<T>, lasting?: Lasting): Promise<T> {
    return this.#moments.take(work, lasting)
  }

  async declare(tables: readonly TableSpec[], options: { unindexed?: boolean } = {}): Promise<void> {
    this.file.guard(() => this.catalogue.declare(tables, options.unindexed ?? false))
  }

  async claim(lease: Lease): Promise<void> {
    this.file.guard(() => claimFile(this.file, lease))
  }

  async write(writes: readonly Write[], checkpoint?: Checkpoint): Promise<void> {
    this.file.guard(() => {
      try {
        this.file.transaction(() => {
          for (const write of writes) this.#apply(write)
          if (checkpoint) this.checkpoints.keep(checkpoint)
        })
      } catch (error) {
        this.#filings.rolledBack()
        throw error
      }
    })
    if (checkpoint) this.notify()
  }

  progress(following: FollowProgress): AsyncIterable<ProgressStep> {
    return this.checkpoints.follow(following, { arrivals: this.#arrivals, polls: this.#readOnly })
  }

  /** Tells those who follow that another connection has written, so that they need not wait for their next look. */
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

  async drop(tables: readonly string[]): Promise<void> {
    this.#rows.clear()
    this.file.guard(() => this.catalogue.drop(tables))
  }

  async tables(): Promise<string[]> {
    return this.file.guard(() => this.catalogue.names())
  }

  async close(): Promise<void> {
    await this.#moments.close()
    this.file.close()
    this.notify()
  }

  #apply(write: Write): void {
    if ('append' in write) this.contributions.append(write.append)
    else if ('file' in write) for (const row of write.file.rows) this.#filings.put(row)
    else this.#rows.apply(write)
  }
}
