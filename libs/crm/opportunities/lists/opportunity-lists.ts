/** What lists of opportunities may be asked: of all, and of those of one customer, also in the past. */
import type { ListFields, ListShape, QueryContext } from '#kernel'
import { opportunityStages, opportunityStatuses, profiles } from '../opportunity.events.js'

const fields: ListFields = {
  status: { type: 'code', choices: opportunityStatuses },
  stage: { type: 'code', choices: opportunityStages },
  profile: { type: 'code', choices: profiles },
  unit: { type: 'id' },
  owner: { type: 'id' },
  product: { type: 'id' },
  closesOn: { type: 'day' },
  probability: { type: 'integer' },
  openedAt: { type: 'instant' },
  stageSince: { type: 'instant' },
  /** `movedAt ge 2026-03-01`: what moved since. */
  movedAt: { type: 'instant' },
  wonAt: { type: 'instant' },
  lostAt: { type: 'instant' },
}

const sorts = {
  status: 'status',
  stage: 'stage',
  profile: 'profile',
  unit: 'unit',
  owner: 'owner',
  closesOn: 'closesOn',
  probability: 'probability',
  openedAt: 'openedAt',
  stageSince: 'stageSince',
  movedAt: 'movedAt',
  wonAt: 'wonAt',
  lostAt: 'lostAt',
}

/** Columns that say what amounts are worth by now, which names are not kept beside. */
export const worthColumns: ReadonlySet<string> = new Set(['groupMinor', 'weightedMinor'])

export const allOpportunities: ListShape<QueryContext> = {
  fields: {
    ...fields,
    customer: {
      type: 'id',
      where: (id, { journals }) => ({ column: 'customer', eq: journals.partitionOf(id).ids[0] }),
    },
    groupMinor: { type: 'integer' },
    weightedMinor: { type: 'integer' },
  },
  sorts: { name: 'name', customer: 'customerName', ...sorts, groupMinor: 'groupMinor', weightedMinor: 'weightedMinor' },
  usual: 'closesOn',
}

export const ofOneCustomer: ListShape<QueryContext> = { fields, sorts, usual: '-openedAt' }
