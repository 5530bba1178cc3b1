/** Where does each relationship stand, how did it get there, and what has been done for it lately? */
import { type AnyFact, defineView, type Guarded, timed, timeStatedBy, worthOfSums } from '#kernel'
import { customersView } from '../customers/customers.view.js'
import { dealsWith } from '../families/deals-with.js'
import { encounters, type StatedEncounter } from '../families/encounter.js'
import { withDeclined, withOffer, withoutOffer } from '../families/handover.js'
import { income } from '../families/income.js'
import { rankOf, type Stage } from '../organization/events/group.events.js'
import { PublishedRelationship } from './document/published-relationship.js'
import type { RelationshipFields } from './document/relationship-document.js'
import { sparkBegun, sparkStaged, sparkTouched } from './document/spark.js'
import { drawnRelationship } from './drawn-relationship.js'
import { boundedEarnings, caused, earned, noEarnings } from './earnings.js'
import { relationshipEvents } from './relationship.events.js'

export type RelationshipDocument = RelationshipFields
type Doc = RelationshipDocument

const begun = (fact: AnyFact): Doc => ({
  id: `${fact.customer}.${fact.unit}`,
  customer: fact.customer,
  unit: fact.unit ?? '',
  since: fact.at,
  firstEvent: fact.id,
  stage: 'identified',
  stageRank: rankOf('identified'),
  stageSince: fact.at,
  times: timed({}, fact, 'stageSince'),
  evidence: [],
  with: [],
  keyAccount: false,
  ...noEarnings,
  touches: 0,
  byFunction: {},
  spark: sparkStaged(sparkBegun, rankOf('identified'), fact.day),
})

const present = (doc: Doc | undefined, fact: AnyFact): Doc => doc ?? begun(fact)

function met(doc: Doc | undefined, fact: AnyFact, encounter: StatedEncounter): Doc {
  const { kind, function: by, language } = encounter
  const known = present(doc, fact)
  const touched = {
    ...known,
    touches: known.touches + 1,
    lastTouch: fact.at,
    times: timed(known.times, fact, 'lastTouch'),
    spark: sparkTouched(known.spark, fact.at, encounter),
  }
  if (by === undefined) return touched
  const { at, id: event, entity: record, actor } = fact
  const count = (known.byFunction[by]?.count ?? 0) + 1
  const last = { at, time: timeStatedBy(fact), kind, event, record, actor, language, count }
  return { ...touched, byFunction: { ...known.byFunction, [by]: last } }
}

/** Whether a decision has put it at a stage: of merged customers each may have come there, and it is there since the first. */
const standsAt = (doc: Doc | undefined, stage: Stage): doc is Doc =>
  doc?.stage === stage && doc.stageEvent !== undefined

function staged(doc: Doc | undefined, fact: AnyFact, set: { stage: Stage; why?: Guarded<string> }): Doc {
  const known = present(doc, fact)
  return {
    ...known,
    stage: set.stage,
    stageRank: rankOf(set.stage),
    stageSince: fact.at,
    times: timed(known.times, fact, 'stageSince'),
    stageBefore: known.stage,
    stageWhy: set.why,
    stageEvent: fact.id,
    spark: sparkStaged(known.spark, rankOf(set.stage), fact.day),
  }
}

