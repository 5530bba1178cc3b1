/** What others send over a real Kafka is recorded once, whatever ends or is held up on the way. */
import { setTimeout as delay } from 'node:timers/promises'
import { afterAll, beforeAll, expect, it } from '@jest/globals'
import type { JsonObject } from '#kernel'
import { KafkaServer, startsKafka } from '../../engines/kafka-server.js'
import { hasMongodb } from '../../engines/mongodb-server.js'
import { readTopic } from '../../engines/read-topic.js'
import { OtherSystem } from '../../engines/send-messages.js'
import { describeWhen } from '../../lanes/describe-when.js'
import { newFolder, RunningProgram } from '../running-program.js'
import { RunningServices } from './running-services.js'

const patienceMs = 240_000
const lookMs = 200
const customers = ['k1', 'k2', 'k3', 'k4', 'k5', 'k6']
const both = { holds: startsKafka.holds && hasMongodb.holds, otherwise: `${startsKafka.otherwise}; or no MongoDB` }

let kafka: KafkaServer
let services: RunningServices
let others: OtherSystem
let prefix: string
/** By the customer they are of, in the order in which they were sent. */
const said = new Map<string, string[]>(customers.map((key) => [key, []]))
const ids = new Map<string, string>()

const json = (value: object) => JSON.stringify(value)
let notes = 0

/** A note of every customer, each with a record of its own; the last twice. */
async function sendNotes(times = 1): Promise<void> {
  for (let time = 0; time < times; time++) {
    const messages = customers.map((key) => {
      const note = `Said ${notes++}.`
      said.get(key)?.push(note)
      const fields = { customers: [key], unit: 'fi', note }
      return { key: `n${notes}`, value: json({ type: 'note', at: '2026-02-03', fields }) }
    })
    await others.send('in.touchpoints', [...messages, ...messages.slice(-1)])
  }
}

async function timelineOf(key: string): Promise<string[]> {
  const { body } = await services.ask(`/customers/${ids.get(key)}/timeline?limit=200`, { as: 'aino' })
  return (body.rows as JsonObject[]).flatMap(({ summary }) =>
    String(summary).startsWith('Said') ? [String(summary)] : [],
  )
}

/** Every note is there, once. */
async function expectAllSaid(): Promise<void> {
  for (const [key, expected] of said) {
    let shown = await timelineOf(key)
    for (const endMs = Date.now() + 90_000; shown.length < expected.length && Date.now() < endMs; ) {
      await delay(lookMs)
      shown = await timelineOf(key)
    }
    expect([key, shown.toSorted()]).toEqual([key, expected.toSorted()])
  }
}

async function figure(name: string, topic: string, as = 'recorder'): Promise<number> {
  const text = await (await fetch(`${services.of(as).url}/metrics`)).text()
  return Number(new RegExp(`^${name}\\{work="${topic}"\\} (\\S+)$`, 'm').exec(text)?.[1])
}
async function untilNoLag(as = 'recorder'): Promise<void> {
  while ((await figure('kumppani_inbound_lag', 'in.touchpoints', as)) !== 0) await delay(lookMs)
}
const deadLetters = () => readTopic({ brokers: kafka.brokers, topic: `${prefix}.in.dead-letters` })

