/** Visits and meetings from their plan to their evaluation: moved, called off, held, structured a day later. */
import type { InventedTopic, TextContext, VisitGoal, VisitTexts } from '../../../texts/vocabulary.js'
import { calendarInstantOf, calendarMonthOf, plusDays, workdayAfter } from '../../plan/calendar.js'
import { habitsOf } from '../../plan/habits.js'
import {
  contextOf,
  isCustomerOn,
  isMonitoredOnly,
  type PlannedPerson,
  type Relation,
  type World,
} from '../../plan/world.js'
import type { Act } from '../../run/act.js'
import {
  contextsOfTouch,
  encounter,
  feelingOf,
  minutesOf,
  peopleOn,
  remember,
  type Touching,
  withPerson,
} from './encounter.js'

/** Shares chosen for the demo. */
const share = { moved: 0.13, cancelled: 0.09, structured: 0.35, mobile: 0.25, reached: 0.72 }

/** What the talk turns to, by what a visit is for. */
const topics: Partial<Record<VisitGoal, InventedTopic>> = {
  'hear-plans': 'project',
  'agree-pilot': 'records',
  'review-year': 'service',
  present: 'energy',
  'settle-complaint': 'complaint',
}

/** A visit or a meeting from its plan to its evaluation; some are moved, some called off. */
export function plannedVisit(world: World, of: Touching, ahead = world.random.int(3, 16)): Act {
  const { agenda, random } = world
  const { relation, member, day } = of
  const kind = random.chance(0.75) ? 'visit' : 'meeting'
  const [id, aim, firstDay] = [agenda.id(), aimOf(world, of), workdayAfter(day, ahead)]
  const fate = fateOf(world, firstDay)
  const touching = aim === 'get-acquainted' ? { ...of, person: newcomerOf(of) } : withPerson(world, of, fate.day)
  const texts = textsOf(world, { ...touching, day: fate.day, topic: touching.topic ?? topics[aim] }, aim)
  const said = { as: member.id, category: 'touchpoint', id }
  const planned = encounter(world, touching)
  const { startedBy, direction } = planned
  const where = { place: relation.place, channel: 'in-person', startedBy, direction }
  const startsAt = calendarInstantOf(firstDay, random.int(14, 26) * 30)
  const body = { ...planned, ...where, kind, startsAt, goal: texts.goal }
  const plan = agenda.say({ ...said, at: agenda.momentOf(day), command: 'plan', body })
  const dayBefore = calendarInstantOf(workdayAfter(day, Math.max(1, ahead - 3)), 14 * 60 + 30)
  if (fate.command) agenda.say({ ...said, at: dayBefore, command: fate.command, body: changed(world, touching, fate) })
  if (fate.command === 'cancel') return plan
  return holdVisit(world, { ...touching, day: fate.day }, { id, kind, aim, where, texts })
}

interface PlanFate {
  command?: 'cancel' | 'move'
  /** On which it is held. */
  day: string
}

function fateOf({ random }: World, day: string): PlanFate {
  if (random.chance(share.cancelled)) return { command: 'cancel', day }
  return random.chance(share.moved) ? { command: 'move', day: workdayAfter(day, random.int(2, 12)) } : { day }
}

/** Why it was called off, or to when it was moved. */
function changed(world: World, { relation, member, day: planned }: Touching, { command, day }: PlanFate): object {
  const { random, notes } = world
  const [texts, context] = [notes.in(member.language), contextOf(relation, planned)]
  const by = random.pick(['we', 'they'] as const)
  if (command === 'cancel') return { by, why: texts.occasion('visitCancelled', { ...context, by }) }
  const startsAt = calendarInstantOf(day, random.int(14, 26) * 30)
  return { startsAt, why: texts.occasion('visitMoved', context) }
}

interface AboutVisit extends VisitTexts {
  context: TextContext
}

function textsOf(world: World, touching: Touching, aim: VisitGoal): AboutVisit {
  const draw = contextsOfTouch(world, touching)
  const texts = world.notes.in(touching.member.language)
  const write = () => {
    const context = draw()
    return { ...texts.visit(aim, context), context }
  }
  const { account } = touching.relation
  return world.notes.fresh(account, touching.day, write, ({ note, goal }) => [note, goal])
}

