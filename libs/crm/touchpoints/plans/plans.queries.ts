/** Plans as queries ask for them: to come, and whose time has passed; of customers, or of a member. */
import type { Documents, Where } from '#kernel'
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

/** All plans of customers or of a member, the next first; they are few, and found by whom they concern. */
export async function plansOf(docs: Documents, of: Where): Promise<readonly Plan[]> {
  const found: Plan[] = []
  let cursor: string | undefined
  do {
    const page = await docs.find(plans, { where: of, limit: 500, cursor })
    found.push(...page.documents)
    cursor = page.next
  } while (cursor !== undefined)
  return found.sort((a, b) => (a.startsAt < b.startsAt ? -1 : 1))
}

/** What is still planned for a time, the next first. */
export const plannedFor = (of: readonly Plan[], { from = '', below }: Span = {}): Plan[] =>
  of
    .filter(({ status, startsAt }) => status === 'planned' && startsAt >= from)
    .filter(({ startsAt }) => below === undefined || startsAt < below)
    .slice(0, mostAhead)

/** Of plans whose time has come, those that are of a status still, the latest first. */
export const pastPlans = (of: readonly Plan[], status: Plan['status']): Plan[] =>
  of
    .filter((plan) => plan.status === status)
    .reverse()
    .slice(0, mostPast)
