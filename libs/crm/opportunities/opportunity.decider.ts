/** When an opportunity may be opened, edited, moved on, won, lost and taken up again. */
import {
  changesOf,
  command,
  type Deciding,
  defineDecider,
  defineRefusals,
  type Edits,
  editsOf,
  type Fact,
  type PricedMoney,
  unset,
} from '#kernel'
import { isListedProduct, isOpenUnit, isPresentMember, organization } from '../organization/organization.reference.js'
import { price, statedMoney } from '../organization/rates.reference.js'
import {
  type Credit,
  CreditShared,
  type OpportunityFields,
  OpportunityLost,
  OpportunityReopened,
  OpportunityStageChanged,
  opportunityEvents,
  type Profile,
  profileStages,
} from './opportunity.events.js'
import { EditableOpportunity, OpenOpportunity, SetLines, WinOpportunity } from './opportunity-requests.js'
import { sumOfLines } from './sum-of-lines.js'

export interface OpportunityState {
  status: 'none' | 'open' | 'won' | 'lost'
  customer?: string
  unit?: string
  profile: Profile
  stage?: string
  terms: OpportunityFields
  value?: PricedMoney
}

const initial: OpportunityState = { status: 'none', profile: 'product-sale', terms: {} }

export const opportunityRefusals = defineRefusals({
  'opportunity-exists': ['conflict', 'This opportunity has been opened already.'],
  'opportunity-unknown': ['not-found', 'There is no such opportunity, or it is not yours to see.'],
  'opportunity-not-open': ['rule', 'This opportunity is won or lost; reopen it first.'],
  'opportunity-still-open': ['rule', 'Only an opportunity that was won or lost can be reopened.'],
  'opportunity-customer-unknown': ['rule', 'There is no such customer to sell to.'],
  'opportunity-unit-unknown': ['rule', 'There is no such selling unit, or it is closed.'],
  'opportunity-member-unknown': ['rule', 'There is no such member, or they have left.'],
  'opportunity-product-unknown': ['rule', 'There is no such product, or it was withdrawn.'],
  'opportunity-without-name': ['rule', 'An opportunity needs a name.'],
  'stage-of-other-profile': ['rule', 'Opportunities of this profile do not have this stage.'],
  'lines-in-several-currencies': ['rule', 'A value can follow lines only when there are some, all in one currency.'],
  'credit-not-whole': ['rule', 'The shares of a credit make 100 per cent together.'],
  'credit-repeated': ['rule', 'A member has one share for each unit.'],
  'won-without-value': ['rule', 'Say what the win is worth; the opportunity has no value yet.'],
})
const refuse = opportunityRefusals

const known = (state: OpportunityState): OpportunityState =>
  state.status === 'none' ? refuse('opportunity-unknown') : state

const open = (state: OpportunityState): OpportunityState =>
  known(state).status === 'open' ? state : refuse('opportunity-not-open')

const hasStage = (profile: Profile, stage: unknown): boolean =>
  (profileStages[profile] as readonly unknown[]).includes(stage)

function requireStage(profile: Profile, stage: string): void {
  if (!hasStage(profile, stage)) refuse('stage-of-other-profile', { stages: profileStages[profile] })
}

function requireMembers(members: readonly (string | undefined)[], { present }: Deciding): void {
  const unknown = members.filter((id) => id !== undefined && !isPresentMember(id, present))
  if (unknown.length > 0) refuse('opportunity-member-unknown', { members: unknown })
}

function requireUnits(units: readonly string[], { present }: Deciding): void {
  const unknown = units.filter((id) => !isOpenUnit(id, present))
  if (unknown.length > 0) refuse('opportunity-unit-unknown', { units: unknown })
}

function requireProducts(products: readonly (string | undefined)[], { present }: Deciding): void {
  const unknown = products.filter((id) => id !== undefined && !isListedProduct(id, present))
  if (unknown.length > 0) refuse('opportunity-product-unknown', { products: unknown })
}

async function opened({ value, ...terms }: OpenOpportunity, { status }: OpportunityState, by: Deciding) {
  if (status !== 'none') return refuse('opportunity-exists')
  requireUnits([terms.unit], by)
  requireStage(terms.profile, terms.stage)
  requireMembers([terms.owner], by)
  requireProducts([terms.product], by)
  if (!(await by.exists(`customer-${terms.customer}`))) return refuse('opportunity-customer-unknown')
  return [opportunityEvents.opened(value ? { ...terms, value: price(value, terms.unit, by) } : terms)]
}

function edited(edits: Edits<EditableOpportunity>, state: OpportunityState, by: Deciding) {
  const { terms, value, unit } = open(state)
  const changes = changesOf(edits, { ...terms, value: value && statedMoney(value) })
  if (!changes) return []
  if (changes.cleared?.includes('name')) return refuse('opportunity-without-name')
  requireMembers([changes.owner], by)
  requireProducts([changes.product], by)
  const { value: stated, ...rest } = changes
  return [opportunityEvents.changed(stated ? { ...rest, value: price(stated, unit, by) } : rest)]
}

