/** Plans as pages ask for them: to come, and whose time has passed; of customers, or of a member. */
import { all, type Docs, type Where } from '#kernel'
import { type Plan, plans } from './plans.view.js'

/** Of what is past, the latest are enough. */
const mostPast = 20
const mostAhead = 100

const having = (column: 'customers' | 'members', ids: readonly string[]): Where => ({
  or: ids.map((has) => ({ column, has })),
})

/** Plans in which one of the customers takes part; all ids of a customer, where records were merged. */
export const withCustomers = (ids: readonly string[]): Where => having('customers', ids)
export const withMember = (member: string): Where => having('members', [member])

interface Span {
  /** Instant it begins at, at the earliest. */
  from?: string
  /** Instant before which it begins. */
  below?: string
}

/** What is still planned for a time, the next first. */
export async function plannedFor(docs: Docs, of: Where, span: Span): Promise<Plan[]> {
  const where = all(of, { column: 'status', eq: 'planned' }, { column: 'startsAt', ...span })
  const { documents } = await docs.find(plans, { where, sort: [{ column: 'startsAt' }], limit: mostAhead })
  return documents
}

/** What was to begin before an instant and is of a status still, the latest first. */
export async function pastPlans(
  docs: Docs,
  of: Where,
  past: { status: Plan['status']; below?: string },
): Promise<Plan[]> {
  const { status, below } = past
  const where = all(
    of,
    { column: 'status', eq: status },
    below === undefined ? undefined : { column: 'startsAt', below },
  )
  const sort = [{ column: 'startsAt', descending: true }]
  const { documents } = await docs.find(plans, { where, sort, limit: mostPast })
  return documents
}
