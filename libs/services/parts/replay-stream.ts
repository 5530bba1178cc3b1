/** Fills topics under another prefix with the whole history from the first offset on, and ends. */
import { setTimeout as delay } from 'node:timers/promises'
import { type KafkaSettings, openForFollowing } from '#engines'
import type { Position } from '#kernel'
import { StartRefused } from '#platform/config'
import type { Configuration } from '../configuration/index.js'
import { OpenedRelay } from './opened-relay.js'

export interface Replaying {
  /** As the relay has them; what others read of it is left alone. */
  kafka: KafkaSettings
  /** Of the new topics. */
  prefix: string
  onProgress: (at: { reached: Position; head: Position }) => void
  onTrouble: (reason: string) => void
}

const lookMs = 200

/**
 * Goes on where it was broken off.
 * @returns the position up to which everything is there
 * @throws StartRefused, EnginesRefused, TakenOver with one line
 */
export async function replayStream(configuration: Configuration, o: Replaying): Promise<Position> {
  const { kafka, prefix, onProgress, onTrouble } = o
  if (prefix === kafka.prefix)
    throw new StartRefused('usage', `${prefix} is what the relay publishes to; name another prefix to fill`)
  const followed = await openForFollowing(configuration.engines)
  const opened = await OpenedRelay.open(configuration, { followed, kafka: { ...kafka, prefix }, onTrouble })
  const ending = new AbortController()
  try {
    const head = await opened.log.head()
    const running = opened.run(ending.signal)
    const filled = until(() => {
      onProgress({ reached: opened.relay.reached, head })
      return opened.relay.reached >= head
    }, ending.signal)
    await Promise.race([filled, running])
    ending.abort()
    await running
    return opened.relay.reached
  } finally {
    ending.abort()
    await opened.close()
  }
}

async function until(holds: () => boolean, signal: AbortSignal): Promise<void> {
  while (!signal.aborted && !holds()) await delay(lookMs)
}
