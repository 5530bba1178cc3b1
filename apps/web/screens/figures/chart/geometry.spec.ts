/** The marks of a chart, in pixels. */
import { describe, expect, it } from '@jest/globals'
import { barOf, columnsOf, measureOf } from './geometry.js'
import type { Cell } from './groups.js'

const groups = (...cells: Cell[]) => [{ name: 'a', cells }]

describe('the measure of a chart', () => {
  it('begins with nothing and holds the greatest of all that is shown', () => {
    const { at, ticks } = measureOf(groups({ value: 5, compared: 10 }, { value: 2, told: 20 }), [0, 200], false)
    expect(at(0)).toBe(0)
    expect(at(20)).toBe(200)
    expect(ticks[0]).toBe(0)
    expect(ticks.at(-1)).toBe(20)
  })

  it('of shares ends at the whole', () => {
    expect(measureOf(groups({ value: 5 }), [0, 200], true).at(100)).toBe(200)
  })

  it('reaches below nothing where something does', () => {
    const { at } = measureOf(groups({ value: -10 }, { value: 10 }), [0, 200], false)
    expect([at(-10), at(0), at(10)]).toEqual([0, 100, 200])
  })

  it('is one of something where there is nothing', () => {
    const { at } = measureOf(groups({}), [0, 200], false)
    expect(at(0)).toBe(0)
    expect(Number.isFinite(at(1))).toBe(true)
  })
})

describe('a bar', () => {
  it('is as long as its value, with marks of the year before and of what was told first', () => {
    const cell = { value: 50, compared: 25, told: 75 }
    expect(barOf(cell, measureOf(groups(cell), [0, 200], true))).toEqual({ x: 0, width: 100, compared: 50, told: 150 })
  })

  it('goes to the left of nothing where it is less', () => {
    const cell = { value: -10 }
    expect(barOf(cell, measureOf(groups(cell, { value: 10 }), [0, 200], false))).toEqual({ x: 0, width: 100 })
  })

  it('has no length without a value', () => {
    expect(barOf({}, measureOf(groups({ value: 1 }), [0, 200], false)).width).toBe(0)
  })
})

describe('columns', () => {
  const measure = measureOf(groups({ value: 100 }), [200, 0], true)

  it('stand beside each other without touching, and grow upwards', () => {
    const [first, second] = columnsOf(
      [{ value: 100 }, { value: 50, compared: 100 }],
      { left: 40, width: 240, named: 4 },
      measure,
    )
    expect(first).toMatchObject({ y: 0, height: 200 })
    expect(second).toMatchObject({ y: 100, height: 100, compared: 0 })
    expect((first?.x ?? 0) + (first?.width ?? 0)).toBeLessThan(second?.x ?? 0)
    expect(first?.x).toBeGreaterThanOrEqual(40)
    expect((second?.x ?? 0) + (second?.width ?? 0)).toBeLessThanOrEqual(240)
  })

  it('are named only where there is room', () => {
    const months = Array.from({ length: 12 }, () => ({ value: 1 }))
    const labelled = (named: number) =>
      columnsOf(months, { left: 0, width: 264, named }, measure).filter(({ isLabelled }) => isLabelled)
    expect(labelled('2026'.length)).toHaveLength(6)
    expect(labelled('Dec 2026'.length)).toHaveLength(4)
    const few = columnsOf([{ value: 1 }, { value: 2 }], { left: 0, width: 264, named: 8 }, measure)
    expect(few.every(({ isLabelled }) => isLabelled)).toBe(true)
  })
})
