/** Where does each relationship stand, how did it get there, and what has been done for it lately? */
import {
  type AmountSum,
  type AnyFact,
  amountOf,
  defineView,
  type Fact,
  type Guarded,
  HistoryNeeded,
  noAmounts,
  type PricedMoney,
  withAmount,
  worthOfSums,
} from '#kernel'
import { customersView } from '../customers/customers.view.js'
import { opportunityEvents } from '../opportunities/opportunity.events.js'
import { rankOf, type Stage } from '../organization/events/group.events.js'
import type { Encounter } from '../touchpoints/encounter.events.js'
import { privateTypes, touchpointEvents } from '../touchpoints/touchpoint.events.js'
import { drawnRelationship } from './drawn-relationship.js'
import { type IncomeWindow, isIncome, latestOf, type StatusCause, type StatusFrom, scheduleOf } from './life-cycle.js'
import { PublishedRelationship } from './published-relationship.js'
import { relationshipEvents } from './relationship.events.js'
import { type SparkKept, sparkBegun, sparkStaged, sparkTouched } from './spark.js'

/** A relationship is there from the first fact of customer × unit, as identified. */
export interface RelationshipDocument {
  id: string
  customer: string
  unit: string
  /** Instant of its first fact, and that fact's event. */
  since: string
  firstEvent: string
  stage: Stage
  /** 0 ended, 1 identified … 6 integrated; lists sort by it. */
  stageRank: number
  stageSince: string
  /** Where the stage was before the last change. */
  stageBefore?: Stage
  stageWhy?: Guarded<string>
  /** Id of the event that set the stage. */
  stageEvent?: string
  evidence: string[]
  ended?: { by: string; how: string; why: Guarded<string>; at: string }
  target?: { stage: Stage; by?: string }
  owner?: string
  with: string[]
  keyAccount: boolean
  /** What the status follows from, in order; of much, the latest. */
  causes: StatusCause[]
  /** Whether there were more causes than are kept. */
  isCut?: boolean
  /** Statuses to come, in order; the first holds now unless the next has begun. */
  schedule: StatusFrom[]
  /** For lists: where the schedule starts and when time alone changes it. */
  status: string
  passiveFrom?: string
  lostFrom?: string
  /** All that count: how many, and what they come to. */
  incomes: number
  income: AmountSum
  lastIncome?: string
  touches: number
  lastTouch?: string
  /** Last touch by function: instant, kind and event. */
  byFunction: Record<string, { at: string; kind: string; event: string; count: number }>
  /** For lists: its score in small. */
  spark: SparkKept
}

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
  evidence: [],
  with: [],
  keyAccount: false,
  causes: [],
  schedule: [],
  status: 'prospect',
  incomes: 0,
  income: noAmounts,
  touches: 0,
  byFunction: {},
  spark: sparkStaged(sparkBegun, rankOf('identified'), fact.day),
})

const present = (doc: Doc | undefined, fact: AnyFact): Doc => doc ?? begun(fact)

function met(doc: Doc | undefined, fact: Fact<string, Encounter>): Doc {
  const known = present(doc, fact)
  // Nobody else knows of it, so it stands for no contact kept.
  if (privateTypes.has(fact.type)) return known
  const kind = fact.type.slice('touchpoint.'.length)
  const spark = sparkTouched(known.spark, fact.at, fact.data.startedBy)
  const touched = { ...known, touches: known.touches + 1, lastTouch: fact.at, spark }
  const by = fact.data.function
  if (by === undefined) return touched
  const count = (known.byFunction[by]?.count ?? 0) + 1
  return { ...touched, byFunction: { ...known.byFunction, [by]: { at: fact.at, kind, event: fact.id, count } } }
}

