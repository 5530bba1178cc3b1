/** What is known of a relationship: where it stands, how it got there, and what has been done for it lately. */
import type { AmountSum, Guarded, StatedTime, StatedTimes } from '#kernel'
import type { Stage } from '../organization/events/group.events.js'
import type { StatusCause, StatusFrom } from './life-cycle.js'

/** A relationship is there from the first fact of customer × unit, as identified. */
export interface RelationshipFields {
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
  /** How exactly those instants are known. */
  times: StatedTimes<'stageSince' | 'lastTouch'>
  /** Last touch by function: instant, kind and event. */
  byFunction: Record<string, { at: string; time: StatedTime; kind: string; event: string; count: number }>
}
