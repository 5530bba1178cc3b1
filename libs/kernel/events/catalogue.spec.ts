/** Stored events of every version are read in the newest, for ever: a frozen sample goes through the chain. */
import { describe, expect, it } from '@jest/globals'
import { Integer, Label } from '../fields/decorators.js'
import { Catalogue } from './catalogue.js'
import { defineEvents } from './define-events.js'
import type { JsonObject, StoredEvent } from './stored-event.js'

class Weighed {
  @Label() place!: string
  @Integer({ min: 0, max: 100_000 }) grams!: number
}

const events = defineEvents('parcel', {
  weighed: {
    payload: Weighed,
    version: 3,
    examples: [{ place: 'Turku', grams: 1200 }],
    upcasters: {
      1: ({ kilos, ...rest }) => ({ ...rest, grams: Number(kilos) * 1000 }),
      2: ({ where, ...rest }) => ({ ...rest, place: where ?? '' }),
    },
  },
})
const catalogue = new Catalogue(events.definitions)

/** As the first release stored it. */
const frozen = JSON.stringify({
  id: '0f8fad5b-d9cb-869f-a165-70867728950e',
  type: 'parcel.weighed',
  data: { kilos: 2, where: 'Turku', '~sealed': [{ token: 'k.e.t', paths: ['note'] }] },
  metadata: {
    schemaVersion: 1,
    occurredAt: '2026-02-10T08:00:00.000Z',
    occurredPrecision: 'instant',
    effectiveAt: '2026-02-10T08:00:00.000Z',
    recordedAt: '2026-02-10T08:00:00.000Z',
    actor: 'aino',
    customers: [],
    contacts: [],
    commandId: 'k',
    fingerprint: 'f',
  },
  stream: 'parcel-p1',
  revision: 0,
  position: 7,
})
const stored = (change: { type?: string; data?: JsonObject; metadata?: Partial<StoredEvent['metadata']> } = {}) => {
  const event = JSON.parse(frozen) as StoredEvent
  return { ...event, ...change, metadata: { ...event.metadata, ...change.metadata } }
}

describe('reading a stored event', () => {
  it('brings the first version through every upcaster, with markers where values are sealed', () => {
    const event = stored()
    expect(catalogue.read(event)).toEqual({
      ...event,
      data: { grams: 2000, place: 'Turku', note: { '~': 'k.e.t', at: 'note' } },
    })
    expect(event).toEqual(stored())
  })

  it('begins at the version it was written in', () => {
    const data = { grams: 500, where: 'Raisio' }
    expect(catalogue.read(stored({ data, metadata: { schemaVersion: 2 } })).data).toEqual({
      grams: 500,
      place: 'Raisio',
    })
  })

  it('leaves the newest as it is, with fields that nobody knows', () => {
    const event = stored({ data: { grams: 500, place: 'Raisio', colour: 'red' }, metadata: { schemaVersion: 3 } })
    expect(catalogue.read(event)).toBe(event)
  })

  it('leaves a retraction alone, which has none of the fields', () => {
    const corrects = { eventId: 'e1', mode: 'retract' as const }
    const event = stored({ data: { '~because': 'A slip.' }, metadata: { corrects } })
    expect(catalogue.read(event).data).toEqual({ '~because': 'A slip.' })
  })

  it('says which type or which step is missing', () => {
    expect(() => catalogue.read(stored({ type: 'parcel.lost' }))).toThrow('no slice defines the event parcel.lost')
    expect(() => catalogue.read(stored({ type: 'parcel.lost' }))).toThrow(
      expect.objectContaining({ code: 'event-unreadable', kind: 'conflict' }),
    )
    expect(() => catalogue.read(stored({ metadata: { schemaVersion: 0 } }))).toThrow(
      'parcel.weighed has no way from version 0 to 1',
    )
  })

  it('does not take what a later program wrote for what it knows', () => {
    const later = stored({ data: { grams: 500, place: 'Raisio' }, metadata: { schemaVersion: 4 } })
    expect(() => catalogue.read(later)).toThrow('parcel.weighed is of version 4, and this program knows 3')
    expect(() => catalogue.read(later)).toThrow(expect.objectContaining({ code: 'event-unreadable' }))
  })
})

describe('a catalogue', () => {
  it('holds each type once', () => {
    expect(() => new Catalogue([...events.definitions, ...events.definitions])).toThrow('two events are called')
  })

  it('knows exactly which payloads fit', () => {
    expect(catalogue.fits('parcel.weighed', { place: 'Turku', grams: 1 })).toBe(true)
    expect(catalogue.fits('parcel.weighed', { place: 'Turku', grams: 1, colour: 'red' })).toBe(false)
    expect(catalogue.fits('parcel.weighed', { place: 'Turku' })).toBe(false)
  })
})
