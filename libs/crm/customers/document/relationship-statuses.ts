/** What all units together have with a customer: the part of its document that lists sort and filter by. */
import { type AnyFact, type Fact, type StatedTime, timeStatedBy } from '#kernel'
import { rankOf, type Stage } from '../../organization/events/group.events.js'
import { noOffers, type OpenOffers, offersOf } from './open-offers.js'

export interface RelationshipStatuses extends OpenOffers {
  /** Stage by unit; a unit without a decision is at identified. */
  stages: Record<string, Stage>
  /** The most advanced of them. */
  topStage?: Stage
  /** -1 while no unit deals with it, 0 ended, 1 identified … 6 integrated. */
  stageRank: number
  /** Last touch by unit. */
  touches: Record<string, string>
  lastTouch?: string
  /** How exactly it is known. */
  lastTouchTime?: StatedTime
  /** That of each unit, where it is not known to the instant. */
  touchTimes: Record<string, StatedTime>
}

export const noStatuses: RelationshipStatuses = {
  stages: {},
  stageRank: -1,
  touches: {},
  touchTimes: {},
  ...noOffers,
}

type Stages = Pick<RelationshipStatuses, 'stages' | 'topStage' | 'stageRank'>

function stagesOf(stages: RelationshipStatuses['stages']): Stages {
  const [first, ...others] = Object.values(stages)
  if (first === undefined) return { stages, stageRank: noStatuses.stageRank }
  const topStage = others.reduce((top, one) => (rankOf(one) > rankOf(top) ? one : top), first)
  return { stages, topStage, stageRank: rankOf(topStage) }
}

/** The document with a unit's stage. */
export const withStatus = <D extends RelationshipStatuses>(doc: D, { unit }: AnyFact, stage: Stage): D =>
  unit === undefined ? doc : { ...doc, ...stagesOf({ ...doc.stages, [unit]: stage }) }

/** The document after a touch. */
export function met<D extends RelationshipStatuses>(doc: D, fact: Fact<string, unknown>): D {
  const { at, unit = '' } = fact
  const time = timeStatedBy(fact)
  const touches = { ...doc.touches, [unit]: at }
  const { [unit]: _, ...others } = doc.touchTimes
  const touchTimes = time.precision === 'instant' ? others : { ...others, [unit]: time }
  return { ...doc, touches, lastTouch: at, touchTimes, lastTouchTime: time }
}

/** What those units together have with the customer that `reads` names. */
export function statusesOf(doc: RelationshipStatuses, reads: (unit: string) => boolean): RelationshipStatuses {
  const own = <V>(byUnit: Record<string, V>): Record<string, V> =>
    Object.fromEntries(Object.entries(byUnit).filter(([unit]) => reads(unit)))
  const touches = own(doc.touches)
  const times = own(doc.touchTimes)
  const last = Object.entries(touches).reduce<[string, string] | undefined>(
    (latest, one) => (latest && latest[1] >= one[1] ? latest : one),
    undefined,
  )
  return {
    ...stagesOf(own(doc.stages)),
    ...offersOf(doc, reads),
    touches,
    lastTouch: last?.[1],
    touchTimes: times,
    lastTouchTime: times[last?.[0] ?? ''],
  }
}
