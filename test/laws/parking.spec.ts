/** What cannot be folded stops its customer alone, and leaves no trace once it was mended and tried again. */

import { afterEach, describe, expect, it, jest } from '@jest/globals'
import fc from 'fast-check'
import type { EventsBeside } from '#engines/sqlite/read-store/filings/filings.js'
import type { EventLog, NewEvent, StoredEvent } from '#kernel'
import { Rebuild } from '#projections/rebuild.js'
import { compareStores } from '#projections/verify.js'
import { CHECKPOINT } from '#read-models/rows/checkpoint.js'
import { type Happening, happenings } from './generated.js'
import { inTime, mostMs } from './in-time.js'
import { failingAt, lawful } from './law-views.js'
import { logOf, Projected } from './projected.js'

jest.setTimeout(mostMs)

const opened: Projected[] = []
const closeAll = async () => {
  for (const projected of opened.splice(0)) await projected.close()
}
afterEach(closeAll)

const over = async (log: Parameters<typeof Projected.over>[0]) => {
  const projected = await Projected.over(log)
  opened.push(projected)
  return projected
}

const small = [
  { what: 'register', n: [3, 0, 0, 0, 0, 0] },
  { what: 'touch', n: [3, 0, 0, 0, 0, 0] },
  { what: 'register', n: [3, 1, 0, 0, 0, 0] },
]

/** What a record began with is taken back, so that the rest of it stands only where nothing else does. */
const strayOf: Happening[] = [
  { what: 'touch', n: [0, 0, 0, 0, 0, 0] },
  { what: 'follow-up', n: [0, 0, 0, 0, 0, 0] },
  { what: 'retract', n: [0, 0, 0, 0, 0, 0] },
  { what: 'merge', n: [0, 0, 0, 0, 0, 0] },
]

/** Two customers that were one: what stands of the second is of the last event before the other is tried again. */
const apartAgain: Happening[] = [
  { what: 'register', n: [3, 0, 0, 0, 0, 0] },
  { what: 'register', n: [3, 1, 0, 0, 0, 0] },
  { what: 'merge', n: [3, 1, 0, 0, 0, 0] },
  { what: 'retract', n: [3, 2, 0, 0, 0, 0] },
  { what: 'touch', n: [3, 0, 0, 0, 0, 0] },
  { what: 'profile', n: [4, 1, 0, 1, 0, 1] },
  { what: 'profile', n: [5, 1, 0, 2, 0, 1] },
]

/** Read models that took event after event, and those that a rebuild by the same program derives. */
async function liveAndRebuilt(log: EventLog & EventsBeside, program = lawful) {
  const live = await over(log)
  await live.restart(program)
  for (const event of await log.readAll({ after: 0, limit: 10_000 })) await live.projector.project([event])
  const clean = await Projected.over(log, { empty: true })
  opened.push(clean)
  const position = await new Rebuild({
    log,
    store: clean.store,
    ...program,
    opening: clean.opening,
  }).run()
  await clean.restart(program)
  const clear = { kept: live.clear, clean: clean.clear }
  const { differences } = await compareStores(live.store, clean.store, { registry: program.registry, position, clear })
  return { live, clean, differences }
}

const differing = async ({ store, clear, business }: Projected, other: Projected) =>
  (
    await compareStores(store, other.store, {
      registry: business.registry,
      position: await store.checkpoint(CHECKPOINT),
      clear: { kept: clear, clean: other.clear },
    })
  ).differences

const parkedIn = (projected: Projected) => projected.projector.parking.list().map(({ partition }) => partition)

