/** Topics are what stands in the engines: each event once, each key in the order of the log, tables as documents are. */
import { expect } from '@jest/globals'
import type { EngineUrls } from '#engines'
import { standingIn } from './in-the-engines.js'
import type { Topics } from './running-relay.js'

export async function expectAllPublished(topics: Topics, engines: EngineUrls): Promise<void> {
  const there = await standingIn(engines)
  const events = await topics.events()
  const inOrder = [...events].sort((a, b) => a.position - b.position)
  expect(inOrder.map(({ id }) => id)).toEqual(there.events.map(({ id }) => id))
  for (const ofOne of Object.values(Object.groupBy(events, ({ key }) => key))) {
    const positions = (ofOne ?? []).map(({ position }) => position)
    expect(positions).toEqual([...positions].sort((a, b) => a - b))
    expect(new Set(ofOne?.map(({ partition }) => partition)).size).toBe(1)
  }
  for (const [name, rows] of Object.entries(there.tables))
    expect([name, await topics.table(name)]).toEqual([name, rows])
}
