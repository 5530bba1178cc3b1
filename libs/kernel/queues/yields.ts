/** Lets whatever else a thread has to do have a turn while a work is long, and ends the work once nobody waits for it. */
import { setImmediate as turn } from 'node:timers/promises'
import { NobodyWaits } from './fair-queue.js'

/** Others wait no longer than that for a work that asks often enough. */
const longestMs = 25

export class Yields {
  private begunMs = performance.now()

  /** @param gone aborted once nobody waits */
  constructor(private readonly gone?: AbortSignal) {}

  /** To be asked between pieces of the work. @throws NobodyWaits */
  async next(): Promise<void> {
    if (performance.now() - this.begunMs < longestMs) return
    await turn()
    if (this.gone?.aborted) throw new NobodyWaits()
    this.begunMs = performance.now()
  }
}
