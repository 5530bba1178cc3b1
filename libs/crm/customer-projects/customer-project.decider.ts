/** When we may say that we learned of a customer's project, that it changed, and how it ended. */
import {
  changesOf,
  command,
  type Deciding,
  defineDecider,
  defineRefusals,
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
import { isOpenUnit, organization } from '../organization/organization.reference.js'
import { price, statedMoney } from '../organization/rates.reference.js'
import {
  CustomerProjectDecided,
  CustomerProjectDropped,
  CustomerProjectFields,
  CustomerProjectLearning,
  customerProjectEvents,
} from './customer-project.events.js'

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

export const customerProjectRefusals = defineRefusals({
  'customer-project-exists': ['conflict', 'This project has been recorded already.'],
  'customer-project-unknown': ['not-found', 'There is no such project, or it is not yours to see.'],
  'customer-project-settled': ['rule', 'The customer has decided or dropped this project.'],
  'customer-project-customer-unknown': ['rule', 'There is no such customer whose project it could be.'],
  'customer-project-unit-unknown': ['rule', 'There is no such selling unit, or it is closed.'],
  'customer-project-incomplete': ['rule', 'A project keeps its name, its kind and what it is about.'],
  'rival-without-loss': ['rule', 'A rival is named only when the customer bought from one.'],
})
const refuse = customerProjectRefusals

const open = (state: CustomerProjectState): CustomerProjectState => {
  if (state.status === 'none') return refuse('customer-project-unknown')
  return state.status === 'open' ? state : refuse('customer-project-settled')
}

async function learned({ value, ...said }: LearnOfCustomerProject, { status }: CustomerProjectState, by: Deciding) {
  if (status !== 'none') return refuse('customer-project-exists')
  const unit = said.unit ?? by.present.get(organization).members.get(by.viewer.member)?.unit ?? ''
  if (!isOpenUnit(unit, by.present)) return refuse('customer-project-unit-unknown')
  if (!(await by.exists(`customer-${said.customer}`))) return refuse('customer-project-customer-unknown')
  return [customerProjectEvents.learned({ ...said, unit, ...(value ? { value: price(value, unit, by) } : {}) })]
}

const kept = ['name', 'kind', 'what']

function edited(edits: Edits<EditableCustomerProject>, state: CustomerProjectState, by: Deciding) {
  const { terms, value, unit } = open(state)
  const changes = changesOf(edits, { ...terms, value: value && statedMoney(value) })
  if (!changes) return []
  if (changes.cleared?.some((name) => kept.includes(name))) return refuse('customer-project-incomplete')
  const { value: stated, ...rest } = changes
  return [customerProjectEvents.changed(stated ? { ...rest, value: price(stated, unit, by) } : rest)]
}

export const customerProject = defineDecider<CustomerProjectState>()(customerProjectEvents, {
  name: 'customer-project',
  resource: 'history',
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
  filed: ({ customer, unit, terms }) => ({
    customers: customer === undefined ? [] : [customer],
    contacts: terms.whoDecides ?? [],
    unit,
  }),
  possible: ({ status }, { type }: Fact) => status === (type === 'customerproject.learned' ? 'none' : 'open'),
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
      (c, state: CustomerProjectState) => {
        open(state)
        if (c.to !== undefined && c.outcome !== 'rival') return refuse('rival-without-loss')
        return [customerProjectEvents.decided(c)]
      },
    ),
    drop: command(
      CustomerProjectDropped,
      { route: 'POST /customer-projects/:id/drop', about: 'Say that the customer gave its project up.' },
      (c, state: CustomerProjectState) => (open(state) ? [customerProjectEvents.dropped(c)] : []),
    ),
  },
})
