/** What stories are told with: days counted from the beginning, a rhythm of contact, plans that lie ahead. */
import { calendarInstantOf, plusDays, workdayAfter } from '../plan/calendar.js'
import { type Colleague, contextOf, type Relation, type World } from '../plan/world.js'
import { emailTouch, meetingTouch, phoneCallTouch, quickNote } from '../work/touchpoints/touches.js'
import { plannedVisit } from '../work/touchpoints/visits.js'

/** The first working day at so many days after the beginning. */
export const dayAt = ({ first }: World, days: number): string => workdayAfter(plusDays(first, days - 1), 1)

/** Days from the beginning, and how many lie between two touches. */
export interface Rhythm {
  from: number
  to: number
  every: number
}

/** Keeps in touch: calls, emails, notes, meetings and visits by those who deal with the customer. */
export function keepInTouch(world: World, relation: Relation, { from, to, every }: Rhythm): void {
  const kinds = [phoneCallTouch, phoneCallTouch, emailTouch, quickNote, meetingTouch]
  for (let at = from; at < to; at += Math.max(1, Math.round(every * (0.6 + 0.8 * world.random.next())))) {
    const touching = { relation, member: world.random.pick(relation.team), day: dayAt(world, at) }
    if (world.random.chance(0.3)) plannedVisit(world, touching)
    else world.random.pick(kinds)(world, touching)
  }
}

/** Says something about the relationship on a day, by its owner unless told. */
export function decide(world: World, relation: Relation, said: { on: number; command: string; body: object }): void {
  const at = world.agenda.momentOf(dayAt(world, said.on))
  const { command, body } = said
  world.agenda.say({ at, as: relation.owner.id, category: 'relationship', command, id: relation.id, body })
}

/** Plans a visit in the coming days, after the end of the history. */
export function planAhead(world: World, relation: Relation, member: Colleague = relation.owner): void {
  const { agenda, end, random, notes } = world
  const { account, unit } = relation
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
      place: account.company.city,
      startsAt: calendarInstantOf(workdayAfter(end, random.int(1, 6)), random.int(14, 26) * 30),
      goal: notes.in(member.language).visitGoal(contextOf(account, end)),
    },
  })
}
