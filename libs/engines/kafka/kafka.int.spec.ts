/** The contract of topics on Kafka, and what is refused of topics that are there. */
import { afterAll, beforeAll, expect, it } from '@jest/globals'
import { describePublishedStream } from '#engines/contracts/published-stream/published-stream.contract.js'
import { EnginesRefused } from '#kernel'
import { hasKafka, KafkaServer, kafkaUser, startsKafka } from '#test/engines/kafka-server.js'
import { readTopic } from '#test/engines/read-topic.js'
import { describeWhen } from '#test/lanes/describe-when.js'
import { KafkaStream } from './kafka-stream.js'

describeWhen(hasKafka, 'Kafka', () => {
  let server: KafkaServer
  beforeAll(async () => {
    server = await KafkaServer.start()
  }, 60_000)
  afterAll(() => server.stop(), 60_000)

  const settings = () => ({ brokers: server.brokers.split(','), prefix: server.freshPrefix(), partitions: 3 })

  describePublishedStream('topics of Kafka', async () => {
    const fresh = settings()
    const again = () => new KafkaStream(fresh)
    const read = async (topic: string) =>
      (await readTopic({ brokers: server.brokers, topic: `${fresh.prefix}.${topic}` })).map((message) => ({
        ...message,
        topic,
      }))
    return { stream: again(), again, read }
  })

  it('are partitioned once and for all', async () => {
    const fresh = settings()
    await new KafkaStream(fresh).declare([{ name: 'events', isTable: false }])
    const more = [
      { name: 'events', isTable: false },
      { name: 'state.things', isTable: true },
    ]
    await expect(new KafkaStream({ ...fresh, partitions: 4 }).declare(more)).rejects.toThrow(
      `the topic ${fresh.prefix}.events has 3 partitions, not 4: more or fewer would break the order of what is there; set KAFKA_PARTITIONS=3`,
    )
    const { partitions: _, ...unsaid } = fresh
    await new KafkaStream(unsaid).declare(more)
    await new KafkaStream(fresh).declare(more)
  })
})

describeWhen(startsKafka, 'Kafka that asks who signs in', () => {
  let server: KafkaServer
  beforeAll(async () => {
    server = await KafkaServer.start({ ofItsOwn: true })
  }, 60_000)
  afterAll(() => server.stop(), 60_000)

  const signingIn = (password: string) => {
    const sasl = { mechanism: 'scram-sha-512' as const, username: kafkaUser.username, password }
    return new KafkaStream({ brokers: [server.signedIn], prefix: server.freshPrefix(), sasl })
  }

  it('takes what is published by whom it knows', async () => {
    const publisher = await signingIn(kafkaUser.password).takeOver('events')
    await publisher.publish([], { position: 0, note: 'there' })
    await publisher.close()
  })

  it('is told of in one line without the password where it does not know them', async () => {
    const refused = signingIn('wrong-one').declare([{ name: 'events', isTable: false }])
    await expect(refused).rejects.toThrow(EnginesRefused)
    await expect(refused).rejects.toThrow('KAFKA_USER')
    await expect(refused).rejects.not.toThrow('wrong-one')
  })
})
