/** A bound for work that may hang. */
import { setTimeout as delay } from 'node:timers/promises'

/** What work comes to; undefined where it has not ended within so many milliseconds, whatever becomes of it. */
export async function within<T>(mostMs: number, work: Promise<T>): Promise<T | undefined> {
  const ended = new AbortController()
  const late = delay(mostMs, undefined, { signal: ended.signal }).catch(() => undefined)
  try {
    return await Promise.race([work, late])
  } finally {
    ended.abort()
    // Nobody hears of it any more.
    work.catch(() => undefined)
  }
}
