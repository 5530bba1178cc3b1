/** Opportunities from the first hint to won or lost: moved on, priced by lines, shared, now and then taken up again. */
import { calendarInstantOf, plusDays, workdayAfter } from '../../plan/calendar.js'
import { habitsOf } from '../../plan/habits.js'
import { contextOf, type Relation, type World } from '../../plan/world.js'
import { type Act, onDay } from '../../run/act.js'
import { peopleOn } from '../touchpoints/encounter.js'
import { type Goods, goodsOf, type Parcel, worthOf } from './goods.js'

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
  outcome?: Outcome
  /** Days from opening to the end. */
  days?: number
  /** Day on which the customer decides; it ends after that. */
  decided?: string
  /** So many days later than usual it is delivered. */
  later?: number
  customerProject?: string
  parcel?: Parcel
  /** Why it was won or lost. */
  why?: string
  reason?: (typeof lossReasons)[number]
  /** Whoever won it. */
  to?: string
}

type Outcome = 'won' | 'lost' | 'open'

interface Selling {
  world: World
  relation: Relation
  id: string
  goods: Goods
  profile: keyof typeof stagesOf
  /** Days on which it passes its stages. */
  passes: readonly { to: string; index: number; day: string }[]
  /** Day on which it is won or lost, also where that lies ahead. */
  closing: string
  course: DealCourse
}

/** Opens an opportunity on a day and plans its whole course; answers the day on which it closes. */
export function sell(world: World, relation: Relation, course: DealCourse): string {
  const { random } = world
  const goods = goodsOf(world, relation, course)
  const profile = course.customerProject || (goods.isLarge && random.chance(0.5)) ? 'project-sale' : 'product-sale'
  const usual = profile === 'project-sale' ? random.int(60, 200) : random.int(15, 100)
  const days = course.days ?? Math.round(usual * habitsOf[relation.unit].dealLength)
  const outcome = course.outcome ?? (random.chance(winning[relation.stage]) ? 'won' : 'lost')
  const planned = { world, relation, id: world.agenda.id(), goods, profile, course } as const
  const selling = { ...planned, ...datesOf(planned, { days, outcome }) }
  open(selling)
  moveOn(selling)
  finish(selling, selling.closing, outcome)
  return selling.closing
}

/** Something sold before the history began, told with its day and its main product alone. */
export function sellBefore(world: World, relation: Relation, { wonOn, told }: { wonOn: string; told: string }): void {
  const { owner } = relation
  const goods = goodsOf(world, relation, { day: wonOn })
  const said = { at: told, as: owner.id, category: 'opportunity', id: world.agenda.id() }
  const opened = plusDays(wonOn, -world.random.int(20, 60))
  const body = { ...openingOf(relation, goods), profile: 'product-sale', closesOn: wonOn }
  world.agenda.say({ ...said, occurred: onDay(opened), command: 'open', body })
  const why = world.notes.in(owner.language).occasion('winReason', contextOf(relation, wonOn))
  world.agenda.say({ ...said, occurred: onDay(wonOn), command: 'win', body: { why } })
  relation.wins.push({ day: wonOn, goods: goods.codes.slice(0, 1) })
}

const openingOf = ({ account, unit, owner }: Relation, { name, lines }: Goods) => ({
  ...{ customer: account.id, unit, owner: owner.id },
  ...{ name, stage: 'prospecting', product: lines[0]?.product, value: worthOf(lines) },
})

const latest = (day: string, other = day): string => (day < other ? other : day)

/** What is left open closes after the history ends. */
function datesOf(
  { world, profile, course }: Pick<Selling, 'world' | 'profile' | 'course'>,
  { days, outcome }: { days: number; outcome: Outcome },
): Pick<Selling, 'passes' | 'closing'> {
  const stages = stagesOf[profile].slice(1)
  const step = Math.max(1, Math.floor(days / (stages.length + 1)))
  let day = course.day
  const passes = stages.flatMap((to, index) => {
    const isSkipped = index > 0 && index < stages.length - 1 && world.random.chance(0.25)
    if (isSkipped) return []
    day = workdayAfter(day, step)
    return [{ to, index, day }]
  })
  const closing = latest(workdayAfter(day, step), course.decided && workdayAfter(course.decided, 1))
  const isLate = outcome === 'open' && closing <= world.end
  return { passes, closing: isLate ? workdayAfter(world.end, world.random.int(5, 40)) : closing }
}

