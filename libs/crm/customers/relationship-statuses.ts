/** What all units together have with a customer: the part of its document that lists sort and filter by. */
import type { AnyFact, Fact, PricedMoney } from '#kernel'
import { rankOf, type Stage } from '../organization/events/group.events.js'

export interface RelationshipStatuses {
  /** Stage by unit; a unit without a decision is at identified. */
  stages: Record<string, Stage>
  /** The most advanced of them. */
  topStage?: Stage
  /** -1 while no unit deals with it, 0 ended, 1 identified … 6 integrated. */
  stageRank: number
  /** Last touch by unit. */
  touches: Record<string, string>
  lastTouch?: string
  /** Value by opportunity, in group currency; those that were decided are closed. */
  opportunities: Record<string, { unit: string; open: boolean; groupMinor: number }>
  openCount: number
  openGroupMinor: number
}

export const noStatuses: RelationshipStatuses = {
  stages: {},
  stageRank: -1,
  touches: {},
  opportunities: {},
  openCount: 0,
  openGroupMinor: 0,
}

type Stages = Pick<RelationshipStatuses, 'stages' | 'topStage' | 'stageRank'>
type Offered = Pick<RelationshipStatuses, 'opportunities' | 'openCount' | 'openGroupMinor'>

function stagesOf(stages: RelationshipStatuses['stages']): Stages {
  const [first, ...others] = Object.values(stages)
  if (first === undefined) return { stages, stageRank: noStatuses.stageRank }
  const topStage = others.reduce((top, one) => (rankOf(one) > rankOf(top) ? one : top), first)
  return { stages, topStage, stageRank: rankOf(topStage) }
}

function offersOf(opportunities: RelationshipStatuses['opportunities']): Offered {
  const still = Object.values(opportunities).filter((one) => one.open)
  const openGroupMinor = still.reduce((sum, one) => sum + one.groupMinor, 0)
  return { opportunities, openCount: still.length, openGroupMinor }
}

/** The document with a unit's stage. */
export const withStatus = <D extends RelationshipStatuses>(doc: D, { unit }: AnyFact, stage: Stage): D =>
  unit === undefined ? doc : { ...doc, ...stagesOf({ ...doc.stages, [unit]: stage }) }

/** The document with what is stated of an opportunity; what is left out stays. */
export function offered<D extends RelationshipStatuses>(
  doc: D,
  { entity, unit = '' }: AnyFact,
  { open, value }: { open?: boolean; value?: PricedMoney },
): D {
  const before = doc.opportunities[entity] ?? { open: true, groupMinor: 0 }
  const now = { unit, open: open ?? before.open, groupMinor: value ? (value.groupMinor ?? 0) : before.groupMinor }
  return { ...doc, ...offersOf({ ...doc.opportunities, [entity]: now }) }
}

/** The document after a touch. */
export const met = <D extends RelationshipStatuses>(doc: D, { at, unit = '' }: Fact<string, unknown>): D => ({
  ...doc,
  touches: { ...doc.touches, [unit]: at },
  lastTouch: at,
})

/** What those units together have with the customer that `reads` names. */
export function statusesOf(
  { stages, touches, opportunities }: RelationshipStatuses,
  reads: (unit: string) => boolean,
): RelationshipStatuses {
  const own = <V>(byUnit: Record<string, V>, unitOf: (unit: string, value: V) => string): Record<string, V> =>
    Object.fromEntries(Object.entries(byUnit).filter(([key, value]) => reads(unitOf(key, value))))
  const touched = own(touches, (unit) => unit)
  return {
    ...stagesOf(own(stages, (unit) => unit)),
    ...offersOf(own(opportunities, (_, { unit }) => unit)),
    touches: touched,
    lastTouch: Object.values(touched).sort().at(-1),
  }
}
