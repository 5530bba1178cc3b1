/** Which meetings and visits are planned, and which were held and still want a line of evaluation? */
import { defineView, type Fact, type Guarded, gone, utc } from '#kernel'
import { type Offered, withDeclined, withOffer, withoutOffer } from '../../families/handover.js'
import type { Encountered } from '../encounter.events.js'
import { touchpointEvents } from '../touchpoint.events.js'

export interface Plan extends Offered {
  id: string
  customer: string
  /** As planned, the leading one first. */
  customers: string[]
  contacts: string[]
  unit: string
  owner: string
  /** Its owner and whoever else of us takes part. */
  members: string[]
  kind: string
  startsAt: string
  place?: Guarded<string>
  goal?: Guarded<string>
  /** Planned, or held and not yet evaluated. */
  status: 'planned' | 'held'
  /** Day it was held, where its unit is; absent while it was not, and where no day is known. */
  heldOn?: string
}

/** Those who take part, once somebody has taken the place of another. */
export const inPlaceOf = (members: readonly string[], { from, to }: { from?: string; to: string }): string[] => [
  ...new Set(members.map((id) => (id === from ? to : id))),
]

/** An encounter that was not planned leaves no plan. */
const held = (plan: Plan | undefined, { day }: Fact<string, Encountered>): Plan | null =>
  plan ? { ...plan, status: 'held', heldOn: day } : null

export const plans = defineView<Plan>()({
  name: 'plans',
  version: 5,
  of: [touchpointEvents],
  on: {
    'touchpoint.planned': (_, { data, entity, customer, actor }) => ({
      id: entity,
      customer,
      customers: data.customers,
      contacts: data.contacts ?? [],
      unit: data.unit,
      owner: actor,
      members: [...new Set([actor, ...(data.members ?? [])])],
      kind: data.kind,
      startsAt: utc(data.startsAt),
      place: data.place,
      goal: data.goal,
      status: 'planned',
    }),
    'touchpoint.moved': (plan, { data }) =>
      plan && { ...plan, startsAt: utc(data.startsAt), place: data.place ?? plan.place },
    'touchpoint.cancelled': gone,
    'touchpoint.evaluated': gone,
    'touchpoint.structured': (plan) => plan,
    'touchpoint.handover-offered': (plan, fact) => plan && withOffer(plan, fact),
    'touchpoint.handover-accepted': (plan, { actor: to }) =>
      plan && {
        ...withoutOffer(plan),
        owner: plan.owner === plan.offeredFrom ? to : plan.owner,
        members: inPlaceOf(plan.members, { from: plan.offeredFrom, to }),
      },
    'touchpoint.handover-declined': (plan, fact) => plan && withDeclined(plan, fact),
    'touchpoint.gist-added': (plan) => plan,
    'touchpoint.kept-private': (plan) => plan,
  },
  categories: { touchpoint: held },
  draws: {
    follows: ['id', 'unit', 'owner', 'kind', 'startsAt', 'status'],
    of: ({ id, unit, owner, kind, startsAt, status }) =>
      status === 'planned' ? [{ line: 'plan', thing: id, unit, member: owner, says: { kind, startsAt } }] : [],
  },
  columns: { customers: 'ids', members: 'ids', offeredTo: 'id', unit: 'id', startsAt: 'instant', status: 'code' },
})
