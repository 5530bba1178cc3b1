/** A customer of which something cannot be read: what is shown says so, the past as the present. */
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import type { NewEvent, Position } from '#kernel'
import { type AskOptions, TestGroup } from '#test/harness/group.js'
import type { MyChangesAnswer } from './my-changes.query.js'
import type { TimelineAnswer } from './timeline.query.js'

let group: TestGroup
let hotel: string
let written: Position
let stop: Position
let later: Position

const note = (text: string) =>
  group.do('touchpoint', 'record-note', { customers: [hotel], unit: 'fi', note: text }, { as: 'eero' })
const timeline = (options: AskOptions = {}) =>
  group.ask<TimelineAnswer>('timeline', { id: hotel }, { as: 'aino', ...options })
const rowsOf = ({ rows }: TimelineAnswer) => rows.map(({ kind, unreadable, summary }) => [kind, unreadable, summary])

/** As a later program would have written it, of the same customer. */
async function append(change: (event: NewEvent) => NewEvent): Promise<Position> {
  const event = await group.log.eventAt(written)
  if (!event) throw new Error('nothing was recorded')
  const { id, type, data, metadata } = event
  await group.log.append('touchpoint-later', 'no-stream', [change({ id: `${id}-later`, type, data, metadata })])
  await group.projector.catchUp()
  return group.log.head()
}

beforeEach(async () => {
  group = await (await TestGroup.open()).found()
  hotel = (await group.do('customer', 'register', { name: 'Hotelli Merituuli' }, { as: 'aino' })).id
  await group.do('relationship', 'setOwner', { owner: 'aino' }, { id: `${hotel}.fi`, as: 'aino' })
  written = (await note('Before.')).position
})
afterEach(() => group.close())

describe.each([
  ['of a type that is not known', (event: NewEvent): NewEvent => ({ ...event, type: 'touchpoint.unheard-of' })],
  [
    'of a later version',
    (event: NewEvent): NewEvent => ({ ...event, metadata: { ...event.metadata, schemaVersion: 99 } }),
  ],
])('an event %s', (_, change) => {
  beforeEach(async () => {
    stop = await append(change)
    later = (await note('After.')).position
  })

  it('is the one row of the timeline that is marked, and the rest is there', async () => {
    const known = { knownAt: String(later) }
    for (const options of [{}, known, { query: { member: 'eero' } }]) {
      const answer = await timeline(options)
      expect(answer.stopped).toMatchObject({ position: String(stop) })
      const marked = answer.rows.filter(({ unreadable }) => unreadable)
      expect(marked.map(({ position, summary }) => [position, summary])).toEqual([[String(stop), undefined]])
      expect(rowsOf(answer)).toEqual(
        expect.arrayContaining([
          ['note', undefined, 'After.'],
          ['note', undefined, 'Before.'],
        ]),
      )
    }
    const before = await timeline({ knownAt: String(written) })
    expect([before.stopped, rowsOf(before).some(([, unreadable]) => unreadable)]).toEqual([undefined, false])
  })

  it.each(['customer', 'brief', 'score', 'replay', 'timeline'])(
    'is where %s says that it stops, in the language of the reader',
    async (page) => {
      const sentences = new Set<unknown>()
      for (const language of ['en', 'fi', 'sv', 'de', 'nb'])
        for (const knownAt of [undefined, String(later)]) {
          const { stopped } = await group.ask<TimelineAnswer>(page, { id: hotel }, { as: 'aino', language, knownAt })
          expect(stopped).toMatchObject({ position: String(stop), since: '2026-03-01T09:00:00.000Z' })
          sentences.add(stopped?.sentence)
        }
      expect(sentences.size).toBe(5)
    },
  )

  it('is where a relationship stops, with the decisions before it', async () => {
    const standing = await group.ask('relationship', { id: `${hotel}.fi` }, { as: 'aino' })
    expect(standing).toMatchObject({ stopped: { position: String(stop) }, history: [{ decision: 'owner-set' }] })
  })

  it('is where a record that begins after it says that it cannot be shown', async () => {
    const deal = { customer: hotel, unit: 'fi', name: 'Cold rooms', profile: 'product-sale', stage: 'prospecting' }
    const { id } = await group.do('opportunity', 'open', deal, { as: 'aino' })
    const opened = (as: string) => group.ask('opportunity', { id }, { as })
    await expect(opened('aino')).rejects.toMatchObject({
      code: 'reading-stopped',
      details: { stoppedAt: String(stop), since: '2026-03-01T09:00:00.000Z' },
    })
    await group.do('group', 'setHistory', { history: 'own' }, { id: 'group' })
    await expect(opened('bengt')).rejects.toMatchObject({ code: 'not-found' })
    await expect(group.ask('opportunity', { id: 'never-opened' }, { as: 'aino' })).rejects.toMatchObject({
      code: 'not-found',
    })
  })

  it('does not keep a member from hearing what happened with others', async () => {
    const { rows } = await group.ask<MyChangesAnswer>('my-changes', {}, { as: 'aino' })
    expect(rows.filter(({ unreadable }) => unreadable)).toHaveLength(1)
    expect(rows.map(({ summary }) => summary)).toContain('After.')
  })

  it('is not waited for: what it keeps from being shown is refused, what does not concern it is answered', async () => {
    for (const after of [stop, later])
      await expect(timeline({ after })).rejects.toMatchObject({
        code: 'reading-stopped',
        details: { stoppedAt: String(stop) },
      })
    await timeline({ after: written })
    const { id, position } = await group.do('customer', 'register', { name: 'Ketju' }, { as: 'aino' })
    await timeline({ after: position })
    const { stopped } = await group.ask('customer', { id }, { as: 'aino', after: position })
    expect(stopped).toBeUndefined()
  })
})
