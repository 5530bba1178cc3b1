/** What do we hope to sell, to whom, how likely, and what became of it? */
import {
  type AnyFact,
  amountOf,
  defineView,
  type Fact,
  type Guarded,
  type PricedMoney,
  percentShare,
  shareOf,
  unset,
  type Worth,
} from '#kernel'
import {
  type Credit,
  type LossReason,
  type OpportunityFields,
  type OpportunityLine,
  type OpportunityStage,
  opportunityEvents,
  type Profile,
} from './opportunity.events.js'
import { PublishedOpportunity } from './shown/published-opportunity.js'

export interface OpportunityDocument extends OpportunityFields {
  id: string
  customer: string
  unit: string
  name: Guarded<string>
  profile: Profile
  stage: OpportunityStage
  stageSince: string
  status: 'open' | 'won' | 'lost'
  value?: PricedMoney
  /** Of a value that the fact does not state in group currency: the day whose rate holds. */
  valueDay?: string
  contacts: string[]
  openedAt: string
  wonAt?: string
  lostAt?: string
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

/** An opportunity whose opening is not known (yet) has no document. */
const turned =
  <P>(turn: (doc: Doc, fact: Fact<string, P>) => Doc) =>
  (doc: Doc | undefined, fact: Fact<string, P>): Doc | undefined =>
    doc && turn(doc, fact)

export const opportunities = defineView<Doc>()({
  name: 'opportunities',
  version: 3,
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
      lines: [],
      credit: [],
    }),
    'opportunity.changed': turned((doc, fact) => {
      const { data } = fact
      const cleared = data.cleared ?? []
      const emptied = cleared.includes('value') ? [...cleared, 'valueDay'] : cleared
      return {
        ...unset({ ...doc, ...data, ...(data.value && valued(data.value, fact)) }, emptied),
        contacts: data.contacts ?? (cleared.includes('contacts') ? [] : doc.contacts),
      }
    }),
    'opportunity.stage-changed': turned((doc, { data, at }) => ({
      ...doc,
      stage: data.to,
      stageSince: data.to === doc.stage ? doc.stageSince : at,
      probability: data.probability ?? doc.probability,
      why: data.why,
    })),
    'opportunity.lines-set': turned((doc, fact) => {
      const { lines } = fact.data
      const prices = lines.map(({ price }) => price)
      return { ...doc, lines, linesDay: rateDayOf(prices, fact) }
    }),
    'opportunity.credit-shared': turned((doc, { data }) => ({ ...doc, credit: data.shares })),
    'opportunity.won': turned((doc, fact) => ({
      ...unset(doc, ['lostAt', 'reason', 'lostTo']),
      ...valued(fact.data.value, fact),
      status: 'won',
      wonAt: fact.at,
      why: fact.data.why,
    })),
    'opportunity.lost': turned((doc, { data, at }) => ({
      ...unset(doc, ['wonAt']),
      status: 'lost',
      lostAt: at,
      reason: data.reason,
      lostTo: data.to,
      why: data.why,
    })),
    'opportunity.reopened': turned((doc, { data, at }) => ({
      ...unset(doc, ['wonAt', 'lostAt', 'reason', 'lostTo']),
      status: 'open',
      stage: data.at,
      stageSince: at,
      why: data.why,
    })),
  },
  draws: {
    follows: ['id', 'unit', 'status', 'value', 'valueDay'],
    of: ({ id, unit, status, value, valueDay = '' }) =>
      status === 'won' && value ? [{ line: 'income', thing: id, unit, amount: amountOf(value, valueDay) }] : [],
  },
  columns: {
    customer: 'id',
    unit: 'id',
    owner: 'id',
    status: 'code',
    stage: 'code',
    profile: 'code',
    product: 'id',
    closesOn: 'day',
    probability: 'integer',
    openedAt: 'instant',
    stageSince: 'instant',
    wonAt: 'instant',
    lostAt: 'instant',
  },
  indexes: [
    ['customer', 'openedAt'],
    ['owner', 'status', 'closesOn'],
    ['unit', 'status', 'closesOn'],
    ['status', 'closesOn'],
    ['closesOn'],
    ['openedAt'],
    ['stageSince'],
  ],
  valued: {
    columns: { groupMinor: 'integer', weightedMinor: 'integer' },
    indexes: [['status', 'groupMinor'], ['groupMinor']],
    of: worthOfDeal,
  },
  clear: ['name'],
  published: {
    name: 'opportunity',
    version: 1,
    about: 'What we hope to sell, or sold, or lost: as it stands now.',
    row: PublishedOpportunity,
  },
})
