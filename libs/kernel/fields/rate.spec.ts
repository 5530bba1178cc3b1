/** Amounts at a rate are exact, half away from zero, however large. */
import { expect, it } from '@jest/globals'
import fc from 'fast-check'
import { mostMinor } from './money.js'
import { atRate, rateOf, sameCurrency } from './rate.js'

const billion = 1_000_000_000n

/** By whole numbers alone. */
function exactly(amountMinor: number, numerator: bigint): number | undefined {
  const size = BigInt(Math.abs(amountMinor)) * numerator
  const whole = size / billion + (2n * (size % billion) >= billion ? 1n : 0n)
  if (whole > BigInt(mostMinor)) return undefined
  return amountMinor < 0 && whole > 0n ? -Number(whole) : Number(whole)
}

const amounts = fc.oneof(
  fc.integer({ min: -1_000_000, max: 1_000_000 }),
  fc.integer({ min: -mostMinor, max: mostMinor }),
)
/** Also those that make halves. */
const rates = fc.oneof(
  fc.bigInt({ min: 1n, max: 1_000_000_000_000n }),
  fc.constantFrom(500_000_000n, 250_000_000n, 125_000_000n, 62_500_000n, 1n),
)

it('is what whole numbers come to', () => {
  fc.assert(
    fc.property(amounts, rates, (amountMinor, numerator) => {
      expect(atRate(amountMinor, rateOf(numerator, billion))).toBe(exactly(amountMinor, numerator))
    }),
    { numRuns: 5000 },
  )
})

it.each([
  [1, 500_000_000n, 1],
  [-1, 500_000_000n, -1],
  [1, 499_999_999n, 0],
  [3, 500_000_000n, 2],
  [0, billion, 0],
  [mostMinor, billion + 1n, undefined],
  [-mostMinor, billion * 2n, undefined],
])('%i at %i billionths is %s', (amountMinor, numerator, expected) => {
  expect(atRate(amountMinor, rateOf(numerator, billion))).toBe(expected)
})

it('of the same currency is the amount', () => {
  fc.assert(fc.property(amounts, (amountMinor) => expect(atRate(amountMinor, sameCurrency)).toBe(amountMinor)))
})
