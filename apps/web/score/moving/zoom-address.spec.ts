/** A stretch of time in an address: whoever opens the link sees the same days. */
import { describe, expect, it } from '@jest/globals'
import { windowOf, zoomIn, zoomOf } from './zoom-address.js'

const zone = 'Europe/Helsinki'

describe('a stretch of time in an address', () => {
  it('reads as the days that it shows, where its reader is', () => {
    const zoom = '2025-03-01..2025-06-30'
    const window = windowOf({ zoom }, zone)
    expect([window?.from, window?.to].map((ms = 0) => new Date(ms).toISOString())).toEqual([
      '2025-02-28T22:00:00.000Z',
      '2025-06-30T20:59:59.999Z',
    ])
    expect(zoomOf(window, zone)).toEqual({ zoom })
  })

  it('of fewer days than a week shows a week around them', () => {
    const { from = 0, to = 0 } = windowOf({ zoom: '2025-03-05..2025-03-05' }, zone) ?? {}
    expect(to - from).toBe(7 * 86_400_000)
    expect((from + to) / 2 - Date.parse('2025-03-05T10:00:00Z')).toBeLessThan(1000)
  })

  it.each([undefined, 2025, '2025-03-01', '2025-03-01..', '2025-06-30..2025-03-01', '2025-02-30..2025-03-01', 'a..b'])(
    'is left out where it is none: %j',
    (zoom) => expect(zoomIn({ zoom })).toEqual({}),
  )

  it('is absent where the whole is shown', () => {
    expect([zoomOf(undefined), windowOf({})]).toEqual([{}, undefined])
    expect(zoomIn({ zoom: '2025-03-01..2025-06-30' })).toEqual({ zoom: '2025-03-01..2025-06-30' })
  })
})
