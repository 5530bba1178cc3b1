/**
 * What followers open, on servers as soon as there is a group to follow: whichever process comes first waits for the
 * others. A data folder is there or not.
 */
import { setTimeout as delay } from 'node:timers/promises'
import { type EngineUrls, isShared, type OpenForFollowing, openForFollowing } from '#engines'
import { LogUnreachable, NotBegun } from '#kernel'

const lookMs = 500

/**
 * @param onStep a calm line for the terminal: what is missing yet, or for good
 * @throws EnginesRefused, LogRefused with one line for a setting that is wrong whatever comes, or a server that is of no use
 */
export async function openedOnceFounded(
  engines: EngineUrls,
  onStep: (line: string) => void,
): Promise<OpenForFollowing> {
  if (!isShared(engines)) return openForFollowing(engines)
  for (let isTold = false; ; isTold = true) {
    try {
      return await openForFollowing(engines)
    } catch (error) {
      if (!mayCome(error)) throw error
      if (!isTold) onStep(`waiting for a recorder to begin the group: ${error.message}`)
      await delay(lookMs)
    }
  }
}

/** Neither a log nor keys are there before the first recorder was; what a server refuses, it refuses for good. */
const mayCome = (error: unknown): error is Error => error instanceof LogUnreachable || error instanceof NotBegun
