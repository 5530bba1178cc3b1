/** What each member does on each working day, and what the days bring to each relationship. */
import { calendarMonthOf } from '../plan/calendar.js'
import { type Colleague, type Relation, type World, writesHistory } from '../plan/world.js'
import { maybeLead } from './relationships/leading.js'
import { maybeAim, maybeMove } from './relationships/stages.js'
import { learnOfProject } from './sales/projects.js'
import { makePromise } from './sales/promising.js'
import { sell } from './sales/selling.js'
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
const chances = { opportunity: 0.0042, project: 0.0009 }

export function liveDays(world: World): void {
  const members = world.colleagues.filter(writesHistory)
  for (const day of world.workdays) {
    const known = world.relations.filter((relation) => isActive(relation, day))
    for (const member of members) workOf(world, { member, day, known })
    for (const relation of known) happenings(world, relation, day)
  }
}

/** Customers are dealt with once they have been registered; stories tell their own. */
const isActive = ({ account, isStoried }: Relation, day: string): boolean => !isStoried && day > account.from

function workOf(world: World, of: { member: Colleague; day: string; known: readonly Relation[] }): void {
  const { random } = world
  const { member, day } = of
  if (calendarMonthOf(day) === 7 && !random.chance(inJuly)) return
  const own = of.known.filter(({ unit }) => unit === member.unit)
  if (own.length === 0) return
  const weighted = own.map((relation) => [relation, relation.pace] as const)
  for (let left = random.weighted(perDay); left > 0; left--) {
    random.weighted(works)(world, { relation: random.weighted(weighted), member, day })
  }
}

function happenings(world: World, relation: Relation, day: string): void {
  maybeMove(world, relation, day)
  maybeAim(world, relation, day)
  maybeLead(world, relation, day)
  if (relation.stage === 'identified') return
  if (world.random.chance(chances.opportunity)) sell(world, relation, { day })
  if (world.random.chance(chances.project)) learnOfProject(world, relation, day)
}
