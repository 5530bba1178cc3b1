/** Selling from end to end: what a customer intends, an opportunity, promises, and their pages now and in the past. */
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import type { CustomerProjectsAnswer } from '#crm/customer-projects/customer-projects.query.js'
import type { OpportunitiesAnswer } from '#crm/opportunities/lists/opportunities.query.js'
import type { OpportunityAnswer } from '#crm/opportunities/opportunity.query.js'
import type { CustomerPromisesAnswer, MyPromisesAnswer } from '#crm/promises/promises.query.js'
import { relationships } from '#crm/relationships/relationships.view.js'
import { TestGroup } from '../harness/group.js'

let group: TestGroup
let hotel: string

beforeEach(async () => {
  group = await (await TestGroup.open()).found()
  hotel = (await group.do('customer', 'register', { name: 'Hotelli Merituuli' }, { as: 'aino' })).id
})
afterEach(() => group.close())

const open = (name: string, more: object = {}, as = 'aino') =>
  group.do(
    'opportunity',
    'open',
    { customer: hotel, unit: 'fi', name, profile: 'project-sale', stage: 'engaging', ...more },
    { as },
  )

describe('opportunities', () => {
  it('show with names, and as they stood at any moment', async () => {
    const { id } = await open('Cold rooms', {
      owner: 'aino',
      value: { amountMinor: 100_000, currency: 'EUR' },
      probability: 40,
      about: 'Two rooms.',
    })
    const before = await group.do('opportunity', 'changeStage', { to: 'tendering', why: 'Asked.' }, { as: 'aino', id })
    await group.do('opportunity', 'win', { why: 'Close by.' }, { as: 'aino', id })
    const now = await group.ask<OpportunityAnswer>('opportunity', { id }, { as: 'bengt' })
    expect(now).toMatchObject({
      id,
      customer: { id: hotel, name: 'Hotelli Merituuli' },
      owner: { id: 'aino', name: 'Name of aino' },
      status: 'won',
      stage: 'tendering',
      about: 'Two rooms.',
      why: 'Close by.',
      value: { groupMinor: 100_000, rateDay: '2026-03-01' },
    })
    expect(now.stages.map(({ stage }) => stage)).toContain('shortlisted')
    const past = await group.ask<OpportunityAnswer>(
      'opportunity',
      { id },
      { as: 'bengt', knownAt: String(before.position) },
    )
    expect(past).toMatchObject({ status: 'open', why: 'Asked.', customer: { name: 'Hotelli Merituuli' } })
  })

  it('are filtered, sorted and paged', async () => {
    await open('First', { closesOn: '2026-05-01', owner: 'aino', value: { amountMinor: 100, currency: 'EUR' } })
    await open('Second', { closesOn: '2026-04-01', value: { amountMinor: 300, currency: 'EUR' } })
    const third = await open('Third', { closesOn: '2026-06-01', value: { amountMinor: 200, currency: 'EUR' } })
    await group.do('opportunity', 'lose', { reason: 'price' }, { as: 'aino', id: third.id })
    const names = async (query: object) =>
      (await group.ask<OpportunitiesAnswer>('opportunities', {}, { as: 'aino', query })).rows.map((o) => o.name)
    expect(await names({})).toEqual(['Second', 'First', 'Third'])
    expect(await names({ sort: '-groupMinor' })).toEqual(['Second', 'Third', 'First'])
    expect(await names({ sort: '-name', filter: 'status eq open' })).toEqual(['Second', 'First'])
    expect(await names({ filter: 'status eq lost' })).toEqual(['Third'])
    expect(await names({ filter: 'owner is empty and (status eq lost or groupMinor ge 300)' })).toEqual([
      'Second',
      'Third',
    ])
    expect(await names({ search: 'thi' })).toEqual(['Third'])
    expect(await names({ search: 'i', filter: 'status eq open', sort: '-closesOn' })).toEqual([])
    expect(await names({ search: 'f', filter: 'status eq open', sort: '-closesOn' })).toEqual(['First'])
    expect(await names({ filter: 'owner eq aino' })).toEqual(['First'])
    expect(await names({ filter: 'closesOn ge 2026-04-02 and closesOn le 2026-05-31' })).toEqual(['First'])
    expect(await names({ filter: 'customer eq another' })).toEqual([])
    const page = await group.ask<OpportunitiesAnswer>('opportunities', {}, { as: 'aino', query: { limit: 2 } })
    expect(page.total).toBe(3)
    expect(await names({ limit: 2, cursor: page.next })).toEqual(['Third'])
    await expect(names({ search: 'f', sort: 'groupMinor' })).rejects.toMatchObject({ problems: [{ path: 'filter' }] })
    await expect(names({ sort: 'closesOn,name' })).rejects.toMatchObject({ problems: [{ path: 'sort' }] })
  })

  it('say what moved since a day, and from which stage', async () => {
    group.time = '2026-03-01T09:00:00.000Z'
    const [first, second, third] = [await open('First'), await open('Second'), await open('Third')]
    group.time = '2026-03-10T09:00:00.000Z'
    const as = 'aino'
    await group.do('opportunity', 'changeStage', { to: 'tendering' }, { as, id: first.id })
    await group.do('opportunity', 'edit', { name: { was: 'Second', is: 'Other' } }, { as, id: second.id })
    await group.do('opportunity', 'edit', { closesOn: { is: '2026-09-01' } }, { as, id: third.id })
    const since = async (day: string) => {
      const query = { filter: `movedAt ge ${day}`, sort: 'name' }
      return (await group.ask<OpportunitiesAnswer>('opportunities', {}, { as, query })).rows
    }
    expect((await since('2026-03-01')).map(({ name }) => name)).toEqual(['First', 'Other', 'Third'])
    expect(await since('2026-03-10')).toMatchObject([
      { name: 'First', stage: 'tendering', stageBefore: 'engaging', movedAtOn: '2026-03-10' },
      { name: 'Third', movedAt: '2026-03-10T09:00:00.000Z' },
    ])
    expect(await since('2026-03-11')).toEqual([])
  })

  it('of a customer show as of a day, under any of its ids', async () => {
    const other = (await group.do('customer', 'register', { name: 'Merituuli' }, { as: 'aino' })).id
    await group.do('merge', 'merge', { into: hotel }, { as: 'stella', id: other })
    group.time = '2026-03-10T09:00:00.000Z'
    await open('Cold rooms')
    const ask = (asOf?: string) =>
      group.ask<OpportunitiesAnswer>('customer-opportunities', { id: other }, { as: 'bengt', asOf })
    expect((await ask()).rows).toMatchObject([{ name: 'Cold rooms', customer: { id: hotel } }])
    expect((await ask('2026-03-09')).rows).toEqual([])
    expect((await ask('2026-03-10')).rows).toHaveLength(1)
    group.time = '2026-03-10T09:01:00.000Z'
    await open('Warm rooms')
    group.time = '2026-03-10T09:02:00.000Z'
    await open('Serving lines')
    const page = (query: object) =>
      group.ask<OpportunitiesAnswer>(
        'customer-opportunities',
        { id: other },
        { as: 'bengt', asOf: '2026-03-10', query },
      )
    const first = await page({ sort: 'closesOn,openedAt', limit: 2 })
    expect([first.total, first.rows.map(({ name }) => name)]).toEqual([3, ['Cold rooms', 'Warm rooms']])
    const rest = await page({ sort: 'closesOn,openedAt', limit: 2, cursor: first.next })
    expect([rest.next, rest.rows.map(({ name }) => name)]).toEqual([undefined, ['Serving lines']])
    expect((await page({ filter: 'status ne open' })).total).toBe(0)
    const listed = await group.ask<OpportunitiesAnswer>(
      'opportunities',
      {},
      { as: 'aino', query: { filter: `customer eq ${other}` } },
    )
    expect(listed.rows).toHaveLength(3)
  })

  it('are written by their own unit', async () => {
    await expect(open('Cold rooms', {}, 'bengt')).rejects.toMatchObject({ code: 'not-allowed' })
  })

  it('begin a relationship and are no income once taken up again', async () => {
    const { id } = await open('Cold rooms', { value: { amountMinor: 100, currency: 'EUR' } })
    const income = async () => {
      const row = await group.store.get(`${relationships.name}-${relationships.version}`, `${hotel}.fi`)
      return row?.doc
    }
    expect(await income()).toMatchObject({ stage: 'identified', status: 'prospect', incomes: 0 })
    const win = await group.do('opportunity', 'win', {}, { as: 'aino', id })
    expect(await income()).toMatchObject({ status: 'one-off', incomes: 1, income: { groupMinor: 100 } })
    await group.do('opportunity', 'reopen', { at: 'negotiating' }, { as: 'aino', id })
    expect(await income()).toMatchObject({ status: 'prospect', incomes: 0, income: { groupMinor: 0 } })
    await group.do('opportunity', 'win', {}, { as: 'aino', id })
    expect(await income()).toMatchObject({ status: 'one-off', incomes: 1 })
    await group.correct(win.stream, win.events[0]?.id ?? '', { as: 'aino', confirmed: true })
    expect(await income()).toMatchObject({ status: 'one-off', incomes: 1 })
  })
})

