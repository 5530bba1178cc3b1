/**
 * Generations of read models in MongoDB: each a database, named after the one of the URL, in which a document names
 * the current one. What is acknowledged of it is kept by most members; and since they keep everything in one order,
 * so is all that was written to the generation before.
 */
import type { Collection } from 'mongodb'
import type { CurrentGeneration, Generation, Generations } from '#kernel'
import { durable, type MongoConnection } from '../mongo-connection.js'
import { mongoFormat } from '../read-store/settings.js'

interface Pointer {
  _id: 'current'
  number: number
  shape: string
  /** Of its database: one that this program does not write serves nobody. */
  format: number
}

const ofOurs = /^(\d{4,}|aside)(-share\d+)?$/

export class MongoGenerations implements Generations {
  private readonly pointers: Collection<Pointer>

  constructor(private readonly connection: MongoConnection) {
    this.pointers = connection.db(connection.database).collection('generations', { writeConcern: durable })
  }

  async current(): Promise<CurrentGeneration | undefined> {
    const pointer = await this.pointed()
    if (pointer?.format !== mongoFormat) return undefined
    const { number, shape } = pointer
    const place = this.placeOf(number)
    const [collection] = await this.connection.asking(() =>
      this.connection.db(place).listCollections({}, { nameOnly: true }).toArray(),
    )
    // What a member had not written when it stopped, it fetches from the others or from its journal.
    return collection && { number, shape, place, intact: true }
  }

  async next(shape: string): Promise<Generation> {
    const number = ((await this.pointed())?.number ?? 0) + 1
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
    await this.remove(place)
    try {
      return await work(place)
    } finally {
      await this.remove(place)
    }
  }

  async clean(): Promise<void> {
    const current = await this.pointed()
    const kept = current && this.placeOf(current.number)
    const { databases } = await this.connection.asking(() =>
      this.connection.client.db('admin').admin().listDatabases({ nameOnly: true }),
    )
    for (const { name } of databases) if (name !== kept && this.isOurs(name)) await this.remove(name)
  }

  close(): Promise<void> {
    return this.connection.close()
  }

  private pointed(): Promise<Pointer | null> {
    return this.connection.asking(() => this.pointers.findOne({ _id: 'current' }))
  }

  private async remove(place: string): Promise<void> {
    await this.connection.asking(() => this.connection.db(place).dropDatabase())
  }

  private isOurs(name: string): boolean {
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
