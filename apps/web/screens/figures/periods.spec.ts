/** Periods as they lie on days in the middle and at the ends of months and years. */
import { describe, expect, it } from '@jest/globals'
import { nameOfDays, periodsAt, yearBefore } from './periods.js'

describe('the periods on a day', () => {
  it('end on it, or before it began', () => {
    expect(periodsAt('2026-11-30')).toEqual({
      'twelve-months': { from: '2025-12-01', to: '2026-11-30' },
      'this-year': { from: '2026-01-01', to: '2026-11-30' },
      'last-year': { from: '2025-01-01', to: '2025-12-31' },
      'this-quarter': { from: '2026-10-01', to: '2026-11-30' },
      'last-quarter': { from: '2026-07-01', to: '2026-09-30' },
      'three-years': { from: '2024-01-01', to: '2026-11-30' },
    })
  })

  it('reach into the year before', () => {
    expect(periodsAt('2026-02-28')['last-quarter']).toEqual({ from: '2025-10-01', to: '2025-12-31' })
  })

  it('are a whole year long where a February has 29 days', () => {
    expect(periodsAt('2028-02-29')['twelve-months']).toEqual({ from: '2027-03-02', to: '2028-02-29' })
    expect(periodsAt('2029-02-28')['twelve-months']).toEqual({ from: '2028-02-29', to: '2029-02-28' })
  })

  it('are known by their days', () => {
    expect(nameOfDays({ from: '2026-01-01', to: '2026-11-30' }, '2026-11-30')).toBe('this-year')
    expect(nameOfDays({ from: '2026-01-02', to: '2026-11-30' }, '2026-11-30')).toBeUndefined()
  })
})

describe('the year before', () => {
  it.each([
    [
      { from: '2026-01-01', to: '2026-06-30' },
      { from: '2025-01-01', to: '2025-06-30' },
    ],
    [
      { from: '2025-12-02', to: '2026-12-01' },
      { from: '2024-12-02', to: '2025-12-01' },
    ],
    // What ends with a month did so then.
    [
      { from: '2025-02-01', to: '2025-02-28' },
      { from: '2024-02-01', to: '2024-02-29' },
    ],
    [
      { from: '2024-02-29', to: '2024-03-10' },
      { from: '2023-02-28', to: '2023-03-10' },
    ],
  ])('of %j is %j', (days, before) => {
    expect(yearBefore(days)).toEqual(before)
  })
})