describe('promises', () => {
  const make = (body: object, as = 'aino') =>
    group.do(
      'promise',
      'make',
      { customer: hotel, unit: 'fi', what: 'Send the drawings.', kind: 'promise', clock: 'calendar', ...body },
      { as },
    )
  const mine = (as: string, query: object = {}) => group.ask<MyPromisesAnswer>('my-promises', {}, { as, query })

  it('stand with their owner, the longest overdue first', async () => {
    await make({ what: 'Later.', due: '2026-03-09T12:00:00Z' })
    const { id } = await make({ what: 'Sooner.', withinHours: 24 })
    group.time = '2026-03-05T09:00:00.000Z'
    expect((await mine('aino')).rows.map(({ what, overdue }) => [what, overdue])).toEqual([
      ['Sooner.', true],
      ['Later.', false],
    ])
    await group.do('promise', 'keep', { how: 'By mail.' }, { as: 'aino', id })
    expect((await mine('aino')).rows).toHaveLength(1)
    const all = await group.ask<CustomerPromisesAnswer>('customer-promises', { id: hotel }, { as: 'bengt' })
    expect(all.rows).toMatchObject([
      { what: 'Sooner.', status: 'kept-late', said: 'By mail.', overdue: false, owner: { name: 'Name of aino' } },
      { what: 'Later.', status: 'open' },
    ])
    const past = await group.ask<CustomerPromisesAnswer>(
      'customer-promises',
      { id: hotel },
      { as: 'bengt', asOf: '2026-03-01' },
    )
    expect(past.rows.map(({ status, overdue }) => [status, overdue])).toEqual([
      ['open', false],
      ['open', false],
    ])
  })

  it('wait for whoever is asked, and are seen by whoever made them', async () => {
    const { id } = await make({ owner: 'eero', withinHours: 5 })
    expect(await mine('eero')).toMatchObject({
      rows: [],
      offered: [{ id, maker: { name: 'Name of aino' } }],
      unowned: [],
    })
    expect(await mine('aino')).toMatchObject({ rows: [], offered: [], unowned: [{ id, status: 'offered' }] })
    await group.do('promise', 'accept', {}, { as: 'eero', id })
    expect(await mine('aino', { owner: 'eero' })).toMatchObject({ rows: [{ id }], offered: [], unowned: [] })
  })
})

describe("customers' projects", () => {
  it('say how long before the decision we knew, now and in the past', async () => {
    const { id } = await group.do(
      'customerproject',
      'learn',
      { customer: hotel, name: 'New wing', kind: 'new-build', what: 'Sixty rooms.', decidesOn: '2026-03-31' },
      { as: 'aino', at: '2026-02-01' },
    )
    await group.do('customerproject', 'decide', { outcome: 'ours' }, { as: 'aino', id, at: '2026-02-20' })
    const ask = (asOf?: string) =>
      group.ask<CustomerProjectsAnswer>('customer-projects', { id: hotel }, { as: 'bengt', asOf })
    expect((await ask()).rows).toMatchObject([
      {
        id,
        unit: { id: 'fi', name: 'FI' },
        status: 'decided',
        outcome: 'ours',
        knownDaysBefore: 19,
        what: 'Sixty rooms.',
      },
    ])
    expect((await ask('2026-02-10')).rows).toMatchObject([{ status: 'open', knownDaysBefore: 58 }])
    expect((await ask('2026-01-31')).rows).toEqual([])
  })
})
