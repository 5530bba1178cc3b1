/**
 * One stay in a group of consumers: what comes is handed over piece by piece, and each piece is settled before the
 * next. It ends by the signal, or with the first error that the client does not get over by itself.
 */
import { isUtf8 } from 'node:buffer'
import type { Admin, Consumer, EachBatchPayload, Kafka, KafkaMessage } from 'kafkajs'
import { type Handled, NoLongerHeld, type Receiving, type SentMessage } from '#kernel'
import { ClaimedPartition } from './claimed-partition.js'
import { HeldMembership, sessionMs } from './held-membership.js'

export interface ReceptionParts {
  kafka: Kafka
  prefix: string
  receiving: Receiving
}

/** Else the end takes as long as the longest fetch. */
const maxWaitTimeInMs = 200
const mostBytes = 4 * 1024 * 1024
const mostBytesOfPartition = 1024 * 1024
/** Until what was not taken is handed over again. */
const pauseMs = 500

export const consumerGroupOf = (prefix: string): string => `${prefix}.in`

export class Reception {
  private readonly consumer: Consumer
  private readonly admin: Admin
  private readonly claimed = new Map<string, ClaimedPartition>()
  private readonly pauses = new Set<NodeJS.Timeout>()

  constructor(private readonly o: ReceptionParts) {
    this.admin = o.kafka.admin()
    this.consumer = o.kafka.consumer({
      groupId: consumerGroupOf(o.prefix),
      sessionTimeout: sessionMs,
      rebalanceTimeout: 3 * sessionMs,
      // Each is asked for by us.
      heartbeatInterval: 0,
      maxBytes: mostBytes,
      maxBytesPerPartition: mostBytesOfPartition,
      maxWaitTimeInMs,
      readUncommitted: false,
      allowAutoTopicCreation: false,
      retry: { restartOnFailure: async () => false },
    })
  }

  /** @throws what ended it, but for the signal */
  async run(): Promise<void> {
    const { receiving, prefix } = this.o
    const { promise: ended, resolve, reject } = Promise.withResolvers<void>()
    const stop = () => resolve()
    receiving.signal.addEventListener('abort', stop)
    this.consumer.on(this.consumer.events.CRASH, ({ payload }) => reject(payload.error))
    // Whoever had a partition meanwhile has kept us out.
    this.consumer.on(this.consumer.events.GROUP_JOIN, () => this.letGo())
    try {
      await this.admin.connect()
      await this.consumer.connect()
      await this.consumer.subscribe({
        topics: receiving.topics.map((topic) => `${prefix}.${topic}`),
        fromBeginning: true,
      })
      const running = this.consumer.run({
        autoCommit: false,
        eachBatchAutoResolve: false,
        eachBatch: (payload) => this.take(payload),
      })
      if (receiving.signal.aborted) resolve()
      await Promise.all([running, ended])
    } finally {
      receiving.signal.removeEventListener('abort', stop)
      for (const timer of this.pauses) clearTimeout(timer)
      await this.consumer.disconnect()
      await this.letGo()
      await this.admin.disconnect()
    }
  }

  /** @throws what the group says where it has gone on without us */
  private async take(payload: EachBatchPayload): Promise<void> {
    const { batch, heartbeat, isStale, isRunning, resolveOffset, pause } = payload
    const membership = new HeldMembership(heartbeat)
    const { topic, partition } = batch
    try {
      await membership.during(async () => {
        const claimed = await this.claim(topic, partition)
        let left = batch.messages.filter(({ offset }) => BigInt(offset) >= claimed.begins)
        if (left.length === 0) resolveOffset(batch.lastOffset())
        while (left.length > 0 && isRunning() && !isStale() && !this.o.receiving.signal.aborted) {
          const taken = await this.piece({ left, claimed, membership, batch })
          if (taken === 0) return this.later(pause)
          resolveOffset(left[taken - 1]?.offset ?? batch.lastOffset())
          left = left.slice(taken)
        }
      })
    } catch (error) {
      await this.letGoOf(topic, partition)
      if (isOfGroup(error)) throw error
      if (!(error instanceof NoLongerHeld)) this.o.receiving.onTrouble(error as Error)
      this.later(pause)
    }
  }

  /** How many of the messages are done with. */
  private async piece({ left, claimed, membership, batch }: Piece): Promise<number> {
    const { receiving, prefix } = this.o
    const sent = left.slice(0, receiving.most)
    const topic = batch.topic.slice(prefix.length + 1)
    const messages = sent.map((message) => sentMessage(message, { topic, partition: batch.partition }))
    const requireHeld = () => membership.requireHeld()
    const { taken, setAside, kept }: Handled = await receiving.handle({ messages, requireHeld })
    if (taken === 0) return 0
    requireHeld()
    // What stands behind the last of a batch are marks of senders' transactions.
    const isAll = taken === left.length
    const next = isAll ? BigInt(batch.lastOffset()) + 1n : BigInt(left[taken]?.offset ?? '0')
    await claimed.settle({
      upTo: String(next),
      setAside: setAside.map((one) => ({ ...one, sent: sent[messages.indexOf(one.message)] as KafkaMessage })),
      setAsideTo: `${prefix}.${receiving.setAsideTo}`,
    })
    kept?.()
    return taken
  }

  private async claim(topic: string, partition: number): Promise<ClaimedPartition> {
    const known = this.claimed.get(nameOf(topic, partition))
    if (known) return known
    const { kafka, prefix } = this.o
    const claimed = await ClaimedPartition.claim(kafka, this.admin, {
      topic,
      partition,
      group: consumerGroupOf(prefix),
    })
    this.claimed.set(nameOf(topic, partition), claimed)
    return claimed
  }

  private later(pause: () => () => void): void {
    const resume = pause()
    const timer = setTimeout(() => {
      this.pauses.delete(timer)
      resume()
    }, pauseMs)
    this.pauses.add(timer)
  }

  private async letGo(): Promise<void> {
    const all = [...this.claimed.values()]
    this.claimed.clear()
    for (const claimed of all) await claimed.close()
  }

  private async letGoOf(topic: string, partition: number): Promise<void> {
    const name = nameOf(topic, partition)
    const claimed = this.claimed.get(name)
    this.claimed.delete(name)
    await claimed?.close()
  }
}

interface Piece {
  left: readonly KafkaMessage[]
  claimed: ClaimedPartition
  membership: HeldMembership
  batch: EachBatchPayload['batch']
}

const nameOf = (topic: string, partition: number): string => `${topic}/${partition}`

/** What only joining the group again helps against. */
const isOfGroup = (error: unknown): boolean =>
  ['REBALANCE_IN_PROGRESS', 'ILLEGAL_GENERATION', 'UNKNOWN_MEMBER_ID', 'NOT_COORDINATOR_FOR_GROUP'].includes(
    (error as { type?: string }).type ?? '',
  )

const textOf = (value: string | Buffer | (string | Buffer)[] | undefined): string =>
  String(Array.isArray(value) ? value[0] : (value ?? ''))

function sentMessage(
  { offset, key, value, headers = {} }: KafkaMessage,
  at: Pick<SentMessage, 'topic' | 'partition'>,
): SentMessage {
  return {
    ...at,
    offset,
    key: key && String(key),
    value: value && String(value),
    ...([key, value].some((bytes) => bytes && !isUtf8(bytes)) && { isGarbled: true }),
    headers: Object.fromEntries(Object.entries(headers).map(([name, text]) => [name, textOf(text)])),
  }
}
