/** Amounts in currencies without a rate: left out and said to be, and counted once a rate is published, however late. */
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import type { CustomerProjectsAnswer } from '#crm/customer-projects/customer-projects.query.js'
import type { FigureEventsAnswer } from '#crm/figures/figure-events.query.js'
import type { FiguresAnswer } from '#crm/figures/figures.query.js'
import type { OpportunitiesAnswer } from '#crm/opportunities/lists/opportunities.query.js'
import type { OpportunityAnswer } from '#crm/opportunities/opportunity.query.js'
import type { CustomersAnswer } from '#crm/pages/customers/customers.query.js'
import type { RelationshipsAnswer } from '#crm/pages/relationships/relationships.query.js'
import type { CustomerAnswer } from '#test/harness/customer-page.js'
import { TestGroup } from '../harness/group.js'
import { verified } from '../harness/verified.js'

let group: TestGroup
let hotel: string

beforeEach(async () => {
  group = await TestGroup.open()
  group.time = '2026-02-01T09:00:00.000Z'
  await group.found()
  hotel = (await group.do('customer', 'register', { name: 'Hotelli Merituuli' }, { as: 'aino' })).id
  group.time = '2026-03-02T09:00:00.000Z'
})
afterEach(async () => {
  expect((await verified(group)).differences).toEqual([])
  await group.close()
})

const yen = (amountMinor: number) => ({ amountMinor, currency: 'JPY' })
const eur = (amountMinor: number) => ({ amountMinor, currency: 'EUR' })

async function opened(name: string, value: object, at = '2026-03-02'): Promise<string> {
  const deal = { customer: hotel, unit: 'fi', name, profile: 'project-sale', stage: 'engaging', owner: 'aino' }
  return (await group.do('opportunity', 'open', { ...deal, value, probability: 50 }, { as: 'aino', at })).id
}

/** Three open deals of 5 M JPY, 9 M JPY and 1 EUR. */
const three = async () => ({
  five: await opened('Five', yen(5_000_000)),
  nine: await opened('Nine', yen(9_000_000)),
  one: await opened('One', eur(100)),
})

const publish = (day: string, toGroup: string, id = 'ecb') =>
  group.do('rates', 'publish', { day, rates: [{ currency: 'JPY', toGroup }] }, { id })

const range = { from: '2026-03-01', to: '2026-03-31' }
const figure = async (metric = 'open-pipeline', query: object = {}) => {
  const { figures } = await group.ask<FiguresAnswer>(
    'figures',
    { metric },
    { as: 'aino', query: { ...range, ...query } },
  )
  return figures[0]
}
const drilled = (metric = 'open-pipeline', query: object = {}) =>
  group.ask<FigureEventsAnswer>('figure-events', { metric }, { as: 'aino', query: { ...range, ...query } })
const customer = async () => (await group.ask<CustomersAnswer>('customers', {}, { as: 'aino' })).rows[0]
const relationship = async () => (await group.ask<RelationshipsAnswer>('relationships', {}, { as: 'aino' })).rows[0]
const listed = async (query: object) =>
  (await group.ask<OpportunitiesAnswer>('opportunities', {}, { as: 'aino', query })).rows

const leftOut = (count: number, amounts: number) => ({
  amounts,
  unvalued: [{ currency: 'JPY', count }],
  leftOut: `${count}/${amounts} ilman arvoa: ei kurssia valuutalle JPY`,
})
const twoOfThree = leftOut(2, 3)

