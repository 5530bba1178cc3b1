/**
 * What the relay costs beside Kafka: the log published by it, against the bare client with the same settings and topics
 * that sends messages which were made before, in transactions of as many.
 */
import { randomUUID } from 'node:crypto'
import { setTimeout as delay } from 'node:timers/promises'
import { Kafka, logLevel, Partitioners } from 'kafkajs'
import { business } from '#crm/business.js'
import { KafkaStream } from '#engines/kafka/kafka-stream.js'
import { openMemoryLog } from '#engines/sqlite/event-log/sqlite-event-log.js'
import { type EventLog, type JsonObject, type NewEvent, type StreamMessage, storedPosition } from '#kernel'
import { EventMessages, EventRelay, placedInCommands } from '#streams'
import { KafkaServer } from '../../engines/kafka-server.js'
import { atLeast, type Measured } from '../figure.js'
import { byTurns, type Cost, counting } from './costs.js'

const count = 20_000
const rounds = 3
const customers = 400
const perAppend = 30
const perTransaction = 500
const partitions = 12
const target = 0.8
const identity = 'bench'

/** Every published type in turn, with the data of its examples. */
function recordable(): NewEvent[] {
  const published = business.registry.catalogue.all().filter((each) => each.published === true)
  const ids = Array.from({ length: customers }, () => randomUUID())
  return Array.from({ length: count }, (_, index): NewEvent => {
    const { type, version, examples } = published[index % published.length] as (typeof published)[number]
    const at = new Date(1_760_000_000_000 + index).toISOString()
    const filing = { customers: [ids[index % customers] as string], contacts: [] }
    const occurred = { occurredAt: at, occurredPrecision: 'instant' as const, effectiveAt: at, recordedAt: at }
    const command = { commandId: randomUUID(), fingerprint: '0123456789abcdef0123456789abcdef', actor: 'member-17' }
    const data = JSON.parse(JSON.stringify(examples[0])) as JsonObject
    return { id: randomUUID(), type, data, metadata: { schemaVersion: version, ...occurred, ...filing, ...command } }
  })
}

async function filledLog(): Promise<EventLog> {
  const log = openMemoryLog()
  const events = recordable()
  for (let from = 0; from < events.length; from += perAppend)
    await log.append(`bench-${from}`, 'no-stream', events.slice(from, from + perAppend))
  return log
}

const settingsOf = (server: KafkaServer) => ({
  brokers: server.brokers.split(','),
  prefix: server.freshPrefix(),
  partitions,
})

/** The relay, from its first transaction until everything is published. */
async function relayed(server: KafkaServer, log: EventLog): Promise<Cost> {
  const stream = new KafkaStream(settingsOf(server))
  await stream.declare([{ name: 'events', isTable: false }])
  const onTrouble = ({ message }: Error) => process.stderr.write(`${message}\n`)
  const relay = new EventRelay({ registry: business.registry, log, identity, stream, onTrouble })
  const head = await log.head()
  const ending = new AbortController()
  const running = relay.run(ending.signal)
  while (relay.reached === 0) await delay(1)
  const costOf = counting()
  while (relay.reached < head) await delay(1)
  const cost = costOf(count - perTransaction)
  ending.abort()
  await running
  return cost
}

async function bare(server: KafkaServer, messages: readonly StreamMessage[]): Promise<Cost> {
  const settings = settingsOf(server)
  const stream = new KafkaStream(settings)
  await stream.declare([
    { name: 'events', isTable: false },
    { name: 'positions.events', isTable: true },
  ])
  const kafka = new Kafka({
    brokers: settings.brokers,
    logLevel: logLevel.NOTHING,
    retry: { initialRetryTime: 10, retries: 10 },
  })
  const producer = kafka.producer({
    transactionalId: `${settings.prefix}.bare`,
    idempotent: true,
    maxInFlightRequests: 1,
    createPartitioner: Partitioners.DefaultPartitioner,
  })
  await producer.connect()
  let costOf = counting()
  for (let at = 0; at < messages.length; at += perTransaction) {
    const transaction = await producer.transaction()
    const part = messages.slice(at, at + perTransaction)
    const topicMessages = [
      {
        topic: `${settings.prefix}.events`,
        messages: part.map(({ key, value, headers }) => ({ key, value, headers: { ...headers } })),
      },
      { topic: `${settings.prefix}.positions.events`, messages: [{ key: 'events', value: String(at) }] },
    ]
    await transaction.sendBatch({ topicMessages })
    await transaction.commit()
    // As the relay is timed: from when the first is there.
    if (at === 0) costOf = counting()
  }
  const cost = costOf(messages.length - perTransaction)
  await producer.disconnect()
  return cost
}

/** Both of them, one after the other, a few times. */
export async function measureRelay(): Promise<Measured[]> {
  const server = await KafkaServer.start()
  try {
    const log = await filledLog()
    const messages = await preparedFrom(log)
    const [client, relay] = await byTurns([() => bare(server, messages), () => relayed(server, log)], rounds)
    const of = { unit: 'events', perSecond: relay.perSecond, baselinePerSecond: client.perSecond, target }
    return [
      atLeast(`relay to Kafka, transactions of ${perTransaction}`, of),
      { what: 'relay to Kafka without transactions', measured: 'there is no such mode', target: '≥ 0.9 ×' },
    ]
  } finally {
    await server.stop()
  }
}

/** What the relay makes of the log, so that the bare client has nothing to do but send. */
async function preparedFrom(log: EventLog): Promise<StreamMessage[]> {
  const mapping = new EventMessages(business.registry, `urn:kumppani:group:${identity}`)
  const prepared: StreamMessage[] = []
  for (let after = storedPosition(0); prepared.length < count; ) {
    const page = await log.readAll({ after, limit: 10_000 })
    for (const { event, place } of await placedInCommands(page, log)) {
      const message = mapping.of(event, place)
      if (message) prepared.push({ topic: 'events', ...message })
    }
    after = page.at(-1)?.position ?? after
  }
  return prepared
}
