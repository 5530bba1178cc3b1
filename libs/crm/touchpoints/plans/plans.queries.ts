/** Plans as queries ask for them, of customers or of a member: each in the one list that its day and what was said of it put it in. */
import { addDays, type Documents, dayIn, everyDocument, type QueryContext, type References, type Where } from '#kernel'
import { zoneOf } from '../../organization/organization.reference.js'
import { type Plan, plans } from './plans.view.js'

/** Of what is past, the latest are enough; how many there are is said beside them. */
const mostPast = 20
const mostAhead = 100

/** Days after it was held for which a visit waits for a line of evaluation: Kumppani's own default. */
export const evaluationDays = 30

const having = (column: 'customers' | 'members', ids: readonly string[]): Where => ({
  or: ids.map((has) => ({ column, has })),
})

/** Plans in which one of the customers takes part; all ids of a customer, where records were merged. */
export const withCustomers = (ids: readonly string[]): Where => having('customers', ids)
export const withMember = (member: string): Where => having('members', [member])

/** All plans of customers or of a member, the next first; they are few, and found by whom they concern. */
export async function plansOf(docs: Pick<Documents, 'find'>, of: Where): Promise<readonly Plan[]> {
  const found: Plan[] = []
  for await (const plan of everyDocument(docs, plans, { where: of })) found.push(plan)
  return found.sort((a, b) => (a.startsAt < b.startsAt ? -1 : 1))
}

export interface SortedPlans {
  /** Planned for today, the next first. */
  today: Plan[]
  /** Planned for a later day, the next first. */
  coming: Plan[]
  /** Planned for a day that has passed, with nothing said since; the latest first, and of these a few. */
  overdue: Plan[]
  overdueTotal: number
  /** Held, and waiting for a line of evaluation; the latest first, and of these a few. */
  toEvaluate: Plan[]
  toEvaluateTotal: number
  /** How many were held and never evaluated: they wait for nothing. */
  unevaluated: number
}

/** Where days of plans begin and end, and which one is today. */
export interface PlanDays {
  zoneOf(plan: Plan): string
  todayOf(plan: Plan): string
}

/** Days as the unit of each plan counts them. */
export const daysOfUnits = (references: References, todayIn: (unit?: string) => string): PlanDays => ({
  zoneOf: ({ unit }) => zoneOf(unit, references),
  todayOf: ({ unit }) => todayIn(unit),
})

/** Puts each plan in one list. @param own the next first, as `plansOf` answers */
export function sortedPlans(own: readonly Plan[], days: PlanDays): SortedPlans {
  const {
    today = [],
    coming = [],
    overdue = [],
    'to-evaluate': toEvaluate = [],
    unevaluated = [],
  } = Object.groupBy(own, (plan) => placeOf(plan, days))
  return {
    today: today.slice(0, mostAhead),
    coming: coming.slice(0, mostAhead),
    overdue: latest(overdue),
    overdueTotal: overdue.length,
    toEvaluate: latest(toEvaluate),
    toEvaluateTotal: toEvaluate.length,
    unevaluated: unevaluated.length,
  }
}

type Place = 'today' | 'coming' | 'overdue' | 'to-evaluate' | 'unevaluated'

function placeOf(plan: Plan, days: PlanDays): Place {
  const today = days.todayOf(plan)
  if (plan.status === 'held')
    return addDays(heldDayOf(plan, days), evaluationDays) < today ? 'unevaluated' : 'to-evaluate'
  const day = dayIn(plan.startsAt, days.zoneOf(plan))
  return day < today ? 'overdue' : day === today ? 'today' : 'coming'
}

/** The day it was held; the one it was planned for where that was said without a day. */
export const heldDayOf = (plan: Plan, days: Pick<PlanDays, 'zoneOf'>): string =>
  plan.heldOn ?? dayIn(plan.startsAt, days.zoneOf(plan))

const latest = (found: readonly Plan[]): Plan[] => [...found].reverse().slice(0, mostPast)

/** What a member has planned for today or later, where the unit of each is. */
export async function plannedOf(
  member: string,
  {
    documents,
    references,
    todayIn,
  }: Pick<QueryContext, 'references' | 'todayIn'> & { documents: Pick<Documents, 'find'> },
): Promise<Plan[]> {
  const { today, coming } = sortedPlans(await plansOf(documents, withMember(member)), daysOfUnits(references, todayIn))
  return [...today, ...coming]
}
