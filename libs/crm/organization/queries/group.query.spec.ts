/** The group's rules as its members read them, and what a switch does. */
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { TestGroup } from '#test/harness/group.js'
import type { FiguresAnswer } from '../../figures/figures.query.js'
import type { MetricsAnswer } from '../../figures/metrics.query.js'
import { opportunityMetrics } from '../../opportunities/metrics/metrics.js'
import type { MeAnswer } from '../../pages/organization/me.query.js'
import type { VocabularyAnswer } from '../../pages/organization/vocabulary.query.js'
import type { TimelineAnswer } from '../../pages/timeline/timeline.query.js'
import type { GroupAnswer } from './group.query.js'
import type { RatesAnswer } from './organization.query.js'

let group: TestGroup
let customer: string

beforeEach(async () => {
  group = await (await TestGroup.open()).found()
  customer = (await group.do('customer', 'register', { name: 'Hotelli Merituuli' })).id
})
afterEach(() => group.close())

const shown = () => group.ask<GroupAnswer>('group', {}, { as: 'aino' })
const turn = (on: boolean, unit?: string, slice = 'opportunities') =>
  group.do('group', 'switchSlice', { slice, unit, on }, { id: 'group', as: 'adam' })
const open = (as: string, unit: string) =>
  group.do(
    'opportunity',
    'open',
    { customer, unit, name: 'Kylmähuone', profile: 'product-sale', stage: 'engaging' },
    { as },
  )
const switchedOff = { code: 'switched-off', kind: 'rule' }

describe('the rules of the group', () => {
  it('are shown with its subsidiaries', async () => {
    await group.do('group', 'setOwningSystem', { fieldGroup: 'address', system: 'erp' }, { id: 'group' })
    await group.do('group', 'setHistory', { history: 'own' }, { id: 'group' })
    expect(await shown()).toMatchObject({
      name: 'Test Group',
      currency: 'EUR',
      simulated: false,
      history: 'own',
      lifeCycle: { passiveAfterMonths: 24, lostAfterMonths: 48 },
      owningSystems: [{ fieldGroup: 'address', system: 'erp' }],
      switchedOff: [],
      subsidiaries: [
        { id: 'fi', country: 'FI', currency: 'EUR', closed: false },
        { id: 'se', country: 'SE', currency: 'SEK', closed: false },
      ],
    })
  })
})

