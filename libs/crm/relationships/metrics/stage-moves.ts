/** Moves along the ladder; ending and being reopened are no steps on it. */
import type { Contribution, Fact } from '#kernel'
import { stages } from '../../organization/events/group.events.js'
import type { RelationshipDocument } from '../relationships.view.js'

type Doc = RelationshipDocument

/** Counts a change of stage upwards (1) or downwards (-1), under the stage it leads to. */
export const moves =
  (direction: 1 | -1) =>
  (before: Doc | undefined, after: Doc | undefined, { at, type }: Fact): Contribution[] => {
    if (!after || type !== 'relationship.stage-changed') return []
    const steps = stages.indexOf(after.stage) - stages.indexOf(before?.stage ?? 'identified')
    return Math.sign(steps) === direction ? [{ on: at, unit: after.unit, member: after.owner, stage: after.stage }] : []
  }
