/** One search over customers, people, deals and all that was written, as far as each may read it. */
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { BadCursor } from '#kernel'
import { erasePerson } from '#operations/persons/erase-person.js'
import { TestGroup } from '#test/harness/group.js'
import { pagesOf } from '#test/harness/pages-of.js'
import type { SearchAnswer, SearchedKind } from './search.query.js'

let group: TestGroup
let hotel: string
let clinic: string
let ilona: string

const note = (
  customer: string,
  text: string,
  { as = 'aino', kind = 'record-note', at = '2026-03-20T10:00:00Z' } = {},
) => group.do('touchpoint', kind, { customers: [customer], unit: as === 'bengt' ? 'se' : 'fi', note: text }, { as, at })
const search = (text: string, as = 'aino', query: object = {}, more: object = {}) =>
  group.ask<SearchAnswer>('search', {}, { as, query: { text, ...query }, ...more })
const linesOf = ({ notes }: SearchAnswer) => (notes?.rows ?? []).map(({ summary }) => summary)
const found = ({ customers, contacts, opportunities, notes }: SearchAnswer) => [
  ...(customers?.rows ?? []).map(({ name }) => name),
  ...(contacts?.rows ?? []).map(({ name }) => name),
  ...(opportunities?.rows ?? []).map(({ name }) => name),
  ...(notes?.rows ?? []).map(({ summary }) => summary),
]

beforeEach(async () => {
  group = await (await TestGroup.open()).found()
  hotel = (await group.do('customer', 'register', { name: 'Hotelli Kylmäranta', city: 'Oulu' }, { as: 'aino' })).id
  clinic = (await group.do('customer', 'register', { name: 'Klinik Öst', city: 'Lund' }, { as: 'bengt' })).id
  ilona = (await group.do('contact', 'register', { name: 'Ilona Kylmänen' }, { as: 'aino' })).id
  const post = { customer: hotel, title: 'Keittiöpäällikkö', level: 'operational', since: '2026-01-01' }
  await group.do('contact', 'startPost', post, { id: ilona, as: 'aino' })
  const deal = { unit: 'fi', profile: 'product-sale', stage: 'engaging' }
  await group.do('opportunity', 'open', { ...deal, customer: hotel, name: 'Kylmähuone' }, { as: 'aino' })
  group.time = '2026-04-01T09:00:00.000Z'
  await note(hotel, 'Kylmäkaappi pitää ääntä.')
  await note(clinic, 'Kylmä väntrum.', { as: 'bengt', at: '2026-03-21T10:00:00Z' })
})
afterEach(() => group.close())

