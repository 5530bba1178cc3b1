/** The small score says of each row what happened when: every step and every touch stands where it belongs. */
import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { type Spark, smallPicture } from './geometry.js'

const now = Date.parse('2026-11-30T12:00:00Z')
const size = { width: 190, height: 26 }
const drawn = (spark: Spark) => smallPicture(spark, size, now)

describe('the small score', () => {
  it('rises and falls where the stage did', () => {
    const { steps } = drawn({ stages: ['1/2020-01-01', '3/2024-01-01', '2/2026-06-01'] })
    expect(steps.map(({ rank }) => rank)).toEqual([0, 2, 1])
    expect(steps.map(({ edge }) => edge?.falls)).toEqual([undefined, false, true])
    expect(steps[0]?.x).toBe(0)
    expect((steps[2]?.x ?? 0) + (steps[2]?.width ?? 0)).toBeCloseTo(size.width)
  })

  it('gives the last year more room than the three before it', () => {
    const { steps } = drawn({ stages: ['1/2025-11-30'] })
    expect(steps[0]?.x).toBeGreaterThan(size.width * 0.4)
    expect(steps[0]?.x).toBeLessThan(size.width * 0.44)
  })

  it('leaves out what ended before its first day', () => {
    expect(drawn({ stages: ['1/2010-01-01', '4/2012-01-01'] }).steps.map(({ rank }) => rank)).toEqual([3])
  })

  it('has neither height nor hatching where it has ended', () => {
    const { steps, base } = drawn({ stages: ['3/2024-01-01', '0/2025-01-01'], passiveFrom: '2025-06-01' })
    expect(steps.at(-1)).toMatchObject({ rank: -1, y: base })
    expect(steps.flatMap(({ passive }) => passive)).toEqual([])
  })

  it('hatches from where it became passive, and not before', () => {
    const hatched = (passiveFrom: string) =>
      drawn({ stages: ['2/2023-06-01', '3/2024-01-01'], passiveFrom }).steps.map(({ passive }) => passive)
    const [before, [stretch] = []] = hatched('2026-05-30')
    expect(before).toEqual([])
    expect(stretch?.x).toBeGreaterThan(size.width * 0.65)
    expect((stretch?.x ?? 0) + (stretch?.width ?? 0)).toBeCloseTo(size.width)
    expect(hatched('2027-05-30')).toEqual([[], []])
  })

  it('has a tick for each direction of each week, from the left to the right', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[0-9a-f]{1,52}$/), fc.stringMatching(/^[0-9a-f]{0,30}$/), (weeks, before) => {
        const { ticks } = drawn({ stages: [], week: 2968, weeks, before })
        const bits = [...before, ...weeks].map(
          (digit) => [1, 2, 4, 8].filter((sign) => Number.parseInt(digit, 16) & sign).length,
        )
        expect(ticks).toHaveLength(bits.reduce((sum, count) => sum + count, 0))
        expect(ticks.map(({ x }) => x)).toEqual(ticks.map(({ x }) => x).toSorted((a, b) => a - b))
        for (const { x } of ticks) expect(x >= 0 && x <= size.width).toBe(true)
      }),
    )
  })

  it('passes over as many weeks as letters count', () => {
    const spark = { stages: [], week: 2968 }
    const [one, other] = ['4g8z1', `4008${'0'.repeat(21)}1`]
    expect(drawn({ ...spark, weeks: one, before: one })).toEqual(drawn({ ...spark, weeks: other, before: other }))
    expect(drawn({ ...spark, weeks: one, before: one }).ticks).toHaveLength(6)
  })

  it('draws nothing of what never was', () => {
    expect(drawn({ stages: [] })).toEqual({ base: 18, steps: [], ticks: [] })
  })
})
