/**
 * The read models in a database of MongoDB. Changes go one after the other, each in a transaction with the claim of
 * whoever writes and the checkpoint, which has to be where this store has left it.
 */
import {
  type Checkpoint,
  type Contributions,
  type Filings,
  type FollowProgress,
  type Lease,
  type Part,
  type ProgressStep,
  type ReadStore,
  type Row,
  SerialQueue,
  type SharePlaces,
  type StoreReads,
  type TableSpec,
  type Write,
} from '#kernel'
import { Arrivals } from '../../embedded/arrivals.js'
import { type ConnectionOptions, MongoConnection } from '../mongo-connection.js'
import { removeParts } from './contributions.js'
import { LoadedFilings } from './loading/filings.js'
import { insertRows } from './loading/rows.js'
import { shareDatabasesOf } from './loading/share-databases.js'
import { inMoment, type Questions, questionsTo } from './questions.js'
import type { ReadParts } from './read-parts.js'
import { MongoReads } from './reads.js'
import { prepareStore } from './settings.js'
import { MongoCatalogue } from './tables/catalogue.js'
import { StoreChanges, type WriteInto } from './writing/changes.js'
import { follow } from './writing/progress.js'
import { ServerNews } from './writing/server-news.js'
import { Transactions } from './writing/transactions.js'

export interface MongoReadStoreOptions extends ConnectionOptions {
  /** Of the server. */
  url: string
  /** The database, as its generation names it. */
  place: string
  readOnly?: boolean
  /** BCP 47; fixed when the store is made, from then on read from it. `en` unless told. */
  locale?: string
  /** Of the group whose read models it holds; a database of another is refused. */
  identity?: string
}

/** @throws EnginesRefused, ReadStoreRefused when the server cannot be used, or the database is of another format, locale or group */
export async function openMongoReadStore(options: MongoReadStoreOptions): Promise<MongoReadStore> {
  const connection = await MongoConnection.open(options.url, options)
  try {
    const { locale } = await connection.asking(() => prepareStore(connection.db(options.place), options))
    return new MongoReadStore(connection, { ...options, locale })
  } catch (error) {
    await connection.close()
    throw error
  }
}

export class MongoReadStore extends MongoReads implements ReadStore {
  override readonly contributions: Contributions
  override readonly filings: Filings
  readonly #parts: ReadParts
  readonly #connection: MongoConnection
  readonly #place: string
  readonly #turns = new SerialQueue()
  readonly #moments = new Set<Promise<unknown>>()
  readonly #arrivals = new Arrivals()
  readonly #transactions: Transactions
  readonly #news: ServerNews
  readonly #following = new Set<Promise<unknown>>()
  #isOpen = true

  constructor(connection: MongoConnection, options: MongoReadStoreOptions & { locale: string }) {
    const { place, locale } = options
    const db = connection.db(place)
    const transactions = new Transactions(connection, place)
    const parts: ReadParts = {
      questions: questionsTo(connection, db),
      catalogue: new MongoCatalogue(db, locale, (question) => connection.asking(question)),
      remembered: transactions.remembered,
    }
    super(parts)
    this.#parts = parts
    this.#connection = connection
    this.#place = place
    this.#transactions = transactions
    this.#news = new ServerNews(db, { arrivals: this.#arrivals, patience: connection.patience })
    const asked = new MongoReads(parts)
    this.contributions = {
      heads: (metric) => asked.contributions.heads(metric),
      read: (ids, piece) => asked.contributions.read(ids, piece),
      replace: (ids, by) => this.#replace(ids, by),
    }
    this.filings = new LoadedFilings(parts.questions, transactions.named)
  }

  async moment<T>(work: (reads: StoreReads) => Promise<T>): Promise<T> {
    const { questions, catalogue } = this.#parts
    const moment = inMoment(this.#connection, questions.db, (own) =>
      work(new MongoReads({ catalogue, questions: own })),
    )
    this.#moments.add(moment)
    try {
      return await moment
    } finally {
      this.#moments.delete(moment)
    }
  }

  declare(tables: readonly TableSpec[], options: { unindexed?: boolean } = {}): Promise<void> {
    return this.#changingTables((catalogue) => catalogue.declare(tables, !options.unindexed))
  }

  claim(lease: Lease): Promise<void> {
    return this.#turns.take(async () => {
      await this.#transactions.claim(lease)
      // Whoever claims does nothing but write.
      this.#connection.patience.lastForEver()
    })
  }

  async write(writes: readonly Write[], checkpoint?: Checkpoint): Promise<void> {
    await this.#turns.take(async () =>
      this.#transactions.change(await StoreChanges.of(this.#into, writes), { checkpoint }),
    )
    if (checkpoint) this.#arrivals.announce()
  }

  progress(following: FollowProgress): AsyncIterable<ProgressStep> {
    return follow(this.#followed, following, { arrivals: this.#arrivals, news: this.#news, isOpen: () => this.#isOpen })
  }

  /** Tells those who follow that something was written elsewhere, so that they need not wait for their next look. */
  notify(): void {
    this.#arrivals.announce()
  }

  bulkLoad(name: string, rows: Iterable<Row>): Promise<void> {
    this.#transactions.remembered.forget()
    return insertRows(this.#parts.catalogue, name, rows)
  }

  /** Where shares of these tables, which are being loaded, are folded; none of them is finished either. */
  sharePlaces(tables: readonly string[]): SharePlaces {
    const append = (parts: readonly Part[]) => this.write(parts.map((part) => ({ append: part })))
    const { catalogue } = this.#parts
    return shareDatabasesOf({ connection: this.#connection, place: this.#place, catalogue, append }, tables)
  }

  finishLoad(tables: readonly string[]): Promise<void> {
    return this.#changingTables((catalogue) => catalogue.finish(tables))
  }

  drop(tables: readonly string[]): Promise<void> {
    return this.#changingTables((catalogue) => catalogue.drop(tables))
  }

  tables(): Promise<string[]> {
    return this.#parts.catalogue.names()
  }

  /** Whatever was done of it before the server went away is found done when it is asked again. */
  #changingTables(change: (catalogue: MongoCatalogue) => Promise<void>): Promise<void> {
    const { catalogue, remembered } = this.#parts
    remembered?.forget()
    return this.#turns.take(() => this.#connection.asking(() => change(catalogue)))
  }

  async close(): Promise<void> {
    this.#connection.patience.end()
    const untold = this.#news.close()
    await this.#turns.idle()
    await Promise.allSettled(this.#moments)
    this.#isOpen = false
    this.#arrivals.announce()
    await untold
    await Promise.allSettled(this.#following)
    await this.#connection.close()
  }

  #replace(ids: readonly number[], by: readonly Part[]): Promise<void> {
    const { questions } = this.#parts
    return this.#turns.take(async () => {
      if (by.length === 0) throw new Error('contributions are replaced by nothing')
      const writes = by.map((append) => ({ append }))
      const changes = await StoreChanges.of(this.#into, writes)
      await this.#transactions.change(changes, { first: (session) => removeParts(questions.db, ids, session) })
    })
  }

  /** Questions of those who follow, which the end of the store waits for. */
  get #followed(): Questions {
    const { questions } = this.#parts
    return {
      ...questions,
      put: async (question) => {
        const asked = questions.put(question)
        this.#following.add(asked)
        try {
          return await asked
        } finally {
          this.#following.delete(asked)
        }
      },
    }
  }

  get #into(): WriteInto {
    const { catalogue } = this.#parts
    return { connection: this.#connection, place: this.#place, catalogue, named: this.#transactions.named }
  }
}
