/** What other systems say otherwise of any customer and nobody has settled yet: the list that a steward works off. */
import {
  Choice,
  CodeOf,
  defineQuery,
  type Guarded,
  Id,
  Instant,
  Integer,
  instantOf,
  Label,
  ListAnswer,
  ListOf,
  ListQuery,
  type ListShape,
  Nested,
  Optional,
  type QueryContext,
  Text,
  type Where,
} from '#kernel'
import { requireReader } from '../../access/access.js'
import { type FieldGroup, fieldGroups } from '../../organization/events/group.events.js'
import { findOf } from '../../pages/shown/lists/asked-list.js'
import { NamedCustomer } from '../../pages/shown/names.js'
import { sectors } from '../customer.events.js'
import { type CustomerDocument, customersView } from '../customers.view.js'

export class ContradictionsQuery extends ListQuery {
  /** Customers on a page. */
  @Optional() @Integer({ min: 1, max: 100 }) override limit?: number
}

/** Of the customers whose contradictions these are. */
const shape: ListShape<QueryContext> = {
  fields: {
    name: { type: 'text' },
    sector: { type: 'code', choices: sectors },
    units: { type: 'ids' },
  },
  sorts: { contradicted: 'contradicted', name: 'name' },
  usual: 'contradicted,name',
}

export class ContradictionRow {
  /** Id of the event that states it. */
  @Label({ max: 64 }) id!: string
  @Nested(NamedCustomer) customer!: NamedCustomer
  @Choice(fieldGroups) fieldGroup!: FieldGroup
  @CodeOf('field') field!: string
  /** What we hold, and what the other system says. */
  @Text({ max: 500 }) ours!: Guarded<string>
  @Text({ max: 500 }) theirs!: Guarded<string>
  @Id('system') system!: string
  @Optional() @Instant() at?: string
}

export class ContradictionsAnswer extends ListAnswer {
  /** By the customers that have the fewest, and those by name. */
  @ListOf(ContradictionRow, { max: 10_000 }) rows!: ContradictionRow[]
  /** How many there are; only for who reads all units. */
  declare total?: number
}

const someOpen: Where = { column: 'contradicted', from: 1 }

const rowsOf = ({ id: customer, name, contradictions }: CustomerDocument): ContradictionRow[] =>
  contradictions.map(({ at, ...contradiction }) => ({
    ...contradiction,
    customer: { id: customer, name },
    at: instantOf(at),
  }))

async function totalOf(
  where: Where | undefined,
  { documents: docs, reading }: QueryContext<ContradictionsQuery>,
): Promise<number | undefined> {
  // Of customers that are not the reader's to see, their number is not either.
  if (!reading.units.has('*')) return undefined
  const customers = await docs.counts(customersView, { where, column: 'contradicted' })
  return [...customers].reduce((sum, [each, count]) => sum + Number(each) * count, 0)
}

export const contradictionsQuery = defineQuery({
  name: 'contradictions',
  about: 'What other systems say otherwise of any customer, and nobody has settled yet.',
  route: '/contradictions',
  query: ContradictionsQuery,
  answer: ContradictionsAnswer,
  lists: [shape],
  async read(ask): Promise<ContradictionsAnswer> {
    requireReader(ask)
    const find = findOf(ask, shape, someOpen)
    const { documents, next } = await ask.documents.find(customersView, find)
    // Where only other units deal with a customer, its register is not the reader's to see.
    const seen = documents.filter((document: Partial<CustomerDocument>) => document.contradictions !== undefined)
    return ask.open({ rows: seen.flatMap(rowsOf), total: await totalOf(find.where, ask), next })
  },
})
