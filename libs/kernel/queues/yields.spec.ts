/** Others have a turn in a long work, which ends once nobody waits for it. */
import { describe, expect, it } from '@jest/globals'
import { NobodyWaits } from './fair-queue.js'
import { Yields } from './yields.js'

async function workedUntil(yields: Yields, isOver: () => boolean): Promise<void> {
  while (!isOver()) await yields.next()
}

describe('a long work', () => {
  it('lets what waits be done in between', async () => {
    let isDone = false
    setImmediate(() => {
      isDone = true
    })
    await workedUntil(new Yields(), () => isDone)
    expect(isDone).toBe(true)
  })

  it('ends once nobody waits for it', async () => {
    const leaving = new AbortController()
    setImmediate(() => leaving.abort())
    await expect(workedUntil(new Yields(leaving.signal), () => false)).rejects.toThrow(NobodyWaits)
  })
})
