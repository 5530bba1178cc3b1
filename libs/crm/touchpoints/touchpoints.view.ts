/** Every touchpoint as what figures count, and as it stands in scores; not kept, because filings and the log hold it. */
import { defineView, type Fact, unchanged } from '#kernel'
import type { MemberFunction } from '../organization/events/member.events.js'
import type { directions, Encounter, starters } from './encounter.events.js'
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

/** Plans are no encounters yet, and what is said about one is not another. */
const otherwise = {
  'touchpoint.planned': unchanged,
  'touchpoint.moved': unchanged,
  'touchpoint.cancelled': unchanged,
  'touchpoint.evaluated': unchanged,
  'touchpoint.structured': unchanged,
  'touchpoint.gist-added': unchanged,
  'touchpoint.kept-private': unchanged,
  'touchpoint.handover-offered': unchanged,
  'touchpoint.handover-accepted': unchanged,
  'touchpoint.handover-declined': unchanged,
}

export const touchpointsView = defineView<CountedTouchpoint>()({
  name: 'touchpoints',
  version: 1,
  kept: false,
  of: [touchpointEvents],
  on: otherwise,
  categories: { touchpoint: counted },
})

/** An encounter, for each customer who was there. */
interface Touch {
  unit: string
  member: string
  kind: string
  /** Nobody learns more of it than that it is there, and whose. */
  isPrivate: boolean
  function?: MemberFunction
  startedBy?: (typeof starters)[number]
  direction?: (typeof directions)[number]
}

const touched = (_: Touch | undefined, { type, data, actor }: Fact<string, Encounter>): Touch => {
  const { unit, function: of, startedBy, direction } = data
  const touch = { unit, member: actor, kind: type.slice('touchpoint.'.length) }
  return privateTypes.has(type)
    ? { ...touch, isPrivate: true }
    : { ...touch, isPrivate: false, function: of, startedBy, direction }
}

export const touches = defineView<Touch>()({
  name: 'touches',
  version: 1,
  kept: false,
  leadingOnly: false,
  of: [touchpointEvents],
  on: otherwise,
  categories: { touchpoint: touched },
  columns: { unit: 'id' },
  draws: {
    many: { countedBy: ['function', 'startedBy', 'direction'] },
    follows: ['unit', 'member', 'kind', 'isPrivate', 'function', 'startedBy', 'direction'],
    of: ({ unit, member, kind, isPrivate, function: of, startedBy, direction }) =>
      isPrivate
        ? [{ line: 'private-note', unit, member }]
        : [{ line: 'touch', unit, says: { kind, function: of, startedBy, direction } }],
  },
})
