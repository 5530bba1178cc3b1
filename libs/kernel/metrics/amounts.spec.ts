/** How amounts are counted and parted without a cent lost, and taken back as they were counted. */
import { expect, it } from '@jest/globals'
import { amountCounted, percentShare, shared, shareOf, shareOfCode } from './amounts.js'
import { standingMetric } from './measures.js'

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

it.each([
  [1001, 50, 501],
  [1001, 0, 0],
  [1001, 100, 1001],
  [3, 33, 1],
])('of %i, %i percent are %i', (amount, percent, part) => {
  expect(shareOf(amount, percentShare(percent))).toBe(part)
})

it('what no fact values is counted as itself, with the share that is meant', () => {
  const yen = amountCounted({ amountMinor: 500, currency: 'JPY' }, '2026-03-02', { percents: [50, 25, 25], at: 1 })
  expect(yen).toEqual({ value: 1, whole: 1, amount: 500, currency: 'JPY', rateDay: '2026-03-02', share: '1:50,25,25' })
  expect(shareOf(500, shareOfCode(yen.share ?? ''))).toBe(125)
  expect(amountCounted({ amountMinor: 500, currency: 'JPY', groupMinor: 7 }, '', percentShare(50))).toEqual({
    value: 4,
    whole: 1,
  })
})

it('an amount is taken back as it was counted, and not what it differs by', () => {
  const measure = standingMetric((amountMinor: number) => [
    { on: '2026-03-02', ...amountCounted({ amountMinor, currency: 'JPY' }, '2026-03-02') },
  ])
  const of = { on: '2026-03-02', currency: 'JPY', rateDay: '2026-03-02' }
  expect(measure(500, 700)).toEqual([
    { ...of, amount: 500, value: -1, whole: -1 },
    { ...of, amount: 700, value: 1, whole: 1 },
  ])
  expect(measure(500, 500)).toEqual([])
})
