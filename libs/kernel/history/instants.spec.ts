/** Stated times become places in effective order: days and months begin where the unit is. */
import { describe, expect, it } from '@jest/globals'
import { BEFORE_ALL, dayIn, effectiveMoment, endOf, startOf } from './instants.js'

const helsinki = 'Europe/Helsinki'
const day = (occurredAt: string) => ({ occurredAt, occurredPrecision: 'day' as const })
const month = (occurredAt: string) => ({ occurredAt, occurredPrecision: 'month' as const })

describe('effectiveMoment', () => {
  it('keeps an instant, in UTC', () => {
    const stated = { occurredAt: '2026-03-01T10:00:00+02:00', occurredPrecision: 'instant' as const }
    expect(effectiveMoment(stated, [], helsinki)).toBe('2026-03-01T08:00:00.000Z')
  })

  it('begins a day where the unit is', () => {
    expect(effectiveMoment(day('2026-03-01'), [], helsinki)).toBe('2026-02-28T22:00:00.000Z')
    expect(effectiveMoment(day('2026-03-01'), [], 'America/New_York')).toBe('2026-03-01T05:00:00.000Z')
    expect(effectiveMoment(day('2026-03-01'), [], 'UTC')).toBe('2026-03-01T00:00:00.000Z')
  })

  it('takes the latest moment of the stream inside the day, not of another day', () => {
    const stream = ['2026-03-01T08:00:00.000Z', '2026-03-01T14:00:00.000Z', '2026-03-01T22:00:00.000Z']
    expect(effectiveMoment(day('2026-03-01'), stream, helsinki)).toBe('2026-03-01T14:00:00.000Z')
    expect(effectiveMoment(day('2026-03-02'), stream, helsinki)).toBe('2026-03-01T22:00:00.000Z')
    expect(effectiveMoment(day('2026-02-28'), stream, helsinki)).toBe('2026-02-27T22:00:00.000Z')
  })

  it('takes the latest moment of the stream inside the month, else its first', () => {
    const stream = ['2026-02-27T08:00:00.000Z', '2026-03-03T08:00:00.000Z']
    expect(effectiveMoment(month('2026-02'), stream, helsinki)).toBe('2026-02-27T08:00:00.000Z')
    expect(effectiveMoment(month('2026-04'), stream, helsinki)).toBe('2026-03-31T21:00:00.000Z')
    expect(effectiveMoment(month('2026-12'), [], helsinki)).toBe('2026-11-30T22:00:00.000Z')
  })

  it('puts before ahead of everything', () => {
    const moment = effectiveMoment(
      { occurredAt: '', occurredPrecision: 'before' },
      ['1900-01-01T00:00:00.000Z'],
      helsinki,
    )
    expect(moment).toBe(BEFORE_ALL)
    expect(moment < '0001-01-01T00:00:00.000Z').toBe(true)
  })
})

describe('days on which clocks change', () => {
  it('have 23 and 25 hours in Helsinki', () => {
    const hours = (of: string) => (Date.parse(endOf(of, helsinki)) - Date.parse(startOf(of, helsinki))) / 3_600_000
    expect(hours('2026-03-29')).toBe(23)
    expect(hours('2026-10-25')).toBe(25)
    expect(hours('2026-03')).toBe(31 * 24 - 1)
  })

  it('begin at one o’clock where midnight does not exist', () => {
    expect(startOf('2018-11-04', 'America/Sao_Paulo')).toBe('2018-11-04T03:00:00.000Z')
    expect(endOf('2018-11-03', 'America/Sao_Paulo')).toBe('2018-11-04T03:00:00.000Z')
  })
})

describe('dayIn', () => {
  it('names the local day, on both sides of a change of clocks', () => {
    expect(dayIn('2026-03-28T22:30:00.000Z', helsinki)).toBe('2026-03-29')
    expect(dayIn('2026-03-29T20:59:59.999Z', helsinki)).toBe('2026-03-29')
    expect(dayIn('2026-03-29T21:00:00.000Z', helsinki)).toBe('2026-03-30')
    expect(dayIn('2026-10-25T21:59:59.999Z', helsinki)).toBe('2026-10-25')
    expect(dayIn('2026-10-25T22:00:00.000Z', helsinki)).toBe('2026-10-26')
    expect(dayIn('2026-03-28T23:30:00.000Z', 'UTC')).toBe('2026-03-28')
  })

  it('agrees with the beginnings and ends of days, throughout two years', () => {
    const wrong: string[] = []
    for (const zone of [helsinki, 'Europe/London', 'America/St_Johns', 'Asia/Kathmandu']) {
      for (let ms = Date.parse('2025-01-01T00:30:00Z'); ms < Date.parse('2027-01-01'); ms += 3_600_000 * 11) {
        const instant = new Date(ms).toISOString()
        const local = dayIn(instant, zone)
        if (startOf(local, zone) > instant || endOf(local, zone) <= instant)
          wrong.push(`${instant} in ${zone}: ${local}`)
      }
    }
    expect(wrong).toEqual([])
  })
})
