/** Which opportunities are there: of all by what is asked for, and of one customer at any moment? */
import {
  countedPage,
  defineQuery,
  type Find,
  type Found,
  Label,
  ListAnswer,
  ListOf,
  ListQuery,
  Optional,
  type QueryContext,
  totalOf,
} from '#kernel'
import { requireReader } from '../../access/access.js'
import { customersView } from '../../customers/customers.view.js'
import { findOf } from '../../pages/shown/lists/asked-list.js'
import { type OpportunityDocument, opportunities } from '../opportunities.view.js'
import { ShownOpportunity, shownOpportunities } from '../shown/opportunity-shown.js'
import { inOrderOfNames, searched } from './named-opportunities.queries.js'
import { allOpportunities, ofOneCustomer } from './opportunity-lists.js'

export class OpportunitiesQuery extends ListQuery {
  /** Beginnings of words of its name. */
  @Optional() @Label({ max: 100 }) search?: string
}

export class OpportunitiesAnswer extends ListAnswer {
  @ListOf(ShownOpportunity, { max: 200 }) rows!: ShownOpportunity[]
}

type Ask = QueryContext<OpportunitiesQuery>

async function found(find: Find, ask: Ask): Promise<Found<OpportunityDocument> & { total?: number }> {
  const { search } = ask.query
  if (search !== undefined) return searched({ ...find, text: search }, ask)
  const isByName = find.sort?.some(({ column }) => column === 'name')
  if (!isByName) return countedPage(ask.documents, opportunities, find)
  const page = await inOrderOfNames(find, ask)
  return { ...page, total: await totalOf(page, find, () => ask.documents.count(opportunities, find.where)) }
}

export const opportunitiesPage = defineQuery<OpportunitiesQuery, OpportunitiesAnswer>({
  name: 'opportunities',
  about: 'Which opportunities are there, in which stage, whose, worth what, and when do they close?',
  route: '/opportunities',
  query: OpportunitiesQuery,
  answer: OpportunitiesAnswer,
  lists: [allOpportunities],
  read: async (ask) => {
    requireReader(ask)
    const { documents, ...page } = await found(findOf(ask, allOpportunities), ask)
    return ask.open({ ...page, rows: await shownOpportunities(documents, ask) })
  },
})

export const customerOpportunitiesPage = defineQuery<ListQuery, OpportunitiesAnswer>({
  name: 'customer-opportunities',
  about: 'What do we hope to sell to this customer, and what became of it?',
  route: '/customers/:id/opportunities',
  query: ListQuery,
  answer: OpportunitiesAnswer,
  lists: [ofOneCustomer],
  past: { param: 'id', of: customersView },
  read: async (ask) => {
    const find = findOf(ask, ofOneCustomer, { column: 'customer', eq: ask.subject.id })
    const { documents, next, total } = await countedPage(ask.documents, opportunities, find)
    return ask.open({ rows: await shownOpportunities(documents, ask), next, total })
  },
})
