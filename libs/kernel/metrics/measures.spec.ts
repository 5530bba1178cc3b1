/** What a change of a document counts, and how an amount is parted without a cent lost. */
import { expect, it } from '@jest/globals'
import type { Fact } from '../history/fact.js'
import { changing, shared, standingMetric } from './measures.js'
import { bucketOf, lengthOf } from './metric.js'

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

it.each([
  [100, [50, 50], [50, 50]],
  [100, [33, 33, 34], [33, 33, 34]],
  [10, [33, 33, 34], [3, 3, 4]],
  [1, [50, 50], [1, 0]],
  [-1, [50, 50], [-1, 0]],
  [1_000_000_000_000_001, [1, 99], [10_000_000_000_000, 990_000_000_000_001]],
])('%i is parted by %j into %j', (amount, percents, parts) => {
  // -0 is as good as nothing.
  expect(shared(amount, percents).map((part) => part + 0)).toEqual(parts)
  expect(shared(amount, percents).reduce((sum, part) => sum + part, 0)).toBe(amount)
})

it.each([0, 0.01, 1, 7.5, 90, 4000])('a duration of %d is off by a tenth at most in its bucket', (length) => {
  const shown = lengthOf(bucketOf(length))
  expect(Math.abs(shown - length)).toBeLessThanOrEqual(length * 0.095)
})