function linesSet({ lines, valueFollows }: SetLines, state: OpportunityState, by: Deciding) {
  const { unit, value } = open(state)
  requireProducts(
    lines.map(({ product }) => product),
    by,
  )
  const set = opportunityEvents.linesSet({
    lines: lines.map((line) => ({ ...line, price: price(line.price, unit, by) })),
  })
  if (!valueFollows) return [set]
  const sum = sumOfLines(lines) ?? refuse('lines-in-several-currencies')
  const isSame = value?.amountMinor === sum.amountMinor && value.currency === sum.currency
  return isSame ? [set] : [set, opportunityEvents.changed({ value: price(sum, unit, by) })]
}

function creditShared({ shares }: CreditShared, state: OpportunityState, by: Deciding) {
  if (known(state).status === 'lost') return refuse('opportunity-not-open')
  const keyOf = ({ member, unit }: Credit) => `${member} ${unit}`
  if (new Set(shares.map(keyOf)).size < shares.length) return refuse('credit-repeated')
  if (shares.reduce((sum, { percent }) => sum + percent, 0) !== 100) return refuse('credit-not-whole')
  requireMembers(
    shares.map(({ member }) => member),
    by,
  )
  requireUnits(
    shares.map(({ unit }) => unit),
    by,
  )
  return [opportunityEvents.creditShared({ shares })]
}

function won({ value, ...said }: WinOpportunity, state: OpportunityState, by: Deciding) {
  const { unit, value: hoped } = open(state)
  const worth = value ?? hoped ?? refuse('won-without-value')
  const { passiveAfterMonths, lostAfterMonths } = by.references.get(organization).lifeCycle
  return [
    opportunityEvents.won({
      ...said,
      value: price(worth, unit, by),
      keeps: { passiveAfterMonths, lostAfterMonths },
    }),
  ]
}

function possible({ status, profile }: OpportunityState, { type, data }: Fact): boolean {
  switch (type) {
    case 'opportunity.opened':
      return status === 'none'
    case 'opportunity.stage-changed':
      return status === 'open' && hasStage(profile, data.to)
    case 'opportunity.credit-shared':
      return status === 'open' || status === 'won'
    case 'opportunity.reopened':
      return (status === 'won' || status === 'lost') && hasStage(profile, data.at)
    default:
      return status === 'open'
  }
}

export const opportunity = defineDecider<OpportunityState>()(opportunityEvents, {
  name: 'opportunity',
  resource: 'history',
  initial,
  evolve: {
    opened: (_, { data: { customer, unit, profile, stage, value, ...terms } }) => ({
      status: 'open',
      customer,
      unit,
      profile,
      stage,
      value,
      terms,
    }),
    changed: (state, { data: { value, cleared = [], ...terms } }) => ({
      ...state,
      terms: unset({ ...state.terms, ...terms }, cleared),
      value: cleared.includes('value') ? undefined : (value ?? state.value),
    }),
    stageChanged: (state, { data }) => ({
      ...state,
      stage: data.to,
      terms: data.probability === undefined ? state.terms : { ...state.terms, probability: data.probability },
    }),
    linesSet: (state) => state,
    creditShared: (state) => state,
    won: (state, { data }) => ({ ...state, status: 'won', value: data.value }),
    lost: (state) => ({ ...state, status: 'lost' }),
    reopened: (state, { data }) => ({ ...state, status: 'open', stage: data.at }),
  },
  filed: ({ customer, unit, terms }) => ({
    customers: customer === undefined ? [] : [customer],
    contacts: terms.contacts ?? [],
    unit,
  }),
  possible,
  commands: {
    open: command(
      OpenOpportunity,
      { route: 'POST /opportunities', about: 'Open an opportunity with a customer.', creates: true },
      opened,
    ),
    edit: command(
      editsOf(EditableOpportunity),
      {
        route: 'PATCH /opportunities/:id',
        about: 'Change terms of an opportunity; each with the value that was seen.',
      },
      edited,
    ),
    changeStage: command(
      OpportunityStageChanged,
      { route: 'POST /opportunities/:id/stage', about: 'Move an opportunity to another stage of its profile.' },
      (c, state: OpportunityState) => {
        const { profile, stage, terms } = open(state)
        requireStage(profile, c.to)
        const moves = c.to !== stage || (c.probability ?? terms.probability) !== terms.probability
        return moves ? [opportunityEvents.stageChanged(c)] : []
      },
    ),
    setLines: command(
      SetLines,
      { route: 'PUT /opportunities/:id/lines', about: 'Say which products it is about, at which price.' },
      linesSet,
    ),
    shareCredit: command(
      CreditShared,
      { route: 'PUT /opportunities/:id/credit', about: 'Share the credit for a win over members and units.' },
      creditShared,
    ),
    win: command(
      WinOpportunity,
      { route: 'POST /opportunities/:id/win', about: 'Say that the customer decided for us.' },
      won,
    ),
    lose: command(
      OpportunityLost,
      { route: 'POST /opportunities/:id/lose', about: 'Say that the customer decided otherwise, and why.' },
      (c, state: OpportunityState) => (open(state) ? [opportunityEvents.lost(c)] : []),
    ),
    reopen: command(
      OpportunityReopened,
      { route: 'POST /opportunities/:id/reopen', about: 'Take up an opportunity that had been won or lost.' },
      (c, state: OpportunityState) => {
        if (known(state).status === 'open') return refuse('opportunity-still-open')
        requireStage(state.profile, c.at)
        return [opportunityEvents.reopened(c)]
      },
    ),
  },
})
