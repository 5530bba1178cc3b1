/** What is under way with a customer: opportunities, promises, its own projects, planned meetings. */
import {
  Day,
  Flag,
  type Guarded,
  Id,
  Instant,
  Integer,
  instantOf,
  Label,
  Nested,
  Optional,
  PricedMoney,
  type QueryContext,
  Text,
} from '#kernel'
import { customerProjectsOf } from '../../../customer-projects/customer-projects.queries.js'
import { opportunitiesOf } from '../../../opportunities/opportunities.queries.js'
import { isOverdue, openPromisesOf } from '../../../promises/promises.queries.js'
import { pastPlans, plannedFor, plansOf, withCustomers } from '../../../touchpoints/plans/plans.queries.js'
import { meetingOf, type PlannedMeeting } from '../../shown/meetings.js'
import { NamedMember, NamedUnit, type Names } from '../../shown/names.js'

export class ShownOpenOpportunity {
  @Id('opportunity') id!: string
  @Label() name!: string
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
  @Label() name!: string
  @Nested(NamedUnit) unit!: NamedUnit
  @Label({ max: 40 }) kind!: string
  @Text({ max: 4000 }) what!: Guarded<string>
  @Optional() @Day() decidesOn?: string
  @Optional() @Instant() learnedAt?: string
}

type Ask = QueryContext<object>

export async function openOpportunities(
  { documents: docs }: Ask,
  customer: string,
  names: Names,
): Promise<ShownOpenOpportunity[]> {
  const open = await opportunitiesOf(customer, docs, 'open')
  return open.map(({ id, name, unit, stage, value, probability, closesOn, owner }) => ({
    id,
    name,
    unit: names.unit(unit),
    stage,
    value,
    probability,
    closesOn,
    owner: owner === undefined ? undefined : names.member(owner),
  }))
}

export async function openPromises(
  { documents: docs, now }: Ask,
  customer: string,
  names: Names,
): Promise<OpenPromise[]> {
  const open = await openPromisesOf(customer, docs)
  return open.map((promise) => ({
    id: promise.id,
    what: promise.what,
    unit: names.unit(promise.unit),
    kind: promise.kind,
    due: promise.due,
    overdue: isOverdue(promise, now),
    owner: promise.owner === undefined ? undefined : names.member(promise.owner),
    offeredTo: promise.offeredTo === undefined ? undefined : names.member(promise.offeredTo),
  }))
}

export async function ownProjects({ documents: docs }: Ask, customer: string, names: Names): Promise<OwnProject[]> {
  const known = await customerProjectsOf(customer, docs)
  return known
    .filter(({ status }) => status === 'open')
    .map(({ id, name, unit, kind, what, decidesOn, learnedAt }) => ({
      id,
      name,
      unit: names.unit(unit),
      kind,
      what,
      decidesOn,
      learnedAt: instantOf(learnedAt),
    }))
}

/**
 * Meetings and visits to come, the next first; then, the latest first, a few whose time has passed with
 * nothing said since, and a few held that nobody has evaluated.
 * @param customers all ids of the customer
 */
export async function plannedMeetings(
  { documents: docs, now }: Ask,
  customers: readonly string[],
  names: Names,
): Promise<PlannedMeeting[]> {
  const own = await plansOf(docs, withCustomers(customers))
  const found = [
    ...plannedFor(own, { from: now }),
    ...pastPlans(own, { status: 'planned', below: now }),
    ...pastPlans(own, { status: 'held' }),
  ]
  return found.map((plan) => meetingOf(plan, names))
}
