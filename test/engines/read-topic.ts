/** What a consumer reads of a topic, committed only; a consumer of its own, so that no code of ours reads what it wrote. */
import { randomUUID } from 'node:crypto'
import { setTimeout as delay } from 'node:timers/promises'
import { type Admin, Kafka, logLevel } from 'kafkajs'
import type { StreamMessage } from '#kernel'

export interface TopicAsRead {
  brokers: string
  /** With the prefix. */
  topic: string
}

export interface ReadMessage extends StreamMessage {
  partition: number
  offset: bigint
}

const reached = (brokers: string) =>
  new Kafka({ brokers: brokers.split(','), logLevel: logLevel.NOTHING, retry: { retries: 20 } })

/** The topics that there are under a prefix, with it. */
export async function topicsUnder(prefix: string, brokers: string): Promise<string[]> {
  const admin = reached(brokers).admin()
  await admin.connect()
  const topics = await admin.listTopics()
  await admin.disconnect()
  return topics.filter((topic) => topic.startsWith(`${prefix}.`)).sort()
}

/** Everything that was in it when it was asked, of each partition in order. */
export async function readTopic({ brokers, topic }: TopicAsRead): Promise<ReadMessage[]> {
  const kafka = reached(brokers)
  const admin = kafka.admin()
  await admin.connect()
  const ends = await endsOf(admin, topic)
  await admin.disconnect()
  for (const [partition, high] of ends) if (high === 0n) ends.delete(partition)
  const read: ReadMessage[] = []
  if (ends.size === 0) return read
  const consumer = kafka.consumer({ groupId: `test-${randomUUID()}`, maxWaitTimeInMs: 100 })
  await consumer.connect()
  await consumer.subscribe({ topics: [topic], fromBeginning: true })
  const { promise, resolve } = Promise.withResolvers<void>()
  consumer.on(consumer.events.END_BATCH_PROCESS, ({ payload: { partition, lastOffset } }) => {
    if (BigInt(lastOffset) >= (ends.get(partition) ?? 0n) - 1n) ends.delete(partition)
    if (ends.size === 0) resolve()
  })
  await consumer.run({
    autoCommit: false,
    eachMessage: async ({ partition, message: { key, value, headers = {}, offset } }) => {
      const texts = Object.entries(headers).map(([name, text]) => [name, String(text)])
      const position = { partition, offset: BigInt(offset) }
      read.push({
        topic,
        key: String(key),
        value: value && String(value),
        headers: Object.fromEntries(texts),
        ...position,
      })
    },
  })
  await promise
  await consumer.disconnect()
  return read
}

/** Where each partition ends. What was committed a moment ago is not readable yet, so that it is waited until nothing moves. */
async function endsOf(admin: Admin, topic: string): Promise<Map<number, bigint>> {
  const look = async () =>
    new Map((await admin.fetchTopicOffsets(topic)).map(({ partition, high }) => [partition, BigInt(high)]))
  let ends = await look()
  for (let same = 0; same < 3; ) {
    await delay(100)
    const now = await look()
    same = [...now].every(([partition, high]) => ends.get(partition) === high) ? same + 1 : 0
    ends = now
  }
  return ends
}
