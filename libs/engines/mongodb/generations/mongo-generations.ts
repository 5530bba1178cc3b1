/**
 * Generations of read models in MongoDB: each a database, named after the one of the URL, in which a document names
 * the current one. What is acknowledged of it is kept by most members; and since they keep everything in one order,
 * so is all that was written to the generation before.
 */
import type { Collection } from 'mongodb'
import { type CurrentGeneration, type Generation, type Generations, ReadStoreRefused } from '#kernel'
import { durable, isKeyTaken, type MongoConnection } from '../mongo-connection.js'
import { isOfReadModels, mongoFormat } from '../read-store/settings.js'

interface Pointer {
  _id: 'current'
  /** Of the group whose read models are kept by these names: of two that begin at once, it is one's. */
  identity?: string
  /** Absent, as is the rest, until the first serves. */
  number?: number
  shape?: string
  /** Of its database: one that this program does not write serves nobody. */
  format?: number
}

const ofOurs = /^(\d{4,}|aside)(-share\d+)?$/

export class MongoGenerations implements Generations {
  private readonly pointers: Collection<Pointer>

  /** @param identity of the group, for whoever derives; who only follows need not say it */
  constructor(
    private readonly connection: MongoConnection,
    private readonly identity?: string,
  ) {
    this.pointers = connection.db(connection.database).collection('generations', { writeConcern: durable })
  }

  async current(): Promise<CurrentGeneration | undefined> {
    const pointer = await this.pointed()
    const { number, shape, format } = pointer ?? {}
    if (format !== mongoFormat || number === undefined || shape === undefined) return undefined
    const place = this.placeOf(number)
    const [collection] = await this.connection.asking(() =>
      this.connection.db(place).listCollections({}, { nameOnly: true }).toArray(),
    )
    // What a member had not written when it stopped, it fetches from the others or from its journal.
    return collection && { number, shape, place, intact: true }
  }

  /** @throws ReadStoreRefused where read models of another group are kept by these names */
  async next(shape: string): Promise<Generation> {
    if (this.identity !== undefined) await this.claim(this.identity)
    const kept = await this.kept()
    let number = ((await this.pointed())?.number ?? 0) + 1
    // Another group may have called a database of its own so.
    while (!(await this.isOurs(this.placeOf(number), kept))) number++
    const place = this.placeOf(number)
    await this.remove(place)
    return { number, shape, place }
  }

  async switchTo({ number, shape }: Generation): Promise<void> {
    const $set = { number, shape, format: mongoFormat }
    await this.connection.asking(() => this.pointers.updateOne({ _id: 'current' }, { $set }, { upsert: true }))
  }

  async settle(): Promise<void> {
    // Nothing to do: see `current`.
  }

  async aside<T>(work: (place: string) => Promise<T>): Promise<T> {
    const place = this.named('aside')
    if (!(await this.isOurs(place, await this.kept())))
      throw new ReadStoreRefused(`the database ${place} is another group's: read models cannot be derived aside there.`)
    await this.remove(place)
    try {
      return await work(place)
    } finally {
      await this.remove(place)
    }
  }

  async clean(): Promise<void> {
    const kept = await this.kept()
    const { databases } = await this.connection.asking(() =>
      this.connection.client.db('admin').admin().listDatabases({ nameOnly: true }),
    )
    for (const { name } of databases)
      if (name !== kept && this.isCalledAsOurs(name) && (await this.isOurs(name, kept))) await this.remove(name)
  }

  close(): Promise<void> {
    return this.connection.close()
  }

  private async claim(identity: string): Promise<void> {
    const found = await this.connection.asking(() => this.claimed(identity))
    if (found?.identity !== identity)
      throw new ReadStoreRefused(
        `the databases of READ_STORE_URL, ${this.named('…')}, hold the read models of another group: name others.`,
      )
  }

  private async claimed(identity: string): Promise<Pointer | null> {
    const unclaimed = { _id: 'current', identity: { $exists: false } } as const
    try {
      await this.pointers.updateOne(unclaimed, { $set: { identity } }, { upsert: true })
    } catch (error) {
      // It is claimed.
      if (!isKeyTaken(error)) throw error
    }
    return this.pointers.findOne({ _id: 'current' })
  }

  private pointed(): Promise<Pointer | null> {
    return this.connection.asking(() => this.pointers.findOne({ _id: 'current' }))
  }

  private async remove(place: string): Promise<void> {
    await this.connection.asking(() => this.connection.db(place).dropDatabase())
  }

  /** Of the generation that serves. */
  private async kept(): Promise<string | undefined> {
    const { number } = (await this.pointed()) ?? {}
    return number === undefined ? undefined : this.placeOf(number)
  }

  private isOurs(name: string, kept: string | undefined): Promise<boolean> {
    const { connection } = this
    return connection.asking(() => isOfReadModels(connection.db(name), kept ? connection.db(kept) : undefined))
  }

  private isCalledAsOurs(name: string): boolean {
    const before = this.named('')
    return name.startsWith(before) && ofOurs.test(name.slice(before.length))
  }

  private placeOf(number: number): string {
    return this.named(String(number).padStart(4, '0'))
  }

  private named(name: string): string {
    return `${this.connection.database}-${name}`
  }
}
