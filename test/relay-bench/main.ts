/**
 * What the relay costs beside Kafka: the log published by it, against the bare client with the same settings and topics
 * that sends messages which were made before, in transactions of as many. Prints one line with the ratio.
 * `node dist/test/relay-bench/main.js [events]`, after `npm run engines`.
 */
import { randomUUID } from 'node:crypto'
import { setTimeout as delay } from 'node:timers/promises'
import { Kafka, logLevel, Partitioners } from 'kafkajs'
import { business } from '#crm/business.js'
import { KafkaStream } from '#engines/kafka/kafka-stream.js'
import { openMemoryLog } from '#engines/sqlite/event-log/sqlite-event-log.js'
import { type EventLog, type JsonObject, type NewEvent, type StreamMessage, storedPosition } from '#kernel'
import { EventMessages, EventRelay, placedInCommands } from '#streams'
import { KafkaServer } from '../engines/kafka-server.js'

const count = Number(process.argv[2] ?? 20_000)
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

const settingsOf = (server: KafkaServer) => ({ brokers: [server.brokers], prefix: server.freshPrefix(), partitions })

/** Events per second of the relay, from its start until everything is published. */
async function relayed(server: KafkaServer, log: EventLog): Promise<number> {
  const stream = new KafkaStream(settingsOf(server))
  await stream.declare([{ name: 'events', isTable: false }])
  const onTrouble = ({ message }: Error) => process.stderr.write(`${message}\n`)
  const relay = new EventRelay({ registry: business.registry, log, identity, stream, onTrouble })
  const head = await log.head()
  const ending = new AbortController()
  const running = relay.run(ending.signal)
  while (relay.reached === 0) await delay(1)
  const from = performance.now()
  while (relay.reached < head) await delay(1)
  const seconds = (performance.now() - from) / 1000
  ending.abort()
  await running
  return (count - perTransaction) / seconds
}

/** Messages per second of the bare client. */
async function bare(server: KafkaServer, messages: readonly StreamMessage[]): Promise<number> {
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
  let from = 0
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
    if (at === 0) from = performance.now()
  }
  const seconds = (performance.now() - from) / 1000
  await producer.disconnect()
  return (messages.length - perTransaction) / seconds
}

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0

async function main(): Promise<number> {
  const server = await KafkaServer.start()
  const log = await filledLog()
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
  const rates: { relay: number; client: number }[] = []
  for (let round = 0; round < rounds; round++)
    rates.push({ client: await bare(server, prepared), relay: await relayed(server, log) })
  await server.stop()
  const [relay, client] = [median(rates.map((each) => each.relay)), median(rates.map((each) => each.client))]
  const ratio = relay / client
  const met = ratio >= target
  const line = `relay, transactional, ${perTransaction} at a time: ${Math.round(relay)} events/s against ${Math.round(client)} of the bare client: ${ratio.toFixed(2)} ×, target ≥ ${target} ×`
  process.stdout.write(`${line}${met ? '' : ' MISSED'}\n`)
  return met ? 0 : 1
}

process.exitCode = await main()
