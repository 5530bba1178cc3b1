/**
 * The transactions of whoever writes read models, one after the other. What stands there is read first, in the same
 * transaction. Who has claimed them, and so knows what stands there, writes at once instead, on the condition that all
 * of it stands as it was left: one that does not hold takes back the whole of it, and then it is read.
 */
import type { AnyClientBulkWriteModel, ClientSession, Document } from 'mongodb'
import { type Checkpoint, type Lease, LeaseLost, ReadStoreRefused } from '#kernel'
import { isKeyTaken, type MongoConnection } from '../../mongo-connection.js'
import { partsCounter } from '../contributions.js'
import { eventsIn } from '../filings/kept-events.js'
import { NamedPartitions } from '../filings/named-partitions.js'
import type { StoreChanges } from './changes.js'
import { type Reached, reachedAt } from './checkpoints.js'
import { Claims } from './claims.js'
import { advancing, reachedBy } from './progress.js'
import { RememberedRows } from './remembered-rows.js'
import { readStanding, type Standing } from './standing.js'
import { Writer } from './writer.js'

type Models = AnyClientBulkWriteModel<Document>[]

/** What is done in a transaction beside changes. */
export interface WrittenBeside {
  /** That is moved on. */
  checkpoint?: Checkpoint
  /** Before anything else is written. */
  first?(session: ClientSession): Promise<void>
}

/** Something does not stand as it was left. */
class NotAsLeft extends Error {}

export class Transactions {
  readonly named = new NamedPartitions()
  readonly remembered = new RememberedRows()
  private readonly claims: Claims
  private readonly writer = new Writer()
  /** Where this store has left each checkpoint. */
  private readonly left = new Map<string, Reached>()
  /** The part of contributions that was given out last; undefined while that is not known. */
  private lastPart: number | undefined

  constructor(
    private readonly connection: MongoConnection,
    private readonly place: string,
  ) {
    this.claims = new Claims(connection, place)
  }

  /** @throws LeaseLost when a later lease of that name has claimed it */
  async claim(lease: Lease): Promise<void> {
    await this.connection.asking(() => this.claims.claim(lease))
    // Others may have changed them meanwhile.
    this.left.clear()
    this.forget()
    this.remembered.begin()
  }

  /** @throws LeaseLost where somebody else has claimed it since */
  async change(changes: StoreChanges, beside: WrittenBeside): Promise<void> {
    const turn = this.writer.next()
    try {
      const known = await this.atOnce(changes, { ...beside, turn })
      if (known) this.remember(changes, known, beside.checkpoint)
      else await this.asRead(changes, { ...beside, turn })
      this.writer.wrote(turn)
    } catch (error) {
      // Where it was left is no longer there, perhaps with what was written on the way.
      this.forget()
      throw error
    }
  }

  private forget(): void {
    this.named.forget()
    this.remembered.forget()
    this.lastPart = undefined
  }

  /** Undefined where what it knows does not do, and nothing was written. */
  private async atOnce(changes: StoreChanges, beside: WrittenBeside & { turn: number }): Promise<Standing | undefined> {
    const standing = this.knownFor(changes, beside)
    const removals = changes.removals(this.remembered)
    if (!standing || !removals) return undefined
    const models = [
      ...changes.models(standing),
      ...removals,
      ...this.advanced(beside.checkpoint, { standing, isKnown: true }),
    ]
    const all = [...this.claims.held(standing.claims), ...models, this.writer.marking(this.db, beside.turn, standing)]
    const expected = all.filter(({ name }) => name === 'updateOne' || name === 'replaceOne').length
    const write = async (session: ClientSession) => {
      await eventsIn(this.db).insertMany(changes.events, { session })
      if ((await this.connection.bulkWrite(all, session)) !== expected) throw new NotAsLeft()
    }
    try {
      await this.connection.asking(() => this.connection.transaction(write))
      return standing
    } catch (error) {
      if (error instanceof NotAsLeft || isKeyTaken(error)) return undefined
      throw error
    }
  }

