/** The texts that an address carries, of whatever stands in it. */
import { describe, expect, it } from '@jest/globals'
import { hasBeen, isDay, isMoment, textsIn } from './address.js'

describe('the texts of an address', () => {
  it('are those of the names asked for', () => {
    expect(textsIn({ unit: 'se', page: 'x' }, ['unit', 'filter'])).toEqual({ unit: 'se' })
  })

  it('may look like numbers or words of a program', () => {
    expect(textsIn({ search: 2026, filter: true }, ['search', 'filter'])).toEqual({ search: '2026', filter: 'true' })
  })

  it('leave out what is empty or no text', () => {
    expect(textsIn({ unit: '', filter: ['a'], sort: null }, ['unit', 'filter', 'sort'])).toEqual({})
  })
})

describe('a day of an address', () => {
  it.each(['2026-11-30', '2024-02-29'])('is one of the calendar: %s', (text) => {
    expect([isDay(text), isMoment(text)]).toEqual([true, true])
  })

  it.each([
    undefined,
    20261130,
    '',
    '2026-13-01',
    '2026-02-30',
    '2025-02-29',
    '2026-11',
    '2026-11-30x',
    '2999-01-01',
    '0001-01-01',
  ])('is not %s', (text) => {
    expect([isDay(text), isMoment(text)]).toEqual([false, false])
  })
})

describe('a moment of an address', () => {
  it.each(['2026-11-30T12:00:00Z', '2026-11-30T12:00:00.123+02:00'])('may be an instant: %s', (text) => {
    expect([isDay(text), isMoment(text)]).toEqual([false, true])
  })

  it.each(['2026-11-30T', '2026-11-30T25:00:00Z', '2026-02-30T12:00:00Z', '2026-11-30 12:00'])('is not %s', (text) => {
    expect(isMoment(text)).toBe(false)
  })
})

describe('a moment that has been', () => {
  it.each(['2020-02-29', '2020-02-29T12:00:00Z'])('is one of the past: %s', (text) => {
    expect(hasBeen(text)).toBe(true)
  })

  it.each(['2099-01-01', '2099-01-01T12:00:00Z', 'yesterday', undefined])('is not %s', (text) => {
    expect(hasBeen(text)).toBe(false)
  })
})
