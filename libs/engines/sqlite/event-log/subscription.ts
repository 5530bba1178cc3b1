/**
 * Delivers the log batch after batch: what is there, then what arrives. It pulls, so a slow
 * consumer costs nothing but its own time; it waits by notice where it can, else by looking again.
 */
import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Delivered, Subscribe } from '#kernel'
import { type Arrivals, firstPollMs, lastPollMs } from '../../embedded/arrivals.js'
import type { Reader } from './reader.js'

export interface Source {
  reader: Reader
  arrivals: Arrivals
  /** Whether to look again by oneself: another connection writes. */
  polls: boolean
  /** False once the log is closed, which ends the subscription. */
  isOpen: () => boolean
}

export async function* deliver(source: Source, options: Subscribe): AsyncGenerator<Delivered, void, undefined> {
  const { reader, arrivals, polls, isOpen } = source
  const { prefixes, signal, batch: limit = 500 } = options
  let upTo = options.after
  let pollMs = firstPollMs
  while (!signal.aborted && isOpen()) {
    const head = reader.head()
    if (head > upTo) {
      const events = reader.since({ after: upTo, until: head, limit, prefixes })
      // A page that is not full has passed everything up to the head, also what the prefixes left out.
      upTo = events.length === limit ? (events.at(-1)?.position ?? head) : head
      yield { events, upTo }
      pollMs = firstPollMs
      // Reading never leaves the thread by itself: without a turn, catching up would hold up everyone else.
      await nextTurn()
    } else {
      // Nothing was awaited since the head was read, so no announcement can have been missed.
      await arrivals.next(signal, polls ? pollMs : undefined)
      pollMs = Math.min(2 * pollMs, lastPollMs)
    }
  }
}
