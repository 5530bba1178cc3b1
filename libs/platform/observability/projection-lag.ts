/**
 * How far the read models are behind the log, in events and in seconds, and whether they serve:
 * observed again and again, because a position alone does not tell a time.
 */

import type { Position } from '#kernel'
import type { Lag, Queries } from '#operations'

export interface ObservedLag extends Lag {
  /** Since when the oldest event not yet shown is known to be there. */
  seconds: number
}

interface Head {
  position: Position
  atMs: number
}

const mostHeads = 1000

export class ProjectionLag {
  /** Heads not yet reached, oldest first. */
  private waiting: Head[] = []
  private firstHead: Position | undefined
  private reached = false

  constructor(
    private readonly queries: Pick<Queries, 'lag'>,
    private readonly nowMs: () => number = () => performance.now(),
  ) {}

  async observe(): Promise<ObservedLag> {
    const lag = await this.queries.lag()
    const atMs = this.nowMs()
    this.firstHead ??= lag.head
    this.reached ||= lag.projected >= this.firstHead
    const last = this.waiting.at(-1)?.position ?? 0
    if (lag.head > lag.projected && lag.head > last && this.waiting.length < mostHeads) {
      this.waiting.push({ position: lag.head, atMs })
    }
    this.waiting = this.waiting.filter(({ position }) => position > lag.projected)
    const [oldest] = this.waiting
    return {
      ...lag,
      seconds: oldest ? (atMs - oldest.atMs) / 1000 : 0,
    }
  }

  /** Whether the read models have shown everything that was in the log when this process began to look. */
  get hasCaughtUp(): boolean {
    return this.reached
  }
}