/** With the statuses that follow from these causes. */
function caused(doc: Doc, causes: StatusCause[]): Doc {
  const schedule = scheduleOf(causes)
  const from = (status: string) => schedule.find((step, i) => i > 0 && step.status === status)?.from
  return {
    ...doc,
    causes,
    schedule,
    status: schedule[0]?.status ?? 'prospect',
    passiveFrom: from('passive'),
    lostFrom: from('lost'),
    lastIncome: causes.findLast(isIncome)?.day,
  }
}

/** Without the income of an opportunity: it is open again, so that what it earned no longer counts. */
function without(doc: Doc, opportunity: string): Doc {
  const { causes } = doc
  const at = causes.findLastIndex((cause) => isIncome(cause) && cause.of === opportunity)
  const income = causes[at]
  if (!income || !isIncome(income)) return doc
  const less = { incomes: doc.incomes - 1, income: withAmount(doc.income, income.worth, -1) }
  return { ...doc, ...less, causes: causes.toSpliced(at, 1) }
}

function earned(known: Doc, fact: AnyFact, { value, keeps }: { value: PricedMoney; keeps: IncomeWindow }): Doc {
  const doc = without(known, fact.entity)
  const worth = amountOf(value, fact.day ?? fact.at)
  const income = { day: fact.day, of: fact.entity, worth, keeps }
  const more = { incomes: doc.incomes + 1, income: withAmount(doc.income, worth, 1) }
  return caused({ ...doc, ...more }, [...doc.causes, income])
}

function takenUp(known: Doc, fact: AnyFact): Doc {
  // In the place of what goes, an earlier one would be kept, or what goes is not kept itself.
  if (known.isCut) throw new HistoryNeeded()
  const doc = without(known, fact.entity)
  return doc === known ? doc : caused(doc, doc.causes)
}

function bounded(doc: Doc): Doc {
  const causes = latestOf(doc.causes)
  return causes.length === doc.causes.length ? doc : { ...doc, causes, isCut: true }
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
    stageBefore: known.stage,
    stageWhy: set.why,
    stageEvent: fact.id,
    spark: sparkStaged(known.spark, rankOf(set.stage), fact.day),
  }
}

export const relationships = defineView<Doc>()({
  name: 'relationships',
  version: 8,
  keyedBy: 'unit',
  of: [relationshipEvents],
  from: [touchpointEvents, opportunityEvents],
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
      ...present(doc, fact),
      owner: fact.data.owner,
      with: fact.data.with ?? [],
    }),
    'relationship.status-corrected': (doc, fact) => {
      const known = present(doc, fact)
      return caused(known, [...known.causes, { day: fact.day, status: fact.data.status }])
    },
    'relationship.key-account-set': (doc, fact) => ({
      ...present(doc, fact),
      keyAccount: fact.data.keyAccount,
    }),
    // Plans are not yet touches, and what is said about a touch is not another.
    'touchpoint.planned': (doc, fact) => present(doc, fact),
    'touchpoint.moved': (doc, fact) => present(doc, fact),
    'touchpoint.cancelled': (doc, fact) => present(doc, fact),
    'touchpoint.evaluated': (doc, fact) => present(doc, fact),
    'touchpoint.structured': (doc, fact) => present(doc, fact),
    'touchpoint.kept-private': (doc, fact) => present(doc, fact),
    'opportunity.won': (doc, fact) => earned(present(doc, fact), fact, fact.data),
    'opportunity.reopened': (doc, fact) => takenUp(present(doc, fact), fact),
  },
  families: { touchpoint: met },
  any: present,
  bounded,
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
    ['unit', 'owner'],
    ['stage', 'stageSince'],
    // Counts by stage of a status read these alone.
    ['stage', 'unit', 'status', 'passiveFrom', 'lostFrom'],
    ['stageSince'],
    ['unit', 'stageSince'],
    ['passiveFrom'],
  ],
  valued: {
    columns: { incomeGroupMinor: 'integer' },
    indexes: [['incomeGroupMinor'], ['unit', 'incomeGroupMinor']],
    of: ({ income }, worth) => ({ incomeGroupMinor: worthOfSums([income], worth).groupMinor }),
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
