/** The demo's catalogue has codes of its own, both brands and every kind. */
import { describe, expect, it } from '@jest/globals'
import { demoProducts } from './products.js'

describe('demo products', () => {
  it('have codes and names of their own', () => {
    expect(demoProducts.length).toBeGreaterThanOrEqual(25)
    for (const field of ['code', 'name'] as const) {
      expect(new Set(demoProducts.map((product) => product[field])).size).toBe(demoProducts.length)
    }
  })

  it('come in two brands and three kinds, priced in whole cents', () => {
    expect(new Set(demoProducts.map(({ brand }) => brand)).size).toBe(2)
    expect(new Set(demoProducts.map(({ kind }) => kind))).toEqual(new Set(['product', 'service', 'spare-part']))
    expect(
      demoProducts.filter(({ listPriceMinor }) => !(Number.isSafeInteger(listPriceMinor) && listPriceMinor > 0)),
    ).toEqual([])
  })
})