describeWhen(both, 'what others send', () => {
  beforeAll(async () => {
    kafka = await KafkaServer.start({ ofItsOwn: true })
    prefix = kafka.freshPrefix()
    services = await RunningServices.start({
      KAFKA_BROKERS: kafka.brokers,
      KAFKA_TOPIC_PREFIX: prefix,
      KAFKA_INBOUND: 'customers=erp, opportunities=erp, touchpoints=erp',
      KAFKA_INBOUND_SOURCE: 'erp',
    })
    await services.country('fi', { country: 'FI', currency: 'EUR', timeZone: 'Europe/Helsinki', language: 'fi' })
    await services.member('aino', 'fi', 'member')
    await services.member('erp', 'fi', 'member')
    others = await OtherSystem.connect({ brokers: kafka.brokers, prefix })
  }, patienceMs)
  afterAll(async () => {
    await others?.close()
    await services?.discard()
    await kafka?.stop()
  }, patienceMs)

  it(
    'is seen: customers, opportunities, touchpoints, each once',
    async () => {
      expect(services.of('recorder').said()).toContain(
        `records what is sent to ${prefix}.in.customers, ${prefix}.in.opportunities, ${prefix}.in.touchpoints`,
      )
      const registered = customers.map((key) => ({
        key,
        value: json({ type: 'customer', at: 'before', fields: { name: `Customer ${key}` } }),
      }))
      await sendNotes()
      await others.send('in.customers', [...registered, ...registered])
      const opened = { customer: 'k1', unit: 'fi', name: 'Cold store', profile: 'product-sale', stage: 'prospecting' }
      const value = { amountMinor: 500_000, currency: 'EUR' }
      await others.send('in.opportunities', [
        { key: 'd1', value: json({ type: 'opportunity', at: '2026-02-01', fields: { ...opened, value } }) },
        { key: 'd1', value: json({ type: 'opportunity-won', at: '2026-02-20', fields: { value } }) },
      ])
      for (let rows: JsonObject[] = []; rows.length < customers.length; await delay(lookMs)) {
        rows = (await services.ask('/customers', { as: 'aino' })).body.rows as JsonObject[]
        for (const { name, id } of rows) ids.set(String(name).replace('Customer ', ''), String(id))
      }
      await expectAllSaid()
      await untilNoLag()
      const { body } = await services.ask('/customers', { as: 'aino' })
      expect(body.rows).toHaveLength(customers.length)
      expect(await deadLetters()).toEqual([])
      expect(await figure('kumppani_inbound_lag', 'in.opportunities')).toBe(0)
    },
    patienceMs,
  )

  it(
    'goes on behind what its sender must mend, which is kept as it came',
    async () => {
      await others.send('in.touchpoints', [{ key: 'bad', value: '{"type":', headers: { trace: '7' } }])
      await sendNotes()
      await expectAllSaid()
      await untilNoLag()
      const [letter, ...further] = await deadLetters()
      expect(further).toEqual([])
      expect(letter).toMatchObject({ key: 'bad', value: '{"type":' })
      expect(letter?.headers).toMatchObject({
        trace: '7',
        'kumppani-code': 'malformed',
        'kumppani-topic': 'in.touchpoints',
      })
      expect(await figure('kumppani_inbound_dead_letters_total', 'in.touchpoints')).toBe(1)
    },
    patienceMs,
  )

  it(
    'is recorded once when the recorder is killed at it, again and again',
    async () => {
      for (const waitMs of [300, 700, 1100]) {
        await sendNotes(10)
        await delay(waitMs)
        await services.of('recorder').kill()
        await services.again('recorder')
      }
      await expectAllSaid()
    },
    patienceMs,
  )

  it(
    'waits for brokers that are killed, while people go on, also after a start without any',
    async () => {
      await sendNotes(10)
      await kafka.kill()
      const note = (text: string) => ({ customers: [ids.get('k1')], unit: 'fi', note: text })
      await services.write('/touchpoints/note', note('Typed without Kafka.'), { as: 'aino' })
      await services.of('recorder').kill()
      await services.again('recorder')
      await services.write('/touchpoints/note', note('Typed after a start.'), { as: 'aino' })
      expect(await figure('kumppani_inbound_dead_letters_total', 'in.touchpoints')).toBe(0)
      await kafka.restart()
      await sendNotes(2)
      await expectAllSaid()
    },
    patienceMs,
  )

  it(
    'is shared out between two recorders; one that is held up writes nothing twice when it wakes',
    async () => {
      const second = await services.begin('recorder', 'second', newFolder())
      expect(second).toBeInstanceOf(RunningProgram)
      await sendNotes(10)
      await expectAllSaid()
      await sendNotes(10)
      const old = services.of('recorder')
      old.signal('SIGSTOP')
      try {
        await others.send('in.touchpoints', [{ key: 'bad', value: 'no JSON' }])
        await sendNotes(5)
        // Those of the other are dealt out anew once it has not been heard of.
        await expectAllSaid()
        await untilNoLag('second')
      } finally {
        old.signal('SIGCONT')
      }
      await sendNotes(5)
      await expectAllSaid()
      expect((await deadLetters()).map(({ key }) => key)).toEqual(['bad', 'bad'])
      const verified = await services.ask('/operations/verify', { method: 'POST', body: {} })
      expect(verified.body).toMatchObject({ equal: true, differences: [] })
    },
    patienceMs,
  )
})
