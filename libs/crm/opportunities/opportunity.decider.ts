/** When an opportunity may be opened, edited, moved on, won, lost and taken up again. */
import {
  changesOf,
  command,
  type Deciding,
  defineDecider,
  differing,
  type Edits,
  editsOf,
  type Fact,
  type PricedMoney,
  unset,
} from '#kernel'
import { customerHistory } from '../customers/document/customers.resource.js'
import { statedMoney } from '../organization/rates.reference.js'
import { incomeKeeps } from '../organization/valuation.queries.js'
import {
  type Credit,
  CreditShared,
  type OpportunityFields,
  OpportunityLost,
  OpportunityReopened,
  OpportunityStageChanged,
  opportunityEvents,
  type Profile,
} from './opportunity.events.js'
import { EditableOpportunity, OpenOpportunity, SetLines, WinOpportunity } from './opportunity-requests.js'
import {
  changes,
  hasStage,
  opening,
  opportunityRefusals,
  pricedLines,
  requireStage,
  valued,
  wholeCredit,
  wonValue,
} from './rules/opportunity-rules.js'
import { sumOfLines } from './rules/sum-of-lines.js'

export interface OpportunityState {
  status: 'none' | 'open' | 'won' | 'lost'
  customer?: string
  unit?: string
  profile: Profile
  stage?: string
  terms: OpportunityFields
  value?: PricedMoney
  credit: readonly Credit[]
}

const initial: OpportunityState = { status: 'none', profile: 'product-sale', terms: {}, credit: [] }

const refuse = opportunityRefusals

const known = (state: OpportunityState): OpportunityState =>
  state.status === 'none' ? refuse('opportunity-unknown') : state

const open = (state: OpportunityState): OpportunityState =>
  known(state).status === 'open' ? state : refuse('opportunity-not-open')

async function opened(c: OpenOpportunity, { status }: OpportunityState, by: Deciding) {
  return status === 'none' ? [opportunityEvents.opened(await opening(c, by))] : refuse('opportunity-exists')
}

async function edited(edits: Edits<EditableOpportunity>, state: OpportunityState, by: Deciding) {
  const { terms, value, unit } = open(state)
  const changed = changesOf(edits, { ...terms, value: value && statedMoney(value) })
  return changed ? [opportunityEvents.changed(await changes(changed, unit, by))] : []
}

function linesSet({ lines, valueFollows }: SetLines, state: OpportunityState, by: Deciding) {
  const { unit, value } = open(state)
  const set = opportunityEvents.linesSet(pricedLines(lines, unit, by))
  if (!valueFollows) return [set]
  const sum = sumOfLines(lines) ?? refuse('lines-in-several-currencies')
  const isSame = value?.amountMinor === sum.amountMinor && value.currency === sum.currency
  return isSame ? [set] : [set, opportunityEvents.changed({ value: valued(sum, unit, by) })]
}

function creditShared(c: CreditShared, state: OpportunityState, by: Deciding) {
  if (known(state).status === 'lost') return refuse('opportunity-not-open')
  const isSame = Object.keys(differing(c, { shares: state.credit })).length === 0
  return isSame ? [] : [opportunityEvents.creditShared(wholeCredit(c, by))]
}

function won({ value, ...said }: WinOpportunity, state: OpportunityState, by: Deciding) {
  const { unit, value: hoped } = open(state)
  return [
    opportunityEvents.won({
      ...said,
      value: wonValue(value ?? hoped, unit, by),
      keeps: incomeKeeps(by.references),
    }),
  ]
}

/** What it was won for stands, whatever terms were stated for a later day before the win was known. */
function valueAfter({ status, value: before }: OpportunityState, said: { value?: PricedMoney; cleared: string[] }) {
  if (status === 'won') return before
  return said.cleared.includes('value') ? undefined : (said.value ?? before)
}

/** A stage of the profile, as what is restated says it. */
function staged<T extends OpportunityStageChanged | OpportunityReopened>(said: T, { profile }: OpportunityState): T {
  requireStage(profile, 'to' in said ? said.to : said.at)
  return said
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
  resource: customerHistory,
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
      credit: [],
    }),
    changed: (state, { data: { value, cleared = [], ...terms } }) => ({
      ...state,
      terms: unset({ ...state.terms, ...terms }, cleared),
      value: valueAfter(state, { value, cleared }),
    }),
    stageChanged: (state, { data }) => ({
      ...state,
      stage: data.to,
      terms: data.probability === undefined ? state.terms : { ...state.terms, probability: data.probability },
    }),
    linesSet: (state) => state,
    creditShared: (state, { data }) => ({ ...state, credit: data.shares }),
    won: (state, { data }) => ({ ...state, status: 'won', value: data.value ?? state.value }),
    lost: (state) => ({ ...state, status: 'lost' }),
    reopened: (state, { data }) => ({ ...state, status: 'open', stage: data.at }),
  },
  filedIn: ({ customer, unit, terms }) => ({
    customers: customer === undefined ? [] : [customer],
    contacts: terms.contacts ?? [],
    unit,
  }),
  allows: possible,
  // By the rule of its day, which a later correction leaves as it was.
  derived: ['keeps'],
  restates: {
    opened: (data, _, by, before) => opening(data, by, before),
    changed: (data, { unit }, by, before) => changes(data, unit, by, before),
    stageChanged: staged,
    linesSet: ({ lines }, { unit }, by, before) => pricedLines(lines, unit, by, before.lines),
    creditShared: (data, _, by, before) => wholeCredit(data, by, before.shares),
    won: (data, { unit, value: hoped }, by) => ({ ...data, value: wonValue(data.value ?? hoped, unit, by) }),
    reopened: staged,
  },
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
