/** Topics as they are made, and what is refused of those that are there: order and history hang on it. */
import { setTimeout as delay } from 'node:timers/promises'
import type { Admin, Kafka } from 'kafkajs'
import { EnginesRefused } from '#kernel'
import type { KafkaSettings } from './kafka-settings.js'

export interface KafkaTopic {
  /** With the prefix. */
  name: string
  isTable: boolean
  /** Where it is always the same; else as set, or as others of the installation have. */
  partitions?: number
  /** What a table that is written all the time needs so that reading it back is short. */
  isBusy?: boolean
  /** What others send is kept so long where we create it; where it is there it is as they want it, and not looked at. */
  keptMs?: number
}

const partitionsUnlessTold = 12
const mostCopiesUnlessTold = 3
/** An event with all its data, in Kafka's form. */
const mostMessageBytes = 4 * 1024 * 1024
/** As the protocol numbers what may be configured. */
const ofTopics = 2
const created = { timeout: 30_000, waitForLeaders: true }
const lookMs = 50

/** Creates those that are missing. @throws EnginesRefused with one line about the first that is not as it must be */
export async function ensureTopics(
  kafka: Kafka,
  topics: readonly KafkaTopic[],
  settings: KafkaSettings,
): Promise<void> {
  const admin = kafka.admin()
  await admin.connect()
  try {
    const there = new Set(await admin.listTopics())
    const standing = topics.filter(({ name, keptMs }) => there.has(name) && keptMs === undefined)
    const partitions = await checked(admin, standing, settings)
    const missing = topics.filter(({ name }) => !there.has(name))
    if (missing.length > 0) await create(admin, missing, { ...settings, partitions: settings.partitions ?? partitions })
  } finally {
    await admin.disconnect()
  }
}

async function create(
  admin: Admin,
  topics: readonly KafkaTopic[],
  { partitions, replication }: KafkaSettings,
): Promise<void> {
  const { brokers } = await admin.describeCluster()
  const copies = replication ?? Math.min(brokers.length, mostCopiesUnlessTold)
  if (copies > brokers.length)
    refuse(`KAFKA_REPLICATION cannot be used; allowed: up to ${brokers.length}, which is how many brokers there are`)
  const made = topics.map((topic) => ({
    topic: topic.name,
    numPartitions: topic.partitions ?? partitions ?? partitionsUnlessTold,
    replicationFactor: copies,
    configEntries: entriesOf(topic, copies),
  }))
  // Answers false where another has made one of them meanwhile.
  await onceKnown(() => admin.createTopics({ topics: made, ...created }))
}

/** A broker may not have heard yet of what another, or it itself, has just made. */
async function onceKnown(make: () => Promise<unknown>): Promise<void> {
  const patience = AbortSignal.timeout(created.timeout)
  for (;;) {
    try {
      await make()
      return
    } catch (error) {
      if (patience.aborted || (error as { type?: string }).type !== 'UNKNOWN_TOPIC_OR_PARTITION') throw error
      await delay(lookMs)
    }
  }
}

/** One copy may be away while it is written; with two, nothing may. */
const entriesOf = ({ isTable, isBusy, keptMs = -1 }: KafkaTopic, copies: number) => {
  const entries: Record<string, string | number> = {
    'cleanup.policy': isTable ? 'compact' : 'delete',
    'retention.ms': keptMs,
    'retention.bytes': -1,
    'min.insync.replicas': Math.max(1, copies - 1),
    'max.message.bytes': mostMessageBytes,
    ...(isBusy && { 'segment.bytes': 1024 * 1024, 'min.cleanable.dirty.ratio': 0.1 }),
  }
  return Object.entries(entries).map(([name, value]) => ({ name, value: String(value) }))
}

/** @returns how many partitions those have that are partitioned as the installation is; undefined where there is none */
async function checked(
  admin: Admin,
  topics: readonly KafkaTopic[],
  settings: KafkaSettings,
): Promise<number | undefined> {
  if (topics.length === 0) return undefined
  const { topics: found } = await admin.fetchTopicMetadata({ topics: topics.map(({ name }) => name) })
  const counts = new Map(found.map(({ name, partitions }) => [name, partitions.length]))
  for (const { name, partitions = settings.partitions } of topics) {
    const count = counts.get(name)
    if (partitions !== undefined && count !== partitions)
      refuse(
        `the topic ${name} has ${count} partitions, not ${partitions}: more or fewer would break the order of what is there; set KAFKA_PARTITIONS=${count}, or publish anew under another KAFKA_TOPIC_PREFIX`,
      )
  }
  await requireLasting(admin, topics)
  const [first] = topics.filter(({ partitions }) => partitions === undefined)
  return first && counts.get(first.name)
}

async function requireLasting(admin: Admin, topics: readonly KafkaTopic[]): Promise<void> {
  const asked = topics.map(({ name }) => ({ type: ofTopics, name }))
  const { resources } = await admin.describeConfigs({ resources: asked, includeSynonyms: false })
  for (const { resourceName, configEntries } of resources) {
    const topic = topics.find(({ name }) => name === resourceName)
    const entry = (name: string) => configEntries.find(({ configName }) => configName === name)?.configValue
    const policy = topic?.isTable ? 'compact' : 'delete'
    if (entry('cleanup.policy') !== policy)
      refuse(`the topic ${resourceName} has cleanup.policy ${entry('cleanup.policy')}; set it to ${policy}`)
    // A table is not cut off by time.
    if (!topic?.isTable && (entry('retention.ms') !== '-1' || entry('retention.bytes') !== '-1'))
      refuse(`the topic ${resourceName} forgets; set retention.ms and retention.bytes to -1`)
  }
}

function refuse(message: string): never {
  throw new EnginesRefused('badSetting', message)
}
