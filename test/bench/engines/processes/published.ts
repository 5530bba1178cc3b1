/** Reads the topic of events while it is written, committed only, and says how long each event took to come there. */
import { randomUUID } from 'node:crypto'
import { type Consumer, Kafka, logLevel } from 'kafkajs'
import type { Topics } from '../../../e2e/relay/running-relay.js'
import type { KafkaServer } from '../../../engines/kafka-server.js'

const maxWaitTimeInMs = 100

export class Published {
  private latencies: number[] = []
  private reached = 0
  private waiting: { until: number; resolve: () => void } | undefined

  private constructor(private readonly consumer: Consumer) {}

  /** From now on. */
  static async follow(kafka: KafkaServer, { prefix }: Topics): Promise<Published> {
    const client = new Kafka({ brokers: kafka.brokers.split(','), logLevel: logLevel.NOTHING })
    const consumer = client.consumer({ groupId: `bench-${randomUUID()}`, maxWaitTimeInMs, readUncommitted: false })
    const published = new Published(consumer)
    await consumer.connect()
    await consumer.subscribe({ topics: [`${prefix}.events`] })
    const joined = Promise.withResolvers<void>()
    consumer.on(consumer.events.GROUP_JOIN, () => joined.resolve())
    await consumer.run({
      autoCommit: false,
      eachMessage: async ({ message: { value } }) => published.take(JSON.parse(String(value))),
    })
    await joined.promise
    return published
  }

  /** Milliseconds from an event's recorded time until it was read, since the last call; in order of size. */
  taken(): number[] {
    const taken = this.latencies.sort((a, b) => a - b)
    this.latencies = []
    return taken
  }

  /** Resolves once everything up to a position was read, of which that is the last. */
  async until(position: number): Promise<void> {
    if (this.reached >= position) return
    const { promise, resolve } = Promise.withResolvers<void>()
    this.waiting = { until: position, resolve }
    await promise
  }

  close(): Promise<void> {
    return this.consumer.disconnect()
  }

  private take({ time, position }: { time: string; position: string }): void {
    this.latencies.push(Date.now() - Date.parse(time))
    this.reached = Math.max(this.reached, Number(position))
    if (this.waiting && this.reached >= this.waiting.until) this.waiting.resolve()
  }
}
