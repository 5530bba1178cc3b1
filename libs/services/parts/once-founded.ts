/**
 * What followers open, on servers as soon as there is a group to follow: whichever process comes first waits for the
 * others. A data folder is there or not.
 */
import { setTimeout as delay } from 'node:timers/promises'
import { type EngineUrls, isShared, type OpenForFollowing, openForFollowing } from '#engines'
import { EnginesRefused, LogRefused } from '#kernel'

const lookMs = 500

/**
 * @param onStep a calm line for the terminal: what is missing yet, or for good
 * @throws EnginesRefused with one line for a setting that is wrong whatever comes
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

/** Neither a log nor keys are there before the first recorder was. */
const mayCome = (error: unknown): error is Error =>
  error instanceof LogRefused || (error instanceof EnginesRefused && error.reason === 'filesApart')
