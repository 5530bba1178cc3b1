/** The log, the keys and the read models as those have them who only follow: others write and destroy, and say so. */
import type { EventLog, KeyVault } from '#kernel'

export interface FollowedLog extends EventLog {
  /** There may be something to read: whoever subscribes need not wait for the next look. */
  notify(): void
}

export interface FollowedKeys extends KeyVault {
  /** Keys that were destroyed elsewhere are held no longer. */
  forgetKeys(keyIds: string[]): void
}
