/** Which opportunities are there: of all by what is asked for, and of one customer at any moment? */
import {
  all,
  Choice,
  Day,
  defineQuery,
  Flag,
  Id,
  Integer,
  Label,
  ListAnswer,
  ListOf,
  NoQuery,
  Optional,
  type QueryContext,
  totalOf,
  type Where,
  wholeList,
} from '#kernel'
import { requireReader } from '../access/access.js'
import { customersView } from '../customers/customers.view.js'
import { alphabetOf } from '../organization/reader.queries.js'
import { byName, opportunitiesOf } from './opportunities.queries.js'
import { opportunities } from './opportunities.view.js'
import {
  type OpportunityStage,
  opportunityStages,
  opportunityStatuses,
  type Profile,
  profiles,
} from './opportunity.events.js'
import { ShownOpportunity, shownOpportunities } from './shown/opportunity-shown.js'

const sortable = [
  'name',
  'customer',
  'unit',
  'owner',
  'status',
  'stage',
  'profile',
  'closesOn',
  'probability',
  'groupMinor',
  'weightedMinor',
  'openedAt',
  'stageSince',
] as const

export class OpportunitiesQuery {
  @Optional() @Choice(opportunityStatuses) status?: (typeof opportunityStatuses)[number]
  @Optional() @Choice(opportunityStages) stage?: OpportunityStage
  @Optional() @Choice(profiles) profile?: Profile
  @Optional() @Id('unit') unit?: string
  @Optional() @Id('member') owner?: string
  @Optional() @Id('customer') customer?: string
  @Optional() @Id('product') product?: string
  /** Expected to close on this day or later. */
  @Optional() @Day() closesFrom?: string
  /** Expected to close on this day or earlier. */
  @Optional() @Day() closesTo?: string
  /** By expected closing when left out. */
  @Optional() @Choice(sortable) sort?: (typeof sortable)[number]
  @Optional() @Flag() descending?: boolean
  @Optional() @Integer({ min: 1, max: 200 }) limit?: number
  /** As answered by the page before. */
  @Optional() @Label({ max: 2000 }) cursor?: string
}

export class OpportunitiesAnswer extends ListAnswer {
  @ListOf(ShownOpportunity, { max: 200 }) rows!: ShownOpportunity[]
}

const filters = ['status', 'stage', 'profile', 'unit', 'owner', 'product'] as const

/** The id of the customer that stands for this one. */
const survivorOf = ({ journals }: Pick<QueryContext, 'journals'>, customer: string): string =>
  journals.partitionOf(customer).ids[0]

function conditionOf({ query, journals }: QueryContext<OpportunitiesQuery>): Where {
  const { closesFrom: from, closesTo: to, customer } = query
  const closing = from === undefined && to === undefined ? undefined : { column: 'closesOn', from, to }
  const equal = filters.map((column) => {
    const eq = query[column]
    return eq === undefined ? undefined : { column, eq }
  })
  const ofCustomer = customer === undefined ? undefined : { column: 'customer', eq: survivorOf({ journals }, customer) }
  return all(...equal, ofCustomer, closing)
}

export const opportunitiesPage = defineQuery<OpportunitiesQuery, OpportunitiesAnswer>({
  name: 'opportunities',
  about: 'Which opportunities are there, in which stage, whose, worth what, and when do they close?',
  route: '/opportunities',
  query: OpportunitiesQuery,
  answer: OpportunitiesAnswer,
  read: async (ask) => {
    requireReader(ask)
    const { sort = 'closesOn', descending, limit, cursor } = ask.query
    const find = {
      where: conditionOf(ask),
      sort: [{ column: sort, descending }],
      locale: alphabetOf(ask),
      limit,
      cursor,
    }
    const found = sort === 'name' ? await byName(find, ask.documents) : await ask.documents.find(opportunities, find)
    return ask.open({
      rows: await shownOpportunities(found.documents, ask),
      next: found.next,
      total: await totalOf(found, find, () => ask.documents.count(opportunities, find.where)),
    })
  },
})

export class CustomerOpportunitiesAnswer extends ListAnswer {
  @ListOf(ShownOpportunity, { max: 500 }) rows!: ShownOpportunity[]
}

export const customerOpportunitiesPage = defineQuery<NoQuery, CustomerOpportunitiesAnswer>({
  name: 'customer-opportunities',
  about: 'What do we hope to sell to this customer, and what became of it?',
  route: '/customers/:id/opportunities',
  query: NoQuery,
  answer: CustomerOpportunitiesAnswer,
  past: { param: 'id', of: customersView },
  read: async (ask) => {
    const found = await opportunitiesOf(ask.subject.id, ask.documents)
    return ask.open(wholeList(await shownOpportunities(found, ask)))
  },
})
