/** Dates are read as declared, exist in the calendar, and keep the precision they were written with. */
import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { dateReader, formatFault, readDay, readInstant, readMonth } from './date-format.js'

const read = (format: string, text: string) => dateReader(format)(text)

function day(format: string, text: string, zone?: string) {
  const date = read(format, text)
  return typeof date === 'string' ? date : readDay(date, zone)
}

function instant(format: string, text: string, zone?: string) {
  const date = read(format, text)
  return typeof date === 'string' ? date : readInstant(date, zone)
}

describe('a date format', () => {
  it.each([
    ['M/D/YYYY', '3/1/2017', '2017-03-01'],
    ['M/D/YYYY', '12/31/2016', '2016-12-31'],
    ['DD.MM.YYYY', '01.03.2017', '2017-03-01'],
    ['YYYYMMDD', '20240229', '2024-02-29'],
    ['ISO', '2024-02-29', '2024-02-29'],
  ])('%s reads %s', (format, text, expected) => {
    expect(day(format, text)).toBe(expected)
  })

  it.each([
    ['M/D/YYYY', '31/12/2016', 'not-a-date'],
    ['M/D/YYYY', '2/31/2017', 'not-a-date'],
    ['M/D/YYYY', '2/29/2023', 'not-a-date'],
    ['M/D/YYYY', '0/1/2017', 'not-a-date'],
    ['M/D/YYYY', '3/1/17', 'not-a-date'],
    ['M/D/YYYY', '3/1/2017 ', 'not-a-date'],
    ['DD.MM.YYYY', '1.3.2017', 'not-a-date'],
    ['DD.MM.YYYY', '01.03.0017', 'absurd-date'],
    ['ISO', '2101-01-01', 'absurd-date'],
    ['ISO', '1899-12-31', 'absurd-date'],
    ['YYYY-MM-DD HH:mm', '2024-01-01 24:00', 'not-a-date'],
  ])('%s refuses %s: %s', (format, text, fault) => {
    expect(day(format, text)).toBe(fault)
  })

  const finnish = { pivot: '1950', language: 'fi' }

  it.each([
    ['D.M.YY', '1.3.49', '2049-03-01'],
    ['D.M.YY', '1.3.50', '1950-03-01'],
    ['D MMM YYYY', '1 maaliskuuta 2017', '2017-03-01'],
    ['D. MMM YYYY', '1. Maaliskuu 2017', '2017-03-01'],
    ['D MMM YYYY', '1 March 2017', 'not-a-date'],
    ['serial', '45123', '2023-07-16'],
    ['serial', '61', '1900-03-01'],
    ['serial', '45123,5', '2023-07-16'],
    ['serial', '60', 'absurd-date'],
    ['serial', '12-3', 'not-a-date'],
  ])('%s reads %s of a Finnish file with its pivot as %s', (format, text, expected) => {
    const date = dateReader(format, finnish)(text)
    expect(typeof date === 'string' ? date : readDay(date, undefined)).toBe(expected)
  })

  it.each([
    ['12:30 AM', '2024-01-01T00:30:00.000Z'],
    ['12:30 pm', '2024-01-01T12:30:00.000Z'],
    ['1:05 p.m.', '2024-01-01T13:05:00.000Z'],
    ['13:05 PM', 'not-a-date'],
    ['0:05 AM', 'not-a-date'],
  ])('reads %s', (text, expected) => {
    expect(instant('YYYY-MM-DD H:mm A', `2024-01-01 ${text}`, 'UTC')).toBe(expected)
  })

  it('reads the names of months of every language that members speak', () => {
    for (const language of ['en', 'fi', 'sv', 'de', 'nb']) {
      for (const month of ['long', 'short'] as const) {
        for (let at = 0; at < 12; at++) {
          const name = new Intl.DateTimeFormat(language, { month, timeZone: 'UTC' }).format(Date.UTC(2024, at, 1))
          expect(dateReader('D MMM YYYY', { language })(`1 ${name} 2024`)).toMatchObject({ month: at + 1 })
        }
      }
    }
  })

  it('may be one of several, of which the first that reads counts', () => {
    const days = ['3.4.2024', '2024-04-03', '4/3/2024', 'x'].map(dateReader(['D.M.YYYY', 'ISO', 'M/D/YYYY']))
    expect(days.map((date) => (typeof date === 'string' ? date : readDay(date, undefined)))).toEqual([
      ...Array<string>(3).fill('2024-04-03'),
      'not-a-date',
    ])
  })

  it('leaves a time over which clocks are moved unclear unless it is said what is meant', () => {
    const at = (text: string, clock?: 'earlier' | 'later') => {
      const date = read('YYYY-MM-DD H:mm', text)
      return typeof date === 'string' ? date : readInstant(date, 'Europe/Helsinki', clock)
    }
    expect([at('2024-03-31 3:30'), at('2024-10-27 3:30'), at('2024-10-27 4:00')]).toEqual([
      ...['unclear', 'unclear', '2024-10-27T02:00:00.000Z'],
    ])
    expect([at('2024-10-27 3:30', 'earlier'), at('2024-10-27 3:30', 'later')]).toEqual([
      ...['2024-10-27T00:30:00.000Z', '2024-10-27T01:30:00.000Z'],
    ])
  })

  it('keeps a month a month', () => {
    const date = read('MM/YYYY', '03/2017')
    expect(typeof date === 'object' && [readMonth(date), readDay(date, undefined)]).toEqual(['2017-03', undefined])
  })

  it('places a time of day by its offset, else by the declared zone, else not at all', () => {
    expect(instant('ISO', '2024-07-01T12:00:00+03:00')).toBe('2024-07-01T09:00:00.000Z')
    expect(instant('ISO', '2024-07-01T12:00:00.500+0300')).toBe('2024-07-01T09:00:00.500Z')
    expect(instant('YYYY-MM-DD HH:mm', '2024-01-01 12:00', 'Europe/Helsinki')).toBe('2024-01-01T10:00:00.000Z')
    expect(instant('YYYY-MM-DD HH:mm', '2024-01-01 12:00')).toBeUndefined()
    expect(instant('ISO', '2024-01-01', 'Europe/Helsinki')).toBeUndefined()
  })

  it('takes the day of an instant where it was', () => {
    expect(day('ISO', '2024-01-01T23:30:00Z', 'Europe/Helsinki')).toBe('2024-01-02')
  })

  it('reads back every day of two centuries', () => {
    const days = fc.date({ min: new Date('1900-01-01'), max: new Date('2100-12-31'), noInvalidDate: true })
    fc.assert(
      fc.property(days, (date) => {
        const iso = date.toISOString().slice(0, 10)
        const [year, month, number] = iso.split('-')
        expect(day('D.M.YYYY', `${Number(number)}.${Number(month)}.${year}`)).toBe(iso)
      }),
    )
  })
})

describe('formatFault', () => {
  it.each(['M/D/YYYY', 'YYYY-MM-DDTHH:mm:ssZ'.replace('T', ' '), 'MM/YYYY', 'ISO'])('accepts %s', (format) => {
    expect(formatFault(format)).toBeUndefined()
  })

  it.each(['M/D/YY', 'DD.MM', 'YYYY-MM-DD A', 'YYYY-MM-DD HH', 'YYYY-MM HH:mm', 'YYYY-M-M', 'yesterday', ''])(
    'refuses "%s"',
    (format) => {
      expect(formatFault(format)?.texts.en).toMatch(/^the date format /)
    },
  )
})
