/** When we may say that we learned of a customer's project, that it changed, and how it ended. */
import {
  changesOf,
  command,
  type Deciding,
  defineDecider,
  differing,
  type Edits,
  editsOf,
  type Fact,
  Id,
  Money,
  Nested,
  Optional,
  type PricedMoney,
  unset,
} from '#kernel'
import { hasSite } from '../customers/customers.queries.js'
import { customerHistory } from '../customers/document/customers.resource.js'
import { isOpenUnit, organization } from '../organization/organization.reference.js'
import { price, statedMoney } from '../organization/rates.reference.js'
import {
  type CustomerProjectChanged,
  CustomerProjectDecided,
  CustomerProjectDropped,
  CustomerProjectFields,
  type CustomerProjectLearned,
  CustomerProjectLearning,
  customerProjectEvents,
} from './customer-project.events.js'
import { customerProjectRefusals as refuse } from './customer-project-refusals.js'

export class LearnOfCustomerProject extends CustomerProjectLearning {
  /** Unit that learned of it; the recorder's own when left out. */
  @Optional() @Id('unit') unit?: string
  @Optional() @Nested(Money) value?: Money
}

/** Of these fields single ones are edited. */
export class EditableCustomerProject extends CustomerProjectFields {
  @Optional() @Nested(Money) value?: Money
}

export interface CustomerProjectState {
  status: 'none' | 'open' | 'decided' | 'dropped'
  customer?: string
  unit?: string
  terms: CustomerProjectFields
  value?: PricedMoney
}

const open = (state: CustomerProjectState): CustomerProjectState => {
  if (state.status === 'none') return refuse('customer-project-unknown')
  return state.status === 'open' ? state : refuse('customer-project-settled')
}

/** What a project names is there. */
async function requireNamed(
  { site, whoDecides = [], learnedFrom }: Partial<CustomerProjectLearning>,
  customer: string,
  by: Deciding,
): Promise<void> {
  if (site !== undefined && !(await hasSite(customer, site, by)))
    refuse('customer-project-site-unknown', { field: 'site' })
  for (const id of whoDecides)
    if (!(await by.exists(`contact-${id}`))) refuse('customer-project-contact-unknown', { id, field: 'whoDecides' })
  if (learnedFrom !== undefined && !(await by.exists(`touchpoint-${learnedFrom}`)))
    refuse('customer-project-touchpoint-unknown', { field: 'learnedFrom' })
}

/** The value as of the day of what is decided, whatever it was priced at before. */
const valued = (value: Money, unit: string | undefined, by: Deciding): PricedMoney =>
  value.amountMinor < 0
    ? refuse('customer-project-value-below-zero', { field: 'value' })
    : price(statedMoney(value), unit, by)

/** What is learned, where it can be; of what was said `before` only what differs. */
async function learning(
  { value, ...said }: Omit<CustomerProjectLearned, 'value'> & { value?: Money },
  by: Deciding,
  before: object = {},
): Promise<CustomerProjectLearned> {
  const fresh: Partial<CustomerProjectLearned> = differing(said, before)
  if (fresh.unit !== undefined && !isOpenUnit(fresh.unit, by.present))
    return refuse('customer-project-unit-unknown', { field: 'unit' })
  if (fresh.customer !== undefined && !(await by.exists(`customer-${fresh.customer}`)))
    return refuse('customer-project-customer-unknown', { field: 'customer' })
  await requireNamed(fresh.customer === undefined ? fresh : { ...fresh, site: said.site }, said.customer, by)
  return value ? { ...said, value: valued(value, said.unit, by) } : said
}

async function learned(c: LearnOfCustomerProject, { status }: CustomerProjectState, by: Deciding) {
  if (status !== 'none') return refuse('customer-project-exists')
  const unit = c.unit ?? by.present.get(organization).members.get(by.viewer.member)?.unit ?? ''
  return [customerProjectEvents.learned(await learning({ ...c, unit }, by))]
}

const kept = ['name', 'kind', 'what']

/** What changes, where it can be; of what was said `before` only what differs. */
async function changing(
  { value, ...said }: CustomerProjectFields & { value?: Money; cleared?: string[] },
  { customer = '', unit }: CustomerProjectState,
  by: Deciding,
  before: object = {},
): Promise<CustomerProjectChanged> {
  if (said.cleared?.some((name) => kept.includes(name))) return refuse('customer-project-incomplete')
  await requireNamed(differing(said, before), customer, by)
  return value ? { ...said, value: valued(value, unit, by) } : said
}

async function edited(edits: Edits<EditableCustomerProject>, state: CustomerProjectState, by: Deciding) {
  const { terms, value } = open(state)
  const changes = changesOf(edits, { ...terms, value: value && statedMoney(value) })
  return changes ? [customerProjectEvents.changed(await changing(changes, state, by))] : []
}

function decision(c: CustomerProjectDecided): CustomerProjectDecided {
  return c.to !== undefined && c.outcome !== 'rival' ? refuse('rival-without-loss') : c
}

export const customerProject = defineDecider<CustomerProjectState>()(customerProjectEvents, {
  name: 'customer-project',
  resource: customerHistory,
  initial: { status: 'none', terms: {} },
  evolve: {
    learned: (_, { data: { customer, unit, value, learnedFrom: _from, ...terms } }) => ({
      status: 'open',
      customer,
      unit,
      value,
      terms,
    }),
    changed: (state, { data: { value, cleared = [], ...terms } }) => ({
      ...state,
      terms: unset({ ...state.terms, ...terms }, cleared),
      value: cleared.includes('value') ? undefined : (value ?? state.value),
    }),
    decided: (state) => ({ ...state, status: 'decided' }),
    dropped: (state) => ({ ...state, status: 'dropped' }),
  },
  filedIn: ({ customer, unit, terms }) => ({
    customers: customer === undefined ? [] : [customer],
    contacts: terms.whoDecides ?? [],
    unit,
  }),
  allows: ({ status }, { type }: Fact) => status === (type === 'customerproject.learned' ? 'none' : 'open'),
  restates: {
    learned: (data, _, by, before) => learning(data, by, before),
    changed: changing,
    decided: decision,
  },
  commands: {
    learn: command(
      LearnOfCustomerProject,
      { route: 'POST /customer-projects', about: 'Record what a customer intends, and when.', creates: true },
      learned,
    ),
    edit: command(
      editsOf(EditableCustomerProject),
      {
        route: 'PATCH /customer-projects/:id',
        about: "Change what is known of a customer's project; each field with the value that was seen.",
      },
      edited,
    ),
    decide: command(
      CustomerProjectDecided,
      { route: 'POST /customer-projects/:id/decision', about: 'Say whom the customer bought from.' },
      (c, state: CustomerProjectState) => (open(state) ? [customerProjectEvents.decided(decision(c))] : []),
    ),
    drop: command(
      CustomerProjectDropped,
      { route: 'POST /customer-projects/:id/drop', about: 'Say that the customer gave its project up.' },
      (c, state: CustomerProjectState) => (open(state) ? [customerProjectEvents.dropped(c)] : []),
    ),
  },
})
