/** Which opportunities are there: of all by what is asked for, and of one customer at any moment? */
import {
  countedRows,
  defineQuery,
  type Find,
  Label,
  ListAnswer,
  ListOf,
  ListQuery,
  Optional,
  type QueryContext,
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

async function listed(find: Find, ask: Ask): Promise<OpportunitiesAnswer> {
  const rowsOf = (documents: readonly OpportunityDocument[]) => shownOpportunities(documents, ask)
  const { search } = ask.query
  if (search !== undefined) {
    const { documents, ...page } = await searched({ ...find, text: search }, ask)
    return { ...page, rows: await rowsOf(documents) }
  }
  const isByName = find.sort?.some(({ column }) => column === 'name')
  const inOrder = { find: () => inOrderOfNames(find, ask), count: () => ask.documents.count(opportunities, find.where) }
  return countedRows(isByName ? inOrder : ask.documents, { view: opportunities, find }, rowsOf)
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
    return ask.open(await listed(findOf(ask, allOpportunities), ask))
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
    const rowsOf = (documents: readonly OpportunityDocument[]) => shownOpportunities(documents, ask)
    return ask.open(await countedRows(ask.documents, { view: opportunities, find }, rowsOf))
  },
})