describe('deals in a currency without a rate', () => {
  it('are left out of the figure and its drill-down, which say so', async () => {
    await three()
    expect(await figure()).toEqual({ value: 100, ...twoOfThree })
    expect(await figure('weighted-pipeline')).toEqual({ value: 50, ...twoOfThree })
    const { events, amounts, unvalued, leftOut } = await drilled()
    expect({ amounts, unvalued, leftOut }).toEqual(twoOfThree)
    expect(events.map(({ value, whole, amount, rateDay }) => ({ value, whole, amount, rateDay }))).toEqual([
      { value: 100, whole: 1 },
      { whole: 1, amount: yen(9_000_000), rateDay: '2026-03-02' },
      { whole: 1, amount: yen(5_000_000), rateDay: '2026-03-02' },
    ])
  })

  it('are left out of what the customer is offered, and of what it bought', async () => {
    const { five, one } = await three()
    expect(await customer()).toMatchObject({
      openOpportunities: 3,
      openGroupMinor: 100,
      openUnvalued: [{ currency: 'JPY', count: 2 }],
      openLeftOut: twoOfThree.leftOut,
    })
    const { rows } = await group.ask<OpportunitiesAnswer>('opportunities', {}, { as: 'aino', language: 'en' })
    expect(rows.map(({ value }) => [value?.currency, value?.leftOut]).sort()).toEqual([
      ['EUR', undefined],
      ['JPY', 'Not valued: no rate for JPY'],
      ['JPY', 'Not valued: no rate for JPY'],
    ])
    for (const id of [five, one]) await group.do('opportunity', 'win', {}, { as: 'aino', id })
    expect(await customer()).toMatchObject({
      openGroupMinor: 0,
      openUnvalued: [{ currency: 'JPY', count: 1 }],
      openLeftOut: leftOut(1, 1).leftOut,
    })
    const bought = {
      purchases: 2,
      boughtGroupMinor: 100,
      boughtUnvalued: [{ currency: 'JPY', count: 1 }],
      boughtLeftOut: leftOut(1, 2).leftOut,
    }
    expect(await relationship()).toMatchObject(bought)
    const page = await group.ask<CustomerAnswer>('customer', { id: hotel }, { as: 'aino' })
    expect(page.parts?.standings).toMatchObject([bought])
    expect(await figure('won-revenue')).toEqual({ value: 100, ...leftOut(1, 2) })
  })

  it('say by each group and period what is left out, and what a comparison leaves out', async () => {
    await opened('Early', yen(7), '2026-02-10')
    await three()
    const months = await group.ask<FiguresAnswer>(
      'figures',
      { metric: 'open-pipeline' },
      { as: 'aino', query: { from: '2026-02-01', to: '2026-03-31', by: ['unit', 'month'], compare: 'previous' } },
    )
    expect(months.figures).toMatchObject([
      { unit: 'fi', value: 0, amounts: 1, unvalued: [{ currency: 'JPY', count: 1 }], compared: 0 },
      {
        unit: 'fi',
        value: 100,
        amounts: 4,
        unvalued: [{ currency: 'JPY', count: 3 }],
        compared: 0,
        comparedUnvalued: [{ currency: 'JPY', count: 1 }],
        comparedAmounts: 1,
        comparedLeftOut: leftOut(1, 1).leftOut,
      },
    ])
  })
})

describe('once a rate is published', () => {
  it('deals count by the one that holds on their day, also where it was published later', async () => {
    const { five } = await three()
    await publish('2026-03-03', '0.01')
    expect(await figure()).toEqual({ value: 100, ...twoOfThree })
    group.time = '2026-03-20T09:00:00.000Z'
    await publish('2026-03-01', '0.0065')
    expect(await figure()).toEqual({ value: 100 + 14_000_000 * 0.65 })
    const { events, ...rest } = await drilled()
    expect(events.map(({ value }) => value)).toEqual([100, 5_850_000, 3_250_000])
    expect(rest).toMatchObject({ hidden: 0, amounts: undefined, unvalued: undefined })
    expect(await customer()).toMatchObject({ openGroupMinor: 9_100_100 })
    const { openUnvalued, openLeftOut } = (await customer()) ?? {}
    expect([openUnvalued, openLeftOut]).toEqual([undefined, undefined])
    const deal = await group.ask<OpportunityAnswer>('opportunity', { id: five }, { as: 'aino' })
    expect(deal).toMatchObject({ value: { ...yen(5_000_000), groupMinor: 3_250_000 }, weightedMinor: 1_625_000 })
  })

  it('lists sort by what amounts are worth then', async () => {
    await three()
    const names = async (descending: boolean) =>
      (await listed({ sort: descending ? '-groupMinor' : 'groupMinor' })).map(({ name }) => name)
    expect((await names(true))[0]).toBe('One')
    expect((await names(false))[0]).toBe('One')
    const { stream, events } = await publish('2026-03-01', '0.0065')
    expect(await names(true)).toEqual(['Nine', 'Five', 'One'])
    expect(await names(false)).toEqual(['One', 'Five', 'Nine'])
    expect((await verified(group)).differences).toEqual([])
    const body = { day: '2026-03-01', rates: [{ currency: 'JPY', toGroup: '0.000000001' }] }
    await group.correct(stream, events[0]?.id ?? '', { body })
    expect((await names(true))[0]).toBe('One')
    expect((await verified(group)).differences).toEqual([])
    await group.correct(stream, events[0]?.id ?? '', {})
    expect((await listed({ sort: 'groupMinor' })).map(({ value }) => value?.groupMinor)).toEqual([
      100,
      undefined,
      undefined,
    ])
  })

  it('lists filter by it, of customers as of relationships', async () => {
    await three()
    const found = async () => {
      const filter = 'openGroupMinor gt 1000'
      return (await group.ask<CustomersAnswer>('customers', {}, { as: 'greta', query: { filter } })).rows.length
    }
    expect(await found()).toBe(0)
    await publish('2026-03-01', '0.0065')
    expect(await found()).toBe(1)
  })

  it('counts not yet as known before', async () => {
    await three()
    group.time = '2026-03-20T09:00:00.000Z'
    const { position } = await group.do('customer', 'register', { name: 'Another' }, { as: 'aino' })
    await publish('2026-03-01', '0.0065')
    expect(await figure('open-pipeline', { known: '2026-03-19' })).toEqual({ value: 100, ...twoOfThree })
    expect(await drilled('open-pipeline', { known: '2026-03-19' })).toMatchObject(twoOfThree)
    expect(await figure('open-pipeline', { known: '2026-03-20' })).toEqual({ value: 9_100_100 })
    const values = async (moment: object) => {
      const ask = { as: 'aino', ...moment }
      const { rows: opportunities } = await group.ask<OpportunitiesAnswer>('customer-opportunities', { id: hotel }, ask)
      return opportunities.map(({ value }) => value?.groupMinor).sort()
    }
    expect(await values({ knownAt: String(position) })).toEqual([100, undefined, undefined])
    // A rate that is known by now holds on its day, whatever moment is asked about.
    expect(await values({ asOf: '2026-03-10' })).toEqual([100, 3_250_000, 5_850_000])
  })
})

