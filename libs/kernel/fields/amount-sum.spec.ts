/** Sums of amounts in documents: bounded, and the same whatever was added and taken away before. */
import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { type Amount, type AmountSum, amountOf, noAmounts, shownMoney, withAmount, worthOfSums } from './amount-sum.js'

const yen = (amountMinor: number, day = '2026-03-02'): Amount => ({ amountMinor, currency: 'JPY', day })
const half = ({ amountMinor, day }: { amountMinor: number; day: string }) =>
  day < '2026-03-02' ? undefined : Math.round(amountMinor / 2)

const sumOf = (amounts: readonly Amount[]) =>
  amounts.reduce<AmountSum>((sum, each) => withAmount(sum, each, 1), noAmounts)

describe('a sum of amounts', () => {
  it('values each by itself, and says what it leaves out', () => {
    const sum = sumOf([{ groupMinor: 7 }, yen(1), yen(1), yen(9, '2026-01-01')])
    expect(worthOfSums([sum], half)).toEqual({ groupMinor: 9, unvalued: [{ currency: 'JPY', count: 1 }] })
    expect(worthOfSums([sum, sum], half)).toEqual({ groupMinor: 18, unvalued: [{ currency: 'JPY', count: 2 }] })
    expect(worthOfSums([sumOf([yen(3)])], half)).toEqual({ groupMinor: 2 })
  })

  it('keeps of very many only how many', () => {
    const many = Array.from({ length: 5000 }, (_, at) => yen(at))
    const sum = sumOf(many)
    expect(JSON.stringify(sum).length).toBeLessThan(3000)
    const { unvalued: [left] = [] } = worthOfSums([sum], half)
    expect(left).toEqual({ currency: 'JPY', count: 4968 })
  })

  it('is nothing once all is taken away again, in any order', () => {
    const amounts = fc.array(fc.nat({ max: 120 }), { maxLength: 200, size: 'max' })
    const shuffled = amounts.chain((added) =>
      fc.tuple(fc.constant(added), fc.shuffledSubarray(added, { minLength: added.length })),
    )
    fc.assert(
      fc.property(shuffled, ([added, taken]) => {
        const full = sumOf(added.map((at) => yen(at)))
        const empty = taken.reduce<AmountSum>((sum, at) => withAmount(sum, yen(at), -1), full)
        expect(JSON.parse(JSON.stringify(empty))).toEqual(noAmounts)
      }),
    )
  })
})

it('an amount is kept with its day where no fact values it, and shows what it is worth by now', () => {
  const stated = { amountMinor: 5, currency: 'JPY' }
  expect(amountOf(stated, '2026-03-02T09:00:00.000Z')).toEqual({ ...stated, day: '2026-03-02' })
  expect(amountOf({ ...stated, groupMinor: 3 }, '2026-03-02')).toEqual({ groupMinor: 3 })
  expect(shownMoney(stated, '2026-03-02', half)).toEqual({ ...stated, groupMinor: 3 })
  expect(shownMoney({ ...stated, groupMinor: 9 }, undefined, half)).toEqual({ ...stated, groupMinor: 9 })
})
