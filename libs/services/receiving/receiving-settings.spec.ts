/** Which topics of others are recorded, and the line for what cannot be meant. */
import { describe, expect, it } from '@jest/globals'
import { readReceivingSettings } from './receiving-settings.js'

const brokers = { KAFKA_BROKERS: 'one:9092' }
const read = (KAFKA_INBOUND: string, more: Record<string, string> = brokers) =>
  readReceivingSettings({ KAFKA_INBOUND, ...more })

describe('what is received', () => {
  it('is nothing unless it is said', () => {
    expect(readReceivingSettings(brokers)).toBeUndefined()
    expect(read(' ')).toBeUndefined()
  })

  it('is said by topic, with as whom it is recorded', () => {
    expect(read('customers=erp, touchpoints = mail.bot')).toMatchObject({
      members: new Map([
        ['customers', 'erp'],
        ['touchpoints', 'mail.bot'],
      ]),
      source: 'kafka',
      kafka: { prefix: 'kumppani' },
    })
    expect(read('customers=erp', { ...brokers, KAFKA_INBOUND_SOURCE: 'erp-1' })?.source).toBe('erp-1')
  })

  it.each([
    ['on', brokers, 'KAFKA_INBOUND'],
    ['orders=erp', brokers, 'of: customers, opportunities, touchpoints'],
    ['customers=erp,customers=crm', brokers, 'each topic once'],
    ['customers=Erp Bot', brokers, 'KAFKA_INBOUND'],
    ['customers=erp', {}, 'KAFKA_BROKERS is not set, and KAFKA_INBOUND is'],
    ['customers=erp', { ...brokers, KAFKA_INBOUND_SOURCE: 'Old ERP' }, 'KAFKA_INBOUND_SOURCE'],
  ])('%s with %j is refused in a line', (told, more, line) => {
    expect(() => read(told, more)).toThrow(line)
  })
})
