/** The hash key of a group in MongoDB: made once, by whoever is first, and never changed; the group's identity is made of it. */
import { randomBytes } from 'node:crypto'
import type { Collection } from 'mongodb'
import { EnginesRefused, NotBegun } from '#kernel'
import { durable, isKeyTaken, type MongoConnection } from '../mongo-connection.js'
import type { MasterKeys, WrappedKey } from './master-keys.js'

interface KeptHashKey extends WrappedKey {
  _id: 'hash-key'
  /** Whether the keys are those of a group that was begun: without its log they are not to be used. */
  begun?: true
  /** Id of the first event of that log. */
  log?: string
}

const keyBytes = 32
const about = 'hash-key'

export class HashKey {
  private readonly kept: Collection<KeptHashKey>

  constructor(
    connection: MongoConnection,
    private readonly masterKeys: MasterKeys,
  ) {
    const options = { writeConcern: durable, readConcern: { level: 'majority' } } as const
    this.kept = connection.db(connection.database).collection('group', options)
  }

  /**
   * @param mayBegin makes it where there is none
   * @throws EnginesRefused when there is none and none may be made, or it is wrapped by a master key that is not there
   */
  async open({ mayBegin }: { mayBegin: boolean }): Promise<{ bytes: Buffer; isBegun: boolean }> {
    const found = (await this.kept.findOne({ _id: 'hash-key' })) ?? (mayBegin ? await this.begun() : null)
    if (!found) {
      throw new NotBegun(
        'the database of KEYS_URL holds no keys: without them the log cannot be read. Restore them, or name the database that has them',
      )
    }
    if (!this.masterKeys.ids.includes(found.by)) throw wrappedByAnother([found.by], this.masterKeys)
    return { bytes: this.masterKeys.unwrap(found, about), isBegun: found.begun === true }
  }

  /**
   * From here on they are the keys of the group whose log begins with this event, and of no other that was begun with them.
   * @throws EnginesRefused where they are another's
   */
  async markBegun(log: string): Promise<void> {
    await this.kept.updateOne({ _id: 'hash-key', log: { $exists: false } }, { $set: { begun: true, log } })
    const found = await this.kept.findOne({ _id: 'hash-key' })
    if (found?.log === log) return
    throw new EnginesRefused(
      'filesApart',
      'KEYS_URL names the keys of a group with another log: name those of this log, or for a new group a database that is empty',
    )
  }

  /** Whether it was wrapped by another master key than the current one, which wraps it now. */
  async rewrap(): Promise<boolean> {
    const found = await this.kept.findOne({ _id: 'hash-key' })
    if (!found || found.by === this.masterKeys.current) return false
    const $set = this.masterKeys.wrap(this.masterKeys.unwrap(found, about), about)
    const { modifiedCount } = await this.kept.updateOne({ _id: 'hash-key', wrapped: found.wrapped }, { $set })
    return modifiedCount === 1
  }

  private async begun(): Promise<KeptHashKey | null> {
    const $setOnInsert = this.masterKeys.wrap(randomBytes(keyBytes), about)
    try {
      await this.kept.updateOne({ _id: 'hash-key' }, { $setOnInsert }, { upsert: true })
    } catch (error) {
      // Another first start was faster.
      if (!isKeyTaken(error)) throw error
    }
    return this.kept.findOne({ _id: 'hash-key' })
  }
}

/** Ids say nothing of the keys. */
export const wrappedByAnother = (missing: readonly string[], { ids }: MasterKeys): EnginesRefused =>
  new EnginesRefused(
    'badSetting',
    `keys of KEYS_URL are wrapped by the master key ${missing.join(', ')}, and those configured are ${ids.join(', ')}: ` +
      'add the missing one to KEYS_MASTER_KEY_FILE (or KEYS_MASTER_KEY)',
  )