describe('one search', () => {
  it('finds customers, people, deals and notes, each with what tells it apart', async () => {
    const answer = await search('kylma')
    expect(answer.customers?.rows).toMatchObject([{ id: hotel, name: 'Hotelli Kylmäranta', city: 'Oulu' }])
    const at = [{ id: hotel, name: 'Hotelli Kylmäranta' }]
    expect(answer.contacts?.rows).toMatchObject([
      { id: ilona, name: 'Ilona Kylmänen', title: 'Keittiöpäällikkö', customers: at },
    ])
    const customer = at[0]
    expect(answer.opportunities?.rows).toMatchObject([
      { name: 'Kylmähuone', customer, status: 'open', unit: { id: 'fi' } },
    ])
    expect(answer.notes?.rows).toMatchObject([
      { summary: 'Kylmä väntrum.', customer: { id: clinic, name: 'Klinik Öst' }, kind: 'note', unit: { id: 'se' } },
      { summary: 'Kylmäkaappi pitää ääntä.', customer: at[0], occurred: '2026-03-20T10:00:00.000Z' },
      { kind: 'opportunity-opened', summary: 'Kylmähuone', customer: at[0] },
    ])
  })

  it('says of each how many there are, where that can be counted, and goes on with one of them', async () => {
    const answer = await search('kylma', 'aino', { limit: 1 })
    expect(linesOf(answer)).toEqual(['Kylmä väntrum.'])
    expect(answer).toMatchObject({ contacts: { total: 1 }, customers: { total: 1 }, opportunities: { total: 1 } })
    expect([answer.notes?.total, answer.contacts?.next]).toEqual([undefined, undefined])
    const rest = await search('kylma', 'aino', { kind: 'notes', limit: 1, cursor: answer.notes?.next })
    expect(Object.keys(rest).filter((kind) => rest[kind as SearchedKind])).toEqual(['notes'])
    expect(linesOf(rest)).toEqual(['Kylmäkaappi pitää ääntä.'])
    expect((await search('kylma', 'aino', { kind: 'notes' })).notes?.total).toBe(3)
  })

  it.each([2, 3])('goes through all that was written, also of one moment, %i at once', async (limit) => {
    for (const text of ['Yksi jää.', 'Kaksi jäätä.', 'Kolme jäätä.', 'Neljä jäätä.', 'Viisi jäätä.'])
      await note(hotel, text)
    await note(hotel, 'Oma jää.', { kind: 'record-private-note' })
    const whole = linesOf(await search('jaa', 'aino', { kind: 'notes', limit: 50 }))
    const paged: unknown[] = []
    const notes = async (on: object) => {
      const page = await search('jaa', 'aino', { kind: 'notes', limit, ...on })
      return { lines: linesOf(page), next: page.notes?.next }
    }
    for await (const { lines } of pagesOf(notes)) paged.push(...lines)
    expect(whole).toHaveLength(6)
    expect(paged).toEqual(whole)
  })

  it('goes on page by page among customers, contacts and deals', async () => {
    for (const name of ['Kylmä Yksi', 'Kylmä Kaksi']) {
      await group.do('customer', 'register', { name }, { as: 'aino' })
      await group.do('contact', 'register', { name }, { as: 'aino' })
      const deal = { customer: hotel, unit: 'fi', profile: 'product-sale', stage: 'engaging', name }
      await group.do('opportunity', 'open', deal, { as: 'aino' })
    }
    for (const kind of ['customers', 'contacts', 'opportunities'] as const) {
      const first = (await search('kylm', 'aino', { kind, limit: 2 }))[kind]
      const second = (await search('kylm', 'aino', { kind, limit: 2, cursor: first?.next }))[kind]
      expect([first, second]).toMatchObject([{ total: 3 }, { total: 3 }])
      expect([first?.rows.length, second?.rows.length, second?.next]).toEqual([2, 1, undefined])
      expect(first?.rows.map(({ id }) => id)).not.toContain(second?.rows[0]?.id)
    }
  })

  it('goes on only with one kind, and only where that page ended', async () => {
    const { notes } = await search('kylma', 'aino', { limit: 1 })
    const refused = search('kylma', 'aino', { cursor: notes?.next })
    await expect(refused).rejects.toMatchObject({ problems: [{ path: 'kind', code: 'required' }] })
    await expect(search('vantrum', 'aino', { kind: 'notes', cursor: notes?.next })).rejects.toThrow(BadCursor)
  })

  it('finds all words or nothing', async () => {
    expect(found(await search('kylmär hot'))).toEqual(['Hotelli Kylmäranta'])
    for (const text of ['kylmä nothing', '&', '-']) expect(found(await search(text))).toEqual([])
  })

  it('names the customer that stands for a merged one', async () => {
    const { id } = await group.do('customer', 'register', { name: 'Hotel Kylmaranta Ab' }, { as: 'aino' })
    await note(id, 'Vanha tapaus.')
    await group.do('merge', 'merge', { into: hotel }, { id, as: 'stella' })
    expect((await search('tapaus')).notes?.rows).toMatchObject([
      { customer: { id: hotel, name: 'Hotelli Kylmäranta' } },
    ])
    expect((await search('kylmaranta ab')).customers?.rows).toMatchObject([{ id: hotel }])
  })
})

describe('one search where units read their own history', () => {
  beforeEach(() => group.do('group', 'setHistory', { history: 'own' }, { id: 'group' }))

  it('finds nothing of what others did, and of their customers the name', async () => {
    expect(found(await search('kylma', 'bengt'))).toEqual(['Hotelli Kylmäranta', 'Kylmä väntrum.'])
    expect((await search('kylma', 'bengt')).customers?.rows[0]).not.toHaveProperty('city', 'Oulu')
    expect(found(await search('öst'))).toEqual(['Klinik Öst'])
    expect(linesOf(await search('kylma'))).toEqual(['Kylmäkaappi pitää ääntä.', 'Kylmähuone'])
  })
})

describe('private notes in one search', () => {
  it('are found by their writer, and by all once they are shared', async () => {
    await note(hotel, 'Salainen suunnitelma.', { kind: 'record-private-note' })
    expect(linesOf(await search('suunnitelma'))).toEqual(['Salainen suunnitelma.'])
    expect(linesOf(await search('suunnitelma', 'bengt'))).toEqual([])
    group.time = '2026-07-10T09:00:00.000Z'
    expect(linesOf(await search('suunnitelma', 'bengt'))).toEqual(['Salainen suunnitelma.'])
  })
})

describe('who is erased', () => {
  it('is found by nobody, nor what was written with them', async () => {
    await group.do(
      'touchpoint',
      'record-note',
      { customers: [hotel], contacts: [ilona], unit: 'fi', note: 'Pelargonia.' },
      { as: 'aino' },
    )
    expect(found(await search('pelargonia'))).toEqual(['Pelargonia.'])
    await erasePerson(ilona, { by: group.viewer('stella'), grounds: 'asked' }, group.rights())
    expect(found(await search('pelargonia'))).toEqual([])
    expect((await search('ilona')).contacts?.rows).toEqual([])
  })
})

describe('whoever reads no personal values', () => {
  it('finds no words of others without a reason', async () => {
    expect(found(await search('kylma', 'audun'))).toEqual(['Hotelli Kylmäranta'])
    expect(linesOf(await search('kylma', 'audun', {}, { reason: 'A complaint.' }))).toHaveLength(3)
  })

  it('is refused who reads no customers', () =>
    expect(search('kylma', 'adam')).rejects.toMatchObject({ code: 'not-allowed' }))
})
