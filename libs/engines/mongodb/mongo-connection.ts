/**
 * A connection to MongoDB, with what all of its adapters need of it: a server that has transactions, reads that see
 * what this process was told before, and transactions that begin again where another came in between.
 */
import {
  type AnyClientBulkWriteModel,
  type ClientSession,
  type Db,
  type Document,
  MongoClient,
  MongoClientBulkWriteError,
  MongoError,
  type Timestamp,
  type TransactionOptions,
} from 'mongodb'
import { EnginesRefused, ReadStoreRefused } from '#kernel'
import { Patience } from './patience.js'

/** Acknowledged by most members and in their journals: for what nothing derives anew. */
export const durable = { w: 'majority', journal: true } as const
/** What a fail-over takes back, it takes back together, and the checkpoint with it. */
export const derived = { w: 1 } as const

export interface ConnectionOptions {
  /** How long a server is waited for; 10 s unless told. */
  connectMs?: number
  /** That the URL was given in, for what is said of it. */
  setting?: string
  /** Given the client once it is made: tells of every command. */
  watch?: (client: MongoClient) => void
}

const usualConnectMs = 10_000
const usualSetting = 'READ_STORE_URL'
/** MongoDB 8.0: the first whose bulk writes reach over several collections. */
const oldestWireVersion = 25
const named = /^[A-Za-z0-9_-]{1,40}$/

export class MongoConnection {
  /** What was acknowledged or read last: a transaction sees no less. */
  private seen: Timestamp | undefined
  private isOpen = true
  private readonly endings = new Set<Promise<void>>()
  /** With a server that is away. */
  readonly patience = new Patience(() => this.revived())

  private constructor(
    readonly client: MongoClient,
    /** The database of the URL: what is not of one generation stands in it, those are named after it. */
    readonly database: string,
  ) {}

  /**
   * @param url `mongodb://…/<database>`; its options are the driver's
   * @throws EnginesRefused when it is no such URL, or the server is too old or stands alone; ReadStoreRefused when none answers
   */
  static async open(url: string, options: ConnectionOptions = {}): Promise<MongoConnection> {
    const { setting = usualSetting } = options
    const client = clientOf(url, options)
    try {
      const connection = new MongoConnection(client, databaseOf(client, setting))
      await client.connect()
      requireServer(await client.db('admin').command({ hello: 1 }), setting)
      return connection
    } catch (error) {
      await client.close()
      if (error instanceof EnginesRefused) throw error
      throw new ReadStoreRefused(`no MongoDB server of ${setting} answers, or it refuses whom the URL names.`, {
        cause: error,
      })
    }
  }

  /** A question that is asked again while the server is away. @throws ReadStoreRefused where it does not come back in time */
  asking<T>(question: () => Promise<T>): Promise<T> {
    return this.patience.asking(question)
  }

  db(place: string): Db {
    return this.client.db(place)
  }

  /** Work in a session of its own, which sees what this connection has seen. */
  async session<T>(work: (session: ClientSession) => Promise<T>): Promise<T> {
    const session = this.client.startSession({ causalConsistency: true })
    if (this.seen) session.advanceOperationTime(this.seen)
    try {
      return await work(session)
    } finally {
      this.note(session.operationTime)
      await session.endSession()
    }
  }

  /**
   * Work that reads, all of one moment: in a transaction of which nothing is left to commit. Nobody waits for the server to
   * be told of its end.
   */
  async reading<T>(work: (session: ClientSession) => Promise<T>): Promise<T> {
    const session = this.client.startSession({ causalConsistency: true })
    if (this.seen) session.advanceOperationTime(this.seen)
    session.startTransaction({ readConcern: { level: 'snapshot' }, readPreference: 'primary' })
    try {
      return await work(session)
    } finally {
      this.note(session.operationTime)
      // Ends what goes on in it; where the server does not hear of that, it gives the transaction up itself.
      const ended = () => void this.endings.delete(ending)
      const ending = session.endSession().then(ended, ended)
      this.endings.add(ending)
    }
  }

  /** All of it or nothing; done again from the start where another transaction was faster. */
  transaction<T>(work: (session: ClientSession) => Promise<T>, writeConcern = derived as WriteConcern): Promise<T> {
    const options: TransactionOptions = { readConcern: { level: 'snapshot' }, writeConcern, readPreference: 'primary' }
    return this.session((session) => session.withTransaction(() => work(session), options))
  }

  /**
   * Writes to several collections at once, in a transaction.
   * @returns how many updates have found what they change, or put it where it was missing
   */
  async bulkWrite(models: readonly AnyClientBulkWriteModel<Document>[], session: ClientSession): Promise<number> {
    try {
      const { matchedCount, upsertedCount } = await this.client.bulkWrite(models, { session, ordered: true })
      return matchedCount + upsertedCount
    } catch (error) {
      throw error instanceof MongoClientBulkWriteError ? asOfOne(error) : error
    }
  }

  async close(): Promise<void> {
    if (!this.isOpen) return
    this.isOpen = false
    this.patience.end()
    await Promise.allSettled(this.endings)
    await this.client.close()
  }

  private async revived(): Promise<void> {
    await this.client.close()
    await this.client.connect()
  }

  private note(time: Timestamp | undefined): void {
    if (time && (!this.seen || time.greaterThan(this.seen))) this.seen = time
  }
}

const keyTaken = 11_000
const writeConflict = 112

/** Whether a key stands there already. */
export const isKeyTaken = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === keyTaken

/** What went wrong with many writes as it is said of one, by which a transaction knows whether to begin again. */
function asOfOne(error: MongoClientBulkWriteError): Error {
  if (error.cause instanceof MongoError) return error.cause
  const codes = [...error.writeErrors.values()].map(({ code }) => code)
  if (codes.includes(writeConflict)) error.addErrorLabel('TransientTransactionError')
  return codes.includes(keyTaken) ? Object.assign(error, { code: keyTaken }) : error
}

type WriteConcern = typeof durable | typeof derived

function clientOf(
  url: string,
  { connectMs = usualConnectMs, setting = usualSetting, watch }: ConnectionOptions,
): MongoClient {
  const usual = { appName: 'kumppani', readPreference: 'primary' } as const
  try {
    const client = new MongoClient(url, {
      ...usual,
      serverSelectionTimeoutMS: connectMs,
      monitorCommands: Boolean(watch),
    })
    watch?.(client)
    return client
  } catch {
    // The driver's words may repeat the URL, which may carry a password.
    throw new EnginesRefused('badSetting', `${setting} is no URL that MongoDB knows`)
  }
}

function databaseOf(client: MongoClient, setting: string): string {
  const name = client.options.dbName
  if (named.test(name)) return name
  throw new EnginesRefused(
    'badSetting',
    `${setting} names no database that can be used: letters, digits, - and _, at most 40`,
  )
}

function requireServer(hello: Record<string, unknown>, setting: string): void {
  const isSharded = hello.msg === 'isdbgrid'
  if (!hello.setName && !isSharded)
    throw new EnginesRefused(
      'badSetting',
      `the MongoDB server of ${setting} stands alone, and so has no transactions: make it a replica set, of one member will do`,
    )
  if (Number(hello.maxWireVersion) < oldestWireVersion)
    throw new EnginesRefused('badSetting', `the MongoDB server of ${setting} is too old: it takes 8.0 or later`)
}
