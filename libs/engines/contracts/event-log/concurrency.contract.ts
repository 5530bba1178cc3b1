/**
 * Many writers on few streams, at random: whatever interleaving happens, the answers must be those
 * of one writer after another, in one total order that respects what was acknowledged before.
 */
import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import {
  type Appended,
  comparePositions,
  type EventLog,
  type ExpectedRevision,
  type NewEvent,
  RevisionConflict,
} from '#kernel'
import type { OpenLog } from './log-under-test.js'
import { sampleEvents } from './sample-event.js'

interface Intent {
  stream: number
  /** The revision to name, or the one read just before. */
  expected: ExpectedRevision | 'as-read'
  count: number
}

/** An append that was acknowledged; moments count starts and answers. */
interface Acknowledged extends Appended {
  stream: string
  events: NewEvent[]
  startedAt: number
  answeredAt: number
}

const intent: fc.Arbitrary<Intent> = fc.record({
  stream: fc.nat(2),
  expected: fc.oneof(
    { weight: 4, arbitrary: fc.constant('as-read' as const) },
    { weight: 1, arbitrary: fc.constant('no-stream' as const) },
    { weight: 1, arbitrary: fc.nat(5) },
  ),
  count: fc.integer({ min: 1, max: 3 }),
})
const writers = fc.array(fc.array(intent, { minLength: 1, maxLength: 8 }), { minLength: 2, maxLength: 6 })

export function describeConcurrency(open: OpenLog): void {
  describe('concurrent writers', () => {
    it('see one order that agrees with every answer', async () => {
      await fc.assert(
        fc.asyncProperty(writers, async (intents) => {
          const log = await open()
          const acknowledged = await run(log, intents)
          await expectDenseStreams(log, acknowledged)
          await expectOneOrder(log, acknowledged)
          await log.close()
        }),
        { numRuns: 30 },
      )
    })
  })
}

async function run(log: EventLog, intents: Intent[][]): Promise<Acknowledged[]> {
  const acknowledged: Acknowledged[] = []
  let moment = 0
  const attempt = async ({ stream: index, expected: wanted, count }: Intent): Promise<void> => {
    const stream = `customer-${index}`
    const expected = wanted === 'as-read' ? ((await log.readStream(stream)).at(-1)?.revision ?? 'no-stream') : wanted
    const events = sampleEvents(count)
    const startedAt = moment++
    try {
      const answer = await log.append(stream, expected, events)
      acknowledged.push({ ...answer, stream, events, startedAt, answeredAt: moment++ })
    } catch (error) {
      expect(error).toBeInstanceOf(RevisionConflict)
      expect((error as RevisionConflict).actual).not.toBe(expected)
    }
  }
  await Promise.all(
    intents.map(async (own) => {
      for (const one of own) await attempt(one)
    }),
  )
  return acknowledged
}

async function expectDenseStreams(log: EventLog, acknowledged: readonly Acknowledged[]): Promise<void> {
  for (const stream of new Set(acknowledged.map((append) => append.stream))) {
    const own = acknowledged.filter((append) => append.stream === stream).sort((a, b) => a.revision - b.revision)
    const stored = await log.readStream(stream)
    expect(stored.map(({ id }) => id)).toEqual(own.flatMap(({ events }) => events.map(({ id }) => id)))
    for (const { revision, position } of own) expect(stored[revision]).toMatchObject({ revision, position })
    expect(stored.map(({ revision }) => revision)).toEqual(stored.map((_, i) => i))
  }
}

async function expectOneOrder(log: EventLog, acknowledged: readonly Acknowledged[]): Promise<void> {
  const all = await log.readAll({ after: 0, limit: 10_000 })
  const inOrder = [...acknowledged].sort((a, b) => comparePositions(a.position, b.position))
  expect(all.map(({ id }) => id)).toEqual(inOrder.flatMap(({ events }) => events.map(({ id }) => id)))
  for (const [i, later] of inOrder.entries()) {
    const overtaken = inOrder.slice(0, i).filter((earlier) => earlier.startedAt > later.answeredAt)
    expect(overtaken).toEqual([])
  }
}
