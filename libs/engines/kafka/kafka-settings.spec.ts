/** What may be set about Kafka, and the line for what may not. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from '@jest/globals'
import { EnginesRefused } from '#kernel'
import { readKafkaSettings } from './kafka-settings.js'

const folder = mkdtempSync(join(tmpdir(), 'kumppani-kafka-settings-'))
afterAll(() => rmSync(folder, { recursive: true }))
const file = (name: string, text: string): string => {
  writeFileSync(join(folder, name), text)
  return join(folder, name)
}
const brokers = { KAFKA_BROKERS: 'one:9092, two:9093' }

describe('settings of Kafka', () => {
  it('are none where no brokers are named', () => {
    expect(readKafkaSettings({ KAFKA_BROKERS: ' ', KAFKA_PARTITIONS: 'nonsense' })).toBeUndefined()
  })

  it('are little where nothing else is said', () => {
    expect(readKafkaSettings(brokers)).toEqual({ brokers: ['one:9092', 'two:9093'], prefix: 'kumppani' })
  })

  it('say how connections are protected, and who signs in', () => {
    const signing = { KAFKA_USER: 'relay', KAFKA_PASSWORD_FILE: file('password', 'secret\n') }
    const protection = { KAFKA_TLS_CA_FILE: file('ca.pem', 'PEM') }
    expect(readKafkaSettings({ ...brokers, ...signing, ...protection })).toMatchObject({
      tls: { ca: 'PEM' },
      sasl: { mechanism: 'scram-sha-512', username: 'relay', password: 'secret' },
    })
    expect(readKafkaSettings({ ...brokers, KAFKA_TLS: 'on' })?.tls).toEqual({})
  })

  const plain = { KAFKA_SASL_MECHANISM: 'plain', KAFKA_USER: 'a', KAFKA_PASSWORD: 'secret' }
  it.each([
    [{ KAFKA_BROKERS: 'one' }, 'KAFKA_BROKERS'],
    [{ KAFKA_TOPIC_PREFIX: 'Ours' }, 'KAFKA_TOPIC_PREFIX'],
    [{ KAFKA_PARTITIONS: '0' }, 'KAFKA_PARTITIONS'],
    [{ KAFKA_REPLICATION: '1.5' }, 'KAFKA_REPLICATION'],
    [{ KAFKA_TLS: 'yes' }, 'KAFKA_TLS'],
    [{ KAFKA_TLS_CA_FILE: '/nowhere/ca.pem' }, 'KAFKA_TLS_CA_FILE'],
    [{ KAFKA_USER: 'relay' }, 'KAFKA_PASSWORD'],
    [{ KAFKA_PASSWORD: 'secret' }, 'KAFKA_USER'],
    [plain, 'KAFKA_SASL_MECHANISM'],
  ])('refuse %j by the name of what is wrong', (wrong, variable) => {
    const read = () => readKafkaSettings({ ...brokers, ...wrong })
    expect(read).toThrow(EnginesRefused)
    expect(read).toThrow(variable)
    expect(read).not.toThrow('secret')
  })
})
