/** What do customers intend, when do they decide, and how long before did we know? */
import { type AnyFact, defineView, type Guarded, type PricedMoney, type StatedTimes, timed, unset } from '#kernel'
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
  name: Guarded<string>
  kind: CustomerProjectKind
  what: Guarded<string>
  whoDecides: string[]
  value?: PricedMoney
  /** Of a value that the fact does not state in group currency: the day whose rate holds. */
  valueDay?: string
  learnedFrom?: string
  learnedAt: string
  learnedOn?: string
  status: (typeof customerProjectStatuses)[number]
  outcome?: ProjectOutcome
  /** The rival they bought from. */
  to?: string
  settledAt?: string
  settledOn?: string
  /** How exactly those instants are known. */
  times: StatedTimes<'learnedAt' | 'settledAt'>
  why?: Guarded<string>
}

const valued = (value: PricedMoney | undefined, { day, at }: AnyFact) =>
  value && { value, valueDay: value.groupMinor === undefined ? (day ?? at.slice(0, 10)) : undefined }

const settled = ({ times }: CustomerProjectDocument, fact: AnyFact) => ({
  settledAt: fact.at,
  settledOn: fact.day,
  times: timed(times, fact, 'settledAt'),
})

export const customerProjects = defineView<CustomerProjectDocument>()({
  name: 'customer-projects',
  version: 5,
  of: [customerProjectEvents],
  on: {
    'customerproject.learned': (_, fact) => ({
      ...fact.data,
      ...valued(fact.data.value, fact),
      id: fact.entity,
      customer: fact.customer,
      whoDecides: fact.data.whoDecides ?? [],
      learnedAt: fact.at,
      learnedOn: fact.day,
      times: timed({}, fact, 'learnedAt'),
      status: 'open',
    }),
    'customerproject.changed': (doc, fact) => {
      if (!doc) return undefined
      const { cleared = [] } = fact.data
      const emptied = cleared.includes('value') ? [...cleared, 'valueDay'] : cleared
      const changed = unset({ ...doc, ...fact.data, ...valued(fact.data.value, fact) }, emptied)
      return { ...changed, whoDecides: changed.whoDecides ?? [] }
    },
    'customerproject.decided': (doc, fact) => doc && { ...doc, ...fact.data, status: 'decided', ...settled(doc, fact) },
    'customerproject.dropped': (doc, fact) => doc && { ...doc, ...fact.data, status: 'dropped', ...settled(doc, fact) },
  },
  draws: {
    follows: ['id', 'unit', 'name', 'kind', 'startsOn', 'decidesOn', 'status', 'outcome'],
    of: ({ id, unit, name, kind, startsOn, decidesOn, status, outcome }) => [
      { line: 'project', thing: id, unit, says: { name, kind, startsOn, decidesOn, status, outcome } },
    ],
  },
  columns: {
    customer: 'id',
    unit: 'id',
    kind: 'code',
    status: 'code',
    outcome: 'code',
    decidesOn: 'day',
    startsOn: 'day',
    learnedAt: 'instant',
  },
  indexes: [
    ['customer', 'learnedAt'],
    ['unit', 'status', 'decidesOn'],
    ['status', 'decidesOn'],
  ],
})
