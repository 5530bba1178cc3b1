/** The contract of topics that others send to on Kafka. */
import { afterAll, beforeAll } from '@jest/globals'
import { Kafka, type KafkaMessage, logLevel, Partitioners } from 'kafkajs'
import { describeInboundStream } from '#engines/contracts/inbound-stream/inbound-stream.contract.js'
import { hasKafka, KafkaServer } from '#test/engines/kafka-server.js'
import { readTopic } from '#test/engines/read-topic.js'
import { describeWhen } from '#test/lanes/describe-when.js'
import { clientOf } from '../kafka-client.js'
import { ClaimedPartition } from './claimed-partition.js'
import { KafkaInbound } from './kafka-inbound.js'

const topic = 'in.things'
const group = 'any'

describeWhen(hasKafka, 'Kafka', () => {
  let server: KafkaServer
  beforeAll(async () => {
    server = await KafkaServer.start()
  }, 90_000)
  afterAll(() => server.stop(), 60_000)

  describeInboundStream('topics of Kafka that others send to', async () => {
    const settings = { brokers: server.brokers.split(','), prefix: server.freshPrefix() }
    const again = () => new KafkaInbound(settings)
    return {
      stream: again(),
      again,
      send: async (topic, messages) => {
        const kafka = new Kafka({ brokers: settings.brokers, logLevel: logLevel.NOTHING })
        const producer = kafka.producer({
          createPartitioner: Partitioners.DefaultPartitioner,
          // What it sends once more would be there twice.
          ...{ idempotent: true, maxInFlightRequests: 1 },
        })
        await producer.connect()
        await producer.send({ topic: `${settings.prefix}.${topic}`, messages: [...messages] })
        await producer.disconnect()
      },
      setAside: async () => {
        const read = await readTopic({ brokers: server.brokers, topic: `${settings.prefix}.in.set-aside` })
        return read.map(({ key, value, headers }) => ({
          key: key === 'null' ? null : key,
          value,
          code: headers?.['kumppani-code'] ?? '',
        }))
      },
    }
  })

  it('lets whoever claimed a partition before say nothing of it any more', async () => {
    const settings = { brokers: server.brokers.split(','), prefix: server.freshPrefix() }
    await new KafkaInbound(settings).declare([topic], 'in.set-aside')
    const kafka = clientOf(settings)
    const admin = kafka.admin()
    await admin.connect()
    const name = { topic: `${settings.prefix}.${topic}`, partition: 0, group: `${settings.prefix}.${group}` }
    const sent = { key: Buffer.from('a'), value: Buffer.from('b'), headers: {} } as KafkaMessage
    const message = { topic, partition: 0, offset: '1', key: 'a', value: 'b', headers: {} }
    const aside = { message, code: 'bad', sentence: 'It is no good.', sent }
    const setAsideTo = `${settings.prefix}.in.set-aside`
    const first = await ClaimedPartition.claim(kafka, admin, name)
    expect(first.begins).toBe(-1n)
    await first.settle({ upTo: '3', setAside: [], setAsideTo })
    const second = await ClaimedPartition.claim(kafka, admin, name)
    expect(second.begins).toBe(3n)
    await expect(first.settle({ upTo: '2', setAside: [aside], setAsideTo })).rejects.toThrow()
    await second.settle({ upTo: '4', setAside: [aside], setAsideTo })
    const third = await ClaimedPartition.claim(kafka, admin, name)
    expect(third.begins).toBe(4n)
    expect(await readTopic({ brokers: server.brokers, topic: setAsideTo })).toHaveLength(1)
    for (const each of [first, second, third]) await each.close()
    await admin.disconnect()
  }, 60_000)
})
