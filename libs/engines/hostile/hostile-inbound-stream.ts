/**
 * What others send, for tests, kept in memory in the least convenient way: a few messages at a time, partitions that
 * change hands at any moment, and settlements that fail, so that the same is handed over again.
 */
import { setTimeout as delay } from 'node:timers/promises'
import {
  type InboundStream,
  NoLongerHeld,
  type Receiving,
  type SentBatch,
  type SentMessage,
  type SetAside,
} from '#kernel'
import { Lateness } from './late.js'

export type Sending = Pick<SentMessage, 'key' | 'value'> & { headers?: Record<string, string>; partition?: number }

/** What all processes of one installation see. */
export class SharedSent {
  readonly messages = new Map<string, SentMessage[]>()
  /** Partition → how many of its messages are done with. */
  readonly done = new Map<string, number>()
  readonly setAside: SetAside[] = []
  /** Partition → who has it now. */
  readonly holders = new Map<string, object>()

  send(topic: string, { partition = 0, headers = {}, ...message }: Sending): void {
    const name = `${topic}/${partition}`
    const there = this.messages.get(name) ?? []
    there.push({ ...message, topic, partition, headers, offset: String(there.length) })
    this.messages.set(name, there)
  }

  left(topic: string): number {
    const parts = [...this.messages].filter(([name]) => name.startsWith(`${topic}/`))
    return parts.reduce((sum, [name, there]) => sum + there.length - (this.done.get(name) ?? 0), 0)
  }
}

const turnMs = 1

export class HostileInboundStream implements InboundStream {
  private readonly late: Lateness

  /** @param failing how often a settlement fails, from 0 to 1 */
  constructor(
    private readonly shared: SharedSent,
    seed: number,
    private readonly failing = 0,
  ) {
    this.late = new Lateness(seed)
  }

  declare(): Promise<void> {
    return this.late.pass()
  }

  async receive(receiving: Receiving): Promise<void> {
    const { topics, signal, onTrouble } = receiving
    while (!signal.aborted) {
      for (const [name] of this.shared.messages) {
        if (signal.aborted || !topics.includes(name.slice(0, name.lastIndexOf('/')))) continue
        await this.turn(name, receiving).catch((error: Error) => {
          if (!(error instanceof NoLongerHeld)) onTrouble(error)
        })
      }
      await delay(turnMs)
    }
  }

  private async turn(name: string, { most, handle }: Receiving): Promise<void> {
    const { shared, late } = this
    const from = shared.done.get(name) ?? 0
    const left = (shared.messages.get(name) ?? []).slice(from, from + 1 + Math.floor(late.chance() * most))
    if (left.length === 0) return
    const turn = {}
    shared.holders.set(name, turn)
    await late.pass()
    const requireHeld = () => {
      if (shared.holders.get(name) !== turn) throw new NoLongerHeld()
    }
    const batch: SentBatch = { messages: left, requireHeld }
    const { taken, setAside, kept } = await handle(batch)
    await late.pass()
    requireHeld()
    if (taken === 0) return
    if (late.chance() < this.failing) throw new Error('what was done could not be kept')
    shared.done.set(name, from + taken)
    shared.setAside.push(...setAside)
    kept?.()
  }

  lag(topics: readonly string[]): Promise<ReadonlyMap<string, number>> {
    return this.late.of(() => new Map(topics.map((topic) => [topic, this.shared.left(topic)])))
  }

  close(): Promise<void> {
    return this.late.pass()
  }
}
