/**
 * Views and metrics of the laws alone: shapes that no slice may have yet, so that the engine is held
 * to all of them. Documents that vanish and come back, contacts as partitions, every way of keying.
 */
import { businessOf } from '#crm/business.js'
import { bySector } from '#crm/customers/document/sector.dimension.js'
import type { Stage } from '#crm/organization/events/group.events.js'
import { byFunction, byUnit } from '#crm/organization/organization.dimension.js'
import { byStage } from '#crm/relationships/metrics/relationships.dimension.js'
import { relationships } from '#crm/relationships/relationships.view.js'
import { slices } from '#crm/slices.js'
import { type CountedTouchpoint, touchpointsView } from '#crm/touchpoints/touchpoints.view.js'
import { type AnyFact, defineMetric, defineSlice, defineView } from '#kernel'

interface Trail {
  id: string
  customer: string
  seen: string[]
}

const keyOf = {
  entity: (fact: AnyFact) => fact.entity,
  partition: (fact: AnyFact) => fact.partition,
  unit: (fact: AnyFact) => `${fact.customer}.${fact.unit}`,
}

interface TrailOptions {
  partition: 'customer' | 'contact'
  keyedBy: keyof typeof keyOf
  /** Type of the fact that it cannot be folded over. */
  failsAt?: string
}

/** Remembers what it saw, in order; forgets everything at an email. */
const trail = (name: string, { failsAt, ...options }: TrailOptions) => {
  const any = (doc: Trail | undefined, fact: AnyFact): Trail | null => {
    if (fact.type === failsAt) throw new Error(`a fold of ${failsAt} is broken`)
    if (fact.type === 'touchpoint.email') return null
    const seen = [...(doc?.seen ?? []), `${fact.type} ${fact.at}`]
    return { id: keyOf[options.keyedBy](fact), customer: fact.customer, seen }
  }
  const kept = { columns: { customer: 'id' }, clear: ['id'] } as const
  return defineView<Trail>()({ name, version: 1, of: [], on: {}, any, ...kept, ...options })
}

const trails = (failsAt?: string) => [
  trail('law-records', { partition: 'customer', keyedBy: 'entity' }),
  trail('law-customers', { partition: 'customer', keyedBy: 'partition', failsAt }),
  trail('law-ties', { partition: 'customer', keyedBy: 'unit' }),
  trail('law-contact-records', { partition: 'contact', keyedBy: 'entity' }),
  trail('law-contacts', { partition: 'contact', keyedBy: 'partition', failsAt }),
]

const counted = (doc: CountedTouchpoint | undefined, value: number) =>
  doc ? [{ on: doc.at, value, unit: doc.unit, function: doc.function }] : []

/** A flow over documents that are not kept. */
const touches = defineMetric({
  name: 'law-touches',
  kind: 'flow',
  question: 'How often did we meet?',
  formula: 'Touchpoints',
  unit: 'count',
  better: 'higher',
  owner: 'sales',
  of: touchpointsView,
  dimensions: [...byUnit, byFunction, bySector],
  measure: (before, after) => [...counted(before, -1), ...counted(after, 1)],
})

const standing = (stage: Stage | undefined, value: number, on: string) => (stage ? [{ on, value, stage }] : [])

/** A stock over documents that are kept. */
const standings = defineMetric({
  name: 'law-stages',
  kind: 'stock',
  question: 'How many relationships stand at each stage?',
  formula: 'Relationships',
  unit: 'count',
  better: 'higher',
  owner: 'sales',
  of: relationships,
  dimensions: [byStage, bySector],
  measure: (before, after, fact) =>
    before?.stage === after?.stage
      ? []
      : [...standing(before?.stage, -1, fact.at), ...standing(after?.stage, 1, fact.at)],
})

const laws = (failsAt?: string) =>
  defineSlice({
    name: 'laws',
    about: 'What the laws fold beside the slices.',
    views: trails(failsAt),
    metrics: [touches, standings],
  })

/** The business with the views and metrics of the laws. */
export const lawful = businessOf([...slices, laws()])

/** The same, by a program with a fault: some of its folds fail at a type of fact. */
export const failingAt = (type: string) => businessOf([...slices, laws(type)])
