/** What the address of the figures may say. */
import { describe, expect, it } from '@jest/globals'
import { figuresAddressIn, filtersAsked, filtersIn } from './address.js'

describe('the address of the figures', () => {
  it('keeps days, dimensions and spans that there are', () => {
    const address = {
      metric: 'win-rate',
      by: 'unit',
      from: '2026-01-01',
      to: '2026-06-30',
      each: 'month',
      told: 'first',
    }
    expect(figuresAddressIn({ ...address, known: '2026-07-01' })).toEqual({ ...address, known: '2026-07-01' })
  })

  it('leaves out what is none', () => {
    expect(figuresAddressIn({ by: 'colour', from: 'yesterday', each: 'hour', known: 2026, told: 'last' })).toEqual({})
  })

  it('says what the figures are of', () => {
    const address = figuresAddressIn({ metric: 'win-rate', country: 'SE,FI', line: 'Cold, large' })
    expect(filtersIn(address)).toEqual({ country: 'SE,FI', line: 'Cold, large' })
    expect(filtersAsked(filtersIn(address))).toEqual({ country: ['SE', 'FI'], line: 'Cold, large' })
  })
})
