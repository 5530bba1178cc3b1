/** What the address of the opportunities may say. */
import { describe, expect, it } from '@jest/globals'
import { opportunitiesAddressIn, sinceOf } from './address.js'

describe('the day since which is asked what moved', () => {
  it('is a week before today unless told', () => {
    expect(sinceOf({}, '2026-12-03')).toBe('2026-11-26')
    expect(sinceOf({ since: '2026-01-31' }, '2026-12-03')).toBe('2026-01-31')
  })

  it('is one of the calendar', () => {
    expect(opportunitiesAddressIn({ since: '2026-01-31' })).toEqual({ since: '2026-01-31' })
    expect(opportunitiesAddressIn({ since: '2026-13-01' })).toEqual({})
  })
})