describe('a partition that was parked', () => {
  it('stands as if nothing had been, once its fold was mended and it is tried again', async () => {
    const broken = fc.constantFrom('touchpoint.note', 'relationship.stage-changed', 'touchpoint.moved', 'merge.made')
    const later = fc.integer({ min: 0, max: 8 })
    await fc.assert(
      fc
        .asyncProperty(
          happenings(30),
          broken,
          fc.integer({ min: 1, max: 9 }),
          later,
          async (happened, type, size, after) => {
            const { log, events } = await logOf(happened)
            const sound = await over(log)
            await sound.projector.catchUp()
            const stopped = await over(log)
            await stopped.restart(failingAt(type))
            const until = events.length - after
            for (let at = 0; at < until; at += size)
              await stopped.projector.project(events.slice(at, Math.min(at + size, until)))
            await stopped.restart(lawful)
            for (const { partition } of stopped.projector.parking.list()) {
              if (stopped.projector.parking.has(partition)) expect(await stopped.projector.retry(partition)).toBe(true)
            }
            for (const event of events.slice(Math.max(until, 0))) await stopped.projector.project([event])
            await stopped.restart()
            expect(await stopped.state()).toEqual(await sound.state())
            expect(await differing(stopped, sound)).toEqual([])
          },
        )
        .afterEach(closeAll),
      {
        ...inTime,
        numRuns: Number(process.env.LAWS ?? 10),
        examples: [
          [strayOf, 'merge.made', 1, 0],
          [apartAgain, 'touchpoint.note', 1, 1],
        ],
      },
    )
  })

  it('stays parked with its reason while it cannot be folded', async () => {
    const { log } = await logOf([
      { what: 'register', n: [3, 0, 0, 0, 0, 0] },
      { what: 'touch', n: [3, 0, 0, 0, 0, 0] },
      { what: 'register', n: [3, 1, 0, 0, 0, 0] },
    ])
    const projected = await over(log)
    await projected.restart(failingAt('touchpoint.note'))
    await projected.projector.catchUp()
    expect(await projected.projector.retry('customer:c0')).toBe(false)
    expect(projected.projector.parking.list()).toEqual([
      expect.objectContaining({
        partition: 'customer:c0',
        type: 'touchpoint.note',
        reason: 'a fold of touchpoint.note is broken',
      }),
    ])
    expect(Object.keys(await projected.documents())).toContain('customers c1')
  })

  it('is not tried again when it is none, and stays as it is', async () => {
    const { log } = await logOf(small)
    const projected = await over(log)
    await projected.projector.catchUp()
    const before = await projected.state()
    for (const partition of ['c0', 'customer:c0', 'customer:nobody'])
      await expect(projected.projector.retry(partition)).rejects.toMatchObject({ code: 'not-found' })
    expect(await projected.state()).toEqual(before)
  })

  it('stays so when the store fails while it is tried again', async () => {
    const { log } = await logOf(small)
    const projected = await over(log)
    await projected.restart(failingAt('touchpoint.note'))
    await projected.projector.catchUp()
    await projected.restart(lawful)
    const parked = projected.projector.parking.list()
    jest.spyOn(projected.store, 'write').mockRejectedValueOnce(new Error('the disk is full'))
    await expect(projected.projector.retry('customer:c0')).rejects.toThrow('the disk is full')
    expect(projected.projector.parking.list()).toEqual(parked)
    expect(await projected.projector.retry('customer:c0')).toBe(true)
    await projected.restart()
    expect(projected.projector.parking.list()).toEqual([])
  })

  it('is written as parked though the store failed first', async () => {
    const { log } = await logOf(small)
    const projected = await over(log)
    await projected.restart(failingAt('touchpoint.note'))
    jest.spyOn(projected.store, 'write').mockRejectedValueOnce(new Error('the disk is full'))
    await expect(projected.projector.catchUp()).rejects.toThrow('the disk is full')
    await projected.projector.catchUp()
    expect(projected.projector.parking.writes).toEqual([])
    await projected.restart()
    expect(parkedIn(projected)).toEqual(['customer:c0'])
  })

  it('is that of the customer that stands for it, when the event cannot even be read', async () => {
    const { log } = await logOf([
      { what: 'register', n: [3, 0, 0, 0, 0, 0] },
      { what: 'register', n: [3, 1, 0, 0, 0, 0] },
      { what: 'merge', n: [3, 1, 0, 0, 0, 0] },
    ])
    const [first] = await log.readStream('customer-c1')
    if (!first) throw new Error('the log has no customer')
    await log.append('touchpoint-odd', 'no-stream', [{ ...first, id: 'odd', type: 'touchpoint.unheard-of' }])
    const projected = await over(log)
    await projected.projector.catchUp()
    expect(projected.projector.parking.list()).toEqual([
      expect.objectContaining({ partition: 'customer:c0', type: 'touchpoint.unheard-of' }),
    ])
    expect(await projected.projector.retry('customer:c0')).toBe(false)
    expect(await log.head()).toBe(await projected.projector.catchUp())
  })

  it('is none when the event is a reference: then projection stops and says where', async () => {
    const { log } = await logOf([{ what: 'register', n: [3, 0, 0, 0, 0, 0] }])
    const [first] = await log.readStream('customer-c0')
    if (!first) throw new Error('the log has no customer')
    await log.append('unit-odd', 'no-stream', [{ ...first, id: 'odd', type: 'unit.unheard-of' }])
    const projected = await over(log)
    await expect(projected.projector.catchUp()).rejects.toThrow('unit.unheard-of at position 2')
  })

  const later = ({ metadata, ...event }: StoredEvent, change: Partial<NewEvent> = {}): NewEvent => ({
    ...event,
    id: 'later',
    ...change,
    metadata: { ...metadata, schemaVersion: 99 },
  })

  it('is that of an event that a later program wrote, and says so', async () => {
    const { log } = await logOf(small)
    const [first] = await log.readStream('touchpoint-t0')
    if (!first) throw new Error('the log has no touchpoint')
    await log.append('touchpoint-later', 'no-stream', [later(first)])
    const { live, differences } = await liveAndRebuilt(log)
    expect(differences).toEqual([])
    const reason = expect.stringMatching(/touchpoint\.\w+ is of version 99, and this program knows \d/)
    expect(live.projector.parking.list()).toEqual([expect.objectContaining({ partition: 'customer:c0', reason })])
  })

  it('is none when what a later program wrote is a reference: then projection stops and says so', async () => {
    const { log } = await logOf(small)
    const [first] = await log.readStream('customer-c0')
    if (!first) throw new Error('the log has no customer')
    const unit = later(first, { type: 'unit.opened', data: { subsidiary: 'fi', name: 'FI' } })
    await log.append('unit-later', 'no-stream', [unit])
    const projected = await over(log)
    await expect(projected.projector.catchUp()).rejects.toThrow('unit.opened is of version 99')
  })
})

