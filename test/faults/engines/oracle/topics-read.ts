/** Reads topics from their beginning on as a consumer does, committed only, and keeps all that comes, through whatever befalls the brokers. */
import { randomUUID } from 'node:crypto'
import { type Consumer, Kafka, logLevel } from 'kafkajs'

export interface KeptMessage {
  key: string
  value: string | null
  partition: number
  offset: bigint
}

const endless = 1_000_000

export class TopicsRead {
  private readonly kept = new Map<string, Map<string, KeptMessage>>()

  private constructor(private readonly consumer: Consumer) {}

  /** @param topics that are there by now */
  static async start({ brokers, topics }: { brokers: string; topics: readonly string[] }): Promise<TopicsRead> {
    const retry = { retries: endless, initialRetryTime: 100, maxRetryTime: 1_000, restartOnFailure: async () => true }
    const kafka = new Kafka({ brokers: brokers.split(','), logLevel: logLevel.NOTHING, retry })
    const read = new TopicsRead(kafka.consumer({ groupId: `faults-${randomUUID()}`, maxWaitTimeInMs: 100 }))
    await read.consumer.connect()
    await read.consumer.subscribe({ topics: [...topics], fromBeginning: true })
    await read.consumer.run({
      autoCommit: false,
      eachMessage: async ({ topic, partition, message: { key, value, offset } }) =>
        read.keep(topic, { key: String(key), value: value && String(value), partition, offset: BigInt(offset) }),
    })
    return read
  }

  /** What has come of a topic, each partition in order. Whoever begins again gets the same message once more: it is one. */
  of(topic: string): KeptMessage[] {
    return [...(this.kept.get(topic)?.values() ?? [])].sort(
      (one, other) => one.partition - other.partition || Number(one.offset - other.offset),
    )
  }

  stop(): Promise<void> {
    return this.consumer.disconnect()
  }

  private keep(topic: string, message: KeptMessage): void {
    const kept = this.kept.get(topic) ?? new Map<string, KeptMessage>()
    this.kept.set(topic, kept)
    kept.set(`${message.partition}:${message.offset}`, message)
  }
}
