/** What was merged and is taken apart again is as if nobody had ever merged it: customers, contacts, and their figures. */
import { afterEach, describe, expect, it, jest } from '@jest/globals'
import fc from 'fast-check'
import { type Happening, happenings, Writer } from './generated.js'
import { inTime, mostMs } from './in-time.js'
import { logOf, Projected } from './projected.js'

jest.setTimeout(mostMs)

const opened: { close(): Promise<void> }[] = []
const closeAll = async () => {
  for (const one of opened.splice(0).reverse()) await one.close()
}
afterEach(closeAll)

const apart = happenings(25).map((happened) => happened.filter(({ what }) => !what.startsWith('merge')))
const merging = fc.constantFrom('merge', 'merge-contact')

const told = async (live: Projected) => ({ documents: await live.documents(), figures: await live.figures() })

async function mergedAndUnmerged(happened: readonly Happening[], what: string, which: number): Promise<void> {
  const { log, events } = await logOf(happened)
  const live = await Projected.over(log)
  opened.push(log, live)
  for (const event of events) await live.projector.project([event])
  const before = await told(live)
  const writer = new Writer('0')
  const place = [6, which, 0, 0, 0, 0]
  const turns = [writer.write({ what, n: place }), writer.write({ what: 'retract', n: [6, 0, 0, 0, 0, 0] })]
  for (const [at, turn] of turns.entries()) {
    if (!turn) throw new Error('there is somebody to merge')
    await log.append(turn.stream, at === 0 ? 'no-stream' : at - 1, [turn.event])
    const recorded = await log.readAll({ after: 0, limit: 10_000 })
    await live.projector.project(recorded.slice(-1))
  }
  expect(await told(live)).toEqual(before)
  expect(live.projector.parking.list()).toEqual([])
}

describe('a merge that is taken back', () => {
  it('leaves what there was', () =>
    fc.assert(fc.asyncProperty(apart, merging, fc.nat(2), mergedAndUnmerged).afterEach(closeAll), {
      ...inTime,
      numRuns: Number(process.env.LAWS ?? 25),
    }))
})
