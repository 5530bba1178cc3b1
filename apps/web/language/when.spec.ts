/** What people type as a time is what is recorded. */
import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { formatsOf } from './formats.js'
import { type Language, languages } from './languages.js'
import { dayTyped, momentTyped } from './when.js'

const now = new Date('2026-11-30T22:30:00Z')
const typed = (text: string, language: Language = 'en', zone = 'Europe/Helsinki') =>
  momentTyped(text, { language, zone, now })

describe('a time as it is typed', () => {
  it('is now when nothing is', () => {
    expect(typed('  ')).toBeUndefined()
  })

  it.each([
    ['today', 'en', '2026-12-01'],
    ['eilen', 'fi', '2026-11-30'],
    ['i går', 'sv', '2026-11-30'],
    ['vorgestern', 'de', '2026-11-29'],
    ['i forgårs', 'nb', '2026-11-29'],
  ] as const)('is a day of the reader by word: %s', (text, language, day) => {
    expect(typed(text, language)).toBe(day)
  })

  it.each([
    ['2026-02-03', '2026-02-03'],
    ['3.2.2026', '2026-02-03'],
    ['3/2/2026', '2026-02-03'],
    ['28.11.', '2026-11-28'],
    ['24.12.', '2025-12-24'],
  ])('is a day by its date, the last there was where no year is said: %s', (text, day) => {
    expect(typed(text)).toBe(day)
  })

  it.each([
    ['yesterday 14:05', 'en', '2026-11-30T12:05:00.000Z'],
    ['28.11. klo 9.30', 'fi', '2026-11-28T07:30:00.000Z'],
    ['3.7.2026, 9:30', 'en', '2026-07-03T06:30:00.000Z'],
    ['0:15', 'en', '2026-11-30T22:15:00.000Z'],
    ['2026-11-28T10:00:00+02:00', 'en', '2026-11-28T08:00:00.000Z'],
  ] as const)('is an instant where the reader is: %s', (text, language, instant) => {
    expect(typed(text, language)).toBe(instant)
  })

  it('minds the hour that a zone moves its clocks by', () => {
    expect(typed('29.3.2026 2:30')).toBe('2026-03-29T00:30:00.000Z')
    expect(typed('29.3.2026 4:30')).toBe('2026-03-29T01:30:00.000Z')
  })

  it.each(['soon', '31.2.2026', '24:30', '12:61', '2026-13-01', 'yesterday at noon'])('is not guessed: %s', (text) => {
    expect(typed(text)).toBeNull()
  })

  it('is read as every language writes days itself, in full and short', () => {
    const [min, max] = [new Date('1970-01-01'), new Date('2099-12-31')]
    const days = fc.date({ min, max, noInvalidDate: true }).map((date) => date.toISOString().slice(0, 10))
    fc.assert(
      fc.property(days, fc.constantFrom(...languages), (day, language) => {
        const { longDay, day: plainDay, typedDay } = formatsOf(language)
        for (const written of [longDay(day), plainDay(day), typedDay(day)])
          expect(dayTyped(written, { language, zone: 'Europe/Helsinki', now })).toBe(day)
      }),
    )
  })

  it.each([
    ['1 March 2025', 'en'],
    ['March 1, 2025', 'en'],
    ['1. maaliskuuta 2025', 'fi'],
    ['1 maaliskuu 2025', 'fi'],
    ['1 mars 2025', 'sv'],
    ['1. März 2025', 'de'],
    ['1. mars 2025', 'nb'],
  ] as const)('is read by the month’s name in the language of its reader, and in no other: %s', (text, language) => {
    for (const reader of languages) {
      const isOwn = reader === language || (/mars/.test(text) && ['sv', 'nb'].includes(reader))
      expect(dayTyped(text, { language: reader, zone: 'Europe/Helsinki', now })).toBe(isOwn ? '2025-03-01' : null)
    }
  })

  it('is no day that there never was, and no time of day, where a day is asked for', () => {
    expect(dayTyped('31.2.2026', { language: 'fi', zone: 'Europe/Helsinki', now })).toBeNull()
    expect(dayTyped('14:00', { language: 'en', zone: 'Europe/Helsinki', now })).toBeNull()
    expect(dayTyped(' ', { language: 'en', zone: 'Europe/Helsinki', now })).toBeUndefined()
  })
})
