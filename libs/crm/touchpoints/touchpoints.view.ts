/** Every touchpoint as what figures count; not kept, because filings and the log hold it. */
import { defineView, type Fact, unchanged } from '#kernel'
import type { MemberFunction } from '../organization/events/member.events.js'
import type { Encounter, starters } from './encounter.events.js'
import { privateTypes, touchpointEvents } from './touchpoint.events.js'

export interface CountedTouchpoint {
  customer: string
  unit: string
  member: string
  function?: MemberFunction
  kind: string
  startedBy?: (typeof starters)[number]
  at: string
  recordedAt: string
  /** Whether the time stated is exact enough to measure a delay against. */
  exact: boolean
}

/** Private notes are in no figure. */
const counted = (doc: CountedTouchpoint | undefined, fact: Fact<string, Encounter>) =>
  privateTypes.has(fact.type) ? doc : countedOf(fact)

const countedOf = (fact: Fact<string, Encounter>): CountedTouchpoint => ({
  customer: fact.customer,
  unit: fact.data.unit,
  member: fact.actor,
  function: fact.data.function,
  kind: fact.type.slice('touchpoint.'.length),
  startedBy: fact.data.startedBy,
  at: fact.at,
  recordedAt: fact.recordedAt,
  exact: fact.precision === 'instant' || fact.precision === 'day',
})

export const touchpointsView = defineView<CountedTouchpoint>()({
  name: 'touchpoints',
  version: 1,
  kept: false,
  of: [touchpointEvents],
  on: {
    'touchpoint.planned': unchanged,
    'touchpoint.moved': unchanged,
    'touchpoint.cancelled': unchanged,
    'touchpoint.evaluated': unchanged,
    'touchpoint.structured': unchanged,
    'touchpoint.kept-private': unchanged,
  },
  categories: { touchpoint: counted },
})
