/** What is known of a relationship: where it stands, how it got there, and what has been done for it lately. */
import type { Guarded, StatedTime, StatedTimes } from '#kernel'
import type { Offered } from '../../families/handover.js'
import type { Stage } from '../../organization/events/group.events.js'
import type { Earnings } from '../earnings.js'
import type { SparkKept } from './spark.js'

/** A relationship is there from the first fact of customer × unit, as identified. */
/** Of one function. */
export interface LastTouch {
  at: string
  time: StatedTime
  kind: string
  event: string
  /** What was recorded, by whom, and in which language where that is said. */
  record: string
  actor: string
  language?: string
  /** How many there are in all. */
  count: number
}

export interface RelationshipFields extends Earnings, Offered {
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
  touches: number
  lastTouch?: string
  /** How exactly those instants are known. */
  times: StatedTimes<'stageSince' | 'lastTouch'>
  /** By function. */
  byFunction: Record<string, LastTouch>
  /** For lists: its score in small. */
  spark: SparkKept
}