describe('a part that is switched off', () => {
  it('takes nothing in that unit, and everything again once it is on', async () => {
    await turn(false, 'se')
    expect((await shown()).switchedOff).toEqual([
      { unit: { id: 'se', name: 'SE', country: 'SE' }, parts: ['opportunities'] },
    ])
    await expect(open('bengt', 'se')).rejects.toMatchObject(switchedOff)
    await expect(open('aino', 'fi')).resolves.toMatchObject({ repeated: false })
    await turn(true, 'se')
    await expect(open('bengt', 'se')).resolves.toMatchObject({ repeated: false })
  })
  it('may be off for all but one', async () => {
    await turn(false)
    await turn(true, 'fi')
    await expect(open('bengt', 'se')).rejects.toMatchObject(switchedOff)
    await expect(open('aino', 'fi')).resolves.toMatchObject({ repeated: false })
  })
  it('keeps what is there readable and correctable', async () => {
    const value = { amountMinor: 1, currency: 'EUR' }
    const { id, stream, events } = await open('aino', 'fi')
    await turn(false)
    await expect(group.do('opportunity', 'win', { value }, { id, as: 'aino' })).rejects.toMatchObject(switchedOff)
    expect(await group.ask('opportunity', { id }, { as: 'aino' })).toMatchObject({ name: 'Kylmähuone' })
    await expect(group.correct(stream, events[0]?.id ?? '', { as: 'aino' })).resolves.toMatchObject({ repeated: false })
  })
  it('is offered to nobody all of whose units do without it, and answers what is asked for', async () => {
    const { id } = await open('aino', 'fi')
    const metrics = async (as: string) =>
      (await group.ask<MetricsAnswer>('metrics', {}, { as })).rows.map(({ name }) => name)
    const words = async () => {
      const { sets } = await group.ask<VocabularyAnswer>('vocabulary', {}, { as: 'aino' })
      return sets.flatMap(({ set, words: each }) => each.map(({ code }) => `${set} ${code}`))
    }
    const off = async (as: string) => (await group.ask<MeAnswer>('me', {}, { as })).switchedOff
    const before = await words()
    await turn(false, 'fi')
    expect(await metrics('aino')).toEqual(expect.not.arrayContaining(['deals-won', 'open-pipeline']))
    expect(await metrics('aino')).toContain('touchpoints')
    expect(await metrics('bengt')).toContain('deals-won')
    expect([await off('aino'), await off('bengt')]).toEqual([['opportunities'], []])
    const gone = [
      ...opportunityMetrics.map(({ name }) => `metric ${name}`),
      ...['profile', 'product', 'line', 'brand'].map((name) => `dimension ${name}`),
    ]
    expect([...new Set(before).difference(new Set(await words()))].sort()).toEqual(gone.sort())
    const figure = await group.ask<FiguresAnswer>('figures', { metric: 'deals-won' }, { as: 'aino' })
    expect(figure.figures).toEqual([{ value: 0 }])
    expect(await group.ask('opportunities', {}, { as: 'aino' })).toMatchObject({ rows: [{ id }] })
    const { rows } = await group.ask<TimelineAnswer>('timeline', { id: customer }, { as: 'aino' })
    expect(rows.map(({ kind }) => kind)).toContain('opportunity-opened')
  })
})

describe('exchange rates', () => {
  const publish = (day: string, currency: string, toGroup: string) =>
    group.do('rates', 'publish', { day, rates: [{ currency, toGroup }] }, { id: 'central-bank', as: 'adam' })
  const on = async (day?: string) => (await group.ask<RatesAnswer>('rates', {}, { as: 'aino', query: { day } })).rows

  it('are those last published on or before the day', async () => {
    await publish('2026-01-05', 'SEK', '0.0900')
    await publish('2026-02-05', 'SEK', '0.091')
    await publish('2026-02-03', 'ISK', '0.007')
    expect(await on('2026-01-04')).toEqual([])
    expect(await on('2026-02-04')).toEqual([
      { currency: 'ISK', toGroup: '0.007', day: '2026-02-03' },
      { currency: 'SEK', toGroup: '0.09', day: '2026-01-05' },
    ])
    expect((await on()).map(({ toGroup }) => toGroup)).toEqual(['0.007', '0.091'])
  })
  it('refuse an amount that is too large to be counted', async () => {
    await publish('2026-01-05', 'ISK', '900')
    const value = { amountMinor: 1_000_000_000_000_000, currency: 'ISK' }
    const body = { customer, unit: 'fi', name: 'Kylmähuone', profile: 'product-sale', stage: 'engaging', value }
    await expect(group.do('opportunity', 'open', body)).rejects.toMatchObject({ code: 'amount-too-large' })
  })
  it.each([
    // 150,000 krónur have no smaller unit; 12.500 Kuwaiti dinars have thousandths.
    ['ISK', '0.007', 150_000, 105_000],
    ['KWD', '2.8', 12_500, 3500],
    ['SEK', '0.09', 12_345, 1111],
  ])('turn %s into minor units of the group', async (currency, toGroup, amountMinor, groupMinor) => {
    await publish('2026-01-05', currency, toGroup)
    const value = { amountMinor, currency }
    const body = { customer, unit: 'fi', name: 'Kylmähuone', profile: 'product-sale', stage: 'engaging', value }
    const { id } = await group.do('opportunity', 'open', body, { as: 'aino' })
    expect(await group.ask('opportunity', { id }, { as: 'aino' })).toMatchObject({
      value: { ...value, groupMinor, rateDay: '2026-01-05' },
    })
  })
})
