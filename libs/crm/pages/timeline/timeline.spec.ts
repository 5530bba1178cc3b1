/** The timeline, now and in the past, with late, restated, retracted and private facts. */
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { TestGroup } from '#test/harness/group.js'
import { pagesOf } from '#test/harness/pages-of.js'
import type { TimelineAnswer } from './timeline.query.js'

let group: TestGroup
let hotel: string

const note = (text: string, at: string, as = 'aino') =>
  group.do(
    'touchpoint',
    'record-note',
    { customers: [hotel], unit: as === 'bengt' ? 'se' : 'fi', note: text },
    { as, at },
  )

const timeline = (options: Parameters<TestGroup['ask']>[2] = {}, id = hotel) =>
  group.ask<TimelineAnswer>('timeline', { id }, { as: 'aino', ...options })
const lines = ({ rows }: TimelineAnswer) => rows.map((row) => row.summary ?? row.kind)

beforeEach(async () => {
  group = await (await TestGroup.open()).found()
  group.time = '2026-03-02T09:00:00.000Z'
  hotel = (await group.do('customer', 'register', { name: 'Hotelli Merituuli' }, { as: 'aino' })).id
  group.time = '2026-04-01T09:00:00.000Z'
})
afterEach(() => group.close())

describe('the timeline', () => {
  it('names every kind of fact in the reader’s language', async () => {
    const said = { from: 'identified', to: 'exploratory', why: 'Talks.' }
    await group.do('relationship', 'changeStage', said, { as: 'aino', id: `${hotel}.fi` })
    const rows = (await timeline()).rows.map(({ kind, kindName }) => [kind, kindName])
    expect(rows).toEqual([
      ['stage-changed', 'Vaihe muuttunut'],
      ['customer.registered', 'Asiakas rekisteröity'],
    ])
  })

  it('shows the latest first, with when it happened and when we knew', async () => {
    await note('First talk.', '2026-03-10T10:00:00Z')
    await note('Second talk.', '2026-03-20')
    const answer = await timeline()
    expect(lines(answer)).toEqual(['Second talk.', 'First talk.', 'customer.registered'])
    expect(answer.rows[0]).toMatchObject({
      occurred: '2026-03-20',
      precision: 'day',
      recordedAt: '2026-04-01T09:00:00.000Z',
      kind: 'note',
      kindName: 'Muistiinpano',
      unit: { id: 'fi', name: 'FI', country: 'FI' },
      function: 'sales',
      who: { id: 'aino', name: 'Name of aino' },
      restated: false,
    })
  })

  it.each([
    [{ kind: 'meetings' }, 'kind is none of: '],
    [{ unit: 'sweden' }, 'unit names what is not there'],
    [{ member: 'nobody' }, 'member names what is not there'],
    [{ contact: 'nobody' }, 'contact names what is not there'],
  ])('refuses a filter like %j', async (query, sentence) => {
    await expect(timeline({ query })).rejects.toThrow(sentence)
  })

  it('takes the kind of an encounter and the type of another event', async () => {
    await note('First talk.', '2026-03-10T10:00:00Z')
    expect(lines(await timeline({ query: { kind: 'note' } }))).toEqual(['First talk.'])
    expect(lines(await timeline({ query: { kind: 'customer.registered' } }))).toEqual(['customer.registered'])
  })

  it('goes on page after page, the same rows now and in the past', async () => {
    for (let day = 10; day < 20; day++) await note(`Note of day ${day}.`, `2026-03-${day}T10:00:00Z`)
    for (const moment of [{}, { asOf: '2026-03-31' }]) {
      const seen: unknown[] = []
      for await (const page of pagesOf((on) => timeline({ query: { limit: 4, ...on }, ...moment }))) {
        seen.push(...lines(page))
        expect(page.total).toBe(11)
      }
      expect(seen).toHaveLength(11)
      const notes = await timeline({ query: { kind: 'note', unit: 'fi', limit: 1 }, ...moment })
      expect(notes).toMatchObject({ rows: [{ summary: 'Note of day 19.' }], total: 10 })
      expect(seen.slice(0, 2)).toEqual(['Note of day 19.', 'Note of day 18.'])
    }
  })

  it('shows a late note where it belongs, and not before it was known', async () => {
    await note('Told late.', '2026-03-05T10:00:00Z')
    expect(lines(await timeline({ asOf: '2026-03-06' }))).toEqual(['Told late.', 'customer.registered'])
    expect(lines(await timeline({ asOf: '2026-03-06', knownAt: '2026-03-31' }))).toEqual(['customer.registered'])
  })

  it('shows what a correction says from then on, and what was said before it', async () => {
    const { stream, events, position } = await note('They want three.', '2026-03-10T10:00:00Z')
    const body = { customers: [hotel], unit: 'fi', note: 'They want four.' }
    await group.correct(stream, events[0]?.id ?? '', { as: 'aino', body })
    expect((await timeline()).rows[0]).toMatchObject({ summary: 'They want four.', restated: true })
    const before = await timeline({ knownAt: String(position) })
    expect(before.rows[0]).toMatchObject({ summary: 'They want three.', restated: false })
    await group.correct(stream, events[0]?.id ?? '', { as: 'aino' })
    expect(lines(await timeline())).toEqual(['customer.registered'])
  })

  it('has a line for every visit of which anything was said', async () => {
    const visit = { customers: [hotel], unit: 'fi', notes: { goals: 'One log.', challenges: 'Ice.' } }
    const { id } = await group.do('touchpoint', 'record-visit', visit, { as: 'aino' })
    for (const topic of ['challenges', 'expectations', 'promisesMade'])
      await group.do('touchpoint', 'structure', { notes: { [topic]: `About ${topic}.` } }, { id, as: 'aino' })
    expect(lines(await timeline({ query: { limit: 4 } }))).toEqual([
      'About promisesMade.',
      'About expectations.',
      'About challenges.',
      'One log.',
    ])
  })

  it('shows a private note of another as such, with its writer only', async () => {
    await group.do(
      'touchpoint',
      'record-private-note',
      { customers: [hotel], unit: 'fi', note: 'Wait.' },
      { as: 'aino' },
    )
    expect((await timeline()).rows[0]).toMatchObject({ private: false, summary: 'Wait.' })
    const other = (await timeline({ as: 'eero' })).rows[0]
    expect(other).toMatchObject({ kind: 'private-note', private: true, who: { id: 'aino' } })
    expect(other?.summary).toBeUndefined()
    expect((await timeline({ as: 'eero', asOf: '2026-04-01' })).rows[0]?.summary).toBeUndefined()
    expect((await timeline({ as: 'eero', asOf: '2026-04-01', query: { text: 'wait' } })).rows).toEqual([])
  })

  it('says of a private note of another neither whom it names nor what it is about', async () => {
    await group.do('contact', 'register', { name: 'Ilona' }, { id: 'p1', as: 'aino' })
    const people = { contacts: ['p1'], members: ['stella'], function: 'service' }
    const body = { customers: [hotel], unit: 'fi', note: 'Wait.', ...people }
    await group.do('touchpoint', 'record-private-note', body, { as: 'aino' })
    const found = async (as: string, query: object) =>
      [await timeline({ as, query }), await timeline({ as, query, asOf: '2026-04-01' })].map(
        ({ rows }) => rows.filter(({ kind }) => kind === 'private-note').length,
      )
    for (const query of [{ contact: 'p1' }, { member: 'stella' }, { function: 'service' }]) {
      expect(await found('aino', query)).toEqual([1, 1])
      expect(await found('bengt', query)).toEqual([0, 0])
    }
    expect(await found('bengt', { member: 'aino' })).toEqual([1, 1])
    const [row] = (await timeline({ as: 'bengt' })).rows
    expect([row?.contacts, row?.function, row?.summary]).toEqual([undefined, undefined, undefined])
  })

  it('holds the facts of merged customers once each, under either id', async () => {
    await note('With the first record.', '2026-03-10T10:00:00Z')
    const other = (await group.do('customer', 'register', { name: 'Merituuli Oy' }, { as: 'aino' })).id
    const both = { customers: [other, hotel], unit: 'fi', note: 'With both.' }
    await group.do('touchpoint', 'record-note', both, { as: 'aino', at: '2026-03-12T10:00:00Z' })
    await group.do('merge', 'merge', { into: hotel }, { id: other, as: 'stella' })
    const merged = await timeline({}, other)
    expect(merged.customer.id).toBe(hotel)
    expect(lines(merged).filter((line) => line !== 'customer.registered')).toEqual([
      'merge.made',
      'With both.',
      'With the first record.',
    ])
  })
})

