/** How far behind the read models are, told from positions and a clock that the spec moves. */

import { describe, expect, it } from '@jest/globals'
import { storedPosition } from '#kernel'
import { ProjectionLag } from './projection-lag.js'

function observing() {
  const at = { head: storedPosition(10), projected: storedPosition(4), nowMs: 0 }
  const lag = new ProjectionLag(
    { lag: async () => ({ ...at, waiting: at.head > at.projected ? 3 : 0, parked: 0, stuck: 0 }) },
    () => at.nowMs,
  )
  return { at, lag }
}

describe('the lag of the read models', () => {
  it('is the age of the oldest event known and not yet shown', async () => {
    const { at, lag } = observing()
    expect(await lag.observe()).toMatchObject({ waiting: 3, seconds: 0 })
    Object.assign(at, { head: 20, nowMs: 3000 })
    expect(await lag.observe()).toMatchObject({ waiting: 3, seconds: 3 })
    Object.assign(at, { projected: 12, nowMs: 5000 })
    expect(await lag.observe()).toMatchObject({ waiting: 3, seconds: 2 })
    Object.assign(at, { projected: 20, nowMs: 9000 })
    expect(await lag.observe()).toMatchObject({ waiting: 0, seconds: 0 })
  })

  it('has caught up once what was there at first is shown, and stays so', async () => {
    const { at, lag } = observing()
    await lag.observe()
    expect(lag.hasCaughtUp).toBe(false)
    Object.assign(at, { head: 500, projected: 10 })
    await lag.observe()
    expect(lag.hasCaughtUp).toBe(true)
  })
})
