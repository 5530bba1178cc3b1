/** Ticks say who began; where they are too many they are counted, and no encounter is lost by that. */
import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { linear } from '../axis/axis.js'
import { dayMs, type StartedBy, type Touch } from '../facts/facts.js'
import { tickLane } from './touches.js'

const now = Date.parse('2026-11-30T12:00:00Z')
const yearMs = 365 * dayMs
const axis = linear({ from: now - yearMs, to: now }, { left: 0, right: 730 })
const lane = { axis, y: 100, height: 11 }
const seeing = { cursor: { asOf: now, knownAt: now }, now }

const touch = (daysAgo: number, by: StartedBy = 'they', more: Partial<Touch> = {}): Touch => ({
  at: now - daysAgo * dayMs,
  unit: 'fi',
  by,
  count: 1,
  isWeek: false,
  knownFrom: now - daysAgo * dayMs,
  knownUntil: Number.POSITIVE_INFINITY,
  position: String(daysAgo),
  ...more,
})

describe('ticks', () => {
  it('go up where they began, far down where we did unasked, and a little where we were asked', () => {
    const { paths } = tickLane([touch(10), touch(20, 'we-unasked'), touch(30, 'we-asked')], lane, seeing)
    const reach = (by: StartedBy) => Number(/v(-?[\d.]+)/.exec(paths.find((path) => path.by === by)?.d ?? '')?.[1])
    expect(reach('they')).toBe(-11)
    expect(reach('we-unasked')).toBe(11)
    expect(reach('we-asked')).toBe(5.5)
  })

  it('are told, unknown or ahead from where the cursor stands', () => {
    const late = touch(200, 'they', { knownFrom: now - 100 * dayMs })
    const at = now - 150 * dayMs
    const { paths } = tickLane([touch(300), late, touch(10)], lane, { cursor: { asOf: at, knownAt: at }, now })
    expect(paths.map(({ showing }) => showing).sort()).toEqual(['blind', 'ghost', 'told'])
  })

  it('are counted where there would be more than one in 1.5 px', () => {
    const few = Array.from({ length: 480 }, (_, n) => touch((n * 365) / 480))
    expect(tickLane(few, lane, seeing)).toMatchObject({ bars: [] })
    const many = Array.from({ length: 490 }, (_, n) => touch((n * 365) / 490))
    const counted = tickLane(many, lane, seeing)
    expect(counted.paths).toEqual([])
    expect(counted.marks.length).toBeLessThanOrEqual(54)
  })

  it('are counted without losing any, and none stands higher than its lane', () => {
    const ages = fc.array(
      fc.tuple(fc.integer({ min: 0, max: 364 }), fc.constantFrom<StartedBy>('they', 'we-asked', 'we-unasked')),
      {
        minLength: 500,
        maxLength: 900,
      },
    )
    fc.assert(
      fc.property(ages, (all) => {
        const { marks, bars } = tickLane(
          all.map(([days, by]) => touch(days, by)),
          lane,
          seeing,
        )
        expect(marks.flatMap(({ touches }) => touches)).toHaveLength(all.length)
        for (const { d } of bars)
          for (const [, tall] of d.matchAll(/v(-?[\d.]+)/g)) expect(Math.abs(Number(tall))).toBeLessThanOrEqual(11)
      }),
      { numRuns: 20 },
    )
  })

  it('are left out where they were taken back', () => {
    const { marks, paths } = tickLane([touch(10, 'they', { knownUntil: now - dayMs })], lane, seeing)
    expect([marks, paths]).toEqual([[], []])
  })
})
