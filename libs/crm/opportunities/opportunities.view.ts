/** What do we hope to sell, to whom, how likely, and what became of it? */

import {
  type AnyFact,
  amountOf,
  defineView,
  type Fact,
  type Guarded,
  type PricedMoney,
  percentShare,
  type StatedTimes,
  shareOf,
  timed,
  unset,
  type Worth,
} from '#kernel'
import { customersView } from '../customers/customers.view.js'
import { type Offered, withDeclined, withOffer, withoutOffer } from '../families/handover.js'
import {
  type Credit,
  type LossReason,
  type OpportunityChanged,
  type OpportunityFields,
  type OpportunityLine,
  type OpportunityStage,
  opportunityEvents,
  type Profile,
} from './opportunity.events.js'
import { PublishedOpportunity } from './shown/published-opportunity.js'

export interface OpportunityDocument extends OpportunityFields, Offered {
  id: string
  customer: string
  unit: string
  name: Guarded<string>
  profile: Profile
  stage: OpportunityStage
  stageSince: string
  stageBefore?: OpportunityStage
  /** When stage, value, closing, probability or owner became other than they were, or it was won, lost or taken up again. */
  movedAt: string
  status: 'open' | 'won' | 'lost'
  value?: PricedMoney
  /** Of a value that the fact does not state in group currency: the day whose rate holds. */
  valueDay?: string
  contacts: string[]
  openedAt: string
  wonAt?: string
  lostAt?: string
  /** How exactly those instants are known. */
  times: StatedTimes<'stageSince' | 'movedAt' | 'openedAt' | 'wonAt' | 'lostAt'>
  /** Why it was lost. */
  reason?: LossReason
  lostTo?: string
  /** What was said at the last turn. */
  why?: Guarded<string>
  lines: OpportunityLine[]
  /** Of prices that are not stated in group currency. */
  linesDay?: string
  credit: Credit[]
}

type Doc = OpportunityDocument

/** The day whose rate holds for amounts of a fact, where it does not state all of them in group currency. */
const rateDayOf = (amounts: readonly PricedMoney[], { day, at }: Pick<AnyFact, 'day' | 'at'>): string | undefined =>
  amounts.every(({ groupMinor }) => groupMinor !== undefined) ? undefined : (day ?? at.slice(0, 10))

const valued = (value: PricedMoney, fact: AnyFact) => ({ value, valueDay: rateDayOf([value], fact) })

/** What the value, and what may be expected of it while it is open, is worth in minor units of group currency. */
export function worthOfDeal({ value, valueDay = '', probability, status }: Doc, worth: Worth) {
  const amount = value && amountOf(value, valueDay)
  const groupMinor = amount && ('groupMinor' in amount ? amount.groupMinor : worth(amount))
  if (groupMinor === undefined || probability === undefined || status !== 'open') return { groupMinor }
  return { groupMinor, weightedMinor: shareOf(groupMinor, percentShare(probability)) }
}

function withoutValue({ value: _, cleared, ...terms }: OpportunityChanged): OpportunityChanged {
  return { ...terms, ...(cleared && { cleared: cleared.filter((name) => name !== 'value') }) }
}

/** What a deal is said to have moved by. */
const movers = ['value', 'closesOn', 'probability', 'owner'] as const

const isMove = ({ cleared = [], ...terms }: OpportunityChanged): boolean =>
  movers.some((name) => terms[name] !== undefined || cleared.includes(name))

const moved = ({ times }: Doc, fact: AnyFact) => ({ movedAt: fact.at, times: timed(times, fact, 'movedAt') })

const at = (stage: OpportunityStage, doc: Doc, fact: AnyFact) => ({
  stage,
  stageBefore: stage === doc.stage ? doc.stageBefore : doc.stage,
  stageSince: fact.at,
  movedAt: fact.at,
  times: timed(doc.times, fact, 'stageSince', 'movedAt'),
})

/** An opportunity whose opening is not known (yet) has no document. */
const turned =
  <P>(turn: (doc: Doc, fact: Fact<string, P>) => Doc) =>
  (doc: Doc | undefined, fact: Fact<string, P>): Doc | undefined =>
    doc && turn(doc, fact)

