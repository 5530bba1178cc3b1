/** An address names one step: the same whoever opens it, and one that can be read where it names none exactly. */
import { describe, expect, it } from '@jest/globals'
import { replayAddressIn } from './address.js'
import { stepAt } from './step-at.js'

const steps = ['76', '82', '100', '1000'].map((position) => ({ position }))

describe('the address of a step', () => {
  it('leaves out what is none', () => {
    expect(replayAddressIn({ at: 'x', order: 'sideways' })).toEqual({})
    expect(replayAddressIn({ at: 82, order: 'effective' })).toEqual({ at: '82', order: 'effective' })
  })

  it.each([
    [undefined, 0],
    ['82', 1],
    ['99', 1],
    ['1001', 3],
    ['5', -1],
  ])('as it became known, is the last recorded by then: %s', (at, place) => {
    expect(stepAt(steps, 'recorded', at)).toBe(place)
  })

  it('as it happened, is that step alone', () => {
    expect(stepAt(steps, 'effective', '100')).toBe(2)
    expect(stepAt(steps, 'effective', '99')).toBe(-1)
  })
})
