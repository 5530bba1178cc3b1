/** Whoever waits for a position hears of it however the read models get there. */

import { describe, expect, it } from '@jest/globals'
import { storedPosition } from '../events/position.js'
import { Waiting } from './following.js'

describe('waiting for a position', () => {
  it('ends when it is reached, and after a while in vain', async () => {
    const waiting = new Waiting()
    const waited = waiting.wait(storedPosition(5), 1000)
    waiting.reach(storedPosition(4))
    expect(await waiting.wait(storedPosition(5), 1)).toBe(false)
    waiting.reach(storedPosition(5))
    expect(await waited).toBe(true)
  })

  it('ends when other read models have passed it', async () => {
    const waiting = new Waiting()
    const waited = waiting.wait(storedPosition(5), 1000)
    waiting.startOver(storedPosition(7))
    expect(await waited).toBe(true)
  })

  it('begins again when other read models are behind', async () => {
    const waiting = new Waiting()
    waiting.reach(storedPosition(7))
    waiting.startOver(storedPosition(5))
    expect([waiting.position, await waiting.wait(storedPosition(6), 1)]).toEqual([5, false])
  })
})
