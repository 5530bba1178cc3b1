/** What is under way with a customer: opportunities, promises, its own projects, planned meetings. */
import {
  Choice,
  Day,
  Flag,
  type Guarded,
  Id,
  Instant,
  Integer,
  Label,
  ListOf,
  Nested,
  Optional,
  type Precision,
  PricedMoney,
  precisions,
  type QueryContext,
  shownMoney,
  shownTimes,
  Text,
  Title,
} from '#kernel'
import { customerProjectsOf } from '../../../customer-projects/customer-projects.queries.js'
import { opportunitiesOf } from '../../../opportunities/opportunities.queries.js'
import { worthIn } from '../../../organization/valuation.queries.js'
import { isOverdue, openPromisesOf } from '../../../promises/promises.queries.js'
import type { PromiseDocument } from '../../../promises/promises.view.js'
import { daysOfUnits, plansOf, sortedPlans, withCustomers } from '../../../touchpoints/plans/plans.queries.js'
import type { Plan } from '../../../touchpoints/plans/plans.view.js'
import { meetingOf, PlannedMeeting } from '../../shown/meetings.js'
import { NamedMember, NamedUnit, type Names } from '../../shown/names.js'

export class ShownOpenOpportunity {
  @Id('opportunity') id!: string
  @Title() name!: Guarded<string>
  @Nested(NamedUnit) unit!: NamedUnit
  @Label({ max: 40 }) stage!: string
  @Optional() @Nested(PricedMoney) value?: PricedMoney
  /** Whole percent. */
  @Optional() @Integer({ min: 0, max: 100 }) probability?: number
  @Optional() @Day() closesOn?: string
  @Optional() @Nested(NamedMember) owner?: NamedMember
}

export class OpenPromise {
  @Id('promise') id!: string
  @Text({ max: 500 }) what!: Guarded<string>
  @Nested(NamedUnit) unit!: NamedUnit
  @Label({ max: 20 }) kind!: string
  @Instant() due!: string
  @Flag() overdue!: boolean
  /** Absent while nobody has accepted it. */
  @Optional() @Nested(NamedMember) owner?: NamedMember
  @Optional() @Nested(NamedMember) offeredTo?: NamedMember
}

export class OwnProject {
  @Id('customer-project') id!: string
  @Title() name!: Guarded<string>
  @Nested(NamedUnit) unit!: NamedUnit
  @Label({ max: 40 }) kind!: string
  @Text({ max: 4000 }) what!: Guarded<string>
  @Optional() @Day() decidesOn?: string
  @Optional() @Instant() learnedAt?: string
  /** The day where its unit is, or the month that was stated; and how exactly it is known. */
  @Optional() @Label({ max: 10 }) learnedAtOn?: string
  @Optional() @Choice(precisions) learnedAtPrecision?: Precision
}

type Ask = QueryContext<object>

export async function openOpportunities(
  { documents: docs, references }: Ask,
  customer: string,
  names: Names,
): Promise<ShownOpenOpportunity[]> {
  const open = await opportunitiesOf(customer, docs, 'open')
  const worth = worthIn(references)
  return open.map(({ id, name, unit, stage, value, valueDay, probability, closesOn, owner }) => ({
    id,
    name,
    unit: names.unit(unit),
    stage,
    value: value && shownMoney(value, valueDay, worth),
    probability,
    closesOn,
    owner: owner === undefined ? undefined : names.member(owner),
  }))
}

export async function openPromises(ask: Ask, customer: string, names: Names): Promise<OpenPromise[]> {
  const open = await openPromisesOf(customer, ask.documents)
  return open.map((promise) => openPromise(promise, ask, names))
}

export const openPromise = (promise: PromiseDocument, { nowIn }: Pick<Ask, 'nowIn'>, names: Names): OpenPromise => ({
  id: promise.id,
  what: promise.what,
  unit: names.unit(promise.unit),
  kind: promise.kind,
  due: promise.due,
  overdue: isOverdue(promise, nowIn(promise.unit)),
  owner: promise.owner === undefined ? undefined : names.member(promise.owner),
  offeredTo: promise.offeredTo === undefined ? undefined : names.member(promise.offeredTo),
})

export async function ownProjects({ documents: docs }: Ask, customer: string, names: Names): Promise<OwnProject[]> {
  const known = await customerProjectsOf(customer, docs)
  return known
    .filter(({ status }) => status === 'open')
    .map(({ id, name, unit, kind, what, decidesOn, learnedAt, times }) => ({
      id,
      name,
      unit: names.unit(unit),
      kind,
      what,
      decidesOn,
      ...shownTimes({ learnedAt }, times, 'learnedAt'),
    }))
}

/** Plans whose day has passed. */
export class PastMeetings {
  /** Nobody has said that it was held, moved or called off; the latest first, and of these a few. */
  @ListOf(PlannedMeeting) overdue!: PlannedMeeting[]
  @Integer({ min: 0, max: 1_000_000 }) overdueTotal!: number
  /** Held in the last 30 days and not evaluated; the latest first, and of these a few. */
  @ListOf(PlannedMeeting) toEvaluate!: PlannedMeeting[]
  @Integer({ min: 0, max: 1_000_000 }) toEvaluateTotal!: number
  /** How many were held longer ago and never evaluated. */
  @Integer({ min: 0, max: 1_000_000 }) unevaluated!: number
}

/**
 * Meetings and visits of today and to come, the next first, and what became of those whose day has passed.
 * @param customers all ids of the customer
 */
export async function plannedMeetings(
  { documents: docs, references, todayIn }: Ask,
  customers: readonly string[],
  names: Names,
): Promise<{ meetings: PlannedMeeting[]; pastMeetings: PastMeetings }> {
  const own = await plansOf(docs, withCustomers(customers))
  const { today, coming, overdue, toEvaluate, ...counted } = sortedPlans(own, daysOfUnits(references, todayIn))
  const shown = (plans: readonly Plan[]) => plans.map((plan) => meetingOf(plan, names))
  return {
    meetings: shown([...today, ...coming]),
    pastMeetings: { overdue: shown(overdue), toEvaluate: shown(toEvaluate), ...counted },
  }
}
