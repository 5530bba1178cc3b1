/** Numbers stay exact, and only the declared notation is one. */
import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { decimalProduct, decimalSum, inMinorUnits, plainDecimal, readDecimal, roundedDecimal } from './decimal.js'

const english = { decimal: '.', thousands: ',' }
const finnish = { decimal: ',', thousands: ' ' }
const bare = { decimal: '.', thousands: '' }

describe('readDecimal', () => {
  it.each([
    ['1,234,567.50', english, '1234567.5'],
    ['1\u00a0234,5', finnish, '1234.5'],
    ['1\u202f234', finnish, '1234'],
    ['-0.00', bare, '0'],
    ['+007', bare, '7'],
    ['12345678901234567890.123', bare, '12345678901234567890.123'],
  ])('reads %s', (text, notation, plain) => {
    expect(readDecimal(text, notation)).toBe(plain)
  })

  it.each([
    ['1,5', bare],
    ['1.234,5', finnish],
    ['12,34', english],
    ['1,2345', english],
    ['', bare],
    ['.5', bare],
    ['5.', bare],
    ['1e5', bare],
    ['0x10', bare],
    ['٣', bare],
    ['9'.repeat(41), bare],
  ])('refuses %s', (text, notation) => {
    expect(readDecimal(text, notation)).toBeUndefined()
  })

  it('reads back what a locale writes', () => {
    const amount = fc.tuple(fc.integer({ min: -(10 ** 12), max: 10 ** 12 }), fc.integer({ min: 0, max: 99 }))
    fc.assert(
      fc.property(amount, ([whole, cents]) => {
        const value = `${whole}.${String(cents).padStart(2, '0')}`
        const text = new Intl.NumberFormat('en', { minimumFractionDigits: 2 }).format(value as unknown as number)
        expect(Number(readDecimal(text, english))).toBe(Number(value))
      }),
    )
  })
})

describe('scaling', () => {
  it('loses nothing', () => {
    expect(decimalProduct('1100.04', '1000000')).toBe('1100040000')
    expect(decimalProduct('-0.1', '0.1')).toBe('-0.01')
    expect(inMinorUnits('1100.04', 2)).toBe(110_004n)
    expect(inMinorUnits('0.005', 2)).toBeUndefined()
  })
})

describe('rounding and adding', () => {
  it.each([
    ['2.5', 0, '3'],
    ['-2.5', 0, '-3'],
    ['2.449', 1, '2.4'],
    ['0.005', 2, '0.01'],
    ['7', 2, '7'],
  ])('%s to %i digits is %s', (text, digits, rounded) => {
    expect(roundedDecimal(text, digits)).toBe(rounded)
  })

  it('adds exactly', () => {
    expect([decimalSum('0.1', '0.2'), decimalSum('-1.5', '1.5'), decimalSum('10', '0.01')]).toEqual([
      '0.3',
      '0',
      '10.01',
    ])
  })
})

describe('plainDecimal', () => {
  it('writes what a spreadsheet shows', () => {
    expect([0.1 + 0.2, 1e-7, -1.5, 0, 123_456].map(plainDecimal)).toEqual(['0.3', '0.0000001', '-1.5', '0', '123456'])
  })

  it('means the same number to fifteen digits', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e15, max: 1e15 }), (value) => {
        expect(Number(plainDecimal(value))).toBe(Number(value.toPrecision(15)) + 0)
      }),
    )
  })
})
