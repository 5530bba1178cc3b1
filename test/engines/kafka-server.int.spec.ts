/** The broker for tests: it serves, keeps what was acknowledged over a kill. */
import { afterAll, beforeAll, expect, it } from '@jest/globals'
import { type Admin, Kafka, logLevel } from 'kafkajs'
import { describeWhen } from '#test/lanes/describe-when.js'
import { KafkaServer, startsKafka } from './kafka-server.js'

describeWhen(startsKafka, 'a Kafka of tests', () => {
  let server: KafkaServer
  let admin: Admin
  let kafka: Kafka
  beforeAll(async () => {
    server = await KafkaServer.start({ ofItsOwn: true })
    kafka = new Kafka({ brokers: [server.brokers], logLevel: logLevel.NOTHING, retry: { retries: 30 } })
    admin = kafka.admin()
    await admin.connect()
  }, 60_000)
  afterAll(async () => {
    await admin.disconnect()
    await server.stop()
  }, 60_000)

  it('still has after a kill what it acknowledged before', async () => {
    const topic = `${server.freshPrefix()}.kept`
    await admin.createTopics({ topics: [{ topic, numPartitions: 2 }] })
    const producer = kafka.producer()
    await producer.connect()
    await producer.send({ topic, acks: -1, messages: [{ key: 'a', value: 'one', partition: 1 }] })
    await producer.disconnect()
    await server.kill()
    await server.restart()
    const offsets = await admin.fetchTopicOffsets(topic)
    expect(new Map(offsets.map(({ partition, high }) => [partition, high]))).toEqual(
      new Map([
        [0, '0'],
        [1, '1'],
      ]),
    )
  }, 60_000)
})
