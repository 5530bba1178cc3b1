/**
 * A partition as one process of a group has it: whoever had it before cannot say any more how far it is done. Kafka
 * does not keep that apart by itself with this client, so that each partition has a transactional producer of its own.
 */
import { setTimeout as delay } from 'node:timers/promises'
import { type Admin, type IHeaders, type Kafka, type KafkaMessage, Partitioners, type Producer } from 'kafkajs'
import type { SetAside } from '#kernel'
import { doneOffsets } from './done-offsets.js'

export interface PartitionName {
  /** With the prefix. */
  topic: string
  partition: number
  /** Of the consumers. */
  group: string
}

/** What one transaction says. */
export interface Settlement {
  /** The first message that is not done with. */
  upTo: string
  setAside: readonly (SetAside & { sent: KafkaMessage })[]
  /** With the prefix. */
  setAsideTo: string
}

/** Of a transaction whose process is gone: until then nobody sees what was set aside behind it, unless somebody claims the partition. */
const transactionTimeout = 30_000
const looks = { times: 500, pauseMs: 5 }

export class ClaimedPartition {
  private constructor(
    private readonly name: PartitionName,
    private readonly producer: Producer,
    /** The first message that is not done with; -1 where nothing is said. */
    readonly begins: bigint,
  ) {}

  static async claim(kafka: Kafka, admin: Admin, name: PartitionName): Promise<ClaimedPartition> {
    const { topic, partition, group } = name
    const producer = kafka.producer({
      transactionalId: `${group}.${topic}.${partition}`,
      transactionTimeout,
      idempotent: true,
      maxInFlightRequests: 1,
      allowAutoTopicCreation: false,
      createPartitioner: Partitioners.DefaultPartitioner,
    })
    await producer.connect()
    try {
      // The first transaction keeps others out, not the connection: only what is read behind it is the last they said.
      await (await producer.transaction()).abort()
      const done = await doneOffsets(admin, { group, topics: [topic] })
      return new ClaimedPartition(name, producer, done.get(topic)?.get(partition) ?? -1n)
    } catch (error) {
      await producer.disconnect()
      throw error
    }
  }

  /** Says it all, or nothing. After an error it is of no use any more. */
  async settle({ upTo, setAside, setAsideTo }: Settlement): Promise<void> {
    const { topic, partition, group } = this.name
    const transaction = await this.producer.transaction()
    try {
      const messages = setAside.map((one) => ({
        key: one.sent.key,
        value: one.sent.value,
        headers: { ...one.sent.headers, ...whyOf(one) },
      }))
      if (messages.length > 0) await transaction.send({ topic: setAsideTo, messages })
      await onceFree(() =>
        transaction.sendOffsets({
          consumerGroupId: group,
          topics: [{ topic, partitions: [{ partition, offset: upTo }] }],
        }),
      )
      await transaction.commit()
    } catch (error) {
      // Where this fails as well, the next to claim the partition ends it.
      await transaction.abort().catch(() => undefined)
      throw error
    }
  }

  close(): Promise<void> {
    return this.producer.disconnect()
  }
}

/** The last transaction is ended a moment after it is said to be, which the client waits for with messages only. */
async function onceFree(work: () => Promise<void>): Promise<void> {
  for (let look = 1; ; look++) {
    try {
      return await work()
    } catch (error) {
      if ((error as { type?: string }).type !== 'CONCURRENT_TRANSACTIONS' || look === looks.times) throw error
      await delay(looks.pauseMs)
    }
  }
}

/** Beside the headers that the message came with. */
const whyOf = ({ message, code, sentence, path }: SetAside): IHeaders => ({
  'kumppani-code': code,
  'kumppani-sentence': sentence,
  ...(path !== undefined && { 'kumppani-path': path }),
  'kumppani-topic': message.topic,
  'kumppani-partition': String(message.partition),
  'kumppani-offset': message.offset,
})