export const opportunities = defineView<Doc>()({
  name: 'opportunities',
  version: 7,
  of: [opportunityEvents],
  on: {
    'opportunity.opened': (_, fact) => ({
      ...fact.data,
      ...(fact.data.value && valued(fact.data.value, fact)),
      id: fact.entity,
      customer: fact.customer,
      contacts: fact.data.contacts ?? [],
      stageSince: fact.at,
      status: 'open',
      openedAt: fact.at,
      movedAt: fact.at,
      times: timed({}, fact, 'stageSince', 'movedAt', 'openedAt'),
      lines: [],
      credit: [],
    }),
    'opportunity.changed': turned((doc, fact) => {
      // What it was won for stands, whatever terms were stated for a later day before the win was known.
      const data = doc.status === 'won' ? withoutValue(fact.data) : fact.data
      const cleared = data.cleared ?? []
      const emptied = cleared.includes('value') ? [...cleared, 'valueDay'] : cleared
      const known = data.owner === undefined ? doc : withoutOffer(doc)
      return {
        ...unset({ ...known, ...data, ...(data.value && valued(data.value, fact)) }, emptied),
        ...(isMove(data) && moved(doc, fact)),
        contacts: data.contacts ?? (cleared.includes('contacts') ? [] : doc.contacts),
      }
    }),
    'opportunity.handover-offered': turned(withOffer),
    'opportunity.handover-accepted': turned((doc, { actor }) => ({ ...withoutOffer(doc), owner: actor })),
    'opportunity.handover-declined': turned(withDeclined),
    'opportunity.stage-changed': turned((doc, fact) => {
      const { to, probability = doc.probability, why } = fact.data
      return { ...doc, ...moved(doc, fact), ...(to !== doc.stage && at(to, doc, fact)), probability, why }
    }),
    'opportunity.lines-set': turned((doc, fact) => {
      const { lines } = fact.data
      const prices = lines.map(({ price }) => price)
      return { ...doc, lines, linesDay: rateDayOf(prices, fact) }
    }),
    'opportunity.credit-shared': turned((doc, { data }) => ({ ...doc, credit: data.shares })),
    'opportunity.won': turned((doc, fact) => ({
      ...unset(doc, ['lostAt', 'reason', 'lostTo']),
      ...(fact.data.value && valued(fact.data.value, fact)),
      status: 'won',
      wonAt: fact.at,
      movedAt: fact.at,
      times: timed(doc.times, fact, 'wonAt', 'movedAt'),
      why: fact.data.why,
    })),
    'opportunity.lost': turned((doc, fact) => ({
      ...unset(doc, ['wonAt']),
      status: 'lost',
      lostAt: fact.at,
      movedAt: fact.at,
      times: timed(doc.times, fact, 'lostAt', 'movedAt'),
      reason: fact.data.reason,
      lostTo: fact.data.to,
      why: fact.data.why,
    })),
    'opportunity.reopened': turned((doc, fact) => ({
      ...unset(doc, ['wonAt', 'lostAt', 'reason', 'lostTo']),
      status: 'open',
      ...at(fact.data.at, doc, fact),
      why: fact.data.why,
    })),
  },
  columns: {
    customer: 'id',
    unit: 'id',
    owner: 'id',
    offeredTo: 'id',
    status: 'code',
    stage: 'code',
    profile: 'code',
    product: 'id',
    closesOn: 'day',
    probability: 'integer',
    openedAt: 'instant',
    stageSince: 'instant',
    movedAt: 'instant',
    wonAt: 'instant',
    lostAt: 'instant',
  },
  indexes: [
    ['customer', 'openedAt'],
    ['owner', 'status', 'closesOn'],
    ['offeredTo'],
    ['unit', 'status', 'closesOn'],
    ['status', 'closesOn'],
    ['closesOn'],
    ['openedAt'],
    ['stageSince'],
    ['movedAt'],
    ['unit', 'movedAt'],
  ],
  restless: ['movedAt'],
  joins: {
    from: customersView,
    columns: { customerName: 'text' },
    of: { customerName: 'name' },
    indexes: [['customerName'], ['status', 'customerName']],
  },
  valued: {
    columns: { groupMinor: 'integer', weightedMinor: 'integer', amountMinor: 'integer', currency: 'code' },
    indexes: [['status', 'groupMinor'], ['groupMinor']],
    of: (document, worth) => ({
      ...worthOfDeal(document, worth),
      amountMinor: document.value?.amountMinor,
      currency: document.value?.currency,
    }),
  },
  clear: ['name'],
  published: {
    name: 'opportunity',
    version: 1,
    about: 'What we hope to sell, or sold, or lost: as it stands now.',
    row: PublishedOpportunity,
  },
})
