/** What each member does on each working day, and what the days bring to each relationship. */
import { calendarMonthOf, plusDays } from '../plan/calendar.js'
import { type Colleague, type PlannedStage, type Relation, type World, writesHistory } from '../plan/world.js'
import { maybeLead } from './relationships/leading.js'
import { maybeAim, maybeMove, maybeSellFirst } from './relationships/stages.js'
import { learnOfProject } from './sales/projects.js'
import { makePromise } from './sales/promising.js'
import { type DealCourse, sell } from './sales/selling.js'
import type { Touching } from './touchpoints/encounter.js'
import { emailTouch, meetingTouch, phoneCallTouch, privateNoteTouch, quickNote } from './touchpoints/touches.js'
import { plannedVisit } from './touchpoints/visits.js'

type Work = (world: World, touching: Touching) => unknown

const works: readonly (readonly [Work, number])[] = [
  [phoneCallTouch, 30],
  [emailTouch, 22],
  [quickNote, 12],
  [(world, touching) => plannedVisit(world, touching), 21],
  [meetingTouch, 7],
  [(world, touching) => makePromise(world, touching), 7],
  [privateNoteTouch, 1],
]
/** How many things a member records in a day. */
const perDay = [
  [0, 36],
  [1, 42],
  [2, 18],
  [3, 4],
] as const
/** In July most are on leave. */
const inJuly = 0.35
/** Chances per relationship and working day. */
const chances = {
  project: 0.0009,
  opportunity: {
    identified: 0,
    exploratory: 0.003,
    basic: 0.0035,
    cooperative: 0.006,
    interdependent: 0.008,
    integrated: 0.01,
  },
}
/** Whoever works closely with us buys at least so often. */
const buysWithinDays = 300

export function liveDays(world: World): void {
  const members = world.colleagues.filter(writesHistory)
  for (const day of world.workdays) {
    const known = world.relations.filter((relation) => isActive(relation, day))
    for (const member of members) workOf(world, { member, day, known })
    for (const relation of known) happenings(world, relation, day)
  }
}

/** Customers are dealt with once they have been registered, until it ends; stories tell their own. */
const isActive = ({ account, isStoried, hasEnded }: Relation, day: string): boolean =>
  !isStoried && !hasEnded && day > account.from

function workOf(world: World, of: { member: Colleague; day: string; known: readonly Relation[] }): void {
  const { random } = world
  const { member, day } = of
  if (calendarMonthOf(day) === 7 && !random.chance(inJuly)) return
  const own = of.known.filter(({ unit, hasEnded }) => unit === member.unit && !hasEnded)
  if (own.length === 0) return
  const weighted = own.map((relation) => [relation, relation.pace] as const)
  for (let left = random.weighted(perDay); left > 0; left--) {
    random.weighted(works)(world, { relation: random.weighted(weighted), member, day })
  }
}

function happenings(world: World, relation: Relation, day: string): void {
  maybeMove(world, relation, day)
  if (relation.hasEnded) return
  maybeAim(world, relation, day)
  maybeLead(world, relation, day)
  maybeSellFirst(world, relation, day)
  if (relation.stage === 'identified' || endsSoon(relation, day)) return
  if (world.random.chance(chances.opportunity[relation.stage])) sell(world, relation, dealOn(relation, day))
  else if (isClose(relation) && !hasBought(relation, day)) sell(world, relation, { day, outcome: 'won', days: 50 })
  if (world.random.chance(chances.project)) learnOfProject(world, relation, { day })
}

/** Until the first order, which comes with its move, every deal is lost. */
const dealOn = ({ stage }: Relation, day: string): DealCourse =>
  stage === 'exploratory' ? { day, outcome: 'lost' } : { day }

const isClose = ({ stage }: Relation): boolean => closeStages.has(stage)
const closeStages: ReadonlySet<PlannedStage> = new Set(['cooperative', 'interdependent', 'integrated'])

const hasBought = ({ wins }: Relation, day: string): boolean =>
  wins.some((won) => won.day > plusDays(day, -buysWithinDays))

/** Nobody begins a deal with whom it is about to end. */
const endsSoon = ({ course: [next] }: Relation, day: string): boolean =>
  next?.to === 'ended' && next.day < plusDays(day, 260)
