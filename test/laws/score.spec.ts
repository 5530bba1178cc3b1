/** The law of the score, over arbitrary logs: cut at any moment, as known at any other, it is what the views draw there. */
import { afterEach, describe, expect, it, jest } from '@jest/globals'
import fc from 'fast-check'
import {
  type Drawn,
  hadHappened,
  historyOf,
  type KnownStep,
  type Moment,
  type Partition,
  ReferenceHolder,
  type StoredEvent,
  slotOfStep,
} from '#kernel'
import { drawnHistory } from '#queries/documents/past/drawn-history.js'
import { foldAll } from '#queries/documents/past/folding.js'
import { draws } from '#read-models/drawn/drawn-fold.js'
import { keysOfPartition } from '#read-models/fold/identity-sets.js'
import { customers, days, farApart, happenings, moments } from './generated.js'
import { inTime, mostMs } from './in-time.js'
import { logOf, Projected } from './projected.js'

jest.setTimeout(mostMs)

const opened: { close(): Promise<void> }[] = []
const closeAll = async () => {
  for (const one of opened.splice(0).reverse()) await one.close()
}
afterEach(closeAll)

const asOfs = [undefined, ...days, ...moments.map(({ at }) => at)]

describe('the score of a customer', () => {
  it('is at every moment, as known at every other, what the views draw there', async () => {
    await fc.assert(fc.asyncProperty(happenings(30), cutEverywhere).afterEach(closeAll), {
      ...inTime,
      numRuns: Number(process.env.LAWS ?? 40),
    })
  })
})

async function cutEverywhere(happened: Parameters<typeof logOf>[0]): Promise<void> {
  const { log, events } = await logOf(happened)
  const live = await Projected.over(log)
  opened.push(log, live)
  for (const event of events) await live.projector.project([event])
  const { registry, identitySets } = live.business
  const references = new ReferenceHolder(registry.references)
  for (const event of events) references.take(event)
  const partitionAt = (id: string, { knownAt }: Moment): Partition => ({
    kind: 'customer',
    ids: identitySets.setOf('customer', id, references.at({ knownAt })),
  })
  const views = [...registry.views.values()].filter(draws)
  const filed = async (ids: readonly [string, ...string[]]): Promise<readonly StoredEvent[]> => {
    const stored = await live.store.filings.history(keysOfPartition({ kind: 'customer', ids }))
    return stored.map((event) => registry.catalogue.read(event))
  }
  const seen = (_: unknown, document: object) => document
  for (const customer of customers) {
    const source = { customer, moment: {}, views, zones: farApart, seen, references, identitySets, events: filed }
    const steps = await drawnHistory(source)
    for (const { position: knownAt } of events)
      for (const asOf of asOfs) {
        const partition = partitionAt(customer, { knownAt })
        const facts = historyOf(partition, await filed(partition.ids), { asOf, knownAt, zones: farApart })
        const drawn = views.flatMap((view) =>
          [...foldAll(facts, view)].flatMap(([key, { document }]) =>
            (document ? view.draws.of(document) : []).map((each) => ({ ...each, key })),
          ),
        )
        expect({ customer, asOf, knownAt, drawn: shown(cut(steps, { asOf, knownAt })) }).toEqual({
          customer,
          asOf,
          knownAt,
          drawn: shown(drawn),
        })
      }
  }
}

/** Of each slot the last step that had happened by then and was known then. */
function cut(steps: readonly KnownStep[], { asOf, knownAt = 0 }: Moment): KnownStep[] {
  const slots = new Map<string, KnownStep>()
  for (const step of steps) {
    const isKnown = step.from.position <= knownAt && (step.until?.position ?? Number.POSITIVE_INFINITY) > knownAt
    if (isKnown && hadHappened(step, asOf)) slots.set(slotOfStep(step), step)
  }
  return [...slots.values()].filter(({ ends }) => !ends)
}

/** As JSON, in one order. */
const shown = (drawn: readonly (Drawn & { key: string })[]): string[] =>
  drawn
    .map(({ key, line, thing, unit, member, person, amount, says }) =>
      JSON.stringify([line, key, thing, unit, member, person, amount, says]),
    )
    .sort()
