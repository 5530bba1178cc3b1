/**
 * The read models in a database of MongoDB. Changes go one after the other, each in a transaction with the claim of
 * whoever writes and the checkpoint, which has to be where this store has left it.
 */
import type { AnyClientBulkWriteModel, ClientSession, Document } from 'mongodb'
import {
  type Checkpoint,
  type Contributions,
  type Filings,
  type FollowProgress,
  type Lease,
  LeaseLost,
  type Part,
  type Position,
  type ProgressStep,
  type ReadStore,
  ReadStoreRefused,
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
import { NamedPartitions } from './filings/named-partitions.js'
import { LoadedFilings } from './loading/filings.js'
import { insertRows } from './loading/rows.js'
import { shareDatabasesOf } from './loading/share-databases.js'
import { inMoment, type Questions, questionsTo } from './questions.js'
import { MongoReads, type ReadParts } from './reads.js'
import { prepareStore } from './settings.js'
import { MongoCatalogue } from './tables/catalogue.js'
import { StoreChanges, type WriteInto } from './writing/changes.js'
import { type Reached, reachedAt } from './writing/checkpoints.js'
import { Claims } from './writing/claims.js'
import { advancing, follow } from './writing/progress.js'
import { ServerNews } from './writing/server-news.js'
import { readStanding, type Standing } from './writing/standing.js'
import { Writer } from './writing/writer.js'

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
  readonly #claims: Claims
  readonly #turns = new SerialQueue()
  readonly #moments = new Set<Promise<unknown>>()
  readonly #arrivals = new Arrivals()
  /** Where this store has left each checkpoint. */
  readonly #left = new Map<string, Position>()
  readonly #named = new NamedPartitions()
  readonly #writer = new Writer()
  readonly #news: ServerNews
  readonly #following = new Set<Promise<unknown>>()
  #isOpen = true

  constructor(connection: MongoConnection, options: MongoReadStoreOptions & { locale: string }) {
    const { place, locale } = options
    const db = connection.db(place)
    const parts: ReadParts = {
      questions: questionsTo(connection, db),
      catalogue: new MongoCatalogue(db, locale, (question) => connection.asking(question)),
    }
    super(parts)
    this.#parts = parts
    this.#connection = connection
    this.#place = place
    this.#claims = new Claims(connection, place)
    this.#news = new ServerNews(db, { arrivals: this.#arrivals, patience: connection.patience })
    const asked = new MongoReads(parts)
    this.contributions = {
      heads: (metric) => asked.contributions.heads(metric),
      read: (ids, piece) => asked.contributions.read(ids, piece),
      replace: (ids, by) => this.#replace(ids, by),
    }
    this.filings = new LoadedFilings(parts.questions)
  }

  async moment<T>(work: (reads: StoreReads) => Promise<T>): Promise<T> {
    const { questions, ...parts } = this.#parts
    const moment = inMoment(this.#connection, questions.db, (own) => work(new MongoReads({ ...parts, questions: own })))
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
      await this.#connection.asking(() => this.#claims.claim(lease))
      // Whoever claims does nothing but write.
      this.#connection.patience.lastForEver()
      // Others may have moved them meanwhile.
      this.#left.clear()
      this.#named.forget()
    })
  }

  async write(writes: readonly Write[], checkpoint?: Checkpoint): Promise<void> {
    await this.#turns.take(async () => {
      const changes = await StoreChanges.of(this.#into, writes)
      await this.#changing(changes, {
        checkpoints: checkpoint ? [checkpoint.name] : [],
        more: (standing) => this.#advanced(checkpoint, standing),
      })
      this.#named.add(changes.partitions)
      if (checkpoint) this.#left.set(checkpoint.name, checkpoint.position)
    })
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
    const { catalogue } = this.#parts
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
      await this.#changing(changes, { first: (session) => removeParts(questions.db, ids, session) })
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
    return { connection: this.#connection, place: this.#place, catalogue, named: this.#named }
  }

  /** @throws LeaseLost where somebody else has claimed it since */
  async #changing(changes: StoreChanges, { checkpoints = [], first, more }: Changing): Promise<void> {
    const { db } = this.#parts.questions
    const asked = { ...changes.asked, claims: this.#claims.names, checkpoints, writers: [this.#writer.id] }
    const turn = this.#writer.next()
    const write = async (session: ClientSession) => {
      const standing = await readStanding({ db, session }, asked)
      const held = this.#claims.held(standing.claims)
      if (this.#writer.hasDone(turn, standing)) return
      await first?.(session)
      const models = [...held, ...changes.models(standing), ...(more?.(standing) ?? [])]
      await this.#connection.bulkWrite([...models, this.#writer.marking(db, turn)], session)
    }
    try {
      await this.#connection.asking(() => this.#connection.transaction(write))
    } catch (error) {
      // Where it was left is no longer there, perhaps with what was written on the way.
      this.#named.forget()
      throw error
    }
  }

  #advanced(checkpoint: Checkpoint | undefined, standing: Standing) {
    if (!checkpoint) return []
    const before = standing.checkpoints.get(checkpoint.name) ?? reachedAt()
    this.#requireLeft(checkpoint.name, before)
    return advancing(this.#parts.questions.db, checkpoint, before)
  }

  /** @throws LeaseLost where a checkpoint is not where this store has left it: somebody else has moved it, or a fail-over taken it back */
  #requireLeft(name: string, { position }: Reached): void {
    const left = this.#left.get(name)
    if (left === undefined || left === position) return
    if (this.#claims.name !== undefined) throw new LeaseLost(this.#claims.name)
    throw new ReadStoreRefused(`the checkpoint ${name} of the read models was moved by another process.`)
  }
}

/** What is done in a transaction beside changes. */
interface Changing {
  /** That the changes are told of. */
  checkpoints?: readonly string[]
  /** Before anything else is written. */
  first?(session: ClientSession): Promise<void>
  /** What else is written. */
  more?(standing: Standing): AnyClientBulkWriteModel<Document>[]
}
