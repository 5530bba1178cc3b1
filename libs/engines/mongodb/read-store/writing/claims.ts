/** Which leases have claimed a database of read models; compared, and written to, in every transaction of whoever has claimed it. */
import type { AnyClientBulkWriteModel, Collection, Document } from 'mongodb'
import { type Lease, LeaseLost } from '#kernel'
import { durable, type MongoConnection } from '../../mongo-connection.js'

interface Claim {
  _id: string
  epoch: number
  /** Grows with every transaction of its holder, so that one that claims meanwhile collides with it. */
  turn: number
}

export class Claims {
  private readonly own = new Map<string, Lease>()
  private readonly claims: Collection<Claim>

  constructor(
    private readonly connection: MongoConnection,
    place: string,
  ) {
    this.claims = connection.db(place).collection('~claims')
  }

  /** @throws LeaseLost when a later lease of that name has claimed it */
  async claim(lease: Lease): Promise<void> {
    const { name, epoch } = lease
    await this.claims.updateOne(
      { _id: name },
      { $setOnInsert: { epoch: 0, turn: 0 } },
      { upsert: true, writeConcern: durable },
    )
    // From here on it writes nothing, also where it had claimed it before.
    this.own.set(name, lease)
    await this.connection.transaction(async (session) => {
      const last = await this.claims.findOne({ _id: name }, { session })
      if (last && last.epoch > epoch) throw new LeaseLost(name)
      await this.claims.updateOne({ _id: name }, { $set: { epoch }, $inc: { turn: 1 } }, { session })
    }, durable)
  }

  /** Those of ours. */
  get names(): string[] {
    return [...this.own.keys()]
  }

  /** Epochs of ours by their names. */
  get epochs(): ReadonlyMap<string, number> {
    return new Map([...this.own.values()].map(({ name, epoch }) => [name, epoch]))
  }

  /**
   * What a transaction writes for them, so that one that claims meanwhile collides with it.
   * @param standing epochs by name, as that transaction has read them
   * @throws LeaseLost where a later lease has claimed what one of ours has
   */
  held(standing: ReadonlyMap<string, number>): AnyClientBulkWriteModel<Document>[] {
    return [...this.own.values()].map(({ name, epoch }) => {
      if (standing.get(name) !== epoch) throw new LeaseLost(name)
      const { namespace } = this.claims
      return { namespace, name: 'updateOne', filter: { _id: name as never, epoch }, update: { $inc: { turn: 1 } } }
    })
  }

  /** The name of one of ours; undefined where nobody claims. */
  get name(): string | undefined {
    return this.own.keys().next().value
  }
}
