/** What members promise, and what becomes of it: kept in time, kept late, moved, handed over, withdrawn or left to break. */
import type { OccasionList } from '../../../texts/vocabulary.js'
import { calendarInstantOf, workdayAfter } from '../../plan/calendar.js'
import { type Colleague, contextOf, type World } from '../../plan/world.js'
import { peopleOn, type Touching } from '../touchpoints/encounter.js'

/** What becomes of a promise, and how often; chosen for the demo. */
export const fates = [
  ['kept', 66],
  ['kept-late', 13],
  ['moved', 8],
  ['handed-over', 5],
  ['declined', 2],
  ['withdrawn', 3],
  ['broken', 3],
] as const
export type Fate = (typeof fates)[number][0]

interface Promised extends Touching {
  id: string
  /** Day on which it is due. */
  due: string
  /** So many days after that it is kept, where a story tells it. */
  daysLate?: number
  /** How it was kept or why it was given up, where a story tells it. */
  how?: string
}

/** Promises something on a day. Most are kept within some days. */
export function makePromise(
  world: World,
  touching: Touching & { what?: string; daysLate?: number; how?: string },
  fate: Fate = world.random.weighted(fates),
): string {
  const { agenda, random, notes } = world
  const { relation, member, day } = touching
  const isNextStep = touching.what === undefined && random.chance(0.35)
  const texts = notes.in(member.language)
  const context = contextOf(relation, day)
  const [person] = peopleOn(relation.account, day)
  const due = workdayAfter(day, random.int(4, 20))
  const promised = { ...touching, id: agenda.id(), due }
  say(world, promised, {
    day,
    command: 'make',
    body: {
      customer: relation.account.id,
      unit: relation.unit,
      what: touching.what ?? (isNextStep ? texts.nextStep(context) : texts.promise(context)),
      kind: isNextStep ? 'next-step' : 'promise',
      clock: random.chance(0.3) ? 'business' : 'calendar',
      due: calendarInstantOf(due, 15 * 60),
      ...(person ? { contact: person.id } : {}),
    },
  })
  follow[fate](world, promised)
  return promised.id
}

interface Saying {
  day: string
  command: string
  body: object
  /** The promise's member unless told. */
  as?: Colleague
}

function say(world: World, { id, member }: Promised, { day, command, body, as = member }: Saying): void {
  world.agenda.say({ at: world.agenda.momentOf(day), as: as.id, category: 'promise', command, id, body })
}

const keep = (world: World, promised: Promised, on: { day: string; as?: Colleague }): void => {
  const { day, as } = on
  const told = world.random.chance(0.3) ? occasion(world, promised, { list: 'promiseKept', ...on }) : undefined
  const how = promised.how ?? (told && world.notes.ifNews(promised.relation.account, told, day))
  say(world, promised, { day, as, command: 'keep', body: how ? { how } : {} })
}

/** Why it went as it did, in the words of whoever says so. */
function occasion(
  world: World,
  { relation, member }: Promised,
  { list, day, as = member }: { list: OccasionList; day: string; as?: Colleague },
): string {
  return world.notes.in(as.language).occasion(list, contextOf(relation, day))
}

const colleagueOf = ({ relation, member }: Promised): Colleague =>
  relation.team.find((one) => one !== member) ?? relation.owner

/** The next three working days. */
function daysAfter({ day }: Promised): readonly [string, string, string] {
  const next = workdayAfter(day, 1)
  const second = workdayAfter(next, 1)
  return [next, second, workdayAfter(second, 1)]
}

/** Each is told after the promise was made, always on later days. */
const follow: Readonly<Record<Fate, (world: World, promised: Promised) => void>> = {
  kept: (world, p) => keep(world, p, { day: workdayAfter(p.day, world.random.int(1, 4)) }),
  'kept-late': (world, p) => keep(world, p, { day: workdayAfter(p.due, p.daysLate ?? world.random.int(1, 12)) }),
  moved: (world, p) => {
    const [day, due] = [workdayAfter(p.day, 2), workdayAfter(p.due, 10)]
    const agreed = occasion(world, p, { list: 'promiseMoved', day })
    say(world, p, { day, command: 'reschedule', body: { due: calendarInstantOf(due, 15 * 60), agreed } })
    keep(world, p, { day: workdayAfter(p.due, 3) })
  },
  'handed-over': (world, p) => {
    const [to, days] = [colleagueOf(p), daysAfter(p)]
    say(world, p, { day: days[0], command: 'handOver', body: { to: to.id } })
    say(world, p, { day: days[1], command: 'accept', body: {}, as: to })
    keep(world, p, { day: days[2], as: to })
  },
  declined: (world, p) => {
    const [to, days] = [colleagueOf(p), daysAfter(p)]
    say(world, p, { day: days[0], command: 'handOver', body: { to: to.id } })
    say(world, p, { day: days[1], command: 'decline', body: {}, as: to })
    keep(world, p, { day: days[2] })
  },
  withdrawn: (world, p) => {
    const day = workdayAfter(p.day, 2)
    const why = occasion(world, p, { list: 'promiseWithdrawn', day })
    say(world, p, { day, command: 'withdraw', body: { why } })
  },
  // It is given up months later; the latest are still waited for.
  broken: (world, p) => {
    const day = workdayAfter(p.due, world.random.int(50, 90))
    const why = p.how ?? occasion(world, p, { list: 'promiseLapsed', day })
    say(world, p, { day, command: 'withdraw', body: { why } })
  },
}
