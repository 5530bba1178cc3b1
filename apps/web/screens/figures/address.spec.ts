/** What the address of the figures may say. */
import { describe, expect, it } from '@jest/globals'
import { figuresAddressIn, filtersAsked, filtersIn, filtersOneByOne } from './address.js'

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
    expect(figuresAddressIn({ ...address, known: '2020-07-01' })).toEqual({ ...address, known: '2020-07-01' })
  })

  it('leaves out what is none', () => {
    expect(
      figuresAddressIn({ by: 'colour', from: 'yesterday', each: 'hour', known: '2099-07-01', told: 'last' }),
    ).toEqual({})
  })

  it('says of what nothing is stated, and whether it is the team', () => {
    const address = figuresAddressIn({ unstated: 'member,colour,line', whose: 'team' })
    expect(address).toEqual({ unstated: 'member,line', whose: 'team' })
    expect(filtersAsked(filtersIn(address))).toEqual({ unstated: ['member', 'line'], whose: 'team' })
    expect(filtersOneByOne({ ...address, sector: 'retail' })).toEqual([
      { name: 'sector', dimension: 'sector', codes: ['retail'] },
      { name: 'unstated', dimension: 'member', codes: [undefined] },
      { name: 'unstated', dimension: 'line', codes: [undefined] },
      { name: 'whose', dimension: 'member', codes: ['*'] },
    ])
    expect(figuresAddressIn({ unstated: 'colour', whose: 'all' })).toEqual({})
  })

  it('says what the figures are of', () => {
    const address = figuresAddressIn({ metric: 'win-rate', country: 'SE,FI', line: 'Cold, large' })
    expect(filtersIn(address)).toEqual({ country: 'SE,FI', line: 'Cold, large' })
    expect(filtersAsked(filtersIn(address))).toEqual({ country: ['SE', 'FI'], line: 'Cold, large' })
  })
})
