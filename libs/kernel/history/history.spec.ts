/** What had happened by a moment, as far as known by a position, in the order in which it happened. */

import { describe, expect, it } from '@jest/globals'
import { storedPosition } from '../events/position.js'
import type { Correction, EventMetadata, Filing, JsonObject, StoredEvent } from '../events/stored-event.js'
import { historyOf } from './group-history.js'
import { history, isRetracted, versionsOf } from './history.js'

const metadata: EventMetadata = {
  schemaVersion: 1,
  occurredAt: '',
  occurredPrecision: 'instant',
  effectiveAt: '',
  recordedAt: '2026-03-01T10:00:00.000Z',
  actor: 'aino',
  customers: ['c1'],
  contacts: [],
  commandId: 'k',
  fingerprint: 'f',
}

interface Saying {
  at: string
  data?: JsonObject
  corrects?: Correction
  filed?: Partial<Filing>
}

/** An event named by its position: `e1` stands at position 1. */
const event = (position: number, { at, data = {}, corrects, filed }: Saying): StoredEvent => ({
  id: `e${position}`,
  type: 'sample.noted',
  data,
  metadata: { ...metadata, ...filed, effectiveAt: at, occurredAt: at, ...(corrects ? { corrects } : {}) },
  stream: 'sample-s1',
  revision: position - 1,
  position: storedPosition(position),
})

const morning = '2026-02-10T08:00:00.000Z'
const noon = '2026-02-10T12:00:00.000Z'
const evening = '2026-02-10T20:00:00.000Z'
const restate = (eventId: string): Correction => ({ eventId, mode: 'restate' })
const retract = (eventId: string): Correction => ({ eventId, mode: 'retract' })
const ids = (facts: readonly { id: string }[]) => facts.map(({ id }) => id)

describe('history', () => {
  it('puts late facts where they happened, and ties in the order recorded', () => {
    const events = [event(1, { at: noon }), event(2, { at: morning }), event(3, { at: noon })]
    expect(ids(history(events))).toEqual(['e2', 'e1', 'e3'])
    expect(ids(history([...events].reverse()))).toEqual(['e2', 'e1', 'e3'])
  })

  it('includes the moment asked about and nothing after it', () => {
    const events = [event(1, { at: morning }), event(2, { at: noon })]
    expect(ids(history(events, { asOf: noon }))).toEqual(['e1', 'e2'])
    expect(ids(history(events, { asOf: '2026-02-10T11:59:59.999Z' }))).toEqual(['e1'])
  })

  it('shows a restated fact as restated, in the place of its first event when moments tie', () => {
    const events = [
      event(1, { at: noon, data: { text: 'first' } }),
      event(2, { at: noon }),
      event(3, { at: noon, data: { text: 'better' }, corrects: restate('e1') }),
    ]
    const [first, second] = history(events)
    expect(first).toMatchObject({ id: 'e1', position: 1, data: { text: 'better' }, restated: true })
    expect(second).toMatchObject({ id: 'e2', restated: false })
  })

  it('moves a fact that is restated for another moment', () => {
    const events = [
      event(1, { at: morning }),
      event(2, { at: noon }),
      event(3, { at: evening, corrects: restate('e1') }),
    ]
    expect(ids(history(events))).toEqual(['e2', 'e1'])
    expect(ids(history(events, { asOf: noon }))).toEqual(['e2'])
    expect(ids(history(events, { asOf: noon, knownAt: storedPosition(2) }))).toEqual(['e1', 'e2'])
  })

  it('lets the last known of several corrections hold, and a retracted fact come back', () => {
    const events = [
      event(1, { at: noon, data: { text: 'first' } }),
      event(2, { at: noon, data: { text: 'second' }, corrects: restate('e1') }),
      event(3, { at: noon, corrects: retract('e1') }),
      event(4, { at: noon, data: { text: 'back' }, corrects: restate('e1') }),
    ]
    const textsKnownAt = [1, 2, 3, 4]
      .map(storedPosition)
      .map((knownAt) => history(events, { knownAt }).map(({ data }) => data.text))
    expect(textsKnownAt).toEqual([['first'], ['second'], [], ['back']])
  })

  it('keeps the reason of a correction out of the fact', () => {
    const events = [
      event(1, { at: noon, data: { text: 'first' } }),
      event(2, { at: noon, data: { text: 'second', '~because': 'A slip.' }, corrects: restate('e1') }),
    ]
    expect(history(events)[0]?.data).toEqual({ text: 'second' })
  })

  it('passes over a correction whose first event is not there', () => {
    expect(history([event(2, { at: noon, corrects: restate('e1') })])).toEqual([])
  })
})

describe('versionsOf', () => {
  it('pairs first events with the correction that holds, retracted ones too, repeats once', () => {
    const first = event(1, { at: noon })
    const taken = event(2, { at: noon, corrects: retract('e1') })
    const versions = versionsOf([first, taken, first, taken, event(3, { at: noon })])
    expect([...versions.keys()]).toEqual(['e1', 'e3'])
    expect(versions.get('e1')).toEqual({ first, last: taken })
    expect([...versions.values()].map(isRetracted)).toEqual([true, false])
  })
})

describe('historyOf', () => {
  const group = { kind: 'customer' as const, ids: ['c1', 'c2'] as const }

  it('sees merged customers as the survivor, who leads where any of them led', () => {
    const events = [
      event(1, { at: noon, filed: { customers: ['c2', 'c9'] } }),
      event(2, { at: noon, filed: { customers: ['c9', 'c1'] } }),
      event(3, { at: noon, filed: { customers: ['c9'] } }),
    ]
    expect(historyOf(group, events)).toMatchObject([
      { id: 'e1', customer: 'c1', partition: 'c1', leads: true },
      { id: 'e2', customer: 'c1', partition: 'c1', leads: false },
    ])
  })

  it('leaves out what the last version known files elsewhere', () => {
    const events = [
      event(1, { at: noon }),
      event(2, { at: noon, corrects: restate('e1'), filed: { customers: ['c9'] } }),
    ]
    expect(ids(historyOf(group, events))).toEqual([])
    expect(ids(historyOf(group, events, { knownAt: storedPosition(1) }))).toEqual(['e1'])
    expect(ids(historyOf({ kind: 'customer', ids: ['c9'] }, events))).toEqual(['e1'])
  })

  it('lets the first of several contacts lead', () => {
    const events = [event(1, { at: noon, filed: { contacts: ['p1', 'p2'] } })]
    expect(historyOf({ kind: 'contact', ids: ['p1'] }, events)).toMatchObject([{ partition: 'p1', leads: true }])
    expect(historyOf({ kind: 'contact', ids: ['p2'] }, events)).toMatchObject([{ partition: 'p2', leads: false }])
  })
})
