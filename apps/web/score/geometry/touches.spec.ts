/** Ticks say who began; where they are too many they are counted, and no encounter is lost by that. */
import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { linear, perspective } from '../axis/axis.js'
import { dayMs, type StartedBy, type Touch } from '../facts/facts.js'
import { tickLane } from './touches.js'

const now = Date.parse('2026-11-30T12:00:00Z')
const yearMs = 365 * dayMs
const axis = linear({ from: now - yearMs, to: now }, { left: 0, right: 730 })
const lane = { axis, y: 100, height: 11 }
const today = { asOf: now, knownAt: now }
const seeing = { cursor: today, later: today }

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

  it('lean to neither side where nobody says who began', () => {
    const { paths } = tickLane([touch(10, 'unstated')], lane, seeing)
    const [, from = 0, tall = 0] = /,(-?[\d.]+)v(-?[\d.]+)/.exec(paths[0]?.d ?? '')?.map(Number) ?? []
    expect(paths.map(({ by }) => by)).toEqual(['unstated'])
    expect(from + tall / 2).toBeCloseTo(lane.y, 0)
    const many = Array.from({ length: 600 }, (_, n) => touch((n * 365) / 600, 'unstated'))
    const { bars } = tickLane(many, lane, seeing)
    const sum = (sign: number) =>
      bars
        .flatMap(({ d }) => [...d.matchAll(/v(-?[\d.]+)/g)].map(([, each]) => Number(each)))
        .filter((each) => Math.sign(each) === sign)
        .reduce((total, each) => total + each, 0)
    expect(bars.every(({ by }) => by === 'unstated')).toBe(true)
    expect(sum(1)).toBeCloseTo(-sum(-1))
  })

  it('stand aside where a filter leaves them out, one by one and counted', () => {
    const leavesOut = ({ by }: Touch) => by === 'they'
    const both = [touch(10), touch(20, 'we-asked')]
    const { paths } = tickLane(both, lane, { ...seeing, leavesOut })
    expect(paths.map(({ by, showing }) => [by, showing])).toEqual([
      ['they', 'aside'],
      ['we-asked', 'told'],
    ])
    const many = Array.from({ length: 600 }, (_, n) => touch((n * 365) / 600, n % 2 ? 'they' : 'we-asked'))
    const { bars } = tickLane(many, lane, { ...seeing, leavesOut })
    expect(new Set(bars.map(({ by, showing }) => `${by} ${showing}`))).toEqual(
      new Set(['they aside', 'we-unasked told']),
    )
  })

  it('end where a later moment does that they are compared with', () => {
    const at = now - 150 * dayMs
    const later = { asOf: now - 50 * dayMs, knownAt: now - 50 * dayMs }
    const { paths, marks } = tickLane([touch(300), touch(100), touch(10)], lane, {
      cursor: { asOf: at, knownAt: at },
      later,
    })
    expect(paths.map(({ showing }) => showing)).toEqual(['told', 'ghost'])
    expect(marks).toHaveLength(2)
  })

  it('are told, unknown or ahead from where the cursor stands', () => {
    const late = touch(200, 'they', { knownFrom: now - 100 * dayMs })
    const at = now - 150 * dayMs
    const { paths } = tickLane([touch(300), late, touch(10)], lane, {
      cursor: { asOf: at, knownAt: at },
      later: today,
    })
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
      fc.tuple(
        fc.integer({ min: 0, max: 364 }),
        fc.constantFrom<StartedBy>('they', 'we-asked', 'we-unasked', 'unstated'),
      ),
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

  it('stand as high for the same number in a week, however many weeks a bar holds', () => {
    const long = perspective({ begins: now - 10 * yearMs, now, ends: now }, { left: 0, right: 1000 })
    const weekly = Array.from({ length: 520 * 4 }, (_, n) => touch((n * 7) / 4 + 0.1))
    const { bars } = tickLane(weekly, { ...lane, axis: long }, seeing)
    const heights = [...(bars[0]?.d ?? '').matchAll(/v(-[\d.]+)/g)].map(([, tall]) => -Number(tall))
    const [oldest = 0, latest = 0] = [heights[Math.floor(heights.length / 3)], heights.at(-10)]
    expect(Math.abs(oldest - latest)).toBeLessThan(3)
  })

  it('are left out where they were taken back', () => {
    const { marks, paths } = tickLane([touch(10, 'they', { knownUntil: now - dayMs })], lane, seeing)
    expect([marks, paths]).toEqual([[], []])
  })
})
