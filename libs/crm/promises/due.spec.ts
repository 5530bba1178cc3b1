/** When something is due, on either clock, over nights, weekends, holidays and changes of the clock. */
import { describe, expect, it } from '@jest/globals'
import type { WorkCalendar } from '../organization/organization.reference.js'
import { dueAfter } from './due.js'

const calendar: WorkCalendar = {
  zone: 'Europe/Helsinki',
  businessHours: { days: ['mon', 'tue', 'wed', 'thu', 'fri'], opensMinute: 8 * 60, closesMinute: 16 * 60 },
  holidays: new Set(['2026-06-19']),
}

const business = (from: string, hours: number, in_ = calendar) => dueAfter(from, { hours, clock: 'business' }, in_)

describe('the calendar clock', () => {
  it('runs always', () => {
    expect(dueAfter('2026-06-19T20:00:00+03:00', { hours: 48, clock: 'calendar' }, calendar)).toBe(
      '2026-06-21T17:00:00.000Z',
    )
  })
})

describe('the business clock', () => {
  it.each([
    ['within a day', '2026-06-15T09:00:00+03:00', 4, '2026-06-15T10:00:00.000Z'],
    ['up to closing time', '2026-06-15T09:00:00+03:00', 7, '2026-06-15T13:00:00.000Z'],
    ['over a night', '2026-06-15T15:00:00+03:00', 2, '2026-06-16T06:00:00.000Z'],
    ['from before opening', '2026-06-15T05:00:00+03:00', 1, '2026-06-15T06:00:00.000Z'],
    ['from after closing', '2026-06-15T19:00:00+03:00', 1, '2026-06-16T06:00:00.000Z'],
    ['over a holiday and the weekend after it', '2026-06-18T15:00:00+03:00', 2, '2026-06-22T06:00:00.000Z'],
    ['from a weekend', '2026-06-20T12:00:00+03:00', 8, '2026-06-22T13:00:00.000Z'],
    ['over the night the clocks change', '2026-03-27T15:00:00+02:00', 2, '2026-03-30T06:00:00.000Z'],
    ['over many weeks', '2026-08-03T08:00:00+03:00', 400, '2026-10-09T13:00:00.000Z'],
  ])('runs %s', (_, from, hours, due) => {
    expect(business(from, hours)).toBe(due)
  })

  it('runs to midnight where the unit closes then', () => {
    const nights = { ...calendar, businessHours: { ...calendar.businessHours, opensMinute: 1320, closesMinute: 1440 } }
    expect(business('2026-06-15T21:00:00+03:00', 2, nights)).toBe('2026-06-15T21:00:00.000Z')
  })

  it('never runs where the unit is never at work', () => {
    expect(
      business('2026-06-15T09:00:00Z', 1, { ...calendar, businessHours: { ...calendar.businessHours, days: [] } }),
    ).toBeUndefined()
  })
})
