/** What a member has planned: today, what is coming, and what was held and still wants a line. */
import { type Asking, addDays, all, dayIn, definePage, Id, ListOf, Nested, Optional, startOf } from '#kernel'
import { requireReader } from '../../access/access.js'
import { organization } from '../../organization/organization.reference.js'
import { type Plan, plans } from '../../touchpoints/plans.view.js'
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
  /** Its time has passed and nobody has said that it was held, moved or called off. */
  @ListOf(MyVisit) overdue!: MyVisit[]
  @ListOf(MyVisit) today!: MyVisit[]
  @ListOf(MyVisit) coming!: MyVisit[]
  /** Held, and not evaluated. */
  @ListOf(MyVisit) toEvaluate!: MyVisit[]
}

/** First and last instants of the member's day. */
function dayOf(ask: Asking<MyVisitsQuery>, member: string): [string, string] {
  const { members, units, subsidiaries, group } = ask.references.get(organization)
  const unit = units.get(members.get(member)?.unit ?? '')
  const zone = subsidiaries.get(unit?.subsidiary ?? '')?.timeZone ?? group?.timeZone ?? 'UTC'
  const today = dayIn(ask.now, zone)
  return [startOf(today, zone), startOf(addDays(today, 1), zone)]
}

export const myVisitsPage = definePage({
  name: 'my-visits',
  about: 'A member’s planned meetings and visits: today, coming, and held without a line of evaluation.',
  route: '/my/visits',
  query: MyVisitsQuery,
  answer: MyVisitsAnswer,
  async read(ask): Promise<MyVisitsAnswer> {
    requireReader(ask)
    const member = ask.query.member ?? ask.viewer.member
    const [from, until] = dayOf(ask, member)
    const where = all({ column: 'owner', eq: member })
    const { documents } = await ask.docs.find(plans, { where, sort: [{ column: 'startsAt' }], limit: 500 })
    const names = new Names(ask)
    const shown = async (wanted: (plan: Plan) => boolean): Promise<MyVisit[]> =>
      Promise.all(
        documents
          .filter(wanted)
          .slice(0, 100)
          .map(async (plan) => ({ ...meetingOf(plan, names), customer: await names.customer(plan.customer) })),
      )
    const planned = (plan: Plan) => plan.status === 'planned'
    return ask.open({
      overdue: await shown((plan) => planned(plan) && plan.startsAt < from),
      today: await shown((plan) => planned(plan) && plan.startsAt >= from && plan.startsAt < until),
      coming: await shown((plan) => planned(plan) && plan.startsAt >= until),
      toEvaluate: await shown((plan) => plan.status === 'held'),
    })
  },
})