/** A record begins with people and is left without them, but for a fact that came after. */
const leftByItsBeginning: Happening[] = [
  { what: 'touch', n: [0, 0, 0, 0, 3, 0] },
  { what: 'follow-up', n: [0, 0, 0, 0, 0, 0] },
  { what: 'follow-up', n: [0, 0, 0, 0, 0, 0] },
  { what: 'restate', n: [0, 0, 0, 0, 26, 0] },
  { what: 'restate', n: [0, 17, 0, 0, 0, 0] },
  { what: 'restate', n: [0, 0, 0, 0, 0, 0] },
  { what: 'follow-up', n: [0, 0, 0, 0, 0, 0] },
]

/** A record that moves away from a partition that has stopped. */
const movedAfterTheStop: Happening[] = [
  { what: 'touch', n: [0, 0, 0, 0, 15, 10] },
  { what: 'touch', n: [0, 0, 0, 0, 0, 0] },
  { what: 'restate', n: [0, 2, 0, 0, 0, 0] },
  { what: 'touch', n: [0, 0, 0, 0, 0, 0] },
]

describe('a rebuild', () => {
  it('keeps what cannot be folded as it was before, as events one by one do', async () => {
    const apart = happenings(30).map((happened) => happened.filter(({ what }) => !what.startsWith('merge')))
    const broken = fc.constantFrom('touchpoint.note', 'relationship.stage-changed', 'customer.profile-changed')
    await fc.assert(
      fc
        .asyncProperty(apart, broken, async (happened, type) => {
          const { log } = await logOf(happened)
          const { live, clean, differences } = await liveAndRebuilt(log, failingAt(type))
          expect(differences).toEqual([])
          expect(clean.projector.parking.list().sort(byPartition)).toEqual(
            live.projector.parking.list().sort(byPartition),
          )
        })
        .afterEach(closeAll),
      {
        ...inTime,
        numRuns: Number(process.env.LAWS ?? 10),
        examples: [
          [movedAfterTheStop, 'touchpoint.note'],
          [leftByItsBeginning, 'relationship.stage-changed'],
        ],
      },
    )
  })

  const correcting = (first: StoredEvent | undefined, change: Partial<NewEvent>): NewEvent => {
    if (!first) throw new Error('the log has no such event')
    const { id, type, data, metadata } = { ...first, ...change }
    const corrects = { eventId: first.id, mode: 'restate' as const }
    return {
      id: `${id}-again`,
      type,
      data,
      metadata: { ...metadata, corrects, formerly: { customers: [], contacts: [] } },
    }
  }

  it('parks what an event corrects that cannot be read, and goes on', async () => {
    const { log } = await logOf(small)
    const [first] = await log.readStream('touchpoint-t0')
    const older = { metadata: { ...first?.metadata, schemaVersion: 0 } } as Partial<NewEvent>
    await log.append('touchpoint-t0', 0, [correcting(first, older)])
    const { live, clean, differences } = await liveAndRebuilt(log)
    expect(differences).toEqual([])
    expect([parkedIn(live), parkedIn(clean)]).toEqual([['customer:c0'], ['customer:c0']])
    expect(Object.keys(await clean.documents())).toContain('customers c0')
  })

  it('parks what is of a kind that is not known, corrected, withheld and released, and goes on', async () => {
    const { log } = await logOf(small)
    const [first] = await log.readStream('touchpoint-t0')
    const odd = { ...correcting(first, {}), id: 'odd', type: 'touchpoint.unheard-of' }
    delete odd.metadata.corrects
    delete odd.metadata.formerly
    await log.append('touchpoint-odd', 'no-stream', [odd])
    const [stored] = await log.readStream('touchpoint-odd')
    await log.append('touchpoint-odd', 0, [correcting(stored, {})])
    const deciding = { ...odd, data: { contact: 'p0', events: ['other'], customers: ['c0'], grounds: 'other' } }
    await log.append('privacy-touchpoint-odd', 'no-stream', [
      { ...deciding, id: 'withheld', type: 'privacy.withheld' },
      { ...deciding, id: 'released', type: 'privacy.released', data: { grounds: 'other', events: ['odd'] } },
    ])
    const { live, clean, differences } = await liveAndRebuilt(log)
    expect(differences).toEqual([])
    expect([parkedIn(live), parkedIn(clean)]).toEqual([['customer:c0'], ['customer:c0']])
  })
})

const byPartition = (a: { partition: string }, b: { partition: string }) => (a.partition < b.partition ? -1 : 1)
