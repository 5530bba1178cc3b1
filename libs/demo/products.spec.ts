/** The demo's catalogue has codes of its own, names in every language, both brands and every kind. */
import { describe, expect, it } from '@jest/globals'
import { demoProducts } from './products.js'
import { settings, textLanguages } from './texts/vocabulary.js'

describe('demo products', () => {
  it('have codes of their own', () => {
    expect(demoProducts.length).toBeGreaterThanOrEqual(25)
    expect(new Set(demoProducts.map(({ code }) => code)).size).toBe(demoProducts.length)
  })

  it.each(textLanguages)('have names of their own in %s', (language) => {
    expect(new Set(demoProducts.map(({ names }) => names[language])).size).toBe(demoProducts.length)
  })

  it.each([...new Set(Object.values(settings))])('are there for each %s', (setting) => {
    const equipment = demoProducts.filter(({ kind, settings: fit }) => kind === 'product' && fit.includes(setting))
    expect(equipment.length).toBeGreaterThan(4)
  })

  it('come in two brands and three kinds, priced in whole cents', () => {
    expect(new Set(demoProducts.map(({ brand }) => brand)).size).toBe(2)
    expect(new Set(demoProducts.map(({ kind }) => kind))).toEqual(new Set(['product', 'service', 'spare-part']))
    expect(
      demoProducts.filter(({ listPriceMinor }) => !(Number.isSafeInteger(listPriceMinor) && listPriceMinor > 0)),
    ).toEqual([])
  })
})
