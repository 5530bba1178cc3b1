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

  it.each(['M/D/YY', 'DD.MM', 'MMM D YYYY', 'YYYY-MM-DD HH', 'YYYY-MM HH:mm', 'YYYY-M-M', 'yesterday', ''])(
    'refuses "%s"',
    (format) => {
      expect(formatFault(format)).toEqual(expect.any(String))
    },
  )
})
