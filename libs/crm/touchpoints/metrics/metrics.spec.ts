/** What figures make of touchpoints: how many, how started, how soon recorded, by and with whom. */
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { TestGroup } from '#test/harness/group.js'
import type { FiguresAnswer } from '../../figures/figures.query.js'

let group: TestGroup
let customers: string[]

beforeEach(async () => {
  group = await TestGroup.open()
  group.time = '2025-01-01T09:00:00.000Z'
  await group.found()
  customers = []
  for (const name of ['Hotelli Merituuli', 'Sairaala Ranta'])
    customers.push((await group.do('customer', 'register', { name, sector: 'hospitality' })).id)
  group.time = '2026-03-01T09:00:00.000Z'
})
afterEach(() => group.close())

interface Met {
  customer?: number
  unit?: string
  as?: string
  at?: string
  startedBy?: string
}

function met({ customer = 0, unit = 'fi', as = 'aino', at = '2026-02-10', startedBy }: Met = {}) {
  const body = { customers: [customers[customer]], unit, note: 'Noted.', ...(startedBy && { startedBy }) }
  return group.do('touchpoint', 'record-note', body, { as, at })
}

async function figures(metric: string, query: object = {}) {
  const asked = { from: '2026-01-01', to: '2026-03-31', ...query }
  return (await group.ask<FiguresAnswer>('figures', { metric }, { query: asked })).figures
}

describe('touchpoints', () => {
  it('count by unit and function, and no longer once retracted', async () => {
    const first = await met()
    await met({ unit: 'se', as: 'bengt' })
    expect(await figures('touchpoints', { by: ['unit', 'function'] })).toEqual([
      { unit: 'fi', function: 'sales', value: 1 },
      { unit: 'se', function: 'sales', value: 1 },
    ])
    await group.correct(`touchpoint-${first.id}`, first.events[0]?.id ?? '', {})
    expect(await figures('touchpoints')).toEqual([{ value: 1 }])
  })

  it('count a day in the zone of the unit', async () => {
    await met({ at: '2026-01-31T23:30:00Z' })
    expect((await figures('touchpoints', { by: ['month'] })).map(({ value }) => value)).toEqual([0, 1, 0])
  })

  it('count a plan only once it was held', async () => {
    const body = { kind: 'visit', customers: [customers[0]], unit: 'fi', startsAt: '2026-03-10T08:00:00Z' }
    const plan = await group.do('touchpoint', 'plan', body, { as: 'aino' })
    expect(await figures('touchpoints')).toEqual([{ value: 0 }])
    await group.do('touchpoint', 'hold-visit', { customers: [customers[0]], unit: 'fi' }, { as: 'aino', id: plan.id })
    expect(await figures('touchpoints')).toEqual([{ value: 1 }])
  })
})

describe('touches unasked', () => {
  it('are a share of those whose starter is known', async () => {
    await met({ startedBy: 'we-unasked' })
    await met({ startedBy: 'they' })
    await met()
    expect(await figures('touches-unasked')).toEqual([{ value: 50, part: 1, whole: 2 }])
  })
})

describe('recording delay', () => {
  it('measures from the moment to its recording, where the moment is known', async () => {
    await met({ at: '2026-02-28T09:00:00Z' })
    await met({ at: '2026-01' })
    const [delay] = await figures('recording-delay')
    expect(delay?.count).toBe(1)
    expect(delay?.value).toBeGreaterThan(21)
    expect(delay?.value).toBeLessThan(27)
  })
})

describe('active members and customers', () => {
  it('are different ones: never added up over months or units', async () => {
    await met({ at: '2026-01-10' })
    await met({ at: '2026-02-10' })
    await met({ at: '2026-02-11', unit: 'se', as: 'bengt' })
    await met({ at: '2026-02-12', customer: 1 })
    const months = await figures('active-customers', { by: ['month'] })
    expect(months.map(({ value }) => value)).toEqual([1, 2, 0])
    expect(await figures('active-customers')).toEqual([{ value: 2 }])
    expect((await figures('active-customers', { by: ['unit', 'month'] })).map(({ value }) => value)).toEqual([
      1, 2, 0, 0, 1, 0,
    ])
    expect((await figures('active-customers', { by: ['country', 'quarter'] })).map(({ value }) => value)).toEqual([
      2, 1,
    ])
    expect(await figures('active-members', { by: ['year'] })).toMatchObject([{ value: 2 }])
  })

  it('leave when their last encounter of the month is retracted, not before', async () => {
    const all = [await met({ at: '2026-02-10' }), await met({ at: '2026-02-11' })]
    for (const [place, left] of [1, 0].entries()) {
      const { id, events } = all[place] as (typeof all)[number]
      await group.correct(`touchpoint-${id}`, events[0]?.id ?? '', {})
      expect((await figures('active-customers', { by: ['unit', 'month'], unit: ['fi'] }))[1]?.value ?? 0).toBe(left)
    }
  })
})
