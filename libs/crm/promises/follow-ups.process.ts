/** What follows from an encounter and is said with it: promises, next steps and planned meetings or visits. */
import { Choice, defineProcess, type Guarded, Id, Ids, Instant, Integer, ListOf, Optional, Text, Title } from '#kernel'
import type { Encounter } from '../touchpoints/encounter.events.js'
import { plannedKinds } from '../touchpoints/touchpoint.events.js'
import { encounterCommands } from '../touchpoints/touchpoints.queries.js'
import { type Clock, clocks } from './promise.events.js'

/** A promise, or a next step, as it is said in an encounter; to its leading customer unless told. */
export class FollowUp {
  @Text({ max: 500 }) what!: Guarded<string>
  @Optional() @Instant() due?: string
  @Optional() @Integer({ min: 1, max: 10_000 }) withinHours?: number
  /** The calendar's unless told. */
  @Optional() @Choice(clocks) clock?: Clock
  /** Whoever records it when left out. */
  @Optional() @Id('member') owner?: string
  /** To whom the word was given: whoever was met alone unless told. */
  @Optional() @Id('contact') contact?: string
  @Optional() @Id('customer') customer?: string
}

/** A meeting or a visit that was agreed, with the same customers and unit. */
export class NextEncounter {
  @Choice(plannedKinds) kind!: string
  @Instant() startsAt!: string
  @Optional() @Title() place?: Guarded<string>
  @Optional() @Text({ max: 2000 }) goal?: Guarded<string>
  /** Those who were met unless told. */
  @Optional() @Ids('contact') contacts?: string[]
  @Optional() @Ids('member') members?: string[]
}

const most = { max: 9 }

export class FollowUps {
  @ListOf(FollowUp, most) promises!: FollowUp[]
  @ListOf(FollowUp, most) nextSteps!: FollowUp[]
  @ListOf(NextEncounter, most) plans!: NextEncounter[]
}

type Met = Pick<Encounter, 'customers' | 'unit' | 'contacts'>

export const followUps = defineProcess<FollowUps, Met>({
  name: 'follow-ups',
  about: 'An encounter with the promises, next steps and plans that were agreed in it.',
  of: { category: 'touchpoint', commands: encounterCommands },
  carries: FollowUps,
  examples: [
    {
      promises: [{ what: 'Send the energy comparison of both cold rooms.', due: '2026-03-06T14:00:00Z' }],
      nextSteps: [{ what: 'Ask the installer for dates.', withinHours: 16, clock: 'business' }],
      plans: [{ kind: 'visit', startsAt: '2026-03-20T08:00:00Z', goal: 'Agree on the site for the pilot.' }],
    },
  ],
  follows: ({ promises = [], nextSteps = [], plans = [] }, { id, body: met }) => [
    ...promises.map((said, at) => promised({ said, kind: 'promise', place: `promises.${at}` }, { id, met })),
    ...nextSteps.map((said, at) => promised({ said, kind: 'next-step', place: `nextSteps.${at}` }, { id, met })),
    ...plans.map((plan, at) => planned(plan, `plans.${at}`, met)),
  ],
})

function promised(
  { said, kind, place }: { said: FollowUp; kind: 'promise' | 'next-step'; place: string },
  { id, met }: { id: string; met: Met },
) {
  const { customer = met.customers[0], clock = 'calendar', contact = onlyOne(met.contacts) } = said
  const body = { ...said, contact, customer, unit: met.unit, kind, clock, madeIn: id }
  return { place, category: 'promise', command: 'make', body }
}

const onlyOne = (contacts: Met['contacts'] = []): string | undefined =>
  contacts.length === 1 ? contacts[0] : undefined

function planned(plan: NextEncounter, place: string, { customers, unit, contacts }: Met) {
  const { contacts: met = contacts } = plan
  return { place, category: 'touchpoint', command: 'plan', body: { ...plan, customers, unit, contacts: met } }
}
