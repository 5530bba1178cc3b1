/** Private notes: their writer reads them, an auditor with a reason, and everybody after ninety days. */

import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import type { Position } from '#kernel'
import { GatheredReads } from '#queries/documents/gathered-reads.js'
import { LiveDocuments } from '#queries/documents/live-documents.js'
import { tableOf, WRITINGS } from '#read-models/rows/tables.js'
import { given, happened } from '#test/grammar/given.js'
import { TestGroup } from '#test/harness/group.js'
import { customersView } from '../../customers/customers.view.js'
import { relationships } from '../../relationships/relationships.view.js'
import { touchpointEvents } from '../touchpoint.events.js'
import { mayOpenPrivate, opensPrivate, privateNotesByWriter } from './private-notes.queries.js'
import { privateNotes } from './private-notes.view.js'

let group: TestGroup
let customer: string
let note: string

const write = async (as: string, unit = 'fi') =>
  (
    await group.do(
      'touchpoint',
      'record-private-note',
      { customers: [customer], unit, note: 'Wait with prices.' },
      { as },
    )
  ).id

/** What a query has at hand for a reader. */
const asking = (as: string, reason?: string) => {
  const viewer = group.viewer(as)
  const from = { reads: new GatheredReads(group.store), clear: group.clear }
  const docs = new LiveDocuments(from, group.core.queryService.readingOf(viewer, reason))
  const journals = { stream: (stream: string) => group.log.readStream(stream) }
  return { documents: docs, present: docs, journals, viewer, nowIn: () => group.time, clock: group.time, reason }
}
const opens = (as: string, reason?: string) => opensPrivate(note, asking(as, reason))

beforeEach(async () => {
  group = await (await TestGroup.open()).found()
  customer = (await group.do('customer', 'register', { name: 'Hotelli Merituuli' }, { as: 'aino' })).id
  await group.do('contact', 'register', { name: 'Ilona' }, { id: 'p1', as: 'aino' })
  note = await write('aino')
})
afterEach(() => group.close())

describe('a private note', () => {
  it('is read by its writer and by an auditor who says why', async () => {
    expect([await opens('aino'), await opens('audun', 'Complaint 17')]).toEqual([true, true])
  })

  it.each(['bengt', 'eero', 'stella', 'greta', 'audun'])('is not read by %s without more', async (as) => {
    expect(await opens(as)).toBe(false)
  })

  it('is shared ninety days after it was written', async () => {
    group.time = '2026-05-30T08:59:59.999Z'
    expect(await opens('bengt')).toBe(false)
    group.time = '2026-05-30T09:00:00.000Z'
    expect(await opens('bengt')).toBe(true)
  })

  it('is kept for ninety days more by its writer alone', async () => {
    group.time = '2026-05-01T09:00:00.000Z'
    await expect(group.do('touchpoint', 'keepPrivate', {}, { id: note, as: 'eero' })).rejects.toMatchObject({
      code: 'touchpoint-not-private',
    })
    await group.do('touchpoint', 'keepPrivate', { why: 'Their budget round goes on.' }, { id: note, as: 'aino' })
    group.time = '2026-07-30T08:59:59.999Z'
    expect(await opens('bengt')).toBe(false)
    group.time = '2026-07-30T09:00:00.000Z'
    expect(await opens('bengt')).toBe(true)
  })

  it('that is shared cannot be made private again', async () => {
    group.time = '2026-05-30T09:00:00.000Z'
    const again = group.do('touchpoint', 'keepPrivate', {}, { id: note, as: 'aino' })
    await expect(again).rejects.toMatchObject({ code: 'touchpoint-shared' })
    expect(await opens('bengt')).toBe(true)
  })

  it('is not shared sooner for being about something long past', async () => {
    const body = { customers: [customer], unit: 'fi', note: 'An old story.' }
    note = (await group.do('touchpoint', 'record-private-note', body, { as: 'aino', at: '2020-01-01' })).id
    expect(await opens('bengt')).toBe(false)
  })

  it('takes no structure and no evaluation, which others would read', async () => {
    const structure = group.do('touchpoint', 'structure', { notes: { goals: 'x' } }, { id: note, as: 'aino' })
    await expect(structure).rejects.toMatchObject({ code: 'touchpoint-private' })
    const evaluation = group.do('touchpoint', 'evaluate', { reached: true }, { id: note, as: 'aino' })
    await expect(evaluation).rejects.toMatchObject({ code: 'touchpoint-private' })
  })

  it('is in no search and in no count of touches', async () => {
    await group.do('touchpoint', 'keepPrivate', { why: 'Prices again.' }, { id: note, as: 'aino' })
    for (const text of ['prices', 'again']) expect((await group.clear.search(WRITINGS, { text })).rows).toEqual([])
    const { rows } = await group.store.find(tableOf(relationships), {})
    expect(rows.map(({ doc }) => doc?.touches)).toEqual([0])
    expect((await group.store.get(tableOf(customersView), customer))?.doc).not.toHaveProperty('lastTouch')
  })

  it('that was taken back is shared with nobody', async () => {
    const [first] = await group.log.readStream(`touchpoint-${note}`)
    await group.correct(`touchpoint-${note}`, first?.id ?? '', { as: 'aino' })
    group.time = '2027-03-01T09:00:00.000Z'
    expect([await opens('bengt'), await opens('audun')]).toEqual([false, false])
    expect([await opens('aino'), await opens('audun', 'Complaint 17')]).toEqual([true, true])
  })

  it('gives an empty reason no weight', () => {
    const reader = { viewer: group.viewer('audun'), clock: group.time, reason: '  ' }
    expect(mayOpenPrivate({ writer: 'aino', sharedAt: '2026-05-30T09:00:00.000Z' }, reader)).toBe(false)
  })
})

