/** The program of the guide for BI teams counts what we count, from nothing but what is published. */
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import type { FiguresAnswer } from '#crm/figures/figures.query.js'
import { publishedViews, schemaSet } from '#streams'
import { closedContracts, contractNamed, misfits } from '../catalogue/contract-check.js'
import { hasPython } from '../engines/python.js'
import { TestGroup } from '../harness/group.js'
import { describeWhen } from '../lanes/describe-when.js'
import { type RebuiltFigures, rebuiltFigures } from './rebuilt-figures.js'
import { rowsOf } from './stream-files.js'

const range = { from: '2026-01-01', to: '2026-12-31' }

let group: TestGroup
let [hotel, inn] = ['', '']

beforeEach(async () => {
  group = await TestGroup.open()
  group.time = '2026-01-02T09:00:00.000Z'
  await group.found()
  hotel = (await group.do('customer', 'register', { name: 'Hotelli Merituuli' }, { as: 'aino' })).id
  inn = (await group.do('customer', 'register', { name: 'Merituulen majatalo' }, { as: 'aino' })).id
  group.time = '2026-11-02T09:00:00.000Z'
})
afterEach(() => group.close())

const rebuilt = () => rebuiltFigures(group, range)

async function asked(): Promise<RebuiltFigures> {
  const figures = async (metric: string, query: object = {}) =>
    (await group.ask<FiguresAnswer>('figures', { metric }, { as: 'greta', query: { ...range, ...query } })).figures
  const [rate] = await figures('win-rate')
  const quarters = await figures('won-revenue', { by: ['quarter'] })
  const stages = await figures('relationships-by-stage', { by: ['stage'] })
  const counted = quarters.filter(({ value, unvalued }) => value !== 0 || unvalued)
  return {
    winRate: { part: rate?.part ?? 0, whole: rate?.whole ?? 0 },
    wonRevenueMinor: Object.fromEntries(counted.map(({ period, value = 0 }) => [period?.name, value])),
    unvalued: quarters.reduce((sum, { unvalued = [] }) => sum + unvalued.reduce((n, { count }) => n + count, 0), 0),
    relationshipsByStage: Object.fromEntries(
      stages.filter(({ value }) => value !== 0).map(({ stage, value }) => [stage, value]),
    ) as Record<string, number>,
  }
}

async function expectSame(): Promise<RebuiltFigures> {
  const found = await rebuilt()
  expect(found).toEqual(await asked())
  return found
}

const money = (amountMinor: number, currency: string) => ({ amountMinor, currency })
const deal = { name: 'Cold rooms', profile: 'project-sale', stage: 'engaging', owner: 'aino' }

async function opened(value: object, of: { customer?: string; unit?: string } = {}): Promise<string> {
  const body = { ...deal, customer: hotel, unit: 'fi', ...of, value }
  return (await group.do('opportunity', 'open', body, { as: of.unit === 'se' ? 'bengt' : 'aino', at: '2026-01-10' })).id
}
const win = (id: string, at: string, body: object = {}) => group.do('opportunity', 'win', body, { id, at })
const lose = (id: string, at: string) => group.do('opportunity', 'lose', { reason: 'price' }, { id, at })

