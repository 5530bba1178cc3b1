/** What figures make of relationships: by stage, by status also ahead of time, moves and stays. */
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { TestGroup } from '#test/harness/group.js'
import type { FiguresAnswer } from '../../figures/figures.query.js'

let group: TestGroup
let customer: string
let id: string

beforeEach(async () => {
  group = await TestGroup.open()
  group.time = '2025-01-01T09:00:00.000Z'
  await group.found()
  customer = (await group.do('customer', 'register', { name: 'Hotelli Merituuli', sector: 'hospitality' })).id
  id = `${customer}.fi`
  group.time = '2026-03-01T09:00:00.000Z'
  await group.do(
    'touchpoint',
    'record-note',
    { customers: [customer], unit: 'fi', note: 'First.' },
    { at: '2026-01-05' },
  )
})
afterEach(() => group.close())

async function counts(metric: string, dimension: 'stage' | 'status', to: string, query: object = {}) {
  const asked = { from: to, to, by: [dimension], ...query }
  const { figures } = await group.ask<FiguresAnswer>('figures', { metric }, { query: asked })
  return Object.fromEntries(
    figures.filter(({ value }) => value !== 0).map((figure) => [figure[dimension], figure.value]),
  )
}

async function won(day: string) {
  const at = `${day}T10:00:00Z`
  const body = {
    customer,
    unit: 'fi',
    name: 'Deal',
    profile: 'product-sale',
    stage: 'engaging',
    value: { amountMinor: 1, currency: 'EUR' },
  }
  const deal = await group.do('opportunity', 'open', body, { at })
  await group.do('opportunity', 'win', {}, { id: deal.id, at })
}

describe('relationships by stage', () => {
  it('hold from the first fact, as identified, and move from the day of the change', async () => {
    await group.do('relationship', 'changeStage', { from: 'identified', to: 'exploratory' }, { id, at: '2026-02-01' })
    expect(await counts('relationships-by-stage', 'stage', '2026-01-04')).toEqual({})
    expect(await counts('relationships-by-stage', 'stage', '2026-01-31')).toEqual({ identified: 1 })
    expect(await counts('relationships-by-stage', 'stage', '2026-02-01')).toEqual({ exploratory: 1 })
  })

  it('begin earlier once an older fact becomes known', async () => {
    group.time = '2026-03-02T09:00:00.000Z'
    await group.do(
      'touchpoint',
      'record-note',
      { customers: [customer], unit: 'fi', note: 'Before.' },
      { at: '2025-11-11' },
    )
    expect(await counts('relationships-by-stage', 'stage', '2025-12-01')).toEqual({ identified: 1 })
    expect(await counts('relationships-by-stage', 'stage', '2025-12-01', { known: '2026-03-01' })).toEqual({})
    expect(await counts('relationships-by-stage', 'stage', '2026-02-01')).toEqual({ identified: 1 })
  })
})

describe('relationships by status', () => {
  it('hold from the day that the first fact states', async () => {
    expect(await counts('relationships-by-status', 'status', '2026-01-04')).toEqual({})
    expect(await counts('relationships-by-status', 'status', '2026-01-05')).toEqual({ prospect: 1 })
  })

  it('become passive and lost by time alone, ahead of today', async () => {
    await won('2026-02-01')
    expect(await counts('relationships-by-status', 'status', '2026-01-15')).toEqual({ prospect: 1 })
    expect(await counts('relationships-by-status', 'status', '2026-02-01')).toEqual({ 'one-off': 1 })
    expect(await counts('relationships-by-status', 'status', '2028-01-31')).toEqual({ 'one-off': 1 })
    expect(await counts('relationships-by-status', 'status', '2028-02-01')).toEqual({ passive: 1 })
    expect(await counts('relationships-by-status', 'status', '2030-02-01')).toEqual({ lost: 1 })
  })

  it('follow the next income instead of what was ahead', async () => {
    await won('2026-01-10')
    await won('2026-02-10')
    expect(await counts('relationships-by-status', 'status', '2026-02-09')).toEqual({ 'one-off': 1 })
    expect(await counts('relationships-by-status', 'status', '2028-01-20')).toEqual({ continuing: 1 })
    expect(await counts('relationships-by-status', 'status', '2028-02-10')).toEqual({ passive: 1 })
  })

  it('say the same when the earlier income is recorded late', async () => {
    await won('2026-02-10')
    await won('2026-01-10')
    expect(await counts('relationships-by-status', 'status', '2026-02-09')).toEqual({ 'one-off': 1 })
    expect(await counts('relationships-by-status', 'status', '2028-01-20')).toEqual({ continuing: 1 })
  })
})

describe('moves along the ladder', () => {
  it('count upwards and downwards apart, endings in neither', async () => {
    const to = (from: string, stage: string, at: string) =>
      group.do('relationship', 'changeStage', { from, to: stage, why: 'Evidence.' }, { id, at })
    await to('identified', 'basic', '2026-01-20')
    await to('basic', 'exploratory', '2026-02-01')
    await group.do('relationship', 'end', { by: 'they', how: 'broken-off', why: 'Moved.' }, { id, at: '2026-02-11' })
    const range = { from: '2026-01-01' }
    expect(await counts('progressions', 'stage', '2026-03-01', range)).toEqual({ basic: 1 })
    expect(await counts('regressions', 'stage', '2026-03-01', range)).toEqual({ exploratory: 1 })
    const stays = await counts('time-in-stage', 'stage', '2026-03-01', range)
    expect(Object.keys(stays).sort()).toEqual(['basic', 'exploratory', 'identified'])
    expect(stays.exploratory).toBeGreaterThan(9)
    expect(stays.exploratory).toBeLessThan(11)
  })
})
