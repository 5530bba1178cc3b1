/** Opportunities from the first hint to won or lost: moved on, priced by lines, shared, now and then taken up again. */
import { calendarInstantOf, plusDays, workdayAfter } from '../../plan/calendar.js'
import { contextOf, type Relation, type World } from '../../plan/world.js'
import type { Act } from '../../run/act.js'
import { peopleOn } from '../touchpoints/encounter.js'
import { type Line, soldLinesOf, worthOf } from './sold-lines.js'

const stagesOf = {
  'product-sale': ['prospecting', 'engaging', 'needs-agreed', 'offered', 'negotiating'],
  'project-sale': ['prospecting', 'engaging', 'specified', 'tendering', 'shortlisted', 'negotiating'],
} as const

const lossReasons = ['price', 'price', 'time', 'product', 'relationship', 'project-dropped', 'other'] as const
/** Invented competitors. */
const rivals = ['Frostkompaniet', 'Isdom', 'Kaltwerk Nord', 'Hyytävä Oy'] as const

/** Chance of winning, by the stage of the relationship. */
const winning = {
  identified: 0.15,
  exploratory: 0.3,
  basic: 0.45,
  cooperative: 0.55,
  interdependent: 0.65,
  integrated: 0.7,
}

/** How an opportunity goes, where a story decides it. */
export interface DealCourse {
  /** Day on which it is opened. */
  day: string
  outcome?: 'won' | 'lost' | 'open'
  /** Days from opening to the end. */
  days?: number
  customerProject?: string
}

interface Selling {
  world: World
  relation: Relation
  id: string
  lines: Line[]
  profile: keyof typeof stagesOf
}

/** Opens an opportunity on a day and plans its whole course; answers its id. */
export function sell(world: World, relation: Relation, course: DealCourse): string {
  const { day } = course
  const { agenda, random, notes } = world
  const id = agenda.id()
  const profile = course.customerProject || random.chance(0.3) ? 'project-sale' : 'product-sale'
  const selling = { world, relation, id, profile, lines: soldLinesOf(world, relation) } as const
  const days = course.days ?? (profile === 'project-sale' ? random.int(60, 260) : random.int(15, 120))
  const texts = notes.in(relation.owner.language)
  const context = contextOf(relation.account, day)
  say(selling, {
    at: agenda.momentOf(day),
    command: 'open',
    body: {
      customer: relation.account.id,
      unit: relation.unit,
      name: texts.opportunityName(context),
      profile,
      stage: 'prospecting',
      owner: relation.owner.id,
      product: selling.lines[0]?.product,
      value: worthOf(selling.lines),
      probability: 20,
      closesOn: plusDays(day, days),
      ...contactsOf(relation, day),
      ...(course.customerProject ? { customerProject: course.customerProject } : {}),
    },
  })
  const end = moveOn(selling, day, days)
  finish(selling, end, course.outcome ?? (random.chance(winning[relation.stage]) ? 'won' : 'lost'))
  return id
}

function contactsOf({ account }: Relation, day: string) {
  const [person] = peopleOn(account, day)
  return person ? { contacts: [person.id] } : {}
}

function say({ world, relation, id }: Selling, { at, command, body }: Pick<Act, 'at' | 'command' | 'body'>): Act {
  return world.agenda.say({ at, as: relation.owner.id, category: 'opportunity', command, id, body })
}

/** Passes some of the stages; answers the day after the last. */
function moveOn(selling: Selling, from: string, days: number): string {
  const { world, profile, lines } = selling
  const stages = stagesOf[profile].slice(1)
  const step = Math.max(1, Math.floor(days / (stages.length + 1)))
  const priced = world.random.int(1, stages.length - 1)
  let day = from
  for (const [index, to] of stages.entries()) {
    if (index > 0 && index < stages.length - 1 && world.random.chance(0.25)) continue
    day = workdayAfter(day, step)
    say(selling, {
      at: calendarInstantOf(day, 7 * 60 + world.random.int(0, 90)),
      command: 'changeStage',
      body: { to, probability: 25 + index * 12 },
    })
    if (index === priced)
      say(selling, { at: calendarInstantOf(day, 9 * 60 + 5), command: 'setLines', body: { lines, valueFollows: true } })
  }
  if (world.random.chance(0.25)) postpone(selling, { day, was: plusDays(from, days) })
  return workdayAfter(day, step)
}

function postpone(selling: Selling, { day, was }: { day: string; was: string }): void {
  const is = plusDays(was, selling.world.random.int(14, 60))
  say(selling, { at: calendarInstantOf(day, 12 * 60 + 40), command: 'edit', body: { closesOn: { was, is } } })
}

function finish(selling: Selling, day: string, outcome: 'won' | 'lost' | 'open'): void {
  const { world, relation } = selling
  const { random, notes } = world
  const texts = notes.in(relation.owner.language)
  const context = contextOf(relation.account, day)
  if (outcome === 'open') return
  if (outcome === 'won') {
    say(selling, { at: calendarInstantOf(day, 8 * 60), command: 'win', body: { why: texts.winReason(context) } })
    if (random.chance(0.15)) shareCredit(selling, workdayAfter(day, 1))
    return
  }
  const reason = random.pick(lossReasons)
  const to = reason === 'project-dropped' ? {} : { to: random.pick(rivals) }
  say(selling, {
    at: calendarInstantOf(day, 8 * 60),
    command: 'lose',
    body: { reason, ...to, why: texts.lossReason(context) },
  })
  if (!random.chance(0.07)) return
  const again = workdayAfter(day, random.int(20, 60))
  say(selling, {
    at: calendarInstantOf(again, 8 * 60),
    command: 'reopen',
    body: { at: 'negotiating', why: texts.stageUpReason(context) },
  })
  finish(selling, workdayAfter(again, 14), random.pick(['won', 'open']))
}

function shareCredit(selling: Selling, day: string): void {
  const { world, relation } = selling
  const other = world.random.pick(relation.team.filter((one) => one !== relation.owner))
  const shares = [
    { member: relation.owner.id, unit: relation.unit, percent: 70 },
    { member: other.id, unit: relation.unit, percent: 30 },
  ]
  say(selling, { at: calendarInstantOf(day, 8 * 60), command: 'shareCredit', body: { shares } })
}
