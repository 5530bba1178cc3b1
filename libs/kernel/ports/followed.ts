/** The log, the keys and the read models as those have them who only follow: others write and destroy, and say so. */
import type { EventLog } from './event-log.js'
import type { KeyVault } from './key-vault.js'
import type { ClearStore } from './read-models/clear-store.js'
import type { ReadStore } from './read-models/read-store.js'

export interface FollowedLog extends EventLog {
  /** There may be something to read: whoever subscribes need not wait for the next look. */
  notify(): void
}

export interface FollowedStore extends ReadStore {
  /** The same of read models that another writes. */
  notify(): void
}

export interface FollowedClear extends ClearStore {
  /** The same of plaintext. */
  notify(): void
}

export interface FollowedKeys extends KeyVault {
  /** Keys that were destroyed elsewhere are held no longer. */
  forgetKeys(keyIds: string[]): void
}
