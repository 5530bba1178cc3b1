/** Totals of a board, over columns in several currencies. */
import { describe, expect, it } from '@jest/globals'
import { totalsOf } from './totals.js'

const column = { total: 1, groupMinor: 100, weightedMinor: 50, stated: [], withoutAmount: 0 }

describe('the totals of a board', () => {
  it('add up amounts by the currency in which they are stated, that of most deals first', () => {
    const totals = totalsOf([
      { ...column, stated: [{ currency: 'EUR', amountMinor: 10, count: 1 }] },
      {
        ...column,
        total: 3,
        stated: [
          { currency: 'SEK', amountMinor: 30, count: 2 },
          { currency: 'EUR', amountMinor: 5, count: 0 },
        ],
      },
    ])
    expect(totals).toMatchObject({ count: 4, groupMinor: 200, weightedMinor: 100 })
    expect(totals.stated).toEqual([
      { currency: 'SEK', amountMinor: 30, count: 2 },
      { currency: 'EUR', amountMinor: 15, count: 1 },
    ])
  })

  it('say what is not valued, and what has no amount', () => {
    const totals = totalsOf([
      { ...column, unvalued: [{ currency: 'DKK', count: 1 }], withoutAmount: 2 },
      { ...column, unvalued: [{ currency: 'DKK', count: 2 }], withoutAmount: 1 },
    ])
    expect(totals.unvalued).toEqual([{ currency: 'DKK', count: 3 }])
    expect(totals.withoutAmount).toBe(3)
  })

  it('are nothing of nothing', () => {
    expect(totalsOf([])).toMatchObject({ count: 0, groupMinor: 0, stated: [], unvalued: [] })
  })
})
