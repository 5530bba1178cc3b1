/** What is published of an event: a CloudEvent that the specification's own library reads, and nothing that was not meant to leave. */
import { describe, expect, it } from '@jest/globals'
import { type CloudEvent as AnyCloudEvent, Kafka, type Message } from 'cloudevents'
import {
  defineEvents,
  defineSlice,
  type EventMetadata,
  type Guarded,
  Integer,
  type JsonObject,
  Optional,
  registryOf,
  type StoredEvent,
  storedPosition,
  Text,
} from '#kernel'
import {
  type CloudEvent,
  type EventMessage,
  EventMessages,
  erasuresTopic,
  eventsTopic,
  groupKey,
  sourceOf,
} from '#streams'

class Weighed {
  @Integer({ min: 0, max: 100_000 }) grams!: number
  @Optional() @Text({ max: 100 }) remark?: Guarded<string>
}
class Opened {}

const parcels = defineEvents(
  'parcel',
  {
    weighed: {
      payload: Weighed,
      version: 2,
      examples: [{ grams: 1200 }],
      upcasters: { 1: ({ kilos, ...rest }) => ({ ...rest, grams: Number(kilos) * 1000 }) },
    },
    opened: { payload: Opened, version: 1, examples: [{}], published: false },
    shredded: { payload: Opened, version: 1, examples: [{}], erases: true },
  },
  { published: true },
)
const drafts = defineEvents('draft', { written: { payload: Opened, version: 1, examples: [{}] } })
const slice = defineSlice({ name: 'parcels', about: 'What is sent.', events: [parcels, drafts] })
const messages = new EventMessages(registryOf([slice]), sourceOf('dHJ5'))

const metadata: EventMetadata = {
  schemaVersion: 2,
  occurredAt: '2026-02-10',
  occurredPrecision: 'day',
  effectiveAt: '2026-02-09T22:00:00.000Z',
  recordedAt: '2026-02-11T08:00:00.000Z',
  actor: 'aino',
  customers: ['c1', 'c2'],
  contacts: ['p1'],
  commandId: 'k1',
  fingerprint: 'f',
}

interface Change {
  type?: string
  data?: JsonObject
  metadata?: Partial<EventMetadata>
}

const stored = ({ type = 'parcel.weighed', data = { grams: 800 }, metadata: own }: Change = {}): StoredEvent => ({
  id: '0f8fad5b-d9cb-869f-a165-70867728950e',
  type,
  data,
  metadata: { ...metadata, ...own },
  stream: 'parcel-x1',
  revision: 3,
  position: storedPosition(2 ** 40),
})

const place = { place: 2, of: 3 }
function published(change: Change): EventMessage {
  const message = messages.of(stored(change), place)
  if (!message) throw new Error('nothing was published')
  return message
}
const envelope = (change: Change) => JSON.parse(published(change).value) as CloudEvent

describe('the message of an event', () => {
  it('is a CloudEvent in structured mode', () => {
    const { value, headers, key } = published({ metadata: { unit: 'fi', importId: 'i1', correlationId: 'r1' } })
    const arrived = { key, value, headers: { ...headers }, body: value }
    const read = Kafka.toEvent(arrived as Message<string>) as AnyCloudEvent<unknown>
    expect(read.validate()).toBe(true)
    expect(read).toMatchObject(JSON.parse(value))
    expect(JSON.parse(value)).toEqual({
      specversion: '1.0',
      id: '0f8fad5b-d9cb-869f-a165-70867728950e',
      source: 'urn:kumppani:group:dHJ5',
      type: 'parcel.weighed',
      subject: 'parcel-x1',
      time: '2026-02-11T08:00:00.000Z',
      datacontenttype: 'application/json',
      dataschema: 'urn:kumppani:event:parcel.weighed:v2',
      partitionkey: 'c1',
      slice: 'parcels',
      position: '1099511627776',
      revision: 3,
      schemaversion: 2,
      commandid: 'k1',
      commandevents: 3,
      commandplace: 2,
      occurredat: '2026-02-10',
      occurredprecision: 'day',
      effectiveat: '2026-02-09T22:00:00.000Z',
      actor: 'aino',
      unit: 'fi',
      importid: 'i1',
      correlationid: 'r1',
      data: { customers: ['c1', 'c2'], contacts: ['p1'], fact: { grams: 800 } },
    })
  })

  it('names attributes by small letters and digits, and gives none without a value', () => {
    const everything = {
      unit: 'fi',
      importId: 'i1',
      correlationId: 'r1',
      causationId: 'e1',
      source: { system: 'erp', record: 'h1' },
      corrects: { eventId: 'e0', mode: 'restate' as const },
    }
    for (const own of [{}, everything, { occurredAt: '', occurredPrecision: 'before' as const }]) {
      const { data: _, ...attributes } = envelope({ metadata: own })
      for (const [name, value] of Object.entries(attributes)) {
        expect(name).toMatch(/^[a-z0-9]{1,20}$/)
        expect(['string', 'number']).toContain(typeof value)
        expect(value).not.toBe('')
      }
    }
  })

  it('has the key of its first customer, else of its first contact, else of the group', () => {
    const keys = [{}, { customers: [] }, { customers: [], contacts: [] }].map((own) => published({ metadata: own }).key)
    expect(keys).toEqual(['c1', 'p1', groupKey])
  })

  it('says what a correction corrects, where earlier versions are filed, and of a retraction no fact', () => {
    const formerly = { customers: ['c9'], contacts: [] }
    const because = { '~sealed': [{ token: 'k.e.t', paths: ['~because'] }] }
    const restated = envelope({ metadata: { corrects: { eventId: 'e0', mode: 'restate' }, formerly } })
    expect(restated).toMatchObject({
      correctsid: 'e0',
      correctsmode: 'restate',
      data: { formerly, fact: { grams: 800 } },
    })
    const retracted = envelope({ data: because, metadata: { corrects: { eventId: 'e0', mode: 'retract' } } })
    expect(retracted).toMatchObject({ correctsid: 'e0', correctsmode: 'retract' })
    expect(retracted.data).toEqual({ customers: ['c1', 'c2'], contacts: ['p1'], retraction: because })
  })

  it('says an earlier version in the newest, with sealed values as the log keeps them', () => {
    const sealed = { kilos: 2, '~sealed': [{ token: 'k.e.t', paths: ['remark'] }] }
    const { data, schemaversion } = envelope({ data: sealed, metadata: { schemaVersion: 1 } })
    expect([schemaversion, data.fact]).toEqual([2, { grams: 2000, '~sealed': sealed['~sealed'] }])
  })

  it('leaves out what was recorded open and is sealed by now', () => {
    const { fact } = envelope({ data: { kilos: 2, remark: 'Ask for Ilona' }, metadata: { schemaVersion: 1 } }).data
    expect(fact).toEqual({ grams: 2000 })
  })

  it('is none where the definition does not say that it is published', () => {
    for (const type of ['parcel.opened', 'draft.written', 'process.started', 'unheard.of'])
      expect(messages.of(stored({ type, data: {} }), place)).toBeUndefined()
  })

  it('goes where others read events, and where they read of keys that are gone', () => {
    const topics = ['parcel.weighed', 'parcel.shredded', 'parcel.opened', 'unheard.of'].map((type) =>
      messages.topicsOf(type),
    )
    expect(topics).toEqual([[eventsTopic], [eventsTopic, erasuresTopic], [], []])
  })

  it('is refused where the event is of a version that nobody knows', () => {
    expect(() => messages.of(stored({ metadata: { schemaVersion: 9 } }), place)).toThrow('version 9')
  })
})
