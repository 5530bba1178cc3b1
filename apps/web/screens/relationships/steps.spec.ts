/** The steps of a pyramid, for counts and targets of all kinds. */
import { describe, expect, it } from '@jest/globals'
import { stepsOf } from './steps.js'

const counted = [
  { stage: 'identified', name: 'identified', count: 10 },
  { stage: 'basic', name: 'basic', count: 5, target: 20 },
  { stage: 'integrated', name: 'integrated', count: 0, target: 2 },
  { stage: 'ended', name: 'ended', count: 4 },
] as const

describe('a pyramid', () => {
  it('has the deepest on top, and what is over at its foot', () => {
    expect(stepsOf(counted).map(({ stage }) => stage)).toEqual(['integrated', 'basic', 'identified', 'ended'])
  })

  it('is as wide as its widest step or target', () => {
    expect(stepsOf(counted).map(({ width, targetWidth }) => [width, targetWidth])).toEqual([
      [0, 10],
      [25, 100],
      [50, undefined],
      [20, undefined],
    ])
  })

  it('has no width where there is nothing', () => {
    expect(stepsOf([{ stage: 'basic', name: 'basic', count: 0 }])[0]?.width).toBe(0)
  })
})
