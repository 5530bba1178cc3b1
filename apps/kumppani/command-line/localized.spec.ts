/** Answers as people write money, times and names. */
import { describe, expect, it } from '@jest/globals'
import { localized } from './localized.js'
import { textOf } from './output.js'

const reader = { language: 'fi', timeZone: 'Europe/Helsinki', events: false }
const shown = (answer: unknown, more: object = {}) => textOf(localized(answer, { ...reader, ...more }))

describe('what people read', () => {
  it.each([
    ['fi', 'bought: 12 345,60 €'],
    ['en', 'bought: €12,345.60'],
    ['de', 'bought: 12.345,60 €'],
  ])('is money as it is written in %s', (language, text) => {
    expect(shown({ bought: { amountMinor: 1_234_560, currency: 'EUR' } }, { language })).toBe(text)
  })

  it('is money with what is said of it where it is not valued', () => {
    const value = { amountMinor: 500, currency: 'JPY', leftOut: 'Ilman arvoa: ei kurssia valuutalle JPY' }
    expect(shown([{ value }])).toBe('value\n500 ¥ (Ilman arvoa: ei kurssia valuutalle JPY)')
  })

  it('is a time in their zone, as exactly as it is known', () => {
    const at = '2026-03-01T22:30:00.000Z'
    expect(shown({ touched: at, on: '2026-03-01' })).toBe('touched: 2.3.2026 klo 0.30\non: 1.3.2026')
    expect(shown({ lastTouch: at, lastTouchOn: '2026-03', lastTouchPrecision: 'month' })).toBe('lastTouch: 2026-03')
    expect(shown({ at, occurred: '2026-03-02', precision: 'day' })).toBe('at: 2.3.2026')
    expect(shown({ at, occurred: at, precision: 'instant' })).toBe('at: 2.3.2026 klo 0.30')
  })

  it('is names, of which lists are told by comma, so that rows are a table', () => {
    const unit = { id: 'fi', name: 'Keittiöt', country: 'FI' }
    const rows = [{ id: 'c1', name: 'Merituuli', units: [unit, { id: 'se' }], customer: { id: 'c2', name: 'Ketju' } }]
    expect(shown({ rows })).toBe('rows:\n  id  name       units         customer\n  c1  Merituuli  Keittiöt, se  Ketju')
    expect(shown({ id: 'c1', name: 'Merituuli' })).toBe('id: c1\nname: Merituuli')
  })

  it('is whatever else there is of whom is erased', () => {
    const gone = { id: 'p1', name: { erased: true }, notes: { withheld: true }, erased: true }
    expect(shown(gone)).toBe('id: p1\nname: (poistettu)\nnotes: (piilotettu)\nerased: kyllä')
  })

  it('is without events and flags that say nothing, unless events are asked for', () => {
    const row = { event: 'e1', position: '7', summary: 'Met.', restated: false, from: [{ event: 'e0', position: '3' }] }
    expect(shown([row])).toBe('summary\nMet.')
    expect(shown([row], { events: true })).toContain('e0')
    expect(shown({ position: '7' })).toBe('position: 7')
  })
})
