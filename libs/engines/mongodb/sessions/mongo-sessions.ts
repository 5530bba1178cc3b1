/**
 * Sessions of browsers in MongoDB: a document for each, of which the server tells by its own clock how long it has to
 * live, and which it removes by itself afterwards. Whatever is asked may be asked again, since the answer may have been lost.
 */
import { randomUUID } from 'node:crypto'
import type { Collection } from 'mongodb'
import type { KeptSession, KeptSessions, NewSession, Renewal } from '#kernel'
import { derived, durable, isKeyTaken, type MongoConnection } from '../mongo-connection.js'

interface SessionDocument {
  _id: string
  sealed: string
  idleMs: number
  endsAt: Date
  /** When it ends unless somebody uses it: the earlier of its ends. */
  until: Date
  /** Absent: for as long as it lives. */
  goodUntil?: Date
  /** Who renews it, or has renewed it last. */
  renewal?: { by: string; until: Date }
}

/** What is left of it by the server's clock, in milliseconds. */
interface Left {
  sealed: string
  idleMs: number
  endsInMs: number
  leftMs: number
  goodForMs?: number
  renewer?: string
  /** For how long it is still that one's to renew. */
  renewedForMs?: number
}

const longPast = new Date(0)
/** A use is written down once its idle time is shorter by this share: not with every request. */
const worthWriting = 0.01

const inMs = (amount: number | string) => ({
  $dateAdd: {
    startDate: '$$NOW',
    unit: 'millisecond',
    amount: typeof amount === 'number' ? Math.floor(amount) : amount,
  },
})
// A difference, not a comparison: the server that tests run on takes all times to be equal.
const leftOf = (date: string) => ({ $dateDiff: { startDate: '$$NOW', endDate: date, unit: 'millisecond' } })
const earlierOf = (one: string, other: string) => ({
  $cond: [{ $lte: [{ $dateDiff: { startDate: one, endDate: other, unit: 'millisecond' } }, 0] }, other, one],
})
const ifThere = (field: string, then: unknown) => ({ $cond: [{ $gt: [field, null] }, then, '$$REMOVE'] })
const goodFor = (goodForMs: number | undefined) => (goodForMs === undefined ? '$$REMOVE' : inMs(goodForMs))

export class MongoSessions implements KeptSessions {
  private readonly sessions: Collection<SessionDocument>

  private constructor(private readonly connection: MongoConnection) {
    this.sessions = connection.db(connection.database).collection('sessions', { writeConcern: durable })
  }

  static async open(connection: MongoConnection): Promise<MongoSessions> {
    const opened = new MongoSessions(connection)
    try {
      const removing = { name: 'ended', expireAfterSeconds: 0 }
      await connection.asking(() => opened.sessions.createIndex({ until: 1 }, removing))
    } catch (error) {
      await connection.close()
      throw error
    }
    return opened
  }

  async begin(name: string, { sealed, idleMs, longestMs, goodForMs }: NewSession): Promise<void> {
    const ends = { endsAt: inMs(longestMs), until: inMs(Math.min(idleMs, longestMs)), goodUntil: goodFor(goodForMs) }
    const begun = [{ $set: { sealed, idleMs, ...ends } }]
    await this.connection.asking(() =>
      this.sessions.updateOne({ _id: name }, begun, { upsert: true }).catch((error: unknown) => {
        // It was there before its answer was lost.
        if (!isKeyTaken(error)) throw error
      }),
    )
  }

  async find(name: string, { isUse }: { isUse: boolean }): Promise<KeptSession | undefined> {
    const left = await this.left(name)
    if (!left) return undefined
    const { sealed, idleMs, endsInMs, leftMs, goodForMs } = left
    if (isUse && leftMs < Math.min(endsInMs, idleMs * (1 - worthWriting))) await this.used(name)
    return { sealed, endsInMs, ...(goodForMs !== undefined && { goodForMs }) }
  }

  async takeRenewal(name: string, termMs: number): Promise<Renewal | undefined> {
    const by = randomUUID()
    const taken = await this.connection.asking(async () => {
      const left = await this.left(name)
      if (!left || (left.goodForMs ?? 1) > 0) return null
      const { renewer, renewedForMs = 0 } = left
      if (renewedForMs > 0 && renewer !== by) return null
      // Whoever was faster has put another there.
      const unchanged = renewer ? { 'renewal.by': renewer } : { renewal: { $exists: false } }
      const taking = [{ $set: { renewal: { by, until: inMs(termMs) } } }]
      return this.sessions.findOneAndUpdate({ _id: name, ...unchanged }, taking, { returnDocument: 'after' })
    })
    return taken ? { name, by, sealed: taken.sealed } : undefined
  }

  /** Who has renewed it stays there, so that asked twice it answers the same. */
  async renewed({ name, by }: Renewal, { sealed, goodForMs }: Pick<NewSession, 'sealed' | 'goodForMs'>) {
    const fresh = [{ $set: { sealed, goodUntil: goodFor(goodForMs), 'renewal.until': longPast } }]
    const { matchedCount } = await this.connection.asking(() =>
      this.sessions.updateOne({ _id: name, 'renewal.by': by }, fresh),
    )
    return matchedCount === 1
  }

  async giveUpRenewal({ name, by }: Renewal): Promise<void> {
    const over = { $set: { 'renewal.until': longPast } }
    await this.connection.asking(() => this.sessions.updateOne({ _id: name, 'renewal.by': by }, over))
  }

  /** Looked up first: where the answer to its removal is lost, it is known all the same. */
  async end(name: string): Promise<string | undefined> {
    const left = await this.left(name)
    await this.connection.asking(() => this.sessions.deleteOne({ _id: name }))
    return left?.sealed
  }

  close(): Promise<void> {
    return this.connection.close()
  }

  private async left(name: string): Promise<Left | undefined> {
    const asked = [
      { $match: { _id: name } },
      {
        $project: {
          ...{ sealed: 1, idleMs: 1, endsInMs: leftOf('$endsAt'), leftMs: leftOf('$until') },
          goodForMs: ifThere('$goodUntil', leftOf('$goodUntil')),
          renewer: '$renewal.by',
          renewedForMs: ifThere('$renewal.until', leftOf('$renewal.until')),
        },
      },
    ]
    const [found] = await this.connection.asking(() => this.sessions.aggregate<Left>(asked).toArray())
    return found && found.leftMs > 0 ? found : undefined
  }

  /** A fail-over may take it back: then it is idle a little earlier. */
  private async used(name: string): Promise<void> {
    const used = [{ $set: { until: inMs('$idleMs') } }, { $set: { until: earlierOf('$until', '$endsAt') } }]
    await this.connection.asking(() => this.sessions.updateOne({ _id: name }, used, { writeConcern: derived }))
  }
}