describe('a private note on the timeline', () => {
  const keep = (note: string) => group.do('touchpoint', 'keepPrivate', {}, { id: note, as: 'aino' })
  const seenBy = async (as: string, moment: object = {}) => {
    const { rows } = await timeline({ as, query: { kind: 'private-note' }, ...moment })
    const found = await timeline({ as, query: { text: 'wait', kind: 'private-note' }, ...moment })
    return [rows[0]?.summary, found.rows.length]
  }
  let id: string

  beforeEach(async () => {
    const body = { customers: [hotel], unit: 'fi', note: 'Wait with prices.' }
    id = (await group.do('touchpoint', 'record-private-note', body, { as: 'aino' })).id
  })

  it('is not opened by asking about times to come', async () => {
    for (const moment of [{ asOf: '2030-01-01' }, { asOf: '2026-04-02' }, { knownAt: '2030-01-01' }]) {
      await expect(timeline({ as: 'bengt', ...moment })).rejects.toThrow('lies ahead of us')
    }
    expect(await seenBy('bengt', { asOf: '2026-04-01' })).toEqual([undefined, 0])
    expect(await seenBy('aino', { asOf: '2026-04-01' })).toEqual(['Wait with prices.', 1])
  })

  it('that is kept private is not opened by asking about a time before it was', async () => {
    group.time = '2026-06-25T09:00:00.000Z'
    await keep(id)
    group.time = '2026-07-10T09:00:00.000Z'
    for (const moment of [{}, { asOf: '2026-07-05', knownAt: '2026-06-01' }, { knownAt: '2026-06-01' }])
      expect(await seenBy('bengt', moment)).toEqual([undefined, 0])
  })

  it('that is shared is read and found at any moment that has it', async () => {
    group.time = '2026-07-10T09:00:00.000Z'
    for (const moment of [{}, { asOf: '2026-05-01' }, { asOf: '2026-07-05', knownAt: '2026-06-01' }])
      expect(await seenBy('bengt', moment)).toEqual(['Wait with prices.', 1])
  })

  it('is found by its writer beside what everybody finds', async () => {
    await note('They wait for the budget.', '2026-03-20T10:00:00Z')
    const found = async (as: string) => lines(await timeline({ as, query: { text: 'wait' } }))
    expect(await found('aino')).toEqual(['Wait with prices.', 'They wait for the budget.'])
    expect(await found('bengt')).toEqual(['They wait for the budget.'])
    expect(lines(await timeline({ query: { text: 'sales' } }))).toEqual([])
  })
})

