/**
 * Entries of the access log in MongoDB: a document each, kept by most members before it is acknowledged. The role that
 * this process has there need not do more than insert and find; who makes the indexes may do that once.
 */
import { type Collection, ObjectId } from 'mongodb'
import { type AccessEntries, type AccessEntry, addDays, type EntriesWanted, LogRefused } from '#kernel'
import { durable, isKeyTaken, type MongoConnection } from '../mongo-connection.js'
import { requireIndexes } from './indexes.js'

interface StoredEntry {
  /** Grows with each entry of one writer, also of one instant. */
  _id: ObjectId
  recordedAt: string
  actor: string
  partitions: string[]
  /** Where this writer was: of one instant, what it has added last comes first. */
  turn: number
  entry: string
}

const indexes = [
  { key: { recordedAt: 1 }, name: 'days' },
  { key: { partitions: 1, recordedAt: 1 }, name: 'partitions' },
  { key: { actor: 1, recordedAt: 1 }, name: 'actors' },
] as const

export class MongoAccessEntries implements AccessEntries {
  private readonly entries: Collection<StoredEntry>
  private turn = 0
  private isOpen = true

  private constructor(private readonly connection: MongoConnection) {
    this.entries = connection.db(connection.database).collection('access', { writeConcern: durable })
  }

  static async open(connection: MongoConnection): Promise<MongoAccessEntries> {
    const opened = new MongoAccessEntries(connection)
    try {
      await connection.asking(() => requireIndexes(opened.entries, indexes))
    } catch (error) {
      await connection.close()
      throw error
    }
    return opened
  }

  async add(entry: AccessEntry): Promise<void> {
    const { actor, recordedAt } = entry.metadata
    const stored = {
      _id: new ObjectId(),
      ...{ recordedAt, actor, partitions: [...entry.data.partitions] },
      ...{ turn: ++this.turn, entry: JSON.stringify(entry) },
    }
    if (!this.isOpen) throw new LogRefused('the access log is closed')
    try {
      await this.connection.asking(() => this.entries.insertOne(stored))
    } catch (error) {
      // It was there before its answer was lost.
      if (isKeyTaken(error)) return
      throw new LogRefused('the access log cannot be written: its server does not take entries', { cause: error })
    }
  }

  async find({ from, until, upTo, actor, partitions, limit }: EntriesWanted): Promise<AccessEntry[]> {
    const wanted = {
      recordedAt: { $gte: from, $lt: addDays(until, 1), ...(upTo !== undefined && { $lte: upTo }) },
      ...(actor !== undefined && { actor }),
      ...(partitions.length > 0 && { partitions: { $all: [...partitions] } }),
    }
    const sort = { recordedAt: -1, turn: -1, _id: -1 } as const
    const found = await this.connection.asking(() =>
      this.entries.find(wanted, { sort, limit, projection: { entry: 1 } }).toArray(),
    )
    return found.map(({ entry }) => JSON.parse(entry))
  }

  async close(): Promise<void> {
    this.isOpen = false
    await this.connection.close()
  }
}
