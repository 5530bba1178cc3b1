/** The generator is repeatable, even and within its bounds. */
import { describe, expect, it } from '@jest/globals'
import { seededRandom } from './random.js'

const drawn = (seed: number, count: number) => {
  const random = seededRandom(seed)
  return Array.from({ length: count }, () => random.next())
}

describe('seeded random', () => {
  it('repeats its stream for one seed and differs for another', () => {
    expect(drawn(7, 50)).toEqual(drawn(7, 50))
    expect(drawn(7, 50)).not.toEqual(drawn(8, 50))
  })

  it('stays between 0 and 1 and spreads evenly', () => {
    const numbers = drawn(1, 20_000)
    const tenths = Array.from({ length: 10 }, () => 0)
    for (const number of numbers) tenths[Math.floor(number * 10)] = (tenths[Math.floor(number * 10)] ?? 0) + 1
    expect(Math.min(...tenths)).toBeGreaterThan(1800)
    expect(Math.max(...tenths)).toBeLessThan(2200)
  })

  it('reaches both ends of a range and nothing beyond', () => {
    const random = seededRandom(3)
    const seen = new Set(Array.from({ length: 500 }, () => random.int(-2, 2)))
    expect([...seen].sort((a, b) => a - b)).toEqual([-2, -1, 0, 1, 2])
  })

  it('chooses in proportion to the weights and never a weight of zero', () => {
    const random = seededRandom(4)
    const picks = Array.from({ length: 4000 }, () =>
      random.weighted([
        ['often', 3],
        ['never', 0],
        ['seldom', 1],
      ]),
    )
    const often = picks.filter((value) => value === 'often').length
    expect(often).toBeGreaterThan(2850)
    expect(often).toBeLessThan(3150)
    expect(picks).not.toContain('never')
  })

  it('shuffles a copy that holds the same entries', () => {
    const list = Array.from({ length: 30 }, (_, index) => index)
    const shuffledList = seededRandom(5).shuffle(list)
    expect(shuffledList).not.toEqual(list)
    expect(shuffledList.toSorted((a, b) => a - b)).toEqual(list)
    expect(list[0]).toBe(0)
  })

  it('answers chance with certainty at 0 and 1', () => {
    const random = seededRandom(6)
    expect(Array.from({ length: 100 }, () => random.chance(0))).not.toContain(true)
    expect(Array.from({ length: 100 }, () => random.chance(1))).not.toContain(false)
  })

  it('refuses an empty list and weights without any weight', () => {
    const random = seededRandom(1)
    expect(() => random.pick([])).toThrow('the list is empty')
    expect(() => random.weighted([['none', 0]])).toThrow('no weight is above zero')
  })
})
