/** Sums of lines are exact and round once, half away from zero. */
import { describe, expect, it } from '@jest/globals'
import { sumOfLines } from './sum-of-lines.js'

const line = (quantity: string, amountMinor: number, currency = 'EUR') => ({
  product: 'kr-400',
  quantity,
  price: { amountMinor, currency },
})

describe('the sum of lines', () => {
  it.each([
    [[line('2', 500), line('1', 250)], 1250],
    [[line('0.1', 1), line('0.2', 1), line('0.2', 1)], 1],
    [[line('0.000000001', 1)], 0],
    [[line('1', 1000), line('-0.5', 1001)], 500],
    [[line('-0.5', 1)], -1],
    [[line('3', 100_000_000_000_001)], 300_000_000_000_003],
  ])('%j is %d', (lines, amountMinor) => {
    expect(sumOfLines(lines)).toEqual({ amountMinor, currency: 'EUR' })
  })

  it('is none without lines and over several currencies', () => {
    expect(sumOfLines([])).toBeUndefined()
    expect(sumOfLines([line('1', 1), line('1', 1, 'SEK')])).toBeUndefined()
  })
})
