/** What a member has planned: today, what is coming, and what was held and still wants a line. */
import { dayIn, defineQuery, Id, Integer, ListOf, Nested, Optional, type QueryContext } from '#kernel'
import { requireReader } from '../../access/access.js'
import { zoneOfMember } from '../../organization/organization.reference.js'
import { type PlanDays, plansOf, sortedPlans, withMember } from '../../touchpoints/plans/plans.queries.js'
import type { Plan } from '../../touchpoints/plans/plans.view.js'
import { meetingOf, PlannedMeeting } from '../shown/meetings.js'
import { NamedCustomer, Names } from '../shown/names.js'

export class MyVisitsQuery {
  /** The reader unless told. */
  @Optional() @Id('member') member?: string
}

export class MyVisit extends PlannedMeeting {
  @Nested(NamedCustomer) customer!: NamedCustomer
}

export class MyVisitsAnswer {
  /** Its day has passed and nobody has said that it was held, moved or called off; the latest first, and of these a few. */
  @ListOf(MyVisit) overdue!: MyVisit[]
  @Integer({ min: 0, max: 1_000_000 }) overdueTotal!: number
  @ListOf(MyVisit) today!: MyVisit[]
  @ListOf(MyVisit) coming!: MyVisit[]
  /** Held in the last 30 days and not evaluated; the latest first, and of these a few. */
  @ListOf(MyVisit) toEvaluate!: MyVisit[]
  @Integer({ min: 0, max: 1_000_000 }) toEvaluateTotal!: number
  /** How many were held longer ago and never evaluated. */
  @Integer({ min: 0, max: 1_000_000 }) unevaluated!: number
}

/** Days as the member counts them. */
function daysOf(ask: QueryContext<MyVisitsQuery>, member: string): PlanDays {
  const zone = zoneOfMember(member, ask.references)
  const today = dayIn(ask.nowIn(), zone)
  return { zoneOf: () => zone, todayOf: () => today }
}

export const myVisitsQuery = defineQuery({
  name: 'my-visits',
  about: 'A member’s planned meetings and visits: today, coming, and held without a line of evaluation.',
  route: '/my/visits',
  query: MyVisitsQuery,
  answer: MyVisitsAnswer,
  async read(ask): Promise<MyVisitsAnswer> {
    requireReader(ask)
    const member = ask.query.member ?? ask.viewer.member
    const own = await plansOf(ask.documents, withMember(member))
    const { overdue, today, coming, toEvaluate, ...counted } = sortedPlans(own, daysOf(ask, member))
    const names = new Names(ask)
    const shown = (plans: readonly Plan[]): Promise<MyVisit[]> =>
      Promise.all(
        plans.map(async (plan) => ({ ...meetingOf(plan, names), customer: await names.customer(plan.customer) })),
      )
    return ask.open({
      overdue: await shown(overdue),
      today: await shown(today),
      coming: await shown(coming),
      toEvaluate: await shown(toEvaluate),
      ...counted,
    })
  },
})
