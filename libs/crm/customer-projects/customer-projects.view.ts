/** What do customers intend, when do they decide, and how long before did we know? */
import { type AnyFact, dayOf, defineView, type Guarded, type PricedMoney, unset } from '#kernel'
import {
  type CustomerProjectFields,
  type CustomerProjectKind,
  customerProjectEvents,
  type ProjectOutcome,
} from './customer-project.events.js'

export const customerProjectStatuses = ['open', 'decided', 'dropped'] as const

export interface CustomerProjectDocument extends CustomerProjectFields {
  id: string
  customer: string
  unit: string
  name: string
  kind: CustomerProjectKind
  what: Guarded<string>
  whoDecides: string[]
  value?: PricedMoney
  groupMinor?: number
  learnedFrom?: string
  learnedAt: string
  learnedOn?: string
  status: (typeof customerProjectStatuses)[number]
  outcome?: ProjectOutcome
  /** The rival they bought from. */
  to?: string
  settledAt?: string
  settledOn?: string
  why?: Guarded<string>
}

const settled = (fact: AnyFact) => ({ settledAt: fact.at, settledOn: dayOf(fact) })

export const customerProjects = defineView<CustomerProjectDocument>()({
  name: 'customer-projects',
  version: 2,
  of: [customerProjectEvents],
  on: {
    'customerproject.learned': (_, fact) => ({
      ...fact.data,
      id: fact.entity,
      customer: fact.customer,
      whoDecides: fact.data.whoDecides ?? [],
      groupMinor: fact.data.value?.groupMinor,
      learnedAt: fact.at,
      learnedOn: dayOf(fact),
      status: 'open',
    }),
    'customerproject.changed': (doc, { data }) => {
      if (!doc) return undefined
      const changed = unset({ ...doc, ...data }, data.cleared)
      return { ...changed, whoDecides: changed.whoDecides ?? [], groupMinor: changed.value?.groupMinor }
    },
    'customerproject.decided': (doc, fact) => doc && { ...doc, ...fact.data, status: 'decided', ...settled(fact) },
    'customerproject.dropped': (doc, fact) => doc && { ...doc, ...fact.data, status: 'dropped', ...settled(fact) },
  },
  columns: {
    customer: 'id',
    unit: 'id',
    name: 'text',
    kind: 'code',
    status: 'code',
    outcome: 'code',
    decidesOn: 'day',
    startsOn: 'day',
    groupMinor: 'integer',
    learnedAt: 'instant',
  },
  indexes: [
    ['customer', 'learnedAt'],
    ['unit', 'status', 'decidesOn'],
    ['status', 'decidesOn'],
  ],
})