export const relationships = defineView<Doc>()({
  name: 'relationships',
  version: 17,
  keyedBy: 'unit',
  of: [relationshipEvents],
  on: {
    'relationship.stage-changed': (doc, fact) => {
      const { to, why, evidence = [] } = fact.data
      return standsAt(doc, to) ? doc : { ...staged(doc, fact, { stage: to, why }), evidence }
    },
    'relationship.ended': (doc, fact) => {
      if (standsAt(doc, 'ended')) return doc
      const { by, how, why } = fact.data
      return {
        ...staged(doc, fact, { stage: 'ended', why }),
        evidence: [],
        ended: { by, how, why, at: fact.at },
        // What was wanted of it and what it was named to be, is over.
        target: undefined,
        keyAccount: false,
      }
    },
    'relationship.reopened': (doc, fact) =>
      standsAt(doc, fact.data.at)
        ? doc
        : {
            ...staged(doc, fact, { stage: fact.data.at, why: fact.data.why }),
            evidence: [],
            ended: undefined,
          },
    'relationship.target-set': (doc, fact) => ({
      ...present(doc, fact),
      target: fact.data.stage && { stage: fact.data.stage, by: fact.data.by },
    }),
    'relationship.owner-set': (doc, fact) => ({
      ...withoutOffer(present(doc, fact)),
      owner: fact.data.owner,
      with: fact.data.with ?? [],
    }),
    'relationship.handover-offered': (doc, fact) => withOffer(present(doc, fact), fact),
    'relationship.handover-accepted': (doc, fact) => {
      const known = withoutOffer(present(doc, fact))
      return { ...known, owner: fact.actor, with: known.with.filter((id) => id !== fact.actor) }
    },
    'relationship.handover-declined': (doc, fact) => withDeclined(present(doc, fact), fact),
    'relationship.status-corrected': (doc, fact) => {
      const known = present(doc, fact)
      return caused(known, [...known.causes, { day: fact.day, status: fact.data.status }])
    },
    'relationship.key-account-set': (doc, fact) => ({
      ...present(doc, fact),
      keyAccount: fact.data.keyAccount,
    }),
  },
  families: [
    dealsWith.foldedBy(present),
    encounters.foldedBy(met),
    income.foldedBy((doc: Doc | undefined, fact, said) => earned(present(doc, fact), fact, said)),
  ],
  bounded: boundedEarnings,
  draws: drawnRelationship,
  published: {
    name: 'relationship',
    version: 1,
    about: 'The tie of one customer and one selling unit: as it stands now.',
    row: PublishedRelationship,
  },
  measured: ['unit', 'since', 'stage', 'stageSince', 'stageBefore', 'owner', 'causes', 'schedule'],
  columns: {
    customer: 'id',
    unit: 'id',
    stage: 'code',
    stageRank: 'integer',
    stageSince: 'instant',
    owner: 'id',
    offeredTo: 'id',
    keyAccount: 'flag',
    status: 'code',
    passiveFrom: 'day',
    lostFrom: 'day',
    lastTouch: 'instant',
    touches: 'integer',
  },
  indexes: [
    ['customer'],
    ['unit', 'stage'],
    ['stageRank'],
    ['unit', 'stageRank'],
    ['lastTouch'],
    ['unit', 'lastTouch'],
    ['owner'],
    ['offeredTo'],
    ['unit', 'owner'],
    ['stage', 'stageSince'],
    // Counts by stage of a status read these alone.
    ['stage', 'unit', 'status', 'passiveFrom', 'lostFrom'],
    ['stageSince'],
    ['unit', 'stageSince'],
    ['passiveFrom'],
  ],
  valued: {
    columns: { incomeGroupMinor: 'integer', incomesUnvalued: 'integer', unvaluedIn: 'code', incomeCount: 'integer' },
    indexes: [['incomeGroupMinor'], ['unit', 'incomeGroupMinor']],
    of: ({ income, incomes }, worth) => {
      const { groupMinor, unvalued = [] } = worthOfSums([income], worth)
      return {
        incomeGroupMinor: groupMinor,
        incomesUnvalued: unvalued.reduce((sum, { count }) => sum + count, 0),
        unvaluedIn: unvalued.map(({ currency }) => currency).join(' ') || undefined,
        incomeCount: incomes,
      }
    },
  },
  restless: ['lastTouch'],
  joins: {
    from: customersView,
    columns: { name: 'text', sector: 'code', country: 'code', city: 'text', employees: 'integer' },
    words: ['name'],
    indexes: [
      ['name'],
      ['unit', 'name'],
      ['unit', 'sector', 'name'],
      ['unit', 'country', 'name'],
      ['unit', 'city'],
      ['unit', 'employees'],
    ],
  },
})
