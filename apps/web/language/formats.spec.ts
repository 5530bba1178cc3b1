/** Dates as they are written, and what is none. */
import { describe, expect, it } from '@jest/globals'
import { formatsOf } from './formats.js'

const formats = formatsOf('en', 'Europe/Helsinki')

describe('dates', () => {
  it('are those of the reader', () => {
    expect(formats.day('2025-03-04T23:30:00Z')).toBe('5 Mar 2025')
    expect(formats.day('2025-03-04')).toBe('4 Mar 2025')
    expect(formatsOf('fi').dayOfMonth('2025-03-04')).toBe('4')
    expect(formatsOf('de').dayOfMonth('2025-03-14')).toBe('14')
  })

  const written = [
    'day',
    'shortDay',
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
