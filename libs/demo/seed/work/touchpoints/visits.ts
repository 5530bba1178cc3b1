/** Visits and meetings from their plan to their evaluation: moved, called off, held, structured a day later. */
import { calendarInstantOf, workdayAfter } from '../../plan/calendar.js'
import { contextOf, type World } from '../../plan/world.js'
import type { Act } from '../../run/act.js'
import { encounter, invitedNoteOf, late, remember, type Touching } from './encounter.js'

/** Shares chosen for the demo. */
const share = { moved: 0.13, cancelled: 0.09, evaluated: 0.75, structured: 0.35, mobile: 0.25, reached: 0.72 }

/** A visit or a meeting from its plan to its evaluation; some are moved, some called off. */
export function plannedVisit(world: World, touching: Touching, ahead = world.random.int(3, 16)): Act {
  const { agenda, random, notes } = world
  const { relation, member, day } = touching
  const kind = random.chance(0.75) ? 'visit' : 'meeting'
  const [id, context] = [agenda.id(), contextOf(relation.account, day)]
  const where = { place: relation.account.company.city, channel: 'in-person' }
  const said = { as: member.id, category: 'touchpoint', id }
  const texts = notes.in(member.language)
  let held = workdayAfter(day, ahead)
  const startsAt = calendarInstantOf(held, random.int(14, 26) * 30)
  const { feeling: _, ...planned } = { feeling: '', ...encounter(world, touching) }
  const body = { ...planned, ...where, kind, startsAt, goal: texts.visitGoal(context) }
  const plan = agenda.say({ ...said, at: agenda.momentOf(day), command: 'plan', body })
  const dayBefore = calendarInstantOf(workdayAfter(day, Math.max(1, ahead - 3)), 14 * 60 + 30)
  if (random.chance(share.cancelled)) {
    const by = random.pick(['we', 'they'])
    agenda.say({ ...said, at: dayBefore, command: 'cancel', body: { by, why: texts.nextStep(context) } })
    return plan
  }
  if (random.chance(share.moved)) {
    held = workdayAfter(held, random.int(2, 12))
    const moved = { startsAt: calendarInstantOf(held, random.int(14, 26) * 30), why: texts.nextStep(context) }
    agenda.say({ ...said, at: dayBefore, command: 'move', body: moved })
  }
  return holdVisit(world, { relation, member, day: held }, { id, kind, goal: body.goal, where })
}

interface Held {
  id: string
  kind: string
  goal: string
  where: object
}

function holdVisit(world: World, touching: Touching, { id, kind, goal, where }: Held): Act {
  const { agenda, random, notes } = world
  const { relation, member, day } = touching
  const context = contextOf(relation.account, day)
  const texts = notes.in(member.language)
  const said = { as: member.id, category: 'touchpoint', id }
  const isStructured = random.chance(share.structured)
  const body = {
    ...encounter(world, touching, random.chance(share.mobile)),
    ...where,
    goal,
    durationMinutes: random.int(3, 12) * 15,
    note: invitedNoteOf(world, touching, 'visitNote'),
  }
  const heldAt = calendarInstantOf(day, random.int(13 * 60, 14 * 60 + 50))
  const act = agenda.say({ ...said, ...agenda.told(heldAt, late), command: `hold-${kind}`, body })
  const dayOfRecord = act.at.slice(0, 10)
  if (isStructured) {
    const { situation, ...notes } = texts.meetingNotes(context)
    const structure = { notes: { currentSituation: situation, ...notes } }
    agenda.say({ ...said, at: agenda.momentOf(workdayAfter(dayOfRecord, 1)), command: 'structure', body: structure })
  }
  if (random.chance(share.evaluated)) {
    const reached = random.chance(share.reached)
    const evaluated = { reached, line: texts.evaluation(reached, context) }
    agenda.say({ ...said, at: agenda.momentOf(workdayAfter(dayOfRecord, 1)), command: 'evaluate', body: evaluated })
  }
  return remember(relation, act)
}
