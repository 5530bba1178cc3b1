/**
 * Publishes messages with a bookmark, one transaction after the other and one request at a time: the client loses
 * messages where several are under way. After any error it is of no use any more.
 */
import { randomUUID } from 'node:crypto'
import { setTimeout as delay } from 'node:timers/promises'
import { type Kafka, Partitioners, type Producer, type TopicMessages, type Transaction } from 'kafkajs'
import { type Bookmark, type Publisher, PublishingFailed, type StreamMessage, TakenOver } from '#kernel'
import { bookmarkTopic, lastBookmark, writtenBookmark } from './bookmarks.js'
import { causesOf, refusalIn } from './kafka-client.js'
import type { KafkaSettings } from './kafka-settings.js'
import { ensureTopics } from './topics.js'

/** Of a transaction whose publisher is gone: until then nobody reads on behind it, unless somebody takes over. */
const transactionTimeout = 30_000
/** Of one request; a single message may be larger. */
const mostBytesAtOnce = 1024 * 1024
/** What a message has besides its texts, about. */
const bytesBeside = 100

/** So often is looked who has taken over, and so long between: what they say is seen a moment later. */
const looks = { times: 5, pauseMs: 200 }

interface Publishing {
  prefix: string
  name: string
  /** Where bookmarks stand, with the prefix. */
  topic: string
  holder: string
}

export class KafkaPublisher implements Publisher {
  #isLost = false

  private constructor(
    private readonly kafka: Kafka,
    private readonly producer: Producer,
    private readonly o: Publishing,
    readonly bookmark: Bookmark | undefined,
  ) {}

  static async takeOver(
    kafka: Kafka,
    { name, settings }: { name: string; settings: KafkaSettings },
  ): Promise<KafkaPublisher> {
    const { prefix } = settings
    const ofBookmarks = bookmarkTopic(prefix, name)
    await ensureTopics(kafka, [ofBookmarks], settings)
    const o = { prefix, name, topic: ofBookmarks.name, holder: randomUUID() }
    const producer = producerOf(kafka, `${prefix}.${name}`)
    await producer.connect()
    try {
      // Others are kept out by the first transaction, not by connecting: whoever read the bookmark before it might
      // miss what they commit in between.
      await (await producer.transaction()).abort()
      const bookmark = (await lastBookmark(kafka, o))?.bookmark
      const publisher = new KafkaPublisher(kafka, producer, o, bookmark)
      // Says who it is, so that whoever was kept out can tell it from a transaction that took too long.
      await publisher.send([], bookmark)
      return publisher
    } catch (error) {
      await producer.disconnect()
      throw error
    }
  }

  publish(messages: readonly StreamMessage[], bookmark: Bookmark): Promise<void> {
    return this.send(messages, bookmark)
  }

  private async send(messages: readonly StreamMessage[], bookmark: Bookmark | undefined): Promise<void> {
    if (this.#isLost) throw new PublishingFailed('this publisher has failed before')
    let transaction: Transaction | undefined
    try {
      transaction = await this.producer.transaction()
      const { prefix, name, topic, holder } = this.o
      const kept = { key: name, value: writtenBookmark({ holder, bookmark }) }
      const requests = requestsOf(messages, prefix)
      requests.push([...(requests.pop() ?? []), { topic, messages: [kept] }])
      for (const topicMessages of requests) await transaction.sendBatch({ topicMessages })
      await transaction.commit()
    } catch (error) {
      this.#isLost = true
      // Where this fails as well, the next to take over ends it.
      await transaction?.abort().catch(() => undefined)
      throw await this.failureOf(error)
    }
  }

  close(): Promise<void> {
    this.#isLost = true
    return this.producer.disconnect()
  }

  private async failureOf(cause: unknown): Promise<Error> {
    const isKeptOut = causesOf(cause).some(({ type }) => type === 'INVALID_PRODUCER_EPOCH')
    if (isKeptOut && (await this.isTakenOver())) return new TakenOver(this.o.name)
    const reason = `Kafka did not take what was published (${(cause as Error).message})`
    return refusalIn(cause) ?? new PublishingFailed(reason, { cause })
  }

  private async isTakenOver(): Promise<boolean> {
    for (let look = 0; look < looks.times; look++) {
      const last = await lastBookmark(this.kafka, this.o).catch(() => undefined)
      if (last && last.holder !== this.o.holder) return true
      await delay(looks.pauseMs)
    }
    // Whoever tries again will learn it.
    return false
  }
}

const producerOf = (kafka: Kafka, transactionalId: string): Producer =>
  kafka.producer({
    transactionalId,
    transactionTimeout,
    idempotent: true,
    maxInFlightRequests: 1,
    allowAutoTopicCreation: false,
    createPartitioner: Partitioners.DefaultPartitioner,
  })

/** Messages by topic, in their order, in requests that brokers take. */
function requestsOf(messages: readonly StreamMessage[], prefix: string): TopicMessages[][] {
  const requests: Map<string, TopicMessages>[] = []
  let bytes = 0
  for (const { topic, key, value, headers } of messages) {
    const size = bytesOf(key) + bytesOf(value ?? '') + bytesOf(JSON.stringify(headers ?? {})) + bytesBeside
    if (requests.length === 0 || bytes + size > mostBytesAtOnce) {
      requests.push(new Map())
      bytes = 0
    }
    bytes += size
    const request = requests.at(-1) as Map<string, TopicMessages>
    const ofTopic = request.get(topic) ?? { topic: `${prefix}.${topic}`, messages: [] }
    ofTopic.messages.push({ key, value, headers: { ...headers } })
    request.set(topic, ofTopic)
  }
  return requests.map((request) => [...request.values()])
}

const bytesOf = (text: string): number => Buffer.byteLength(text)