  /** What stands there, where this store alone has written and knows it: of what it has not seen, that it is not there. */
  private knownFor(changes: StoreChanges, { checkpoint, first }: WrittenBeside): Standing | undefined {
    const left = checkpoint && this.left.get(checkpoint.name)
    const { epochs } = this.claims
    const { standing: writers } = this.writer
    if (!left || epochs.size === 0 || writers.size === 0) return undefined
    if (first || changes.events.length === 0) return undefined
    const counters = new Map(this.lastPart === undefined ? [] : [[partsCounter, this.lastPart]])
    if (changes.appended > 0 && counters.size === 0) return undefined
    const positions = changes.positionsIn(this.remembered)
    return { writers, claims: epochs, checkpoints: new Map([[checkpoint.name, left]]), counters, positions }
  }

  private async asRead(
    changes: StoreChanges,
    { turn, checkpoint, first }: WrittenBeside & { turn: number },
  ): Promise<void> {
    const { db } = this
    const asked = {
      ...changes.asked,
      claims: this.claims.names,
      checkpoints: checkpoint ? [checkpoint.name] : [],
      writers: [this.writer.id],
    }
    const write = async (session: ClientSession) => {
      const standing = await readStanding({ db, session }, asked)
      const held = this.claims.held(standing.claims)
      if (this.writer.hasDone(turn, standing)) return () => this.note(standing)
      this.requireRemembered(changes, standing)
      await first?.(session)
      const models = [...changes.filings, ...changes.models(standing), ...this.advanced(checkpoint, { standing })]
      await this.connection.bulkWrite([...held, ...models, this.writer.marking(db, turn)], session)
      return () => this.remember(changes, standing, checkpoint)
    }
    const noted = await this.connection.asking(() => this.connection.transaction(write))
    noted()
  }

  /** What stands after a write whose answer was lost. */
  private note({ checkpoints }: Standing): void {
    this.forget()
    for (const [name, reached] of checkpoints) this.left.set(name, reached)
  }

  private remember(changes: StoreChanges, standing: Standing, checkpoint: Checkpoint | undefined): void {
    this.named.add(changes.partitions)
    this.remembered.written(changes.outcome(standing))
    const last = standing.counters.get(partsCounter)
    if (last !== undefined) this.lastPart = last + changes.appended
    if (checkpoint) this.left.set(checkpoint.name, reachedBy(checkpoint, this.before(checkpoint, standing)))
  }

  private before({ name }: Checkpoint, { checkpoints }: Standing): Reached {
    return checkpoints.get(name) ?? reachedAt()
  }

  private advanced(
    checkpoint: Checkpoint | undefined,
    { standing, isKnown }: { standing: Standing; isKnown?: boolean },
  ): Models {
    if (!checkpoint) return []
    const before = this.before(checkpoint, standing)
    this.requireLeft(checkpoint.name, before)
    return advancing(this.db, checkpoint, { before, isKnown })
  }

  /** @throws LeaseLost where a checkpoint is not where this store has left it: somebody else has moved it, or a fail-over taken it back */
  private requireLeft(name: string, { position }: Reached): void {
    const left = this.left.get(name)
    if (left === undefined || left.position === position) return
    if (this.claims.name !== undefined) throw new LeaseLost(this.claims.name)
    throw new ReadStoreRefused(`the checkpoint ${name} of the read models was moved by another process.`)
  }

  /** @throws ReadStoreRefused where a row is not as it was remembered: what is written was made of another one */
  private requireRemembered(changes: StoreChanges, { positions }: Standing): void {
    for (const [table, keys] of changes.asked.keys)
      for (const key of keys) {
        const row = this.remembered.row(table, key)
        if (row !== undefined && row?.position !== positions.get(table)?.get(key))
          throw new ReadStoreRefused(`rows of ${table} in the read models were changed by another process.`)
      }
  }

  private get db() {
    return this.connection.db(this.place)
  }
}
