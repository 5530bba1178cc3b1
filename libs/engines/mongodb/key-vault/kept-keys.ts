/**
 * The keys as MongoDB keeps them: a document for each subject, so that whatever happens to a subject's keys is one
 * atomic operation. A destroyed key stays in it by its id alone, and an erased subject stays erased. Acknowledged is
 * what most members hold, and only that is read: a key that a fail-over took back would be lost with all it sealed.
 */
import { randomBytes } from 'node:crypto'
import { type AnyBulkWriteOperation, type Collection, MongoBulkWriteError } from 'mongodb'
import type { KeyOwner, SealingKey } from '#kernel'
import { durable, isKeyTaken, type MongoConnection } from '../mongo-connection.js'
import type { MasterKeys, WrappedKey } from './master-keys.js'

/** Without `by` and `wrapped` once it is destroyed. */
export interface KeptKey extends Partial<WrappedKey> {
  id: string
}

export interface KeptSubject {
  _id: KeyOwner
  /** In the order in which they were made; the last is the current one. */
  keys: KeptKey[]
  erased?: true
}

const idBytes = 9
const keyBytes = 32
/** Of ids in one question, and of writes in one request. */
export const perRequest = 1_000

export class KeptKeys {
  readonly subjects: Collection<KeptSubject>

  constructor(
    connection: MongoConnection,
    private readonly masterKeys: MasterKeys,
  ) {
    const options = { writeConcern: durable, readConcern: { level: 'majority' } } as const
    this.subjects = connection.db(connection.database).collection('keys', options)
  }

  async makeIndexes(): Promise<void> {
    await this.subjects.createIndexes([
      { key: { 'keys.id': 1 }, name: 'ids' },
      { key: { 'keys.by': 1 }, name: 'master keys' },
    ])
  }

  async find(subjects: readonly KeyOwner[]): Promise<Map<KeyOwner, KeptSubject>> {
    const found = new Map<KeyOwner, KeptSubject>()
    for (const some of inRequests(subjects))
      for (const one of await this.subjects.find({ _id: { $in: some } }).toArray()) found.set(one._id, one)
    return found
  }

  /** Those of the keys that there ever were, by their ids. */
  async byIds(keyIds: readonly string[]): Promise<Map<string, KeptKey & { subject: KeyOwner }>> {
    const [found, sought] = [new Map<string, KeptKey & { subject: KeyOwner }>(), new Set(keyIds)]
    for (const some of inRequests(keyIds))
      for (const { _id: subject, keys } of await this.subjects.find({ 'keys.id': { $in: some } }).toArray())
        for (const key of keys) if (sought.has(key.id)) found.set(key.id, { ...key, subject })
    return found
  }

  /**
   * Gives subjects that have no key one, unless somebody else was faster.
   * @param seen what stands there of each; undefined where nothing does
   * @returns those that are known to have been made here; of the others it has to be looked
   */
  async add(seen: ReadonlyMap<KeyOwner, KeptSubject | undefined>): Promise<Map<KeyOwner, SealingKey>> {
    const made = new Map<KeyOwner, SealingKey>()
    for (const some of inRequests([...seen])) {
      const keys = some.map(([subject]) => this.fresh(subject))
      const writes = some.map(([subject, before], at): AnyBulkWriteOperation<KeptSubject> => {
        const { kept } = keys[at] as FreshKey
        return before
          ? { updateOne: { filter: unchanged(before), update: { $push: { keys: kept } } } }
          : { updateOne: { filter: { _id: subject }, update: { $setOnInsert: { keys: [kept] } }, upsert: true } }
      })
      for (const at of await this.inserted(writes))
        made.set((some[at] as [KeyOwner, unknown])[0], (keys[at] as FreshKey).key)
    }
    return made
  }

  /** Puts another key in the place of a subject's current one; undefined where the subject was erased. */
  async renew(subject: KeyOwner): Promise<SealingKey | undefined> {
    for (;;) {
      const { key, kept } = this.fresh(subject)
      try {
        const standing = { _id: subject, erased: { $exists: false } } as const
        await this.subjects.updateOne(standing, { $push: { keys: kept } }, { upsert: true })
        return key
      } catch (error) {
        // It stands there erased, or has come to stand there just now.
        if (!isKeyTaken(error)) throw error
        if (await this.subjects.findOne({ _id: subject, erased: true })) return undefined
      }
    }
  }

  /** @returns ids of all the keys that the subject ever had */
  async erase(subject: KeyOwner): Promise<string[]> {
    const update = [{ $set: { keys: withoutBytes(true), erased: true } }]
    for (;;) {
      try {
        await this.subjects.updateOne({ _id: subject }, update, { upsert: true })
        const after = await this.subjects.findOne({ _id: subject })
        if (after?.erased && !after.keys.some(isStanding)) return after.keys.map(({ id }) => id)
      } catch (error) {
        // Its first key was made at the same time.
        if (!isKeyTaken(error)) throw error
      }
    }
  }

  async destroy(keyIds: readonly string[]): Promise<void> {
    const isGone = { $in: ['$$key.id', { $literal: [...keyIds] }] }
    await this.subjects.updateMany({ 'keys.id': { $in: [...keyIds] } }, [{ $set: { keys: withoutBytes(isGone) } }])
  }

  unwrap({ id, by, wrapped }: KeptKey, subject: KeyOwner): Buffer | null {
    if (by === undefined || wrapped === undefined) return null
    return this.masterKeys.unwrap({ by, wrapped }, about(subject, id))
  }

  private fresh(subject: KeyOwner): FreshKey {
    const drawn = randomBytes(idBytes + keyBytes)
    const key = { id: drawn.toString('base64url', 0, idBytes), bytes: drawn.subarray(idBytes) }
    return { key, kept: { id: key.id, ...this.masterKeys.wrap(key.bytes, about(subject, key.id)) } }
  }

  /** Of many writes those that put something where nothing was, by their places. */
  private async inserted(writes: AnyBulkWriteOperation<KeptSubject>[]): Promise<number[]> {
    try {
      const { upsertedIds } = await this.subjects.bulkWrite(writes, { ordered: false })
      return Object.keys(upsertedIds).map(Number)
    } catch (error) {
      const errors = error instanceof MongoBulkWriteError ? [error.writeErrors].flat() : []
      if (errors.length === 0 || !errors.every((one) => isKeyTaken(Object.assign(new Error(), { code: one.code }))))
        throw error
      return Object.keys((error as MongoBulkWriteError).result.upsertedIds).map(Number)
    }
  }
}

interface FreshKey {
  key: SealingKey
  kept: KeptKey & WrappedKey
}

/** What a key is wrapped for: in another's place, or under another id, it does not open. */
export const about = (subject: KeyOwner, keyId: string): string => `${subject}\n${keyId}`

export const isStanding = (key: KeptKey | undefined): key is KeptKey & WrappedKey => key?.wrapped !== undefined

export function inRequests<T>(all: readonly T[]): T[][] {
  const requests: T[][] = []
  for (let from = 0; from < all.length; from += perRequest) requests.push(all.slice(from, from + perRequest))
  return requests
}

/** As long as nobody has added a key, and the subject was not erased. */
const unchanged = ({ _id, keys }: KeptSubject) =>
  ({ _id, erased: { $exists: false }, keys: { $size: keys.length } }) as const

/** The keys, those without their bytes that an expression on `$$key` says are gone. */
const withoutBytes = (isGone: unknown) => ({
  $map: {
    input: { $ifNull: ['$keys', []] },
    as: 'key',
    in: { $cond: [isGone, { id: '$$key.id' }, '$$key'] },
  },
})
