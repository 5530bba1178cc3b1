/**
 * The list of what was erased, in a database of its own: keys that come back with an older copy of theirs are
 * destroyed again by it before anything can be read, as long as nobody puts back an older copy of the list as well.
 */
import type { Collection } from 'mongodb'
import type { KeyOwner } from '#kernel'
import { durable, type MongoConnection } from '../mongo-connection.js'
import { inRequests, type KeptKeys } from './kept-keys.js'

interface KeptErasure {
  /** The subject, or the key. */
  _id: string
  /** Of whom all keys are gone. */
  subject?: KeyOwner
  /** Of a single key. */
  key?: string
  at: Date
}

export class KeptErasures {
  private readonly erasures: Collection<KeptErasure>

  constructor(connection: MongoConnection) {
    const options = { writeConcern: durable, readConcern: { level: 'majority' } } as const
    this.erasures = connection.db(`${connection.database}-erasures`).collection('erasures', options)
  }

  /** Kept by most members when it resolves. Once is enough. */
  async write(erased: { subject: KeyOwner } | { key: string }): Promise<void> {
    const _id = 'subject' in erased ? erased.subject : `key:${erased.key}`
    await this.erasures.updateOne({ _id }, { $setOnInsert: { ...erased, at: new Date() } }, { upsert: true })
  }

  async subjects(): Promise<KeyOwner[]> {
    const found = await this.erasures.find({ subject: { $exists: true } }, { projection: { subject: 1 } }).toArray()
    return found.flatMap(({ subject }) => subject ?? [])
  }

  /** Destroys again what it names; a look where nothing has come back. */
  async destroyAgain(
    { subjects }: Pick<KeptKeys, 'subjects'>,
    keys: Pick<KeptKeys, 'erase' | 'destroy'>,
  ): Promise<void> {
    const all = await this.erasures.find({}, { projection: { subject: 1, key: 1 } }).toArray()
    for (const some of inRequests(all.flatMap(({ subject }) => subject ?? []))) {
      const gone = { _id: { $in: some }, erased: true, 'keys.wrapped': { $exists: false } } as const
      const found = await subjects.find(gone, { projection: { _id: 1 } }).toArray()
      const isGone = new Set(found.map(({ _id }) => _id))
      for (const subject of some) if (!isGone.has(subject)) await keys.erase(subject)
    }
    for (const some of inRequests(all.flatMap(({ key }) => key ?? []))) {
      const standing = { keys: { $elemMatch: { id: { $in: some }, wrapped: { $exists: true } } } }
      if (await subjects.findOne(standing, { projection: { _id: 1 } })) await keys.destroy(some)
    }
  }
}
