/** What members who have left still lead, answer for and have planned: until it is handed over, nobody does. */
import {
  all,
  Day,
  defineQuery,
  type Guarded,
  Id,
  Instant,
  Integer,
  ListOf,
  Nested,
  Optional,
  type QueryContext,
  Text,
  Title,
  type Where,
} from '#kernel'
import { requireReader } from '../../access/access.js'
import type { Offered } from '../../families/handover.js'
import { opportunities } from '../../opportunities/opportunities.view.js'
import { organization } from '../../organization/organization.reference.js'
import { promises } from '../../promises/promises.view.js'
import { relationships } from '../../relationships/relationships.view.js'
import { plannedOf } from '../../touchpoints/plans/plans.queries.js'
import { meetingOf } from '../shown/meetings.js'
import { NamedCustomer, NamedMember, NamedUnit, Names } from '../shown/names.js'
import { MyVisit } from '../touchpoints/my-visits.query.js'

export class LeftBehindQuery {
  /** One member who has left; all of them when left out. */
  @Optional() @Id('member') member?: string
  /** Of one selling unit. */
  @Optional() @Id('unit') unit?: string
}

/** Whether somebody is asked to lead it, or has declined. */
export class HandoverShown {
  /** Asked to lead it, and has not answered. */
  @Optional() @Nested(NamedMember) offeredTo?: NamedMember
  /** Declined last, and why; until it is offered again. */
  @Optional() @Nested(NamedMember) declinedBy?: NamedMember
  @Optional() @Text({ max: 500 }) declinedWhy?: Guarded<string>
}

/** What is left, with whom, and who had it. */
export class Left extends HandoverShown {
  @Id('record') id!: string
  @Nested(NamedCustomer) customer!: NamedCustomer
  @Nested(NamedUnit) unit!: NamedUnit
  @Optional() @Nested(NamedMember) owner?: NamedMember
}

export class LeftOpportunity extends Left {
  @Title() name!: Guarded<string>
  @Optional() @Day() closesOn?: string
}

export class LeftPromise extends Left {
  @Text({ max: 500 }) what!: Guarded<string>
  @Instant() due!: string
}

export class LeftVisit extends MyVisit {
  /** Asked to take part, and has not answered. */
  @Optional() @Nested(NamedMember) offeredTo?: NamedMember
  /** Declined last, and why; until it is offered again. */
  @Optional() @Nested(NamedMember) declinedBy?: NamedMember
  @Optional() @Text({ max: 500 }) declinedWhy?: Guarded<string>
}

/** How much there is of each, also beyond what is listed. */
export class LeftBehindTotals {
  @Integer({ min: 0, max: 100_000_000 }) relationships!: number
  @Integer({ min: 0, max: 100_000_000 }) opportunities!: number
  @Integer({ min: 0, max: 100_000_000 }) promises!: number
  @Integer({ min: 0, max: 100_000_000 }) visits!: number
}

export class LeftBehindAnswer {
  @Nested(LeftBehindTotals) totals!: LeftBehindTotals
  /** Those that have not ended, by customer. */
  @ListOf(Left, { max: 200 }) relationships!: Left[]
  /** Open ones, the next to close first. */
  @ListOf(LeftOpportunity, { max: 200 }) opportunities!: LeftOpportunity[]
  /** Answered for by, or offered to, who has left; the longest overdue first. */
  @ListOf(LeftPromise, { max: 200 }) promises!: LeftPromise[]
  /** Planned for today or later, where nobody of those who take part is here still; the next first. */
  @ListOf(LeftVisit, { max: 200 }) visits!: LeftVisit[]
}

const limit = 200
type Ask = QueryContext<LeftBehindQuery>

interface Owned extends Offered {
  id: string
  customer: string
  unit: string
  owner?: string
}

/** Members who have left, or hold no role any more, and of them the one asked for. */
function leaversOf({ references, query }: Ask): string[] {
  const { members } = references.get(organization)
  const gone = [...members.values()].filter(({ left, grants }) => left || grants.length === 0).map(({ id }) => id)
  return query.member === undefined ? gone : gone.filter((id) => id === query.member)
}

async function visitsOf(ask: Ask, leavers: readonly string[], names: Names) {
  const { members } = ask.references.get(organization)
  const found = await Promise.all(leavers.map((member) => plannedOf(member, ask)))
  const plans = [...new Map(found.flat().map((plan) => [plan.id, plan])).values()]
    .filter((plan) => plan.members.every((id) => members.get(id)?.left !== false || leavers.includes(id)))
    .filter(({ unit }) => ask.query.unit === undefined || unit === ask.query.unit)
    .sort((a, b) => (a.startsAt < b.startsAt ? -1 : 1))
  const shown = plans.slice(0, limit).map(async (plan) => ({
    ...meetingOf(plan, names),
    ...handoverShown(plan, names),
    customer: await names.customer(plan.customer),
  }))
  return { total: plans.length, visits: await Promise.all(shown) }
}

const handoverShown = ({ offeredTo, declinedBy, declinedWhy }: Offered, names: Names): HandoverShown => ({
  offeredTo: offeredTo === undefined ? undefined : names.member(offeredTo),
  declinedBy: declinedBy === undefined ? undefined : names.member(declinedBy),
  declinedWhy,
})

async function read(ask: Ask): Promise<LeftBehindAnswer> {
  requireReader(ask)
  const leavers = leaversOf(ask)
  const { unit: only } = ask.query
  const ofUnit: Where | undefined = only === undefined ? undefined : { column: 'unit', eq: only }
  const owned: Where = { column: 'owner', in: leavers }
  const led = all(owned, ofUnit, { not: { column: 'stage', eq: 'ended' } })
  const offered = all(owned, ofUnit, { column: 'status', eq: 'open' })
  const answered = all({ or: [owned, { column: 'offeredTo', in: leavers }] }, ofUnit, {
    column: 'status',
    in: ['open', 'offered', 'declined'],
  })
  const names = new Names(ask)
  const { documents: docs } = ask
  const [standing, deals, said, planned] = await Promise.all([
    docs.find(relationships, { where: led, sort: [{ column: 'name' }], limit }),
    docs.find(opportunities, { where: offered, sort: [{ column: 'closesOn' }], limit }),
    docs.find(promises, { where: answered, sort: [{ column: 'due' }], limit }),
    visitsOf(ask, leavers, names),
  ])
  const left = async ({ id, customer, unit, owner, ...offer }: Owned): Promise<Left> => ({
    id,
    customer: await names.customer(customer),
    unit: names.unit(unit),
    owner: owner === undefined ? undefined : names.member(owner),
    ...handoverShown(offer, names),
  })
  return ask.open({
    totals: {
      relationships: await docs.count(relationships, led),
      opportunities: await docs.count(opportunities, offered),
      promises: await docs.count(promises, answered),
      visits: planned.total,
    },
    relationships: await Promise.all(standing.documents.map(left)),
    opportunities: await Promise.all(
      deals.documents.map(async (deal) => ({ ...(await left(deal)), name: deal.name, closesOn: deal.closesOn })),
    ),
    promises: await Promise.all(
      said.documents.map(async (promise) => ({
        ...(await left(promise)),
        what: promise.what,
        due: promise.due,
      })),
    ),
    visits: planned.visits,
  })
}

export const leftBehindQuery = defineQuery<LeftBehindQuery, LeftBehindAnswer>({
  name: 'left-behind',
  about: 'What members who have left still lead, answer for and have planned, so that nobody does.',
  route: '/left-behind',
  query: LeftBehindQuery,
  answer: LeftBehindAnswer,
  read,
})
