/** The laws of the projection, over arbitrary logs: whatever arrives how, the same stands there in the end. */

import { afterAll, describe, expect, it, jest } from '@jest/globals'
import fc from 'fast-check'
import { HostileEventLog } from '#engines/hostile/hostile-event-log.js'
import type { EventsBeside } from '#engines/sqlite/read-store/filings/filings.js'
import { type EventLog, type StoredEvent, storedPosition } from '#kernel'
import { Rebuild } from '#projections/rebuild.js'
import { compareStores, type RowDifference } from '#projections/verify.js'
import { CHECKPOINT } from '#read-models/rows/checkpoint.js'
import { happenings } from './generated.js'
import { logOf, Projected, plain } from './projected.js'

jest.setTimeout(60_000)

const runs = Number(process.env.LAWS ?? 8)
const opened: Projected[] = []
afterAll(async () => {
  for (const projected of opened) await projected.close()
})

async function projectedIn(
  sizes: number,
  log: EventLog & EventsBeside,
  events: readonly StoredEvent[],
): Promise<Projected> {
  const projected = await Projected.over(log)
  opened.push(projected)
  for (let at = 0; at < events.length; at += sizes) await projected.projector.project(events.slice(at, at + sizes))
  return projected
}

const closeAll = async () => {
  for (const projected of opened.splice(0)) await projected.close()
}

/** Rows of read models that a rebuild of their log derives otherwise. */
async function differencesFromRebuild({ log, store, clear, business }: Projected): Promise<RowDifference[]> {
  const clean = await Projected.over(log, { empty: true })
  opened.push(clean)
  const position = await new Rebuild({
    log,
    store: clean.store,
    ...business,
    opening: clean.opening,
  }).run()
  const texts = { kept: clear, clean: clean.clear }
  const { registry } = business
  return (await compareStores(store, clean.store, { registry, position, clear: texts })).differences
}

const law = (
  runs: number,
  most: number,
  check: (log: EventLog & EventsBeside, events: StoredEvent[]) => Promise<void>,
) =>
  fc.assert(
    fc.asyncProperty(happenings(most), async (happened) => {
      const { log, events } = await logOf(happened)
      try {
        await check(log, events)
      } finally {
        await closeAll()
        await log.close()
      }
    }),
    { numRuns: runs },
  )

describe('documents', () => {
  it('were, at every prefix of the log, what a fold as known there still gives', async () => {
    await law(runs, 30, async (log, events) => {
      const live = await projectedIn(1, log, [])
      const snapshots = []
      for (const event of events) {
        await live.projector.project([event])
        snapshots.push({ event, documents: await live.documents() })
      }
      for (const { event, documents } of snapshots) {
        expect(await live.past(events, Object.keys(documents), event.position)).toEqual(documents)
      }
      expect(live.projector.parking.list()).toEqual([])
    })
  })
})

