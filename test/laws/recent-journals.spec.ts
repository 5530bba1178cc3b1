/** What is remembered of journals read lately is what a fresh read and fold would say, whatever was recorded since. */
import { afterEach, describe, expect, it, jest } from '@jest/globals'
import fc from 'fast-check'
import {
  type Fact,
  historyOf,
  type Moment,
  type Partition,
  ReferenceHolder,
  type StoredEvent,
  storedPosition,
} from '#kernel'
import { foldAll } from '#queries/documents/past/folding.js'
import type { PartitionPast } from '#queries/documents/past/partition-past.js'
import { RecentJournals } from '#queries/recent-journals.js'
import { keysOfPartition } from '#read-models/fold/identity-sets.js'
import { contacts, customers, days, farApart, type Happening, happenings, moments } from './generated.js'
import { inTime, mostMs } from './in-time.js'
import { logOf, Projected } from './projected.js'

jest.setTimeout(mostMs)

const opened: { close(): Promise<void> }[] = []
const closeAll = async () => {
  for (const one of opened.splice(0).reverse()) await one.close()
}
afterEach(closeAll)

const questions = fc.array(
  fc.record({ asOf: fc.constantFrom(undefined, ...days, ...moments.map(({ at }) => at)), back: fc.nat(4) }),
  { minLength: 1, maxLength: 9 },
)
type Question = { asOf: string | undefined; back: number }

describe('journals read lately', () => {
  it('answer every moment as a fresh read does', async () => {
    await fc.assert(fc.asyncProperty(happenings(30), questions, askedWhileRecording).afterEach(closeAll), {
      ...inTime,
      numRuns: Number(process.env.LAWS ?? 30),
    })
  })
})

/** Asks about a moment of the past after every event. */
async function askedWhileRecording(happened: readonly Happening[], questions: readonly Question[]): Promise<void> {
  const { log, events } = await logOf(happened)
  const live = await Projected.over(log)
  opened.push(log, live)
  const { catalogue } = live.business.registry
  const recent = new RecentJournals({ catalogue, zones: farApart })
  for (const [at, event] of events.entries()) {
    // Asked too early, before the read models have seen the event: what is missing must not be remembered.
    for (const partition of partitionsIn(live, events, { knownAt: event.position }))
      await recent.read(partition, live.store, event.position)
    await live.projector.project([event])
    const { asOf, back } = questions[at % questions.length] as Question
    const moment = { asOf, knownAt: storedPosition(Math.max(0, event.position - back)) }
    for (const partition of partitionsIn(live, events, moment)) {
      const past = await recent.read(partition, live.store, moment.knownAt)
      const fresh = await live.store.filings.history(keysOfPartition(partition))
      const read = fresh.map((each) => catalogue.read(each))
      expectAlike(past, historyOf(partition, read, { ...moment, zones: farApart }), { live, partition, moment })
    }
  }
}

function expectAlike(
  past: PartitionPast,
  facts: readonly Fact[],
  { live, partition, moment }: { live: Projected; partition: Partition; moment: Moment },
): void {
  expect(past.facts(moment)).toEqual(facts)
  for (const view of live.business.registry.views.values())
    if (view.partition === partition.kind) expect(past.documents(view, moment)).toEqual(foldAll(facts, view))
}

/** Customers and contacts as they are grouped at the moment. */
function partitionsIn({ business }: Projected, events: readonly StoredEvent[], { knownAt }: Moment): Partition[] {
  const references = new ReferenceHolder(business.registry.references)
  for (const event of events) if (event.position <= (knownAt ?? 0)) references.take(event)
  const known = references.at({ knownAt })
  const partitionOf = (kind: Partition['kind']) => (id: string) => ({
    kind,
    ids: business.identitySets.setOf(kind, id, known),
  })
  return [...customers.map(partitionOf('customer')), ...contacts.map(partitionOf('contact'))]
}