describe('the event of a private note', () => {
  const eventAs = (position: Position, as: string, reason?: string) =>
    group.core.event(position, group.viewer(as), reason)
  const withPeople = { unit: 'fi', contacts: ['p1'], members: ['eero'], function: 'service', note: 'With both.' }

  it('shows others that it is there, whose it is and when', async () => {
    const body = { customers: [customer], ...withPeople }
    const { position } = await group.do('touchpoint', 'record-private-note', body, { as: 'aino' })
    const seen = await eventAs(position, 'bengt')
    expect(seen).toMatchObject({ type: 'touchpoint.private-note', data: {} })
    expect(seen.metadata).toMatchObject({ actor: 'aino', unit: 'fi', customers: [], contacts: [] })
    expect(seen.metadata.recordedAt).toBe(group.time)
    const { data, metadata } = await eventAs(position, 'aino')
    expect({ ...data, contacts: metadata.contacts }).toMatchObject({ note: 'With both.', contacts: ['p1'] })
    expect((await eventAs(position, 'audun', 'Complaint 17')).data).toMatchObject({ note: 'With both.' })
    expect((await eventAs(position, 'audun', ' ')).data).toEqual({})
  })

  it('is the writer’s when it is a correction, and everybody’s once it is shared', async () => {
    const [first] = await group.log.readStream(`touchpoint-${note}`)
    const body = { customers: [customer], unit: 'fi', note: 'Wait no more.' }
    await group.correct(`touchpoint-${note}`, first?.id ?? '', { as: 'aino', body })
    const { position } = await group.correct(`touchpoint-${note}`, first?.id ?? '', { as: 'eero' })
    expect((await eventAs(position, 'eero')).data).toEqual({})
    expect((await eventAs(position, 'aino')).data).toEqual({ '~because': 'It was a slip.' })
    const restated = (await group.log.readStream(`touchpoint-${note}`)).at(-2)
    expect((await eventAs(restated?.position ?? 0, 'aino')).data).toMatchObject({ note: 'Wait no more.' })
    const other = await write('bengt', 'se')
    const [recorded] = await group.log.readStream(`touchpoint-${other}`)
    expect((await eventAs(recorded?.position ?? 0, 'aino')).data).toEqual({})
    group.time = '2026-06-01T09:00:00.000Z'
    expect((await eventAs(recorded?.position ?? 0, 'aino')).data).toMatchObject({ note: 'Wait with prices.' })
  })
})

describe('whoever follows changes', () => {
  it('hears of the customer of a private note, and not of whom it names', async () => {
    const leaving = new AbortController()
    const changes = group.core.changes(group.viewer('bengt'), leaving.signal)[Symbol.asyncIterator]()
    const next = changes.next()
    const body = { customers: [customer], unit: 'fi', contacts: ['p1'], note: 'About them.' }
    await group.do('touchpoint', 'record-private-note', body, { as: 'aino' })
    expect((await next).value).toMatchObject({ partitions: [`customer:${customer}`] })
    leaving.abort()
  })
})

describe('private notes in time', () => {
  const said = { type: 'touchpoint.private-note', data: { customers: ['c1'], unit: 'fi', note: 'Wait.' } }
  const written = happened(said).recorded('2026-03-01T09:00:00.000Z')
  const kept = (recorded: string) => happened(touchpointEvents.keptPrivate({})).recorded(recorded)

  it('are kept ninety days from when they were kept so last', () => {
    given(privateNotes, written, kept('2026-05-01T09:00:00.000Z')).shows({ sharedAt: '2026-07-30T09:00:00.000Z' })
  })

  it('stay shared once they are', () => {
    given(privateNotes, written, kept('2026-06-01T09:00:00.000Z')).shows({ sharedAt: '2026-05-30T09:00:00.000Z' })
  })

  it('are not shared sooner for being kept so at an earlier time', () => {
    given(
      privateNotes,
      written,
      kept('2026-05-20T09:00:00.000Z').occurred('2026-04-01T09:00:00.000Z'),
      kept('2026-05-01T09:00:00.000Z'),
    ).shows({ sharedAt: '2026-08-18T09:00:00.000Z' })
  })
})

describe('private notes by writer', () => {
  it('counts those that are not shared yet', async () => {
    await write('aino')
    await write('bengt', 'se')
    expect(Object.fromEntries(await privateNotesByWriter(asking('greta')))).toEqual({ aino: 2, bengt: 1 })
    expect(Object.fromEntries(await privateNotesByWriter(asking('greta'), 'bengt'))).toEqual({ bengt: 1 })
    group.time = '2026-05-30T09:00:00.000Z'
    expect((await privateNotesByWriter(asking('greta'))).size).toBe(0)
  })
})