/** What a visit may be for on a day, where its topic is not told. */
function aimOf(world: World, touching: Touching): VisitGoal {
  const { topic } = touching
  if (topic === 'complaint') return 'settle-complaint'
  if (topic === 'project') return 'hear-plans'
  const fitting = aimsOn(world, touching).filter((aim) => !topic || (topics[aim] ?? topic) === topic)
  return world.random.pick(fitting)
}

/** Nobody complains of what they have not bought. */
function aimsOn(world: World, { relation, member, day }: Touching): VisitGoal[] {
  const isYearEnd = [11, 12].includes(calendarMonthOf(day))
  const forAll: VisitGoal[] = ['hear-concern']
  if (!isMonitoredOnly(relation)) forAll.push('hear-plans', 'present')
  if (newcomerOf({ relation, member, day })) forAll.push('get-acquainted')
  const forCustomers = [...forAll]
  const complains = world.notes.in(member.language).tellsOf('complaint', contextOf(relation, day))
  if (complains) forCustomers.push('settle-complaint')
  if (relation.pilot === undefined) forCustomers.push('agree-pilot')
  if (isYearEnd) forCustomers.push('review-year', 'review-year')
  return isCustomerOn(relation, day) ? forCustomers : forAll
}

/** Whoever has not been there long and stays. */
function newcomerOf({ relation, day }: Touching): PlannedPerson | undefined {
  const { isLately, isStaying } = {
    isLately: ({ from }: PlannedPerson) => plusDays(from, 120) > day,
    isStaying: ({ until }: PlannedPerson) => plusDays(day, 60) < until,
  }
  return peopleOn(relation.account, day).find((person) => isLately(person) && isStaying(person))
}

interface Held {
  id: string
  kind: string
  aim: VisitGoal
  where: object
  texts: AboutVisit
}

function holdVisit(world: World, touching: Touching, { id, kind, aim, where, texts }: Held): Act {
  const { agenda, random, notes } = world
  const { relation, member, day, mood } = touching
  const habits = habitsOf[relation.unit]
  const said = { as: member.id, category: 'touchpoint', id }
  const { goal, note, context } = texts
  const met = { ...encounter(world, touching, random.chance(share.mobile)), ...feelingOf(world, mood, context.topic) }
  const body = { ...met, ...where, goal, durationMinutes: minutesOf(note) ?? random.int(3, 12) * 15, note }
  const heldAt = calendarInstantOf(day, random.int(13 * 60, 14 * 60 + 50))
  const act = agenda.say({ ...said, ...agenda.told(heldAt, habits), command: `hold-${kind}`, body })
  const nextDay = workdayAfter(act.at.slice(0, 10), 1)
  if (random.chance(share.structured)) {
    const { post: _, ...about } = context
    const { situation, ...further } = notes.in(member.language).meetingNotes(about)
    const told = Object.entries({ currentSituation: situation, ...further })
    const news = told.filter(([, text]) => notes.ifNews(relation.account, text, day) !== undefined)
    const structure = { notes: Object.fromEntries(news) }
    if (news.length > 0) agenda.say({ ...said, at: agenda.momentOf(nextDay), command: 'structure', body: structure })
  }
  if (random.chance(habits.evaluated)) {
    const reached = mood !== 'bad' && random.chance(share.reached)
    const line = notes.ifNews(relation.account, reached ? texts.reached : texts.missed, day)
    const evaluated = { reached, ...(line ? { line } : {}) }
    agenda.say({ ...said, at: agenda.momentOf(nextDay), command: 'evaluate', body: evaluated })
    if (reached && aim === 'agree-pilot') tryOut(relation, day)
  }
  return remember(relation, act)
}

/** Sensors are put up some weeks after it was agreed, for three months. */
function tryOut(relation: Relation, day: string): void {
  const from = workdayAfter(day, 30)
  relation.pilot ??= { from, until: plusDays(from, 85) }
}