describe('what a fact values', () => {
  it('stays as it was valued, whatever is published later', async () => {
    await publish('2026-03-01', '0.0065')
    await three()
    await publish('2026-03-02', '0.0001')
    expect(await figure()).toEqual({ value: 9_100_100 })
  })
})

describe('shares of a deal', () => {
  it('make up all of it, also where it is valued later', async () => {
    const id = await opened('Shared', yen(101))
    const shares = [
      { member: 'aino', unit: 'fi', percent: 50 },
      { member: 'bengt', unit: 'se', percent: 25 },
      { member: 'eero', unit: 'fi', percent: 25 },
    ]
    await group.do('opportunity', 'shareCredit', { shares }, { id, as: 'aino' })
    await group.do('opportunity', 'win', {}, { id, as: 'aino' })
    const { events } = await drilled('won-revenue')
    expect(events.map(({ amount }) => amount?.amountMinor).sort()).toEqual([25, 25, 51])
    await publish('2026-03-01', '1')
    expect(await figure('won-revenue')).toEqual({ value: 10_100 })
    const byUnit = await group.ask<FiguresAnswer>(
      'figures',
      { metric: 'won-revenue' },
      { as: 'aino', query: { ...range, by: ['unit'] } },
    )
    expect(byUnit.figures).toEqual([
      { unit: 'fi', value: 7575 },
      { unit: 'se', value: 2525 },
    ])
  })
})

describe('what else is priced', () => {
  it('is valued when it is shown: lines of a deal, and what a customer intends', async () => {
    const id = await opened('With lines', eur(1))
    await group.do(
      'product',
      'list',
      { code: 'KR-400', name: 'Cold room', line: 'Cold', kind: 'product' },
      { id: 'kr' },
    )
    const lines = [{ product: 'kr', quantity: '2', price: yen(300) }]
    await group.do('opportunity', 'setLines', { lines }, { id, as: 'aino' })
    const project = { customer: hotel, name: 'Wing', kind: 'new-build', what: 'Rooms.', value: yen(1000) }
    await group.do('customerproject', 'learn', project, { as: 'aino' })
    const shown = async () => {
      const deal = await group.ask<OpportunityAnswer>('opportunity', { id }, { as: 'aino' })
      const { rows: projects } = await group.ask<CustomerProjectsAnswer>(
        'customer-projects',
        { id: hotel },
        { as: 'aino' },
      )
      return [deal.lines[0]?.price.groupMinor, projects[0]?.value?.groupMinor]
    }
    expect(await shown()).toEqual([undefined, undefined])
    await publish('2026-03-01', '0.01')
    expect(await shown()).toEqual([300, 1000])
  })
})
