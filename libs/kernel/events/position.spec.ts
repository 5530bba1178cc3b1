/** Positions are compared, given and parsed; whoever counts with one has a number. */
import { describe, expect, it } from '@jest/globals'
import {
  BEYOND,
  comparePositions,
  earlierPosition,
  laterPosition,
  parsedPosition,
  rehearsedPosition,
  storedPosition,
} from './position.js'

const at = storedPosition

describe('a position', () => {
  it('is what a log gave: a whole number that is known exactly', () => {
    expect([at(0), at(7), at(BEYOND)]).toEqual([0, 7, BEYOND])
    for (const none of [-1, 0.5, 2 ** 53, Number.NaN, '7', null, undefined, 7n])
      expect(() => at(none)).toThrow(/is no position of a log/)
  })

  it('is said outside in decimal digits', () => {
    expect([parsedPosition('0'), parsedPosition('4711')]).toEqual([0, 4711])
    for (const none of ['', '-1', '1.5', '1e3', ' 7', '9007199254740992', '12345678901234567'])
      expect(parsedPosition(none)).toBeUndefined()
  })

  it('is compared', () => {
    expect([at(9), at(2), at(4)].sort(comparePositions)).toEqual([2, 4, 9])
    expect([laterPosition(at(2), at(9)), earlierPosition(at(2), at(9))]).toEqual([9, 2])
    expect(laterPosition(rehearsedPosition(1), at(2 ** 51))).toBe(rehearsedPosition(1))
    expect(rehearsedPosition(2) > rehearsedPosition(1) && rehearsedPosition(2) < BEYOND).toBe(true)
  })

  it('is none any more once it was counted with', () => {
    // @ts-expect-error a sum is a plain number
    expect(laterPosition(at(1) + 1, 0)).toBe(2)
    // @ts-expect-error and so is any other number that somebody wrote down
    expect(laterPosition(0, 3)).toBe(3)
  })
})