describeWhen(hasPython, 'figures from what is published', () => {
  it('lie in the quarter that the day where the unit is belongs to', async () => {
    await win(await opened(money(100_00, 'EUR')), '2026-04-01')
    await win(await opened(money(30_00, 'EUR')), '2026-03-31T21:30:00.000Z')
    await win(await opened(money(7_00, 'EUR'), { unit: 'se' }), '2026-03-31T21:30:00.000Z')
    await win(await opened(money(5_00, 'EUR')), '2026-07')
    expect((await expectSame()).wonRevenueMinor).toEqual({ '2026-Q1': 7_00, '2026-Q2': 130_00, '2026-Q3': 5_00 })
  })

  it('follow corrections: restated, taken back, brought back, reopened', async () => {
    const first = await win(await opened(money(100_00, 'EUR')), '2026-02-03')
    const won = await opened(money(10_00, 'EUR'))
    const wins = await win(won, '2026-02-04')
    const lost = await opened(money(1_00, 'EUR'))
    const losses = await lose(lost, '2026-05-01')
    const again = await opened(money(3_00, 'EUR'))
    await lose(again, '2026-05-01')
    await group.do('opportunity', 'reopen', { at: 'negotiating', why: 'They called.' }, { id: again })
    await group.correct(wins.stream, wins.events[0]?.id ?? '', {})
    await group.correct(losses.stream, losses.events[0]?.id ?? '', {})
    expect((await expectSame()).winRate).toEqual({ part: 1, whole: 1 })
    const keeps = { passiveAfterMonths: 24, lostAfterMonths: 48 }
    const restated = { value: { ...money(80_00, 'EUR'), groupMinor: 80_00, rateDay: '2026-01-20' }, keeps }
    await group.correct(first.stream, first.events[0]?.id ?? '', { body: restated, at: '2026-08-20' })
    await group.correct(losses.stream, losses.events[0]?.id ?? '', { body: { reason: 'time' } })
    const { winRate, wonRevenueMinor } = await expectSame()
    expect([winRate, wonRevenueMinor]).toEqual([{ part: 1, whole: 2 }, { '2026-Q3': 80_00 }])
  })

  it('value what no fact values by the rates known by now, and say what has none', async () => {
    await win(await opened(money(1_005, 'JPY')), '2026-03-05')
    await win(await opened(money(3_333, 'KWD')), '2026-03-06')
    expect(await expectSame()).toMatchObject({ unvalued: 2, wonRevenueMinor: { '2026-Q1': 0 } })
    await group.do(
      'rates',
      'publish',
      { day: '2026-03-01', rates: [{ currency: 'JPY', toGroup: '0.1' }] },
      { id: 'ecb' },
    )
    const known = { day: '2026-03-06', rates: [{ currency: 'KWD', toGroup: '3.15' }] }
    await group.do('rates', 'publish', known, { id: 'ecb' })
    // 1,005 yen at 0.1 are 100.50 EUR, and 3.333 dinar at 3.15 are 10.498…
    expect(await expectSame()).toMatchObject({ unvalued: 0, wonRevenueMinor: { '2026-Q1': 100_50 + 10_50 } })
  })

  it('count merged customers as one, and two again when that is taken back', async () => {
    const note = (customers: string[], unit: string, as: string) =>
      group.do('touchpoint', 'record-note', { customers, unit, note: 'Called.' }, { as })
    await note([hotel, inn], 'fi', 'aino')
    await note([inn], 'se', 'bengt')
    const to = (customer: string, stage: string) =>
      group.do('relationship', 'changeStage', { from: 'identified', to: stage, why: 'Seen.' }, { id: `${customer}.fi` })
    await to(inn, 'exploratory')
    expect((await expectSame()).relationshipsByStage).toEqual({ identified: 2, exploratory: 1 })
    const { events, stream } = await group.do('merge', 'merge', { into: hotel }, { id: inn, as: 'stella' })
    expect((await expectSame()).relationshipsByStage).toEqual({ identified: 1, exploratory: 1 })
    await group.correct(stream, events[0]?.id ?? '', { as: 'stella' })
    expect((await expectSame()).relationshipsByStage).toEqual({ identified: 2, exploratory: 1 })
  })
})

describe('rows of the tables', () => {
  it('fit their contracts', async () => {
    await win(await opened(money(100_00, 'EUR')), '2026-04-01')
    await opened(money(1_005, 'JPY'), { customer: inn })
    const before = { name: 'Long ago', customer: inn, unit: 'fi', profile: 'project-sale', stage: 'engaging' }
    await group.do('opportunity', 'open', before, { as: 'aino', at: '' })
    const rows = await rowsOf(group)
    const { registry } = group.business
    const contracts = closedContracts(schemaSet(registry))
    for (const { published } of publishedViews(registry)) {
      const contract = contractNamed(`${published.name}.v${published.version}`, contracts)
      const all = rows.get(published.name) ?? []
      expect(all.length).toBeGreaterThan(0)
      for (const row of all) expect([row, misfits(contract, row)]).toEqual([row, []])
    }
  })
})
