/** What does this customer intend, and how long before it decides did we know? */
import {
  Choice,
  Codes,
  Day,
  daysBetween,
  defineQuery,
  type Guarded,
  Id,
  Ids,
  Instant,
  Integer,
  Label,
  ListAnswer,
  ListOf,
  Nested,
  NoQuery,
  Optional,
  type Precision,
  PricedMoney,
  precisions,
  type QueryContext,
  shownMoney,
  shownTimes,
  Text,
  Title,
  wholeList,
} from '#kernel'
import { customersView } from '../customers/customers.view.js'
import { namesIn, unitNamed } from '../organization/names.queries.js'
import { worthIn } from '../organization/valuation.queries.js'
import {
  type CustomerProjectKind,
  customerProjectKinds,
  outcomes,
  type ProjectOutcome,
} from './customer-project.events.js'
import { customerProjectsOf } from './customer-projects.queries.js'
import { type CustomerProjectDocument, customerProjectStatuses } from './customer-projects.view.js'

export class ShownCustomerProject {
  @Id('customer-project') id!: string
  @Title() name!: Guarded<string>
  @Choice(customerProjectKinds) kind!: CustomerProjectKind
  @Choice(customerProjectStatuses) status!: (typeof customerProjectStatuses)[number]
  @Text({ max: 4000 }) what!: Guarded<string>
  @Id('unit') unit!: string
  @Optional() @Label() unitName?: string
  @Optional() @Id('site') site?: string
  @Optional() @Day() startsOn?: string
  @Optional() @Day() decidesOn?: string
  @Optional() @Nested(PricedMoney) value?: PricedMoney
  @Ids('contact') whoDecides!: string[]
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
  /** Fields whose name is today's: at the moment asked about none was known. */
  @Optional() @Codes() namesOfToday?: string[]
}

export class CustomerProjectsAnswer extends ListAnswer {
  @ListOf(ShownCustomerProject, { max: 500 }) rows!: ShownCustomerProject[]
}

function shown(
  doc: CustomerProjectDocument,
  ask: Pick<QueryContext, 'references' | 'referencesToday'>,
): ShownCustomerProject {
  const { customer: _customer, learnedOn, settledOn, value, valueDay, times, ...rest } = doc
  const decision = doc.status === 'decided' ? settledOn : doc.decidesOn
  return {
    ...rest,
    value: value && shownMoney(value, valueDay, worthIn(ask.references)),
    ...namesIn({ unitName: unitNamed(doc.unit, ask) }),
    ...shownTimes(doc, times, 'learnedAt', 'settledAt'),
    knownDaysBefore: decision === undefined || learnedOn === undefined ? undefined : daysBetween(learnedOn, decision),
  }
}

export const customerProjectsPage = defineQuery<NoQuery, CustomerProjectsAnswer>({
  name: 'customer-projects',
  about: 'What does this customer intend, when does it decide, who decides, and how do they buy?',
  route: '/customers/:id/projects',
  query: NoQuery,
  answer: CustomerProjectsAnswer,
  past: { param: 'id', of: customersView },
  read: async (ask) => {
    const found = await customerProjectsOf(ask.subject.id, ask.documents)
    return ask.open(wholeList(found.map((doc) => shown(doc, ask))))
  },
})
