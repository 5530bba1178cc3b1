/** How often a member may ask, by a clock that the spec moves. */
import { describe, expect, it } from '@jest/globals'
import { RequestRate } from './request-rate.js'

describe('the rate of requests', () => {
  it('grants a burst, then what has filled up since, to each member by itself', () => {
    let nowMs = 0
    const rate = new RequestRate({ perSecond: 2, burst: 3 }, () => nowMs)
    expect([1, 2, 3, 4].map(() => rate.take('aino'))).toEqual([0, 0, 0, 1])
    expect(rate.take('bengt')).toBe(0)
    nowMs = 500
    expect([rate.take('aino'), rate.take('aino')]).toEqual([0, 1])
    nowMs = 60_000
    expect([1, 2, 3, 4].map(() => rate.take('aino'))).toEqual([0, 0, 0, 1])
  })

  it('says how long to wait in whole seconds', () => {
    const rate = new RequestRate({ perSecond: 0.1, burst: 1 }, () => 0)
    rate.take('aino')
    expect(rate.take('aino')).toBe(10)
  })
})
