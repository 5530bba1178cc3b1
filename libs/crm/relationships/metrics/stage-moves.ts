/** Moves along the ladder; ended is no rung of it, so that ending and being reopened are no steps. */
import type { Contribution, Fact } from '#kernel'
import { rankOf } from '../../organization/events/group.events.js'
import type { RelationshipDocument } from '../relationships.view.js'

type Doc = RelationshipDocument

/** Where on the ladder a relationship stands; of one that has ended, where it stood before. */
function rungOf({ stage, stageBefore }: Pick<Doc, 'stage' | 'stageBefore'>): number {
  const stood = stage === 'ended' ? stageBefore : stage
  return rankOf(stood === undefined || stood === 'ended' ? 'identified' : stood)
}

/** Counts a change of stage upwards (1) or downwards (-1), under the stage it leads to. */
export const moves =
  (direction: 1 | -1) =>
  (
    before: Doc | undefined,
    after: Doc | undefined,
    { at, type }: Fact,
  ): Contribution<'unit' | 'member' | 'stage'>[] => {
    if (!after || after.stage === 'ended' || type !== 'relationship.stage-changed') return []
    const steps = rankOf(after.stage) - rungOf(before ?? { stage: 'identified' })
    return Math.sign(steps) === direction ? [{ on: at, unit: after.unit, member: after.owner, stage: after.stage }] : []
  }