describe('batches', () => {
  it('leave the same state however they are cut', async () => {
    await law(runs, 40, async (log, events) => {
      const one = await (await projectedIn(1, log, events)).state()
      for (const size of [2, 7, 500]) expect(await (await projectedIn(size, log, events)).state()).toEqual(one)
    })
  })

  it('change nothing when they come again', async () => {
    await law(runs, 30, async (log, events) => {
      const projected = await projectedIn(3, log, events)
      const before = await projected.state()
      await projected.projector.project(events)
      await projected.restart()
      await projected.projector.catchUp()
      expect(await projected.state()).toEqual(before)
    })
  })

  it('change no document, contribution or filing when the checkpoint was older than they are', async () => {
    await law(runs, 30, async (log, events) => {
      const projected = await projectedIn(5, log, events)
      const before = plain(await projected.state())
      const older = events[Math.floor(events.length / 2)]?.position ?? 1
      await projected.store.write([], { name: CHECKPOINT, position: storedPosition(older - 1) })
      await projected.restart()
      await projected.projector.catchUp()
      expect(plain(await projected.state())).toMatchObject(before)
    })
  })

  it('leave what a rebuild derives, row by row', async () => {
    await law(runs, 30, async (log, events) => {
      const live = await projectedIn(4, log, events)
      expect(await differencesFromRebuild(live)).toEqual([])
    })
  })

  it('leave what a rebuild derives of a record that moves without what it began with', async () => {
    const { log, events } = await logOf([
      { what: 'touch', n: [3, 0, 0, 0, 0, 0] },
      { what: 'follow-up', n: [3, 0, 0, 0, 0, 0] },
      { what: 'retract', n: [3, 0, 0, 0, 0, 0] },
      { what: 'restate', n: [3, 1, 0, 1, 0, 0] },
    ])
    const live = await projectedIn(1, log, events)
    expect(await differencesFromRebuild(live)).toEqual([])
    await closeAll()
  })

  it('leave what a rebuild derives also of a log whose positions lie far apart', async () => {
    await law(8, 30, async (log, events) => {
      const hostile = new HostileEventLog(log, { seed: events.length, lostAnswers: 0, delays: 0 })
      const live = await projectedIn(4, hostile, await hostile.readAll({ after: 0, limit: 10_000 }))
      expect(await differencesFromRebuild(live)).toEqual([])
    })
  })

  it('leave what a rebuild derives when the zone of the group is another later', async () => {
    const { log, events } = await logOf([
      { what: 'register', n: [3, 0, 0, 0, 0, 0] },
      { what: 'touch', n: [3, 0, 0, 0, 0, 0] },
    ])
    const [first] = events
    if (!first) throw new Error('the log is empty')
    const founded = { name: 'Group', currency: 'EUR', timeZone: 'Pacific/Honolulu', language: 'en' }
    const metadata = { ...first.metadata, customers: [] }
    await log.append('group-group', 'no-stream', [{ id: 'founded', type: 'group.founded', data: founded, metadata }])
    const live = await projectedIn(1, log, await log.readAll({ after: 0, limit: 10 }))
    expect(await differencesFromRebuild(live)).toEqual([])
    await closeAll()
  })

  it('leave what a rebuild derives of one customer with a long history', async () => {
    const kinds = ['register', 'profile', 'touch', 'touch', 'touch', 'plan', 'follow-up', 'stage', 'restate', 'retract']
    const number = fc.nat(3000)
    const happening = fc.tuple(fc.constantFrom(...kinds), number, number, number, number, number, number)
    const [long = []] = fc.sample(fc.array(happening, { minLength: 400, maxLength: 400 }), { numRuns: 1, seed: 4 })
    // Everything is of the first customer; corrections choose among all there is.
    const { log, events } = await logOf(
      long.map(([what, moment, first, unit, third, ...others]) => {
        const isCorrection = ['follow-up', 'restate', 'retract'].includes(what)
        return { what, n: [moment, isCorrection ? first : 0, unit, isCorrection ? third : 0, ...others] }
      }),
    )
    const live = await projectedIn(1, log, events)
    expect(await differencesFromRebuild(live)).toEqual([])
    await closeAll()
  })

  it('may come through a log that drops, repeats and delays', async () => {
    await law(8, 30, async (log, events) => {
      if (events.length === 0) return
      const kind = await projectedIn(500, log, events)
      const hostile = new HostileEventLog(log, { seed: events.length })
      const projected = await Projected.over(hostile)
      opened.push(projected)
      const stop = new AbortController()
      const head = await hostile.head()
      const running = projected.projector.run(stop.signal)
      while ((await projected.store.checkpoint(CHECKPOINT)) < head)
        await new Promise((resolve) => setTimeout(resolve, 1))
      stop.abort()
      await running
      expect(await projected.documents()).toEqual(await kind.documents())
      expect(await projected.figures()).toEqual(await kind.figures())
    })
  })
})