describe('filtering the timeline', () => {
  beforeEach(async () => {
    await note('Freezers ice up.', '2026-03-10T10:00:00Z')
    await note('Kylmähuone uusitaan syksyllä.', '2026-03-12T10:00:00Z', 'bengt')
    const call = { customers: [hotel], unit: 'fi', function: 'service', members: ['eero'], note: 'Asked for parts.' }
    await group.do('touchpoint', 'record-phone-call', call, { as: 'aino', at: '2026-03-14T10:00:00Z' })
  })

  it.each([
    ['kind', { kind: 'phone-call' }, ['Asked for parts.']],
    ['function', { function: 'service' }, ['Asked for parts.']],
    ['unit', { unit: 'se' }, ['Kylmähuone uusitaan syksyllä.']],
    ['member present', { member: 'eero' }, ['Asked for parts.']],
    ['days', { from: '2026-03-11', to: '2026-03-12' }, ['Kylmähuone uusitaan syksyllä.']],
    ['words, whatever their accents', { text: 'kylmahuone uusi' }, ['Kylmähuone uusitaan syksyllä.']],
  ])('by %s finds the same now and in the past', async (_, query, expected) => {
    expect(lines(await timeline({ query }))).toEqual(expected)
    expect(lines(await timeline({ query, asOf: '2026-04-01' }))).toEqual(expected)
  })

  it('takes days as the group counts them, also for what is known to the day only', async () => {
    await note('On the sixteenth.', '2026-03-16')
    const query = { from: '2026-03-16', to: '2026-03-16' }
    expect(lines(await timeline({ query }))).toEqual(['On the sixteenth.'])
    expect(lines(await timeline({ query: { to: '2026-03-15', limit: 1 } }))).toEqual(['Asked for parts.'])
  })
})

describe('the timeline where units read their own history', () => {
  beforeEach(async () => {
    await group.do('group', 'setHistory', { history: 'own' }, { id: 'group' })
    await note('Ours.', '2026-03-10T10:00:00Z')
  })

  it('is not found by a unit that does not deal with the customer', async () => {
    await expect(timeline({ as: 'bengt' })).rejects.toMatchObject({ code: 'not-found' })
    await expect(timeline({ as: 'bengt', asOf: '2026-03-11' })).rejects.toMatchObject({ code: 'not-found' })
  })

  it('shows a unit its own rows', async () => {
    await note('Theirs.', '2026-03-11T10:00:00Z', 'bengt')
    const expected = ['Theirs.', 'customer.registered']
    expect(lines(await timeline({ as: 'bengt' }))).toEqual(expected)
    expect(lines(await timeline({ as: 'bengt', asOf: '2026-04-01' }))).toEqual(expected)
  })
})

describe('the timeline of nobody', () => {
  it('is not found', () => expect(timeline({}, 'c0')).rejects.toMatchObject({ code: 'not-found' }))

  it('refuses a cursor of another list', () =>
    expect(timeline({ asOf: '2026-04-01', query: { cursor: '99999' } })).rejects.toMatchObject({ name: 'BadCursor' }))
})
