/** Which meetings and visits are planned, and which were held and still want a line of evaluation? */
import { defineView, type Fact, type Guarded, gone } from '#kernel'
import type { Encountered } from './encounter.events.js'
import { touchpointEvents } from './touchpoint.events.js'

export interface Plan {
  id: string
  customer: string
  customers: string[]
  contacts: string[]
  unit: string
  owner: string
  kind: string
  startsAt: string
  place?: Guarded<string>
  goal?: Guarded<string>
  /** Planned, or held and not yet evaluated. */
  status: 'planned' | 'held'
}

/** An encounter that was not planned leaves no plan. */
const held = (plan: Plan | undefined, _: Fact<string, Encountered>): Plan | null =>
  plan ? { ...plan, status: 'held' } : null

export const plans = defineView<Plan>()({
  name: 'plans',
  version: 1,
  of: [touchpointEvents],
  on: {
    'touchpoint.planned': (_, { data, entity, customer, actor }) => ({
      id: entity,
      customer,
      customers: data.customers,
      contacts: data.contacts ?? [],
      unit: data.unit,
      owner: actor,
      kind: data.kind,
      startsAt: data.startsAt,
      place: data.place,
      goal: data.goal,
      status: 'planned',
    }),
    'touchpoint.moved': (plan, { data }) =>
      plan && { ...plan, startsAt: data.startsAt, place: data.place ?? plan.place },
    'touchpoint.cancelled': gone,
    'touchpoint.evaluated': gone,
    'touchpoint.structured': (plan) => plan,
    'touchpoint.kept-private': (plan) => plan,
  },
  families: { touchpoint: held },
  columns: { customer: 'id', unit: 'id', owner: 'id', startsAt: 'instant', status: 'code' },
  indexes: [
    ['owner', 'startsAt'],
    ['customer', 'startsAt'],
  ],
})
