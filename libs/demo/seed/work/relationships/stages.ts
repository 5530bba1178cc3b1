/** How relationships climb and fall: each change with the touchpoints that show it, and a reason where one is due. */
import { plusDays } from '../../plan/calendar.js'
import { contextOf, type PlannedStage, type Relation, type World } from '../../plan/world.js'

const ladder: readonly PlannedStage[] = [
  'identified',
  'exploratory',
  'basic',
  'cooperative',
  'interdependent',
  'integrated',
]

/** Chance on a working day that a relationship moves, by stage: the higher, the slower. */
const climbs: Readonly<Record<PlannedStage, number>> = {
  identified: 0.0022,
  exploratory: 0.0018,
  basic: 0.001,
  cooperative: 0.0006,
  interdependent: 0.0002,
  integrated: 0,
}
const falls = 0.00035

export interface StageMove {
  to: PlannedStage
  day: string
  why?: string
}

/** Records the move on its day. */
export function moveStage(world: World, relation: Relation, { to, day, why }: StageMove): void {
  const { agenda } = world
  const at = agenda.momentOf(day)
  const evidence = relation.touches
    .filter((act) => act.at < at && act.command !== 'record-private-note')
    .flatMap(({ id }) => (typeof id === 'string' ? [id] : []))
  const from = relation.stage
  relation.stage = to
  agenda.say({
    at,
    as: relation.owner.id,
    category: 'relationship',
    command: 'changeStage',
    id: relation.id,
    body: { from, to, ...(why ? { why } : {}), ...(evidence.length > 0 ? { evidence: evidence.slice(-3) } : {}) },
  })
}

/** What a working day may bring to a relationship. */
export function maybeMove(world: World, relation: Relation, day: string): void {
  if (relation.isStoried) return
  const { random, notes } = world
  const step = ladder.indexOf(relation.stage)
  const texts = notes.in(relation.owner.language)
  const context = contextOf(relation.account, day)
  const higher = ladder[step + 1]
  const lower = ladder[step - 1]
  if (higher && random.chance(climbs[relation.stage])) {
    moveStage(world, relation, { to: higher, day, why: texts.stageUpReason(context) })
    return
  }
  if (lower && step > 1 && random.chance(falls)) {
    moveStage(world, relation, { to: lower, day, why: texts.stageDownReason(context) })
  }
}

/** Aims: the stage that is wanted next, and by when; set anew once a year or so. */
export function maybeAim(world: World, relation: Relation, day: string): void {
  if (!world.random.chance(0.0012)) return
  const stage = ladder[ladder.indexOf(relation.stage) + 1]
  const by = plusDays(day, world.random.int(150, 500))
  const at = world.agenda.momentOf(day)
  const said = { at, as: relation.owner.id, category: 'relationship', id: relation.id }
  world.agenda.say({ ...said, command: 'setTarget', body: stage ? { stage, by } : {} })
}
