/** What do we hope to sell, to whom, how likely, and what became of it? */
import { defineView, type Fact, type Guarded, type PricedMoney, unset } from '#kernel'
import {
  type Credit,
  type LossReason,
  type OpportunityFields,
  type OpportunityLine,
  type OpportunityStage,
  opportunityEvents,
  type Profile,
} from './opportunity.events.js'

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
  /** The value in minor units of group currency; absent while no rate is known. */
  groupMinor?: number
  /** Probability × value in minor units of group currency, while it is open. */
  weightedMinor?: number
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
  credit: Credit[]
}

type Doc = OpportunityDocument

/** With the sums that follow from value, probability and status. */
function summed(doc: Doc): Doc {
  const { value, probability, status } = doc
  const groupMinor = value?.groupMinor
  const isWeighted = status === 'open' && groupMinor !== undefined && probability !== undefined
  return { ...doc, groupMinor, weightedMinor: isWeighted ? Math.round((groupMinor * probability) / 100) : undefined }
}

/** An opportunity whose opening is not known (yet) has no document. */
const turned =
  <P>(turn: (doc: Doc, fact: Fact<string, P>) => Doc) =>
  (doc: Doc | undefined, fact: Fact<string, P>): Doc | undefined =>
    doc && summed(turn(doc, fact))

export const opportunities = defineView<Doc>()({
  name: 'opportunities',
  version: 2,
  of: [opportunityEvents],
  on: {
    'opportunity.opened': (_, { data, entity, customer, at }) =>
      summed({
        ...data,
        id: entity,
        customer,
        contacts: data.contacts ?? [],
        stageSince: at,
        status: 'open',
        openedAt: at,
        lines: [],
        credit: [],
      }),
    'opportunity.changed': turned((doc, { data }) => {
      const cleared = data.cleared ?? []
      return {
        ...unset({ ...doc, ...data }, cleared),
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
    'opportunity.lines-set': turned((doc, { data }) => ({ ...doc, lines: data.lines })),
    'opportunity.credit-shared': turned((doc, { data }) => ({ ...doc, credit: data.shares })),
    'opportunity.won': turned((doc, { data, at }) => ({
      ...unset(doc, ['lostAt', 'reason', 'lostTo']),
      status: 'won',
      value: data.value,
      wonAt: at,
      why: data.why,
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
    groupMinor: 'integer',
    weightedMinor: 'integer',
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
    ['status', 'groupMinor'],
    ['closesOn'],
    ['groupMinor'],
    ['openedAt'],
    ['stageSince'],
  ],
  clear: ['name'],
})
