/**
 * Fills an empty log with the demo group: three years of work by sixteen members with eighty
 * customers, planned from a seed, then done through the same commands as real work on a clock that
 * runs ahead day by day.
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
import { runSteps } from './run/run-steps.js'
import { tellStories } from './stories/tell-stories.js'
import { registerPeople } from './work/register/people.js'
import { tendRegister } from './work/register/tending.js'
import { correctSome } from './work/touchpoints/correcting.js'
import { liveDays } from './work/working-days.js'

export type { SeedCore } from './run/act.js'

const years = 3
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
  const progress = new Progress(onProgress)
  await runSteps(steps, { core, setClock, onMoment: (at, events) => progress.add(at, events) })
  progress.end()
}

/** Everything that is to be said, in the order in which it was thought of; up to the day, which is left out. */
export function planDemo(end: string, seed: number): ActStep[] {
  const random = seededRandom(seed)
  const agenda = new Agenda(random, end)
  const first = yearsBefore(end, years)
  const colleagues = inventedMembers.map((member) => ({ ...member, id: memberId(member) }))
  const accounts = portfolioOf({ random, agenda, colleagues, first })
  const relations = accounts.flatMap((account) => account.relations)
  const workdays = daysFrom(first, end).filter(isWorkday)
  const notes = new NoteGenerator(random)
  const world: World = { random, agenda, notes: notes, first, end, workdays, colleagues, accounts, relations }
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
]

/** Half a year is a line. */
class Progress {
  private total = 0
  private half = ''

  constructor(private readonly onProgress: (line: string) => void) {}

  add(at: string, events: number): void {
    const half = `${at.slice(0, 4)}${Number(at.slice(5, 7)) > 6 ? ', second half' : ', first half'}`
    if (this.half !== '' && half !== this.half) this.end()
    this.half = half
    this.total += events
  }

  end(): void {
    this.onProgress(`${this.half}: ${this.total.toLocaleString('en')} events`)
  }
}
