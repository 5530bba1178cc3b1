/** What figures make of opportunities: won, shared, reopened, corrected, and open at a date. */
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { TestGroup } from '#test/harness/group.js'
import type { FigureEventsAnswer } from '../../figures/figure-events.query.js'
import type { FiguresAnswer } from '../../figures/figures.query.js'

let group: TestGroup
let customer: string

beforeEach(async () => {
  group = await TestGroup.open()
  group.time = '2025-01-01T09:00:00.000Z'
  await group.found()
  customer = (await group.do('customer', 'register', { name: 'Hotelli Merituuli', sector: 'hospitality' })).id
  group.time = '2026-03-01T09:00:00.000Z'
})
afterEach(() => group.close())

const deal = { unit: 'fi', name: 'Cold rooms', profile: 'project-sale', stage: 'engaging', owner: 'aino' }
const eur = (amountMinor: number) => ({ amountMinor, currency: 'EUR' })

async function opened(amountMinor: number, at = '2026-01-10'): Promise<string> {
  const body = { ...deal, customer, value: eur(amountMinor), probability: 40 }
  return (await group.do('opportunity', 'open', body, { at })).id
}

async function figures(metric: string, query: object = {}) {
  const asked = { from: '2026-01-01', to: '2026-03-31', ...query }
  return (await group.ask<FiguresAnswer>('figures', { metric }, { query: asked })).figures
}
const total = async (metric: string, query: object = {}) => (await figures(metric, query))[0]?.value

describe('won revenue', () => {
  it('counts in the month it was won', async () => {
    const id = await opened(1_000_00)
    await group.do('opportunity', 'win', {}, { id, at: '2026-02-03' })
    const months = await figures('won-revenue', { by: ['month'] })
    expect(months.map(({ period, value }) => [period?.name, value])).toEqual([
      ['2026-01', 0],
      ['2026-02', 1_000_00],
      ['2026-03', 0],
    ])
  })

  it('gives each member and unit its share, to the cent', async () => {
    const id = await opened(100_01)
    const shares = [
      { member: 'aino', unit: 'fi', percent: 50 },
      { member: 'bengt', unit: 'se', percent: 25 },
      { member: 'eero', unit: 'fi', percent: 25 },
    ]
    await group.do('opportunity', 'shareCredit', { shares }, { id })
    await group.do('opportunity', 'win', {}, { id })
    const byMember = await figures('won-revenue', { by: ['member'] })
    expect(Object.fromEntries(byMember.map(({ member, value }) => [member, value]))).toEqual({
      aino: 50_01,
      bengt: 25_00,
      eero: 25_00,
    })
    expect(await total('won-revenue')).toBe(100_01)
    expect(await total('won-revenue', { country: ['SE'] })).toBe(25_00)
  })

  it('opens to a row for each share, in names and in a currency', async () => {
    const id = await opened(100_00)
    const shares = [
      { member: 'aino', unit: 'fi', percent: 75 },
      { member: 'bengt', unit: 'se', percent: 25 },
    ]
    await group.do('opportunity', 'shareCredit', { shares }, { id })
    await group.do('opportunity', 'win', {}, { id, at: '2026-02-03' })
    const query = { from: '2026-01-01', to: '2026-03-31' }
    const { metric, events } = await group.ask<FigureEventsAnswer>(
      'figure-events',
      { metric: 'won-revenue' },
      { query },
    )
    expect(metric).toMatchObject({ unit: 'money', currency: 'EUR' })
    const row = {
      record: { id, name: 'Cold rooms' },
      customer: expect.objectContaining({ name: 'Hotelli Merituuli' }),
      actor: { id: 'system:test' },
      kindName: 'Kauppa voitettu',
    }
    const when = { day: '2026-02-03', occurred: '2026-02-03', precision: 'day' }
    expect(events).toHaveLength(2)
    expect(events).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          ...row,
          ...when,
          member: { id: 'aino', name: 'Name of aino' },
          unit: expect.objectContaining({ name: 'FI' }),
          value: 75_00,
        }),
        expect.objectContaining({
          ...row,
          ...when,
          member: { id: 'bengt', name: 'Name of bengt' },
          unit: expect.objectContaining({ name: 'SE' }),
          value: 25_00,
        }),
      ]),
    )
  })

  it('moves when the shares are told after the win', async () => {
    const id = await opened(100_00)
    await group.do('opportunity', 'win', {}, { id, at: '2026-02-03' })
    await group.do('opportunity', 'shareCredit', { shares: [{ member: 'bengt', unit: 'se', percent: 100 }] }, { id })
    expect(await total('won-revenue', { unit: ['fi'] })).toBe(0)
    expect(await total('won-revenue', { unit: ['se'] })).toBe(100_00)
  })

  it('is taken back when the deal is reopened, and was there as we knew it', async () => {
    const id = await opened(100_00)
    await group.do('opportunity', 'win', {}, { id })
    group.time = '2026-03-05T09:00:00.000Z'
    await group.do('opportunity', 'reopen', { at: 'negotiating', why: 'Signature missing.' }, { id })
    expect(await total('won-revenue')).toBe(0)
    expect(await total('deals-won')).toBe(0)
    expect(await total('won-revenue', { known: '2026-03-04' })).toBe(100_00)
  })

  it('follows a restated win to its amount and day, and a retracted one out', async () => {
    const id = await opened(100_00)
    const { events } = await group.do('opportunity', 'win', {}, { id, at: '2026-02-03' })
    const won = events[0]?.id ?? ''
    const keeps = { passiveAfterMonths: 24, lostAfterMonths: 48 }
    const body = { value: { ...eur(80_00), groupMinor: 80_00, rateDay: '2026-01-20' }, keeps }
    await group.correct(`opportunity-${id}`, won, { body, at: '2026-01-20' })
    expect((await figures('won-revenue', { by: ['month'] })).map(({ value }) => value)).toEqual([80_00, 0, 0])
    await group.correct(`opportunity-${id}`, won, {})
    expect(await total('won-revenue')).toBe(0)
  })
})

