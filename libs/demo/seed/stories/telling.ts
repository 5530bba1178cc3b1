/** What stories are told with: years counted from the beginning, a rhythm of contact, plans that lie ahead. */
import type { InventedTopic } from '../../texts/vocabulary.js'
import { calendarInstantOf, plusDays, workdayAfter } from '../plan/calendar.js'
import { type Colleague, contextOf, type Relation, type World } from '../plan/world.js'
import type { Mood } from '../work/touchpoints/encounter.js'
import { emailTouch, meetingTouch, phoneCallTouch, quickNote } from '../work/touchpoints/touches.js'
import { plannedVisit } from '../work/touchpoints/visits.js'

const daysInYear = 365.25

/** The first working day at so many years after the beginning. */
export const dayAt = ({ first }: World, years: number): string => dayAfter(first, years * daysInYear)

/** The first working day at so many days after another. */
export const dayAfter = (first: string, days: number): string => workdayAfter(plusDays(first, Math.round(days) - 1), 1)

export interface Rhythm {
  /** Days between which they are in touch. */
  from: string
  to: string
  /** So many days lie between two touches. */
  every: number
  /** What they talk about, if not about whatever fits them. */
  topics?: readonly InventedTopic[]
  mood?: Mood
  /** Which of the goods bought, by code. */
  about?: readonly string[]
}

/** Keeps in touch: calls, emails, notes, meetings and visits by those who deal with the customer. */
export function keepInTouch(world: World, relation: Relation, { from, to, every, topics, mood, about }: Rhythm): void {
  const kinds = [phoneCallTouch, phoneCallTouch, emailTouch, quickNote, meetingTouch]
  const { random } = world
  for (let day = workdayAfter(from, 0); day < to; ) {
    const topic = topics && random.pick(topics)
    const touching = { relation, member: random.pick(relation.team), day, topic, mood, about }
    if (random.chance(0.3)) plannedVisit(world, touching)
    else random.pick(kinds)(world, touching)
    day = workdayAfter(day, Math.max(1, Math.round(every * (0.6 + 0.8 * random.next()))))
  }
}

/** Says something about the relationship on a day, by its owner. */
export function decide(world: World, relation: Relation, said: { on: string; command: string; body: object }): void {
  const at = world.agenda.momentOf(said.on)
  const { command, body } = said
  world.agenda.say({ at, as: relation.owner.id, category: 'relationship', command, id: relation.id, body })
}

/** Plans a visit in the coming days, after the end of the history. */
export function planAhead(world: World, relation: Relation, member: Colleague = relation.owner): void {
  const { agenda, end, random, notes } = world
  const { account, unit, place } = relation
  const day = plusDays(end, -random.int(1, 6))
  agenda.say({
    at: agenda.momentOf(day),
    as: member.id,
    category: 'touchpoint',
    command: 'plan',
    id: agenda.id(),
    body: {
      kind: 'visit',
      customers: [account.id],
      unit,
      function: member.function,
      channel: 'in-person',
      startedBy: 'we-unasked',
      place,
      startsAt: calendarInstantOf(workdayAfter(end, random.int(1, 6)), random.int(14, 26) * 30),
      goal: notes.in(member.language).occasion('visitGoal', contextOf(relation, end), 'hear-plans'),
    },
  })
}
