/** What a member has planned: today, what is coming, and what was held and still wants a line. */
import { addDays, dayIn, defineQuery, Id, ListOf, Nested, Optional, type QueryContext, startOf } from '#kernel'
import { requireReader } from '../../access/access.js'
import { zoneOfMember } from '../../organization/organization.reference.js'
import { pastPlans, plannedFor, plansOf, withMember } from '../../touchpoints/plans/plans.queries.js'
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
  @ListOf(MyVisit) today!: MyVisit[]
  @ListOf(MyVisit) coming!: MyVisit[]
  /** Held, and not evaluated; the latest first, and of these a few. */
  @ListOf(MyVisit) toEvaluate!: MyVisit[]
}

/** First and last instants of the member's day. */
function dayOf(ask: QueryContext<MyVisitsQuery>, member: string): [string, string] {
  const zone = zoneOfMember(member, ask.references)
  const today = dayIn(ask.nowIn(), zone)
  return [startOf(today, zone), startOf(addDays(today, 1), zone)]
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
    const [from, until] = dayOf(ask, member)
    const own = await plansOf(ask.documents, withMember(member))
    const names = new Names(ask)
    const shown = (plans: readonly Plan[]): Promise<MyVisit[]> =>
      Promise.all(
        plans.map(async (plan) => ({ ...meetingOf(plan, names), customer: await names.customer(plan.customer) })),
      )
    return ask.open({
      overdue: await shown(
        pastPlans(
          own.filter(({ startsAt }) => startsAt < from),
          'planned',
        ),
      ),
      today: await shown(plannedFor(own, { from, below: until })),
      coming: await shown(plannedFor(own, { from: until })),
      toEvaluate: await shown(pastPlans(own, 'held')),
    })
  },
})
