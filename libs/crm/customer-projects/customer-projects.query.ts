/** What does this customer intend, and how long before it decides did we know? */
import {
  Choice,
  countedRows,
  Day,
  daysBetween,
  defineQuery,
  type Guarded,
  Id,
  Instant,
  Integer,
  Label,
  ListAnswer,
  ListOf,
  ListQuery,
  type ListShape,
  Nested,
  Optional,
  type Precision,
  precisions,
  type QueryContext,
  shownTimes,
  Text,
  Title,
} from '#kernel'
import { customersView } from '../customers/customers.view.js'
import { moneyShown, ShownMoney } from '../organization/valuation.queries.js'
import { findOf } from '../pages/shown/lists/asked-list.js'
import { NamedContact, NamedUnit, Names } from '../pages/shown/names.js'
import {
  type CustomerProjectKind,
  customerProjectKinds,
  outcomes,
  type ProjectOutcome,
} from './customer-project.events.js'
import { type CustomerProjectDocument, customerProjectStatuses, customerProjects } from './customer-projects.view.js'

export class ShownCustomerProject {
  @Id('customer-project') id!: string
  @Title() name!: Guarded<string>
  @Choice(customerProjectKinds) kind!: CustomerProjectKind
  @Choice(customerProjectStatuses) status!: (typeof customerProjectStatuses)[number]
  @Text({ max: 4000 }) what!: Guarded<string>
  @Nested(NamedUnit) unit!: NamedUnit
  @Optional() @Id('site') site?: string
  @Optional() @Day() startsOn?: string
  @Optional() @Day() decidesOn?: string
  @Optional() @Nested(ShownMoney) value?: ShownMoney
  @ListOf(NamedContact) whoDecides!: NamedContact[]
  @Optional() @Text({ max: 2000 }) howTheyBuy?: Guarded<string>
  @Optional() @Id('touchpoint') learnedFrom?: string
  @Optional() @Instant() learnedAt?: string
  /** The day where its unit is, or the month that was stated; and how exactly it is known. */
  @Optional() @Label({ max: 10 }) learnedAtOn?: string
  @Optional() @Choice(precisions) learnedAtPrecision?: Precision
  /** From learning of it to the decision, expected or made; negative when we learned of it too late. */
  @Optional() @Integer({ min: -100_000, max: 100_000 }) knownDaysBefore?: number
  @Optional() @Choice(outcomes) outcome?: ProjectOutcome
  /** The rival they bought from. */
  @Optional() @Label() to?: string
  @Optional() @Instant() settledAt?: string
  /** The day where its unit is, or the month that was stated; and how exactly it is known. */
  @Optional() @Label({ max: 10 }) settledAtOn?: string
  @Optional() @Choice(precisions) settledAtPrecision?: Precision
  @Optional() @Text({ max: 2000 }) why?: Guarded<string>
}

const shape: ListShape<QueryContext> = {
  fields: {
    kind: { type: 'code', choices: customerProjectKinds },
    status: { type: 'code', choices: customerProjectStatuses },
    outcome: { type: 'code', choices: outcomes },
    unit: { type: 'id' },
    decidesOn: { type: 'day' },
    startsOn: { type: 'day' },
    learnedAt: { type: 'instant' },
  },
  sorts: { learnedAt: 'learnedAt', decidesOn: 'decidesOn', startsOn: 'startsOn', status: 'status', unit: 'unit' },
  usual: '-learnedAt',
}

export class CustomerProjectsAnswer extends ListAnswer {
  @ListOf(ShownCustomerProject, { max: 200 }) rows!: ShownCustomerProject[]
}

async function shown(
  doc: CustomerProjectDocument,
  { ask, names }: { ask: QueryContext<object>; names: Names },
): Promise<ShownCustomerProject> {
  const { customer: _customer, learnedOn, settledOn, value, valueDay, times, ...rest } = doc
  const decision = doc.status === 'decided' ? settledOn : doc.decidesOn
  return {
    ...rest,
    value: value && moneyShown(value, valueDay, ask),
    unit: names.unit(doc.unit),
    whoDecides: await names.contacts(doc.whoDecides),
    ...shownTimes(doc, times, 'learnedAt', 'settledAt'),
    knownDaysBefore: decision === undefined || learnedOn === undefined ? undefined : daysBetween(learnedOn, decision),
  }
}

export const customerProjectsPage = defineQuery<ListQuery, CustomerProjectsAnswer>({
  name: 'customer-projects',
  about: 'What does this customer intend, when does it decide, who decides, and how do they buy?',
  route: '/customers/:id/projects',
  query: ListQuery,
  answer: CustomerProjectsAnswer,
  lists: [shape],
  past: { param: 'id', of: customersView },
  read: async (ask) => {
    const find = findOf(ask, shape, { column: 'customer', eq: ask.subject.id })
    const names = new Names(ask)
    const rowsOf = (documents: readonly CustomerProjectDocument[]) =>
      Promise.all(documents.map((doc) => shown(doc, { ask, names })))
    return ask.open(await countedRows(ask.documents, { view: customerProjects, find }, rowsOf))
  },
})
