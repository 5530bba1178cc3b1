/** What is hatched is hatched nowhere else. */
import { describe, expect, it } from '@jest/globals'
import { hatchPath } from './hatch.js'

describe('hatching', () => {
  it('stays within its area', () => {
    const numbers = hatchPath({ x: 10, width: 33 }, { y: 20, base: 40 }).match(/-?[\d.]+,-?[\d.]+/g) ?? []
    expect(numbers.length).toBeGreaterThan(4)
    for (const pair of numbers) {
      const [x = 0, y = 0] = pair.split(',').map(Number)
      expect(x >= 10 && x <= 43 && y >= 20 && y <= 40).toBe(true)
    }
  })
})
