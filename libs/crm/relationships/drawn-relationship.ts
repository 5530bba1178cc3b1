/** What a relationship draws in the score: its stage, its target, who leads it, its life-cycle status. */
import type { Drawing, Drawn } from '#kernel'
import type { Stage } from '../organization/events/group.events.js'
import type { StatusCause, StatusFrom } from './rules/life-cycle.js'

/** What of a relationship its lines follow from. */
interface Doc {
  unit: string
  stage: Stage
  ended?: { by: string; how: string }
  target?: { stage: Stage; by?: string }
  owner?: string
  keyAccount: boolean
  causes: StatusCause[]
  schedule: StatusFrom[]
  passiveFrom?: string
  lostFrom?: string
}

function stageOf({ unit, stage, ended }: Doc): Drawn {
  return { line: 'stage', unit, says: { stage, ...(ended && { by: ended.by, how: ended.how }) } }
}

/** With the days on which time alone changes it. */
function statusOf({ unit, schedule, passiveFrom, lostFrom }: Doc): Drawn[] {
  const [first] = schedule
  return first ? [{ line: 'status', unit, says: { status: first.status, passiveFrom, lostFrom } }] : []
}

export const drawnRelationship: Drawing<Doc> = {
  follows: ['unit', 'stage', 'ended', 'target', 'owner', 'keyAccount', 'causes', 'schedule'],
  of: (doc) => {
    const { unit, target, owner, keyAccount } = doc
    return [
      stageOf(doc),
      ...statusOf(doc),
      ...(target ? [{ line: 'target', unit, says: { stage: target.stage, by: target.by } }] : []),
      ...(owner === undefined ? [] : [{ line: 'owner', unit, member: owner }]),
      ...(keyAccount ? [{ line: 'key-account', unit }] : []),
    ]
  },
}
