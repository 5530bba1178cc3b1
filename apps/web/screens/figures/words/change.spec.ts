/** Changes of figures, of every kind of unit and direction. */
import { describe, expect, it } from '@jest/globals'
import { changeOf, isOfFew, shownOf } from './change.js'

const percent = { unit: 'percent', better: 'higher' } as const
const money = { unit: 'money', better: 'higher' } as const

describe('a change', () => {
  it('of percent is told in points', () => {
    expect(changeOf(45, 50, percent)).toEqual({ by: -5, isPoints: true, verdict: 'worse' })
    expect(changeOf(10, 0, percent)).toEqual({ by: 10, isPoints: true, verdict: 'better' })
  })

  it('of all else is a share of what it was, even of less than nothing', () => {
    expect(changeOf(150, 100, money)).toEqual({ by: 0.5, isPoints: false, verdict: 'better' })
    expect(changeOf(-50, -100, money)?.by).toBe(0.5)
  })

  it('is for the better where less is better', () => {
    expect(changeOf(40, 50, { unit: 'days', better: 'lower' })?.verdict).toBe('better')
    expect(changeOf(60, 50, { unit: 'days', better: 'lower' })?.verdict).toBe('worse')
  })

  it('is neither where nothing is better, or nothing that is shown changed', () => {
    expect(changeOf(60, 50, { unit: 'count', better: 'neither' })?.verdict).toBe('neither')
    expect(changeOf(50, 50, money)?.verdict).toBe('neither')
    expect(changeOf(83.82, 83.8, { unit: 'days', better: 'lower' })?.verdict).toBe('neither')
  })

  it('is none without something to compare with', () => {
    expect(changeOf(undefined, 50, money)).toBeUndefined()
    expect(changeOf(50, undefined, money)).toBeUndefined()
    expect(changeOf(50, 0, money)).toBeUndefined()
  })
})

describe('a change as it is written', () => {
  it('has a sign only where a digit of it is shown', () => {
    expect(shownOf({ by: 0.0004, isPoints: false })).toEqual({ sign: '±', size: 0 })
    expect(shownOf({ by: -0.04, isPoints: true })).toEqual({ sign: '±', size: 0 })
    expect(shownOf({ by: 0, isPoints: true })).toEqual({ sign: '±', size: 0 })
    expect(shownOf({ by: 0.0006, isPoints: false })).toEqual({ sign: '+', size: 0.001 })
    expect(shownOf({ by: -5.04, isPoints: true })).toEqual({ sign: '−', size: 5 })
  })
})

describe('few cases', () => {
  it('are fewer than five of a share or a median', () => {
    expect(isOfFew({ kind: 'ratio' }, { whole: 4 })).toBe(true)
    expect(isOfFew({ kind: 'ratio' }, { whole: 5 })).toBe(false)
    expect(isOfFew({ kind: 'duration' }, { count: 1 })).toBe(true)
    expect(isOfFew({ kind: 'flow' }, { count: 1 })).toBe(false)
  })
})
