/** Dates, numbers and money as each language writes them, and what is none. */
import { describe, expect, it } from '@jest/globals'
import { formatsOf } from './formats.js'
import { languages } from './languages.js'

const formats = formatsOf('en', 'Europe/Helsinki')

describe('dates', () => {
  it('are those of the reader', () => {
    expect(formats.day('2025-03-04T23:30:00Z')).toBe('5 Mar 2025')
    expect(formats.day('2025-03-04')).toBe('4 Mar 2025')
    expect(formatsOf('fi').dayOfMonth('2025-03-04')).toBe('4')
    expect(formatsOf('de').dayOfMonth('2025-03-14')).toBe('14')
  })

  it('of today are told by the hour, where they have one', () => {
    const now = new Date().toISOString()
    const today = new Date(now).toLocaleDateString('sv-SE', { timeZone: 'Europe/Helsinki' })
    expect(formats.shortMoment(now)).toBe(formats.time(now))
    expect(formats.shortMoment(today)).toBe(formats.shortDay(today))
    expect(formats.shortMoment('2025-03-04T23:30:00Z')).toBe('5 Mar 2025')
  })

  const written = [
    'day',
    'shortDay',
    'shortMoment',
    'dayOfMonth',
    'month',
    'shortMonth',
    'dayAndMonth',
    'longDay',
    'moment',
    'time',
  ] as const

  it.each(written)('that cannot be read are written as they stand: %s', (how) => {
    for (const iso of ['', '2026-13-01', 'some time ago']) expect(formats[how](iso)).toBe(iso)
  })

  it('may be stated without being readable', () => {
    expect(formats.stated({ at: '' })).toBe('')
    expect(formats.stated({ at: '', precision: 'before' })).toBe('')
  })
})

const plain = (text: string) => text.replaceAll('\u00a0', ' ')
const short = (language: (typeof languages)[number], minor: number) =>
  plain(formatsOf(language, 'UTC').shortMoney(minor, 'EUR'))

describe('short money', () => {
  it('says in German that it is in thousands', () => {
    expect(short('de', 377_336_00)).toBe('377 Tsd. €')
    expect(short('de', 1_234_00)).toBe('1,23 Tsd. €')
    expect(short('de', -12_345_00)).toBe('−12,3 Tsd. €')
  })

  it('is written out below a thousand, and in millions above', () => {
    expect(short('de', 345_00)).toBe('345 €')
    expect(short('de', 999_600_00)).toBe('1 Mio. €')
    expect(short('de', 999_60)).toBe('1 Tsd. €')
    expect(short('de', 1_234_567_00)).toBe('1,23 Mio. €')
  })

  it('shows in no language more than three digits', () => {
    for (const language of languages) expect(short(language, 377_336_00)).toMatch(/^\D*377\D*$/)
  })
})

describe('less than nothing', () => {
  it.each(languages)('has the one sign of minus, in %s', (language) => {
    const { number, share, money, shortMoney } = formatsOf(language, 'UTC')
    for (const text of [number(-4), share(-0.4), money(-400, 'EUR'), shortMoney(-400_000_00, 'EUR')])
      expect(text).toMatch(/^[^-]*−[^-]*$/)
  })
})