describe('win rate', () => {
  it('divides the won by the decided, and has no value where nothing was', async () => {
    const [a, b] = [await opened(1), await opened(2)]
    expect(await total('win-rate')).toBeUndefined()
    await group.do('opportunity', 'win', {}, { id: a })
    await group.do('opportunity', 'lose', { reason: 'price' }, { id: b })
    expect(await figures('win-rate')).toEqual([{ value: 50, part: 1, whole: 2 }])
  })
})

describe('pipeline', () => {
  it('is the value open at the end of each month, carried on where nothing changes', async () => {
    const id = await opened(100_00, '2025-12-10')
    await group.do('opportunity', 'win', {}, { id, at: '2026-03-01' })
    const values = async (metric: string) => (await figures(metric, { by: ['month'] })).map(({ value }) => value)
    expect(await values('open-pipeline')).toEqual([100_00, 100_00, 0])
    expect(await values('weighted-pipeline')).toEqual([40_00, 40_00, 0])
  })

  it('moves between stages without growing', async () => {
    const id = await opened(100_00)
    await group.do('opportunity', 'changeStage', { to: 'tendering' }, { id, at: '2026-02-10' })
    const stages = await figures('open-pipeline', { by: ['stage', 'month'] })
    expect(stages.map(({ stage, period, value }) => [stage, period?.name, value])).toEqual([
      ['engaging', '2026-01', 100_00],
      ['engaging', '2026-02', 0],
      ['engaging', '2026-03', 0],
      ['tendering', '2026-01', 0],
      ['tendering', '2026-02', 100_00],
      ['tendering', '2026-03', 100_00],
    ])
  })
})

describe('sales cycle', () => {
  it('is the days from opening to winning, by the middle of those that were won', async () => {
    for (const days of ['01', '11', '21']) {
      const id = await opened(1, `2026-01-${days}`)
      await group.do('opportunity', 'win', {}, { id, at: '2026-02-10' })
    }
    const [cycle] = await figures('sales-cycle-days')
    expect(cycle).toEqual({ value: 30, p90: 40, count: 3 })
  })
})
