/**
 * How long is waited for what a message refers to: topics are not in order among each other, so that a meeting may
 * arrive before the customer whose it is.
 */
import type { SentMessage } from '#kernel'

export interface WaitsAhead {
  /** In any case. */
  ms: number
  now(): number
}

const unlessTold: WaitsAhead = { ms: 15_000, now: () => performance.now() }

export class PatienceAhead {
  private readonly since = new Map<string, number>()

  /**
   * @param lag how many messages of topics are not taken yet
   * @param topics those that others refer to come first
   */
  constructor(
    private readonly lag: (topics: readonly string[]) => Promise<ReadonlyMap<string, number>>,
    private readonly topics: readonly string[],
    private readonly patience: WaitsAhead = unlessTold,
  ) {}

  /** Whether what the message refers to may yet come: for a while, and as long as topics before its own have more. */
  async isWorthwhile(message: SentMessage): Promise<boolean> {
    const now = this.patience.now()
    const since = this.since.get(nameOf(message)) ?? now
    this.since.set(nameOf(message), since)
    if (now - since < this.patience.ms) return true
    const before = this.topics.slice(0, Math.max(0, this.topics.indexOf(message.topic)))
    if (before.length === 0) return false
    return [...(await this.lag(before)).values()].some((left) => left > 0)
  }

  forget(messages: readonly SentMessage[]): void {
    for (const message of messages) this.since.delete(nameOf(message))
  }
}

const nameOf = ({ topic, partition, offset }: SentMessage): string => `${topic}/${partition}/${offset}`
