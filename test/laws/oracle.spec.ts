/** Documents and figures against the oracle: at every prefix of an arbitrary log, and at past moments of it. */
import { describe, expect, it, jest } from '@jest/globals'
import fc from 'fast-check'
import type { RelationshipDocument } from '#crm/relationships/relationships.view.js'
import { historyOf, type Partition, type Position, ReferenceHolder, type StoredEvent } from '#kernel'
import { customerOf, relationshipsOf, touchesCounted, touchpointRecords } from '../oracle/documents.js'
import { Oracle, type OracleFact, type OracleMoment } from '../oracle/oracle.js'
import { contacts, customers, days, farApart, happenings, moments } from './generated.js'
import { inTime, mostMs } from './in-time.js'
import { lawful } from './law-views.js'
import { type Documents, logOf, Projected } from './projected.js'

jest.setTimeout(mostMs)

const partitionsOf = (events: readonly StoredEvent[]) => {
  const references = new ReferenceHolder(lawful.registry.references)
  for (const event of events) references.take(event)
  return (kind: Partition['kind'], id: string, knownAt?: Position): Partition => ({
    kind,
    ids: lawful.identitySets.setOf(kind, id, references.at({ knownAt })),
  })
}

const idsOf = (facts: readonly { id: string; at: string; data: object }[]) => facts.map(({ id, at }) => `${id} ${at}`)
const said = (facts: readonly Pick<OracleFact, 'data'>[]) => facts.map(({ data }) => data)

describe('history', () => {
  it('holds what the oracle holds, in its order, at any moment', async () => {
    const asOfs = fc.constantFrom(undefined, ...days, ...moments.map(({ at }) => at))
    await fc.assert(
      fc.asyncProperty(happenings(40), asOfs, fc.nat(40), async (happened, asOf, back) => {
        const { events } = await logOf(happened)
        const knownAt = events.at(-1 - back)?.position
        const moment: OracleMoment = { asOf, knownAt }
        const seen = { ...moment, zones: farApart }
        const oracle = new Oracle(events, farApart)
        const partitionOf = partitionsOf(events)
        for (const id of customers) {
          const partition = partitionOf('customer', id, knownAt)
          const ours = historyOf(partition, events, seen)
          expect(partition.ids[0]).toBe(oracle.survivor(id, knownAt))
          expect(idsOf(ours)).toEqual(idsOf(oracle.customer(id, moment)))
          expect(said(ours)).toEqual(said(oracle.customer(id, moment)))
          expect(idsOf(ours.filter(({ leads }) => leads))).toEqual(idsOf(oracle.led(id, moment)))
        }
        for (const id of contacts) {
          const partition = partitionOf('contact', id, knownAt)
          const ours = historyOf(partition, events, seen)
          expect(partition.ids[0]).toBe(oracle.person(id, knownAt))
          expect(idsOf(ours)).toEqual(idsOf(oracle.contact(id, moment)))
        }
      }),
      { ...inTime, numRuns: 150 },
    )
  })
})

const ofOracle = (oracle: Oracle, moment: OracleMoment): Documents => {
  const documents: Documents = {}
  for (const id of customers) {
    if (oracle.survivor(id, moment.knownAt) !== id) continue
    const customer = customerOf(oracle, id, moment)
    if (customer) documents[`customers ${id}`] = { ...customer }
    for (const [unit, relationship] of relationshipsOf(oracle, id, moment)) {
      documents[`relationships ${id}.${unit}`] = { ...relationship }
    }
  }
  for (const [id, record] of touchpointRecords(oracle)) documents[`law-records ${id}`] = { ...record }
  return documents
}

const members = {
  'law-records': ['customer', 'seen'],
  customers: ['name', 'sector', 'units', 'since'],
  relationships: ['stage', 'status', 'touches', 'lastTouch'],
}

/** Of the live documents, those and that which the oracle tells of. */
const comparable = (documents: Documents): Documents =>
  Object.fromEntries(
    Object.entries(documents).flatMap(([slot, document]) => {
      const [view = '', key = ''] = slot.split(' ')
      const named = members[view as keyof typeof members]
      if (!named || (view === 'law-records' && !key.startsWith('t'))) return []
      return [[slot, Object.fromEntries(named.map((name) => [name, (document as Record<string, unknown>)[name]]))]]
    }),
  )

/** The oracle's figures as those of the read models are named. */
const figuresOf = (oracle: Oracle, live: Documents): Record<string, number> => {
  const figures: Record<string, number> = {}
  for (const id of customers) {
    if (oracle.survivor(id) !== id) continue
    for (const [row, count] of touchesCounted(oracle, id)) figures[`law-touches/${id}/${row}`] = count
  }
  for (const [slot, document] of Object.entries(live)) {
    if (!slot.startsWith('relationships ')) continue
    const { stage } = document as RelationshipDocument
    figures[`law-stages/${slot}/${stage}`] = 1
  }
  return figures
}

/** Touches by customer, unit, day, function and sector; relationships by key and the stage they stand at. */
const summed = (figures: Record<string, number>): Record<string, number> => {
  const sums: Record<string, number> = {}
  for (const [row, value] of Object.entries(figures).filter(([name]) => name.startsWith('law-'))) {
    const [metric, partition, entity, day, unit, by, stage, sector] = row.split('/')
    const key =
      metric === 'law-touches'
        ? `${metric}/${partition}/${unit}/${day}/${by}/${sector}`
        : `${metric}/relationships ${entity}/${stage}`
    sums[key] = (sums[key] ?? 0) + value
  }
  return Object.fromEntries(Object.entries(sums).filter(([, sum]) => sum !== 0))
}

describe('read models', () => {
  it('say at every prefix of the log what the oracle says', async () => {
    await fc.assert(
      fc.asyncProperty(happenings(30), async (happened) => {
        const { log, events } = await logOf(happened)
        const projected = await Projected.over(log)
        try {
          for (const [index, event] of events.entries()) {
            await projected.projector.project([event])
            const oracle = new Oracle(events.slice(0, index + 1))
            const live = await projected.documents()
            expect(comparable(live)).toEqual(comparable(ofOracle(oracle, {})))
            expect(summed(await projected.figures())).toEqual(figuresOf(oracle, live))
          }
        } finally {
          await projected.close()
        }
      }),
      { ...inTime, numRuns: Number(process.env.LAWS ?? 12) },
    )
  })
})
