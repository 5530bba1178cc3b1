/**
 * Leases in MongoDB: a document for each, taken and renewed by the server's clock, since those of processes differ
 * and jump. What is acknowledged is kept by most members, so that no fail-over gives a lease twice.
 */
import { randomUUID } from 'node:crypto'
import type { Collection } from 'mongodb'
import { type Lease, type Leases, type Position, type ReportedWork, storedPosition } from '#kernel'
import { durable, isKeyTaken, type MongoConnection } from '../mongo-connection.js'

interface LeaseDocument {
  _id: string
  epoch: number
  until: Date
  /** Who took it last: told apart from others by the attempt. */
  taker: string
  /** How far its work has come, while that is said. */
  reached?: number
}

const afterEverything = '\u{10FFFF}'
const longPast = new Date(0)

export class MongoLeases implements Leases {
  readonly termMs = 5_000
  private readonly leases: Collection<LeaseDocument>

  constructor(private readonly connection: MongoConnection) {
    this.leases = connection.db(connection.database).collection('leases', { writeConcern: durable })
  }

  async take(name: string): Promise<Lease | undefined> {
    const taker = randomUUID()
    const found = await this.asking(() => this.tried(name, taker))
    return found?.taker === taker ? { name, epoch: found.epoch } : undefined
  }

  async renew({ name, epoch }: Lease): Promise<boolean> {
    const renewed = [{ $set: { until: this.termFromNow } }]
    const { matchedCount } = await this.asking(() => this.leases.updateOne({ _id: name, epoch }, renewed))
    return matchedCount === 1
  }

  /** Nobody renews it from here on, since its epoch is another. */
  async release({ name, epoch }: Lease): Promise<void> {
    const released = { $inc: { epoch: 1 }, $set: { until: longPast, taker: '' } }
    await this.asking(() => this.leases.updateOne({ _id: name, epoch }, released))
  }

  async report({ name, epoch }: Lease, reached: Position): Promise<boolean> {
    const { matchedCount } = await this.asking(() => this.leases.updateOne({ _id: name, epoch }, { $set: { reached } }))
    return matchedCount === 1
  }

  async reported(prefix: string): Promise<ReportedWork[]> {
    const said = { _id: { $gte: prefix, $lt: prefix + afterEverything }, reached: { $exists: true } }
    const found = await this.asking(() => this.leases.find(said, { projection: { reached: 1 } }).toArray())
    return found.map(({ _id, reached }) => ({ name: _id, reached: storedPosition(reached) }))
  }

  /** Its epoch stays, which must not come again. */
  async retire(name: string): Promise<void> {
    await this.asking(() => this.leases.updateOne({ _id: name }, { $unset: { reached: '' } }))
  }

  close(): Promise<void> {
    return this.connection.close()
  }

  private asking<T>(question: () => Promise<T>): Promise<T> {
    // While the server is away nobody can take one, and what is held is held again once it is back.
    return this.connection.patience.endlessly(question)
  }

  private get termFromNow() {
    return { $dateAdd: { startDate: '$$NOW', unit: 'millisecond', amount: this.termMs } }
  }

  /** What stands there once it was tried to take it. */
  private async tried(name: string, taker: string): Promise<LeaseDocument | null> {
    // A difference, not a comparison: the server that tests run on takes all times to be equal.
    const since = { $dateDiff: { startDate: { $ifNull: ['$until', longPast] }, endDate: '$$NOW', unit: 'millisecond' } }
    const isFree = { $gte: [since, 0] }
    const ifFree = (then: unknown, otherwise: string) => ({ $cond: [isFree, then, otherwise] })
    const taking = {
      epoch: ifFree({ $add: [{ $ifNull: ['$epoch', 0] }, 1] }, '$epoch'),
      taker: ifFree({ $literal: taker }, '$taker'),
      until: ifFree(this.termFromNow, '$until'),
    }
    const options = { upsert: true, returnDocument: 'after' } as const
    try {
      const found = await this.leases.findOneAndUpdate({ _id: name }, [{ $set: taking }], options)
      if (found) return found
    } catch (error) {
      // Another was the first to take it, at the same time.
      if (!isKeyTaken(error)) throw error
    }
    return this.leases.findOne({ _id: name })
  }
}
