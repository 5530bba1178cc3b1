/** The axis has room where one looks most: measured here in shares of its width, and in labels that never touch. */
import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { linear, perspective, turnedTo, within, zoomed } from './axis.js'
import { axisLines } from './labels.js'

const dayMs = 86_400_000
const yearMs = 365.25 * dayMs
const now = Date.parse('2026-11-30T12:00:00Z')
const at = { left: 0, right: 1000 }
const words = {
  of: ({ of, day }: { of: string; day: string }) =>
    of === 'year' ? day.slice(0, 4) : of === 'month' ? 'marras' : '30. marrask.',
  width: (text: string) => text.length * 6,
}
const whole = (years: number) => perspective({ begins: now - years * yearMs, now, ends: now }, at)

describe('the axis in perspective', () => {
  it('gives the last year 45 %, the three before it a third, all earlier an eighth and the future a tenth', () => {
    const { stretches } = whole(10)
    const shares = stretches.map(({ left, right }) => (right - left) / 1000)
    const sum = 1 / 8 + 1 / 3 + 0.45 + 0.1
    expect(shares).toHaveLength(4)
    for (const [n, share] of [1 / 8, 1 / 3, 0.45, 0.1].entries()) expect(shares[n]).toBeCloseTo(share / sum, 5)
    expect(stretches.at(-1)?.from).toBe(now)
  })

  it('has no room for years that there are not', () => {
    expect(whole(2).stretches).toHaveLength(3)
    expect(whole(0.1).stretches).toHaveLength(2)
    expect(whole(0.1).x(now)).toBeCloseTo(900)
    expect(whole(0.1).from).toBe(now - yearMs)
  })

  it('leads back from a place to its moment, and keeps the order of time', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 25, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (years, share) => {
          const axis = whole(years)
          const moment = axis.from + share * (axis.to - axis.from)
          expect(Math.abs(axis.at(axis.x(moment)) - moment)).toBeLessThan(1000)
          expect(axis.x(moment + dayMs)).toBeGreaterThanOrEqual(axis.x(moment))
        },
      ),
    )
  })

  it('puts what lies outside, and what lies before everything, at its ends', () => {
    const axis = whole(10)
    expect(axis.x(now - 40 * yearMs)).toBe(0)
    expect(axis.x(Number.NEGATIVE_INFINITY)).toBe(0)
    expect(axis.x(now + 40 * yearMs)).toBe(1000)
  })

  it('looks as far ahead as something is planned, but no further than two years', () => {
    expect(perspective({ begins: now, now, ends: now + yearMs }, at).to).toBeGreaterThan(now + yearMs)
    expect(perspective({ begins: now, now, ends: now + 9 * yearMs }, at).to).toBe(now + 2 * yearMs)
  })
})

describe('zooming', () => {
  it('keeps the moment where it is, and stops at a week', () => {
    const axis = whole(10)
    const moment = now - 100 * dayMs
    const near = zoomed(axis, 0.5, moment)
    expect(near).toBeDefined()
    expect(linear(near as { from: number; to: number }, at).x(moment)).toBeCloseTo(axis.x(moment))
    let window = { from: now - yearMs, to: now }
    for (let n = 0; n < 20; n++) window = zoomed(linear(window, at), 0.5, moment) ?? window
    expect(window.to - window.from).toBeCloseTo(7 * dayMs)
  })

  it('of the whole does not lead farther', () => {
    expect(zoomed(whole(10), 2, now)).toBeUndefined()
  })
})

describe('a window', () => {
  const window = { from: now - 60 * dayMs, to: now - 30 * dayMs }

  it('turns to where a moment has gone, with more of what lies ahead, and stays where it shows it', () => {
    expect(turnedTo(window, { from: now - 31 * dayMs, to: now - 40 * dayMs })).toBe(window)
    const later = turnedTo(window, { from: now - 31 * dayMs, to: now - 10 * dayMs })
    expect([later.from, later.to].map((ms) => (ms - now) / dayMs)).toEqual([-17.5, 12.5])
    const earlier = turnedTo(window, { from: now - 59 * dayMs, to: now - 70 * dayMs })
    expect([earlier.from, earlier.to].map((ms) => (ms - now) / dayMs)).toEqual([-92.5, -62.5])
  })

  it('shows nothing beyond the whole, and is none where it shows all of it', () => {
    const all = { from: now - 100 * dayMs, to: now }
    expect(within({ from: now + 900 * dayMs, to: now + 930 * dayMs }, all)).toEqual({ from: now - 30 * dayMs, to: now })
    expect(within(window, all)).toEqual(window)
    expect(within({ from: now - 200 * dayMs, to: now }, all)).toBeUndefined()
  })
})

describe('labels of the axis', () => {
  const widths = fc.integer({ min: 240, max: 2400 })
  it('never touch each other, from ten years to a week', () => {
    fc.assert(
      fc.property(fc.integer({ min: 7, max: 9000 }), widths, (days, width) => {
        const ends = { left: 0, right: width }
        const axes = [
          linear({ from: now - days * dayMs, to: now }, ends),
          perspective({ begins: now - days * dayMs, now, ends: now }, ends),
        ]
        for (const axis of axes) {
          const labelled = axisLines(axis, words).filter(({ label }) => label !== undefined)
          const sorted = labelled.toSorted((a, b) => a.x - b.x)
          for (const [n, { x, label = '' }] of sorted.entries()) {
            const next = sorted[n + 1]
            if (next) expect(next.x - x).toBeGreaterThanOrEqual(words.width(label))
            expect(x + words.width(label)).toBeLessThanOrEqual(width)
          }
        }
      }),
    )
  })

  it('say the year of whatever is looked at from near, and each year once', () => {
    fc.assert(
      fc.property(fc.integer({ min: 7, max: 9000 }), fc.integer({ min: 0, max: 9000 }), widths, (days, ago, width) => {
        const to = now - ago * dayMs
        const years = axisLines(linear({ from: to - days * dayMs, to }, { left: 0, right: width }), words)
          .filter(({ of, label }) => of === 'year' && label !== undefined)
          .map(({ label }) => label)
        expect(years.length).toBeGreaterThan(0)
        expect(new Set(years).size).toBe(years.length)
      }),
    )
  })

  it('name months only where a month has 26 px', () => {
    const months = (axis: ReturnType<typeof whole>) =>
      axisLines(axis, words).filter(({ of, label }) => of === 'month' && label !== undefined)
    const axis = whole(10)
    const lastYear = now - yearMs
    expect(months(axis).length).toBeGreaterThan(0)
    for (const { x } of months(axis)) expect(axis.at(x)).toBeGreaterThanOrEqual(lastYear)
    expect(months(perspective({ begins: now - 10 * yearMs, now, ends: now }, { left: 0, right: 390 }))).toEqual([])
  })

  it('name days when zoomed to a week', () => {
    const days = axisLines(linear({ from: now - 7 * dayMs, to: now }, at), {
      ...words,
      of: ({ day }) => day.slice(-2),
    }).filter(({ of }) => of === 'day')
    expect(days.map(({ day }) => day)).toContain('2026-11-27')
    expect(days.every(({ label }) => label !== undefined)).toBe(true)
  })
})
