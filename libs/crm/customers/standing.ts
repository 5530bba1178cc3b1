/** What all units together have with a customer: the part of its document that lists sort and filter by. */
import type { AnyFact, Fact, PricedMoney } from '#kernel'
import { rankOf, type Stage } from '../organization/events/group.events.js'

export interface CustomerStanding {
  /** Stage by unit; a unit without a decision is at identified. */
  stages: Record<string, Stage>
  /** The most advanced of them. */
  topStage?: Stage
  /** -1 while no unit deals with it, 0 ended, 1 identified … 6 integrated. */
  stageRank: number
  lastTouch?: string
  /** Value by opportunity, in group currency; those that were decided are closed. */
  opportunities: Record<string, { open: boolean; groupMinor: number }>
  openCount: number
  openGroupMinor: number
}

export const noStanding: CustomerStanding = {
  stages: {},
  stageRank: -1,
  opportunities: {},
  openCount: 0,
  openGroupMinor: 0,
}

/** The document with a unit's stage. */
export function standing<D extends CustomerStanding>(doc: D, { unit }: AnyFact, stage: Stage): D {
  if (unit === undefined) return doc
  const now = { ...doc.stages, [unit]: stage }
  const topStage = Object.values(now).reduce((top, one) => (rankOf(one) > rankOf(top) ? one : top))
  return { ...doc, stages: now, topStage, stageRank: rankOf(topStage) }
}

/** The document with what is stated of an opportunity; what is left out stays. */
export function offered<D extends CustomerStanding>(
  doc: D,
  { entity }: AnyFact,
  { open, value }: { open?: boolean; value?: PricedMoney },
): D {
  const before = doc.opportunities[entity] ?? { open: true, groupMinor: 0 }
  const now = { open: open ?? before.open, groupMinor: value ? (value.groupMinor ?? 0) : before.groupMinor }
  const opportunities = { ...doc.opportunities, [entity]: now }
  const still = Object.values(opportunities).filter((one) => one.open)
  return {
    ...doc,
    opportunities,
    openCount: still.length,
    openGroupMinor: still.reduce((sum, one) => sum + one.groupMinor, 0),
  }
}

/** The document after a touch. */
export const met = <D extends CustomerStanding>(doc: D, { at }: Fact<string, unknown>): D => ({ ...doc, lastTouch: at })
