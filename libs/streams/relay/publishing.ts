/** Keeps publishing under a name going: whatever fails, it takes over again and goes on from the bookmark. */
import { setTimeout as delay } from 'node:timers/promises'
import { type PublishedStream, type Publisher, PublishingFailed, type TopicSpec } from '#kernel'

export interface KeptPublishing {
  stream: PublishedStream
  name: string
  /** Which it publishes to. */
  topics: readonly TopicSpec[]
  /** Ends it without an error. */
  signal: AbortSignal
  /** Told of what is tried again. */
  onTrouble: (error: PublishingFailed) => void
  /**
   * Publishes until the signal.
   * @param went to be told of each success
   */
  work: (publisher: Publisher, went: () => void) => Promise<void>
}

const firstPauseMs = 50
const longestPauseMs = 5_000

/** @throws TakenOver once another publishes, and what `work` and a wrong setting throw */
export async function keepPublishing({ stream, name, topics, signal, onTrouble, work }: KeptPublishing): Promise<void> {
  let pauseMs = firstPauseMs
  const went = () => {
    pauseMs = firstPauseMs
  }
  while (!signal.aborted) {
    let publisher: Publisher | undefined
    try {
      await stream.declare(topics)
      publisher = await stream.takeOver(name)
      await work(publisher, went)
    } catch (error) {
      if (!(error instanceof PublishingFailed)) throw error
      if (!signal.aborted) onTrouble(error)
    } finally {
      await publisher?.close()
    }
    await paused(pauseMs, signal)
    pauseMs = Math.min(pauseMs * 2, longestPauseMs)
  }
}

/** Ends at the signal, without an error. */
async function paused(ms: number, signal: AbortSignal): Promise<void> {
  await delay(ms, undefined, { signal }).catch((error: Error) => {
    if (error.name !== 'AbortError') throw error
  })
}
