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
}

/** What is left, with whom, and who had it. */
export class Left {
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
  /** Asked to accept it. */
  @Optional() @Nested(NamedMember) offeredTo?: NamedMember
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
  @ListOf(MyVisit, { max: 200 }) visits!: MyVisit[]
}

const limit = 200
type Ask = QueryContext<LeftBehindQuery>

interface Owned {
  id: string
  customer: string
  unit: string
  owner?: string
}

/** Members who have left, and of them the one asked for. */
function leaversOf({ references, query }: Ask): string[] {
  const gone = [...references.get(organization).members.values()].filter(({ left }) => left).map(({ id }) => id)
  return query.member === undefined ? gone : gone.filter((id) => id === query.member)
}

async function totalOf(ask: Ask, view: Parameters<Ask['documents']['counts']>[0], where: Where): Promise<number> {
  const counts = await ask.documents.counts(view, { where, column: 'unit' })
  return [...counts.values()].reduce((sum, count) => sum + count, 0)
}

async function visitsOf(ask: Ask, leavers: readonly string[], names: Names) {
  const { members } = ask.references.get(organization)
  const found = await Promise.all(leavers.map((member) => plannedOf(member, ask)))
  const plans = [...new Map(found.flat().map((plan) => [plan.id, plan])).values()]
    .filter((plan) => plan.members.every((id) => members.get(id)?.left !== false))
    .sort((a, b) => (a.startsAt < b.startsAt ? -1 : 1))
  const shown = plans
    .slice(0, limit)
    .map(async (plan) => ({ ...meetingOf(plan, names), customer: await names.customer(plan.customer) }))
  return { total: plans.length, visits: await Promise.all(shown) }
}

async function read(ask: Ask): Promise<LeftBehindAnswer> {
  requireReader(ask)
  const leavers = leaversOf(ask)
  const owned: Where = { column: 'owner', in: leavers }
  const led = all(owned, { not: { column: 'stage', eq: 'ended' } })
  const offered = all(owned, { column: 'status', eq: 'open' })
  const answered = all(
    { or: [owned, { column: 'offeredTo', in: leavers }] },
    { column: 'status', in: ['open', 'offered', 'declined'] },
  )
  const names = new Names(ask)
  const { documents: docs } = ask
  const [standing, deals, said, planned] = await Promise.all([
    docs.find(relationships, { where: led, sort: [{ column: 'name' }], limit }),
    docs.find(opportunities, { where: offered, sort: [{ column: 'closesOn' }], limit }),
    docs.find(promises, { where: answered, sort: [{ column: 'due' }], limit }),
    visitsOf(ask, leavers, names),
  ])
  const left = async ({ id, customer, unit, owner }: Owned): Promise<Left> => ({
    id,
    customer: await names.customer(customer),
    unit: names.unit(unit),
    owner: owner === undefined ? undefined : names.member(owner),
  })
  return ask.open({
    totals: {
      relationships: await totalOf(ask, relationships, led),
      opportunities: await totalOf(ask, opportunities, offered),
      promises: await totalOf(ask, promises, answered),
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
        offeredTo: promise.offeredTo === undefined ? undefined : names.member(promise.offeredTo),
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
