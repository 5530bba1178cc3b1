/** Whoever waits for a position hears of it however the read models get there. */
import { describe, expect, it } from '@jest/globals'
import { Waiting } from './following.js'

describe('waiting for a position', () => {
  it('ends when it is reached, and after a while in vain', async () => {
    const waiting = new Waiting()
    const waited = waiting.wait(5, 1000)
    waiting.reach(4)
    expect(await waiting.wait(5, 1)).toBe(false)
    waiting.reach(5)
    expect(await waited).toBe(true)
  })

  it('ends when other read models have passed it', async () => {
    const waiting = new Waiting()
    const waited = waiting.wait(5, 1000)
    waiting.startOver(7)
    expect(await waited).toBe(true)
  })

  it('begins again when other read models are behind', async () => {
    const waiting = new Waiting()
    waiting.reach(7)
    waiting.startOver(5)
    expect([waiting.position, await waiting.wait(6, 1)]).toEqual([5, false])
  })
})
