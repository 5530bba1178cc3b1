/** What the group decides for all its units: currency, ladder, life-cycle rule, who sees whose history. */
import {
  Choice,
  Code,
  Currency,
  defineEvents,
  Flag,
  Id,
  Integer,
  Label,
  Language,
  ListOf,
  Optional,
  Text,
  TimeZone,
} from '#kernel'

export const stages = [
  'identified',
  'exploratory',
  'basic',
  'cooperative',
  'interdependent',
  'integrated',
  'ended',
] as const
export type Stage = (typeof stages)[number]

/** From the least deep; ended is least. */
export const byDepth: readonly Stage[] = ['ended', ...stages.filter((stage) => stage !== 'ended')]

/** 0 ended, 1 identified … 6 integrated. */
export const rankOf = (stage: Stage): number => (stage === 'ended' ? 0 : stages.indexOf(stage) + 1)

export const historySettings = ['shared', 'own'] as const

/** Field groups of a customer that one system owns. */
export const fieldGroups = ['name', 'address', 'identifiers', 'sector', 'size', 'contact-details'] as const
export type FieldGroup = (typeof fieldGroups)[number]

export class GroupFounded {
  @Label() name!: string
  @Currency() currency!: string
  /** IANA time zone of headquarters. */
  @TimeZone() timeZone!: string
  @Language() language!: string
  /** Made by the generator on a simulated clock; no real customer is in it. */
  @Optional() @Flag() simulated?: boolean
}

/** How many relationships one unit wants at a stage. */
export class UnitTarget {
  @Id('unit') unit!: string
  @Integer({ min: 0, max: 1_000_000 }) target!: number
}

export class LadderStep {
  @Choice(stages) stage!: Stage
  /** What the group calls it. */
  @Optional() @Label({ max: 60 }) name?: string
  /** How many relationships the group wants there. */
  @Optional() @Integer({ min: 0, max: 1_000_000 }) target?: number
  /** How many of them units want that have targets of their own. */
  @Optional() @ListOf(UnitTarget, { max: 200 }) units?: UnitTarget[]
}

export class LadderSet {
  @ListOf(LadderStep, { max: 7 }) steps!: LadderStep[]
}

export class LifeCycleSet {
  /** Without income for so long, a continuing customer is passive. */
  @Integer({ min: 1, max: 240 }) passiveAfterMonths!: number
  /** Without income for so long, a customer is lost. */
  @Integer({ min: 1, max: 480 }) lostAfterMonths!: number
}

export class HistorySet {
  /** `shared`: every unit reads every unit's history; `own`: only its own. */
  @Choice(historySettings) history!: (typeof historySettings)[number]
}

export class OwningSystemSet {
  @Choice(fieldGroups) fieldGroup!: FieldGroup
  /** `kumppani`, or the code of another system. */
  @Id('system') system!: string
  @Optional() @Text({ max: 500 }) why?: string
}

export class SliceSwitched {
  /** Name of a slice; which may be switched, the command knows. */
  @Code() slice!: string
  @Optional() @Id('unit') unit?: string
  @Flag() on!: boolean
}

export const groupEvents = defineEvents(
  'group',
  {
    founded: {
      payload: GroupFounded,
      version: 1,
      examples: [{ name: 'Pohjola Cold', currency: 'EUR', timeZone: 'Europe/Helsinki', language: 'fi' }],
    },
    ladderSet: {
      payload: LadderSet,
      version: 1,
      examples: [{ steps: [{ stage: 'basic', name: 'Customer', target: 400, units: [{ unit: 'fi', target: 120 }] }] }],
    },
    lifeCycleSet: { payload: LifeCycleSet, version: 1, examples: [{ passiveAfterMonths: 24, lostAfterMonths: 48 }] },
    historySet: { payload: HistorySet, version: 1, examples: [{ history: 'shared' }] },
    owningSystemSet: {
      payload: OwningSystemSet,
      version: 1,
      examples: [{ fieldGroup: 'address', system: 'erp', why: 'Invoices are sent from there' }],
    },
    sliceSwitched: {
      payload: SliceSwitched,
      version: 2,
      // The first version named some slices, and no other.
      upcasters: { 1: (data) => data },
      examples: [{ slice: 'customer-projects', unit: 'no', on: true }],
    },
  },
  { published: true },
)
