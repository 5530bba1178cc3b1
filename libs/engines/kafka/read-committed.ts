/** Reads what is committed in a topic, from some place to where it ended when it was asked, and no further. */
import { randomUUID } from 'node:crypto'
import type { Consumer, Kafka } from 'kafkajs'

export interface ReadMessage {
  partition: number
  key: string
  value: string | null
}

/** Offsets of a partition: the first that is there, and the one behind the last that is committed. */
export interface CommittedPart {
  partition: number
  low: bigint
  high: bigint
}

export interface ReadCommitted {
  /** With the prefix. */
  topic: string
  /** Begins the name of the consumer's group. */
  prefix: string
  extents: readonly CommittedPart[]
  take: (message: ReadMessage) => void
}

const patienceMs = 120_000
/** Else the end takes as long as the longest fetch. */
const maxWaitTimeInMs = 100

/** What of a topic is committed; what was a moment ago may be missing, as what stands behind it. */
export async function extentsOf(kafka: Kafka, topic: string): Promise<CommittedPart[]> {
  const admin = kafka.admin()
  await admin.connect()
  try {
    const offsets = await admin.fetchTopicOffsets(topic)
    return offsets.map(({ partition, low, high }) => ({ partition, low: BigInt(low), high: BigInt(high) }))
  } finally {
    await admin.disconnect()
  }
}

/** Messages of one partition are taken in order, each once; what was never committed is not. */
export async function readCommitted(kafka: Kafka, { topic, prefix, extents, take }: ReadCommitted): Promise<void> {
  const wanted = extents.filter(({ low, high }) => low < high)
  if (wanted.length === 0) return
  const groupId = `${prefix}.reading-back.${randomUUID()}`
  const consumer = kafka.consumer({ groupId, maxWaitTimeInMs, readUncommitted: false, allowAutoTopicCreation: false })
  await consumer.connect()
  try {
    await consumer.subscribe({ topics: [topic], fromBeginning: true })
    await Promise.all([endOf(consumer, wanted), begin(consumer, { topic, extents: wanted, take })])
  } finally {
    await consumer.disconnect()
  }
}

async function begin(consumer: Consumer, { topic, extents, take }: Omit<ReadCommitted, 'prefix'>): Promise<void> {
  const places = new Map(extents.map(({ partition, low, high }) => [partition, { next: low, high }]))
  // It may have to join more than once.
  consumer.on(consumer.events.GROUP_JOIN, () => {
    for (const [partition, { next }] of places) consumer.seek({ topic, partition, offset: String(next) })
  })
  await consumer.run({
    autoCommit: false,
    eachBatch: async ({ batch: { partition, messages } }) => {
      const place = places.get(partition)
      for (const { offset, key, value } of messages) {
        const at = BigInt(offset)
        if (!place || at < place.next || at >= place.high) continue
        place.next = at + 1n
        take({ partition, key: String(key), value: value && String(value) })
      }
    },
  })
}

/** Batches of which nothing is to be taken, as ends of transactions are, are told of as well. */
function endOf(consumer: Consumer, wanted: readonly CommittedPart[]): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>()
  const waiting = new Map(wanted.map(({ partition, high }) => [partition, high]))
  consumer.on(consumer.events.END_BATCH_PROCESS, ({ payload: { partition, lastOffset } }) => {
    const high = waiting.get(partition)
    if (high !== undefined && BigInt(lastOffset) >= high - 1n) waiting.delete(partition)
    if (waiting.size === 0) resolve()
  })
  consumer.on(consumer.events.CRASH, ({ payload: { error, restart } }) => {
    // Otherwise it begins anew by itself, perhaps with what was taken already.
    if (!restart) reject(error)
  })
  const late = setTimeout(() => reject(new Error(`reading back took longer than ${patienceMs} ms`)), patienceMs)
  return promise.finally(() => clearTimeout(late))
}
