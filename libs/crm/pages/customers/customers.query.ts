/** Which customers are there: the group's list, or that of one unit with where it stands with each. */
import {
  all,
  asksBeyond,
  asksFor,
  countedRows,
  defineQuery,
  type Find,
  Id,
  Label,
  ListAnswer,
  type ListFields,
  ListOf,
  ListQuery,
  type ListShape,
  Optional,
  type QueryContext,
  type Where,
} from '#kernel'
import { requireReader } from '../../access/access.js'
import { sectors } from '../../customers/customer.events.js'
import { furthestUnit, withoutUnit } from '../../customers/customers.queries.js'
import { type CustomerDocument, customersView } from '../../customers/customers.view.js'
import { whereNamed } from '../../customers/named-customers.queries.js'
import { byDepth, rankOf, type Stage, stages } from '../../organization/events/group.events.js'
import { requireKnown } from '../../organization/known.queries.js'
import { type Status, statuses } from '../../relationships/relationship.events.js'
import { whereStatus } from '../../relationships/relationships.queries.js'
import { type RelationshipDocument, relationships } from '../../relationships/relationships.view.js'
import { findOf, listRefusals } from '../shown/lists/asked-list.js'
import { Names } from '../shown/names.js'
import { sparkOf } from '../shown/spark-shown.js'
import { CustomerRow, customerRow, unitStanding } from './customer-row.js'

export class CustomersQuery extends ListQuery {
  /** Beginnings of words of its name or of that of a record merged into it, or the beginning of a business or VAT id. */
  @Optional() @Label({ max: 100 }) search?: string
  /** A selling unit: its customers, with where it stands with each. The whole group when left out. */
  @Optional() @Id('unit') scope?: string
}

export class CustomersAnswer extends ListAnswer {
  @ListOf(CustomerRow, { max: 200 }) rows!: CustomerRow[]
}

const register: ListFields = {
  name: { type: 'text' },
  sector: { type: 'code', choices: sectors },
  country: { type: 'code' },
  city: { type: 'text' },
  employees: { type: 'integer' },
}

const ofGroup: ListShape<QueryContext<CustomersQuery>> = {
  fields: {
    ...register,
    parent: { type: 'id', where: (id, { journals }) => ({ column: 'parent', in: [...journals.partitionOf(id).ids] }) },
    units: { type: 'ids' },
    stage: {
      type: 'code',
      column: 'stageRank',
      choices: stages,
      order: byDepth,
      rankOf: (stage) => rankOf(stage as Stage),
    },
    lastTouch: { type: 'instant' },
    openOpportunities: { type: 'integer', column: 'openCount' },
    openGroupMinor: { type: 'integer' },
  },
  sorts: {
    name: 'name',
    city: 'city',
    employees: 'employees',
    stage: 'stageRank',
    lastTouch: 'lastTouch',
    since: 'since',
    openOpportunities: 'openCount',
    openGroupMinor: 'openGroupMinor',
    sector: 'sector',
    country: 'country',
  },
  usual: 'name',
}

const ofUnit: ListShape<QueryContext<CustomersQuery>> = {
  askedWith: 'scope',
  fields: {
    ...register,
    stage: { type: 'code', choices: stages, order: byDepth },
    status: {
      type: 'code',
      choices: statuses,
      where: (status, { query, todayIn }) => whereStatus(status as Status, todayIn(query.scope)),
    },
    owner: { type: 'id' },
    keyAccount: { type: 'flag' },
    lastTouch: { type: 'instant' },
    stageSince: { type: 'instant' },
  },
  sorts: {
    name: 'name',
    sector: 'sector',
    country: 'country',
    city: 'city',
    employees: 'employees',
    stage: 'stageRank',
    stageSince: 'stageSince',
    lastTouch: 'lastTouch',
    owner: 'owner',
  },
  usual: 'name',
}

/** @param column that names the customer */
const searched = ({ query: { search }, documents }: QueryContext<CustomersQuery>, column: string) =>
  search === undefined ? undefined : whereNamed(search, column, { documents })

const outline = ['id', 'name', 'sector', 'units']
/** What all units together have with a customer. */
const together = new Set(['stageRank', 'lastTouch', 'openCount', 'openGroupMinor'])

/**
 * Nothing may be found out by asking for it: of customers that are not the reader's own, and of what
 * other units have with those that are.
 * @throws DomainError `needs-all-units`
 */
function ownOnly(find: Find, { reading }: QueryContext<CustomersQuery>): Find {
  if (reading.units.has('*') || !asksBeyond(find, outline)) return find
  if (asksFor(find, together)) return listRefusals('needs-all-units')
  const own = [...reading.units].map((unit): Where => ({ column: 'units', has: unit }))
  return { ...find, where: all(find.where, { or: [...own, withoutUnit] }) }
}

async function groupList(ask: QueryContext<CustomersQuery>): Promise<CustomersAnswer> {
  const find = ownOnly(findOf(ask, ofGroup, await searched(ask, 'id')), ask)
  const names = new Names(ask)
  const row = async (document: CustomerDocument): Promise<CustomerRow> => {
    const furthest = furthestUnit(document)
    // Asked for in one turn, so that they are read together.
    const [shown, found] = await Promise.all([
      customerRow(document, { ask, names }),
      furthest === undefined ? undefined : ask.documents.get(relationships, `${document.id}.${furthest}`),
    ])
    return { ...shown, spark: found && sparkOf(found) }
  }
  const rowsOf = (documents: readonly CustomerDocument[]) => Promise.all(documents.map(row))
  return countedRows(ask.documents, { view: customersView, find }, rowsOf)
}

async function unitList(ask: QueryContext<CustomersQuery>, unit: string): Promise<CustomersAnswer> {
  const scope: Where = all({ column: 'unit', eq: unit })
  const find = findOf(ask, ofUnit, scope, await searched(ask, 'customer'))
  const names = new Names(ask)
  const row = async (document: RelationshipDocument): Promise<CustomerRow> => {
    const customer: CustomerDocument | undefined = await ask.documents.get(customersView, document.customer)
    const known = customer
      ? await customerRow(customer, { ask, names })
      : { id: document.customer, units: [names.unit(unit)] }
    return { ...known, here: unitStanding(document, ask.todayIn(unit), names), spark: sparkOf(document) }
  }
  const rowsOf = (documents: readonly RelationshipDocument[]) => Promise.all(documents.map(row))
  return countedRows(ask.documents, { view: relationships, find }, rowsOf)
}

export const customersQuery = defineQuery({
  name: 'customers',
  about: 'Which customers are there, for the group or for one unit, searched, filtered and sorted.',
  route: '/customers',
  query: CustomersQuery,
  answer: CustomersAnswer,
  lists: [ofGroup, ofUnit],
  async read(ask) {
    requireReader(ask)
    const { scope } = ask.query
    requireKnown({ scope }, ask.references)
    return ask.open(await (scope === undefined ? groupList(ask) : unitList(ask, scope)))
  },
})
