/** A day of the cursor is all of that day where its reader is, also where clocks are changed. */
import { describe, expect, it } from '@jest/globals'
import { carriedBy, cursorAt, dayAt, dayIn, endOfDay } from './days.js'

const now = Date.parse('2026-11-30T12:00:00Z')
const zone = 'Europe/Helsinki'

describe('days', () => {
  it('of instants are those of the reader', () => {
    expect(dayIn('2026-11-29T23:30:00Z', zone)).toBe('2026-11-30')
    expect(dayIn('2026-11-29T23:30:00Z', 'America/New_York')).toBe('2026-11-29')
    expect(dayIn('2026-11-29', zone)).toBe('2026-11-29')
  })

  it('end at their last moment where the reader is', () => {
    expect(new Date(endOfDay('2024-10-31', zone)).toISOString()).toBe('2024-10-31T21:59:59.999Z')
    expect(new Date(endOfDay('2024-07-01', zone)).toISOString()).toBe('2024-07-01T20:59:59.999Z')
    expect(new Date(endOfDay('2024-07-01', 'Pacific/Auckland')).toISOString()).toBe('2024-07-01T11:59:59.999Z')
  })

  it.each(['2024-03-31', '2024-10-27'])('of the night in which clocks are changed (%s) are that day', (day) => {
    const end = endOfDay(day, zone)
    expect(dayAt(end, zone)).toBe(day)
    expect(dayAt(end + 1, zone) > day).toBe(true)
  })

  it('are what an address carries, and today is none', () => {
    const present = { now, zone }
    const cursor = cursorAt({ asOf: '2024-10-31', knownAt: '2025-03-01' }, present)
    expect(carriedBy(cursor, present)).toEqual({ asOf: '2024-10-31', knownAt: '2025-03-01' })
    expect(carriedBy(cursorAt({}, present), present)).toEqual({})
    expect(cursorAt({ asOf: '2030-01-01' }, present).asOf).toBe(now)
    expect(cursorAt({ asOf: '2024-10-31T10:00:00Z' }, present).asOf).toBe(Date.parse('2024-10-31T10:00:00Z'))
  })
})
