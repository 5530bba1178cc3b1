/**
 * Fills an empty log with the demo group: three years of work by sixteen members with eighty customers, ten with those
 * of whom stories are told, planned from a seed, then done through the same commands as real work on a clock that runs
 * ahead day by day.
 */
import { inventedMembers } from '../people/members.js'
import { seededRandom } from '../random.js'
import { listProducts, publishRates, tendProducts } from './founding/catalogue.js'
import { foundGroup, reviseGroup } from './founding/group.js'
import { portfolioOf } from './founding/portfolio.js'
import { openRelationships, registerCustomers } from './founding/register.js'
import { Agenda } from './plan/agenda.js'
import { calendarDayOf, daysFrom, isWorkday, yearsBefore } from './plan/calendar.js'
import { NoteGenerator } from './plan/note-generator.js'
import { memberId, type World } from './plan/world.js'
import type { ActStep, SeedCore } from './run/act.js'
import { type MomentDone, runSteps } from './run/run-steps.js'
import { tellStories } from './stories/tell-stories.js'
import { leaveLast } from './stories/waiting.js'
import { registerPeople } from './work/register/people.js'
import { tendRegister } from './work/register/tending.js'
import { correctSome } from './work/touchpoints/correcting.js'
import { liveDays } from './work/working-days.js'

export type { SeedCore } from './run/act.js'

/** The customers of the stories are told of for so long, everybody else for so long. */
const years = { stories: 10, others: 3 }
const defaultSeed = 20_26

export interface SeedOptions {
  core: SeedCore
  /** Sets what the core's clock says; moments only grow. */
  setClock: (moment: Date) => void
  /** The history ends with the day before; only its UTC day counts. */
  until: Date
  /** Which of many possible histories; the same for the same seed and day. */
  seed?: number
  /** About ten calm lines. */
  onProgress: (line: string) => void
}

/**
 * Seeds the demo group; the log must be empty.
 * @throws Error naming the command that was refused
 */
export async function seedDemo({ core, setClock, until, seed = defaultSeed, onProgress }: SeedOptions): Promise<void> {
  const steps = planDemo(calendarDayOf(until), seed)
  const progress = new Progress(steps.length, onProgress)
  await runSteps(steps, { core, setClock, onMoment: (moment) => progress.add(moment) })
}

/** Everything that is to be said, in the order in which it was thought of; up to the day, which is left out. */
export function planDemo(end: string, seed: number): ActStep[] {
  const random = seededRandom(seed)
  const agenda = new Agenda(random, end)
  const [first, rollOut] = [yearsBefore(end, years.stories), yearsBefore(end, years.others)]
  const colleagues = inventedMembers.map((member) => ({ ...member, id: memberId(member) }))
  const accounts = portfolioOf({ random, agenda, colleagues, first, rollOut, end })
  const relations = accounts.flatMap((account) => account.relations)
  const workdays = daysFrom(rollOut, end).filter(isWorkday)
  const notes = new NoteGenerator(random)
  const world: World = { random, agenda, notes, first, rollOut, end, workdays, colleagues, accounts, relations }
  for (const part of parts) part(world)
  return agenda.due()
}

/** Later parts may build on what earlier ones have planned. */
const parts: readonly ((world: World) => void)[] = [
  foundGroup,
  listProducts,
  publishRates,
  registerCustomers,
  openRelationships,
  registerPeople,
  tellStories,
  liveDays,
  reviseGroup,
  tendProducts,
  tendRegister,
  correctSome,
  leaveLast,
]

/** A line for each tenth of what there is to say. */
class Progress {
  private done = 0
  private events = 0
  private tenths = 0

  constructor(
    private readonly steps: number,
    private readonly onProgress: (line: string) => void,
  ) {}

  add({ at, steps, events }: MomentDone): void {
    this.done += steps
    this.events += events
    const tenths = Math.floor((10 * this.done) / this.steps)
    if (tenths === this.tenths) return
    this.tenths = tenths
    this.onProgress(`${tenths * 10} %: up to ${at.slice(0, 7)}, ${this.events.toLocaleString('en')} events`)
  }
}
