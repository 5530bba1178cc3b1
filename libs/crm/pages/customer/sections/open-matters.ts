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
  shownMoney,
  Text,
  Title,
} from '#kernel'
import { customerProjectsOf } from '../../../customer-projects/customer-projects.queries.js'
import { opportunitiesOf } from '../../../opportunities/opportunities.queries.js'
import { worthIn } from '../../../organization/valuation.queries.js'
import { isOverdue, openPromisesOf } from '../../../promises/promises.queries.js'
import type { PromiseDocument } from '../../../promises/promises.view.js'
import { pastPlans, plannedFor, plansOf, withCustomers } from '../../../touchpoints/plans/plans.queries.js'
import type { Plan } from '../../../touchpoints/plans/plans.view.js'
import { meetingOf, type PlannedMeeting } from '../../shown/meetings.js'
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
  { documents: docs, nowIn }: Ask,
  customers: readonly string[],
  names: Names,
): Promise<PlannedMeeting[]> {
  const own = await plansOf(docs, withCustomers(customers))
  const isAhead = ({ startsAt, unit }: Plan) => startsAt >= nowIn(unit)
  const found = [
    ...plannedFor(own.filter(isAhead)),
    ...pastPlans(
      own.filter((plan) => !isAhead(plan)),
      'planned',
    ),
    ...pastPlans(own, 'held'),
  ]
  return found.map((plan) => meetingOf(plan, names))
}
