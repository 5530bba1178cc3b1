/** How relationships climb and fall: each change with the touchpoints that show it, and a reason where one is due. */
import { plusDays, workdayAfter } from '../../plan/calendar.js'
import { ladder } from '../../plan/courses.js'
import { contextOf, type PlannedStage, type Relation, type World } from '../../plan/world.js'
import { sell } from '../sales/selling.js'

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

/** Moves on when its course says so: to basic once the first order is there. */
export function maybeMove(world: World, relation: Relation, day: string): void {
  const [next] = relation.course
  if (!next || next.day > day) return
  relation.course.shift()
  if (next.to === 'ended') {
    end(world, relation, day)
    return
  }
  const list = ladder.indexOf(next.to) > ladder.indexOf(relation.stage) ? 'stageUp' : 'stageDown'
  const why = world.notes.in(relation.owner.language).occasion(list, contextOf(relation, day), next.to)
  moveStage(world, relation, { to: next.to, day, why })
}

/** How many days before it is to become basic the first order is worked at, and after how many it is delivered. */
const [workedAtBefore, delivered] = [110, 45]

/** Sells the first thing to whoever is to be at basic soon; the move waits for it. */
export function maybeSellFirst(world: World, relation: Relation, day: string): void {
  const [next] = relation.course
  if (next?.to !== 'basic' || relation.wins.length > 0 || day < plusDays(next.day, -workedAtBefore)) return
  const closing = sell(world, relation, { day, outcome: 'won', days: 60 })
  const earliest = workdayAfter(closing, delivered)
  if (next.day < earliest) next.day = earliest
}

function end(world: World, relation: Relation, day: string): void {
  const by = world.random.pick(['we', 'they'] as const)
  const why = world.notes.in(relation.owner.language).occasion('endedReason', { ...contextOf(relation, day), by })
  const body = { by, how: by === 'we' ? 'ran-its-course' : 'broken-off', why }
  const said = { at: world.agenda.momentOf(day), as: relation.owner.id, category: 'relationship', id: relation.id }
  world.agenda.say({ ...said, command: 'end', body })
  relation.hasEnded = true
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
