/** What a change of a document counts. */
import { expect, it } from '@jest/globals'
import type { Fact } from '../history/fact.js'
import type { Dimension } from './dimension.js'
import { changing, standingMetric } from './measures.js'
import { defineMetric } from './metric.js'

it('money is only what is summed', () => {
  const metric = (kind: 'stock' | 'ratio') =>
    defineMetric({ name: 'worth', kind, unit: 'money', dimensions: [] as readonly Dimension[] } as Parameters<
      typeof defineMetric
    >[0])
  expect(metric('stock').version).toBe(1)
  expect(() => metric('ratio')).toThrow(/only a flow or a stock/)
})

interface Deal {
  stage: string
  worth: number
}
const fact = { at: '2026-03-01T10:00:00.000Z' } as Fact
const counted = (deal: Deal) => [{ on: '2026-02-01', stage: deal.stage, value: deal.worth }]

it('what stands is taken back on its own day and counted anew', () => {
  const measure = standingMetric(counted)
  expect(measure(undefined, { stage: 'won', worth: 5 })).toEqual([
    { on: '2026-02-01', stage: 'won', value: 5, whole: 0 },
  ])
  expect(measure({ stage: 'won', worth: 5 }, { stage: 'won', worth: 7 })).toEqual([
    { on: '2026-02-01', stage: 'won', value: 2, whole: 0 },
  ])
  expect(measure({ stage: 'won', worth: 5 }, undefined)).toEqual([
    { on: '2026-02-01', stage: 'won', value: -5, whole: 0 },
  ])
  expect(measure({ stage: 'won', worth: 5 }, { stage: 'won', worth: 5 })).toEqual([])
})

it('a state counts from the change on, instead of the one before', () => {
  const measure = changing((deal: Deal) => [{ stage: deal.stage }])
  expect(measure({ stage: 'open', worth: 1 }, { stage: 'won', worth: 1 }, fact)).toEqual([
    { on: fact.at, stage: 'open', value: -1, whole: 0 },
    { on: fact.at, stage: 'won', value: 1, whole: 0 },
  ])
})
