/** Topics of Kafka as what others send us. */
import { setTimeout as delay } from 'node:timers/promises'
import type { Kafka } from 'kafkajs'
import type { InboundStream, Receiving } from '#kernel'
import { clientOf, refusalIn } from '../kafka-client.js'
import type { KafkaSettings } from '../kafka-settings.js'
import { ensureTopics } from '../topics.js'
import { doneOffsets } from './done-offsets.js'
import { consumerGroupOf, Reception } from './reception.js'

const dayMs = 86_400_000
/** Of topics that we create: what is sent is a person's data as often as not, and was recorded long before. */
const keptMs = 7 * dayMs
/** What was refused is looked at by people. */
export const setAsideKeptMs = 30 * dayMs
/** Each that has messages takes a producer of its own. */
const partitions = 6
const setAsidePartitions = 3
const againMs = 1_000

export class KafkaInbound implements InboundStream {
  private readonly kafka: Kafka

  constructor(private readonly settings: KafkaSettings) {
    this.kafka = clientOf(settings)
  }

  async declare(topics: readonly string[], setAsideTo: string): Promise<void> {
    const named = (name: string) => ({ name: `${this.settings.prefix}.${name}`, isTable: false })
    const all = [
      ...topics.map((topic) => ({ ...named(topic), partitions, keptMs })),
      { ...named(setAsideTo), partitions: setAsidePartitions, keptMs: setAsideKeptMs },
    ]
    try {
      await ensureTopics(this.kafka, all, this.settings)
    } catch (error) {
      throw refusalIn(error) ?? error
    }
  }

  async receive(receiving: Receiving): Promise<void> {
    const { signal, onTrouble } = receiving
    while (!signal.aborted) {
      try {
        await new Reception({ kafka: this.kafka, prefix: this.settings.prefix, receiving }).run()
      } catch (error) {
        const refusal = refusalIn(error)
        if (refusal) throw refusal
        onTrouble(error as Error)
        await delay(againMs, undefined, { signal }).catch(() => undefined)
      }
    }
  }

  async lag(topics: readonly string[]): Promise<ReadonlyMap<string, number>> {
    const { prefix } = this.settings
    const admin = this.kafka.admin()
    await admin.connect()
    try {
      const named = topics.map((topic) => `${prefix}.${topic}`)
      const done = await doneOffsets(admin, { group: consumerGroupOf(prefix), topics: named })
      const lags = topics.map(async (topic, at): Promise<[string, number]> => {
        const name = named[at] as string
        const parts = await admin.fetchTopicOffsets(name)
        const left = parts.map(({ partition, high, low }) => {
          const from = done.get(name)?.get(partition) ?? -1n
          return BigInt(high) - (from < BigInt(low) ? BigInt(low) : from)
        })
        return [topic, Number(left.reduce((sum, one) => sum + one, 0n))]
      })
      return new Map(await Promise.all(lags))
    } finally {
      await admin.disconnect()
    }
  }

  /** Connections are those of receiving, and end with it. */
  close(): Promise<void> {
    return Promise.resolve()
  }
}
