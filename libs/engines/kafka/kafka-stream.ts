/** Topics of Kafka as what others read of us. */
import type { Kafka } from 'kafkajs'
import {
  EnginesRefused,
  type PublishedStream,
  type Publisher,
  PublishingFailed,
  TakenOver,
  type TopicSpec,
} from '#kernel'
import { clientOf, refusalIn } from './kafka-client.js'
import { KafkaPublisher } from './kafka-publisher.js'
import type { KafkaSettings } from './kafka-settings.js'
import { extentsOf, readCommitted } from './read-committed.js'
import { ensureTopics } from './topics.js'

export class KafkaStream implements PublishedStream {
  private readonly kafka: Kafka

  constructor(private readonly settings: KafkaSettings) {
    this.kafka = clientOf(settings)
  }

  declare(topics: readonly TopicSpec[]): Promise<void> {
    const { prefix } = this.settings
    const named = topics.map(({ name, isTable }) => ({ name: `${prefix}.${name}`, isTable }))
    return said(ensureTopics(this.kafka, named, this.settings))
  }

  takeOver(name: string): Promise<Publisher> {
    return said(KafkaPublisher.takeOver(this.kafka, { name, settings: this.settings }))
  }

  async keysOf(table: string): Promise<ReadonlySet<string>> {
    const { prefix } = this.settings
    const topic = `${prefix}.${table}`
    const keys = new Set<string>()
    const extents = await said(extentsOf(this.kafka, topic))
    const take = ({ key, value }: { key: string; value: string | null }) => {
      if (value === null) keys.delete(key)
      else keys.add(key)
    }
    await said(readCommitted(this.kafka, { topic, prefix, extents, take }))
    return keys
  }

  /** Connections are those of publishers and of reading, and end with them. */
  close(): Promise<void> {
    return Promise.resolve()
  }
}

/** What somebody must do something about is said in one line; for the rest waiting may help. */
async function said<T>(work: Promise<T>): Promise<T> {
  try {
    return await work
  } catch (error) {
    if (error instanceof EnginesRefused || error instanceof PublishingFailed || error instanceof TakenOver) throw error
    const reason = `Kafka does not do what is asked (${(error as Error).message})`
    throw refusalIn(error) ?? new PublishingFailed(reason, { cause: error })
  }
}