function open(selling: Selling): void {
  const { world, relation, goods, profile, passes, closing, course } = selling
  const { day, customerProject } = course
  // Every fourth is hoped for sooner, until that day draws near.
  const hoped = plusDays(closing, -world.random.int(14, 45))
  const near = passes.findLast((pass) => pass.day < hoped)?.day
  const isPostponed = near !== undefined && world.random.chance(0.25)
  say(selling, {
    at: world.agenda.momentOf(day),
    command: 'open',
    body: {
      ...openingOf(relation, goods),
      profile,
      probability: 20,
      closesOn: isPostponed ? hoped : closing,
      ...contactsOf(relation, day),
      ...(customerProject ? { customerProject } : {}),
    },
  })
  if (!isPostponed) return
  const edit = { closesOn: { was: hoped, is: closing } }
  say(selling, { at: calendarInstantOf(near, 12 * 60 + 40), command: 'edit', body: edit })
}

function contactsOf({ account }: Relation, day: string) {
  const [person] = peopleOn(account, day)
  return person ? { contacts: [person.id] } : {}
}

function say({ world, relation, id }: Selling, { at, command, body }: Pick<Act, 'at' | 'command' | 'body'>): Act {
  return world.agenda.say({ at, as: relation.owner.id, category: 'opportunity', command, id, body })
}

function moveOn(selling: Selling): void {
  const { world, goods, profile, passes } = selling
  const priced = world.random.int(1, stagesOf[profile].length - 2)
  const pricing = passes.find(({ index }) => index >= priced)
  for (const pass of passes) {
    const { day, to, index } = pass
    say(selling, {
      at: calendarInstantOf(day, 7 * 60 + world.random.int(0, 90)),
      command: 'changeStage',
      body: { to, probability: 25 + index * 12 },
    })
    const body = { lines: goods.lines, valueFollows: true }
    if (pass === pricing) say(selling, { at: calendarInstantOf(day, 9 * 60 + 5), command: 'setLines', body })
  }
}

function finish(selling: Selling, day: string, outcome: Outcome): void {
  if (outcome === 'won') win(selling, day)
  if (outcome === 'lost') lose(selling, day)
}

function win(selling: Selling, day: string): void {
  const { world, relation, course } = selling
  const texts = world.notes.in(relation.owner.language)
  const why = course.why ?? texts.occasion('winReason', contextOf(relation, day))
  say(selling, { at: calendarInstantOf(day, 8 * 60), command: 'win', body: { why } })
  relation.wins.push({ day, goods: selling.goods.codes, later: course.later })
  if (world.random.chance(0.15)) shareCredit(selling, workdayAfter(day, 1))
}

function lose(selling: Selling, day: string): void {
  const { world, relation, course } = selling
  const { random, notes } = world
  const texts = notes.in(relation.owner.language)
  const context = contextOf(relation, day)
  const reason = course.reason ?? random.pick(lossReasons)
  const to = reason === 'project-dropped' ? {} : { to: course.to ?? random.pick(rivals) }
  const why = course.why ?? texts.occasion('lossReason', context, reason)
  say(selling, { at: calendarInstantOf(day, 8 * 60), command: 'lose', body: { reason, ...to, why } })
  const comesBack = !relation.isStoried && reason !== 'project-dropped' && contextOf(relation, day).isCustomer
  if (comesBack && random.chance(0.1)) takeUp(selling, workdayAfter(day, random.int(20, 60)))
}

/** The winner failed, and the deal is ours after all, or still open. */
function takeUp(selling: Selling, day: string): void {
  const { world, relation, closing } = selling
  const why = world.notes.in(relation.owner.language).occasion('dealReopened', contextOf(relation, day))
  const again = workdayAfter(day, world.random.int(14, 50))
  say(selling, { at: calendarInstantOf(day, 8 * 60), command: 'reopen', body: { at: 'negotiating', why } })
  const edit = { closesOn: { was: closing, is: again } }
  say(selling, { at: calendarInstantOf(day, 8 * 60 + 5), command: 'edit', body: edit })
  win(selling, again)
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
