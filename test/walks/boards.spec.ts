/** Boards: columns that are paged by themselves, with sums over all of their pages. */
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import type { OpportunityBoardAnswer } from '#crm/opportunities/lists/opportunity-board.query.js'
import type { RelationshipBoardAnswer } from '#crm/pages/relationships/relationship-board.query.js'
import { TestGroup } from '#test/harness/group.js'

let group: TestGroup
let hotel: string

const open = (name: string, stage: string, more: object = {}) =>
  group.do(
    'opportunity',
    'open',
    { customer: hotel, unit: 'fi', name, profile: 'product-sale', stage, ...more },
    { as: 'aino' },
  )
const money = (amountMinor: number, currency: string) => ({ value: { amountMinor, currency } })
const board = async (query: object = {}) =>
  group.ask<OpportunityBoardAnswer>('opportunity-board', {}, { as: 'aino', query })
const column = async (stage: string, query: object = {}) =>
  (await board(query)).columns.find((each) => each.stage === stage)

beforeEach(async () => {
  group = await (await TestGroup.open()).found()
  hotel = (await group.do('customer', 'register', { name: 'Hotelli Merituuli' }, { as: 'aino' })).id
})
afterEach(() => group.close())

describe('the board of opportunities', () => {
  beforeEach(async () => {
    await open('A', 'engaging', { ...money(1_000, 'EUR'), probability: 50, closesOn: '2026-05-01' })
    await open('B', 'engaging', { ...money(3_000, 'EUR'), closesOn: '2026-05-02' })
    await open('C', 'engaging', { ...money(500, 'JPY'), closesOn: '2026-05-03' })
    await open('D', 'engaging', { closesOn: '2026-05-04' })
    await open('E', 'offered', { ...money(700, 'EUR'), closesOn: '2026-05-05' })
    const lost = await open('F', 'offered', money(9_000, 'EUR'))
    await group.do('opportunity', 'lose', { reason: 'price' }, { as: 'aino', id: lost.id })
  })

  it('says what all of a column comes to, as stated, in group currency and weighted, and what that leaves out', async () => {
    expect(await column('engaging', { limit: 1 })).toMatchObject({
      total: 4,
      groupMinor: 4_000,
      weightedMinor: 500,
      stated: [
        { currency: 'EUR', amountMinor: 4_000, count: 2 },
        { currency: 'JPY', amountMinor: 500, count: 1 },
      ],
      unvalued: [{ currency: 'JPY', count: 1 }],
      leftOut: '1/3 ilman arvoa: ei kurssia valuutalle JPY',
      withoutAmount: 1,
      rows: [{ name: 'A', customer: { name: 'Hotelli Merituuli' } }],
    })
    expect(await column('offered')).toMatchObject({ total: 1, groupMinor: 700, rows: [{ name: 'E' }] })
    const { unvalued, leftOut } = (await column('offered')) ?? {}
    expect([unvalued, leftOut]).toEqual([undefined, undefined])
    expect(await column('negotiating')).toMatchObject({ total: 0, groupMinor: 0, stated: [], rows: [] })
  })

  it('counts by a rate once it is published', async () => {
    await group.do(
      'rates',
      'publish',
      { day: '2026-01-01', rates: [{ currency: 'JPY', toGroup: '0.5' }] },
      { id: 'ecb' },
    )
    const engaging = await column('engaging')
    expect([engaging?.groupMinor, engaging?.unvalued]).toEqual([4_000 + 25_000, undefined])
  })

  it('goes on in one column, with the same sums', async () => {
    const first = await column('engaging', { limit: 2 })
    const rest = await board({ limit: 2, stage: 'engaging', cursor: first?.next })
    expect(rest.columns.map(({ stage, rows, next }) => [stage, rows.map(({ name }) => name), next])).toEqual([
      ['engaging', ['C', 'D'], undefined],
    ])
    expect(rest.columns[0]?.total).toBe(4)
    await expect(board({ limit: 2, cursor: first?.next })).rejects.toMatchObject({ problems: [{ path: 'stage' }] })
  })

  it('is filtered and sorted like a list, and has the columns of a profile', async () => {
    const engaging = await column('engaging', {
      filter: 'groupMinor ge 2000 or groupMinor is empty',
      sort: '-closesOn',
    })
    expect([engaging?.total, engaging?.rows.map(({ name }) => name)]).toEqual([3, ['D', 'C', 'B']])
    const columns = (await board({ profile: 'project-sale' })).columns
    expect(columns.map(({ stage }) => stage)).toContain('tendering')
    expect(columns.map(({ stage, total }) => [stage, total])).toContainEqual(['engaging', 0])
    expect(columns.map(({ stage }) => stage)).not.toContain('offered')
  })
})

describe('the board of relationships', () => {
  const columns = async (query: object = {}) =>
    (await group.ask<RelationshipBoardAnswer>('relationship-board', {}, { as: 'aino', query })).columns

  it('says what the customers of a column have bought, and what cannot be valued', async () => {
    const { id } = await open('A', 'engaging', money(1_000, 'EUR'))
    await group.do('opportunity', 'win', {}, { as: 'aino', id })
    const other = await open('B', 'engaging', money(500, 'JPY'))
    await group.do('opportunity', 'win', {}, { as: 'aino', id: other.id })
    const identified = (await columns()).find(({ stage }) => stage === 'identified')
    expect(identified).toMatchObject({
      total: 1,
      boughtGroupMinor: 1_000,
      boughtUnvalued: 1,
      boughtLeftOut: '1/2 ilman arvoa: ei kurssia valuutalle JPY',
      rows: [{ customer: { name: 'Hotelli Merituuli' }, unit: { id: 'fi' } }],
    })
    const unstated = await open('C', 'engaging')
    await group.do('opportunity', 'win', {}, { as: 'aino', id: unstated.id })
    expect((await columns()).find(({ stage }) => stage === 'identified')).toMatchObject({
      boughtUnvalued: 2,
      boughtLeftOut: '2/3 ilman arvoa: ei kurssia valuutalle JPY tai summaa ei ole ilmoitettu',
      rows: [{ boughtLeftOut: '2/3 ilman arvoa: ei kurssia valuutalle JPY tai summaa ei ole ilmoitettu' }],
    })
    expect((await columns({ filter: 'unit eq se' })).map(({ total }) => total)).toEqual([0, 0, 0, 0, 0, 0, 0])
  })
})
