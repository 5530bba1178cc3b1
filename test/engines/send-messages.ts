/** What another system sends, by a producer of its own. */
import { Kafka, logLevel, Partitioners, type Producer } from 'kafkajs'

export interface SentByOthers {
  key: string | null
  value: string | null
  headers?: Record<string, string>
}

export class OtherSystem {
  private constructor(
    private readonly producer: Producer,
    private readonly prefix: string,
  ) {}

  static async connect({ brokers, prefix }: { brokers: string; prefix: string }): Promise<OtherSystem> {
    const kafka = new Kafka({ brokers: brokers.split(','), logLevel: logLevel.NOTHING, retry: { retries: 30 } })
    const producer = kafka.producer({
      createPartitioner: Partitioners.DefaultPartitioner,
      // What it sends once more would be there twice.
      ...{ idempotent: true, maxInFlightRequests: 1 },
    })
    await producer.connect()
    return new OtherSystem(producer, prefix)
  }

  /** @param topic without the prefix */
  async send(topic: string, messages: readonly SentByOthers[]): Promise<void> {
    await this.producer.send({ topic: `${this.prefix}.${topic}`, messages: [...messages] })
  }

  close(): Promise<void> {
    return this.producer.disconnect()
  }
}
