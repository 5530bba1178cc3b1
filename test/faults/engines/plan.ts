/** Which faults a run brings about, in turn: a few of each kind within minutes, more for a while, and for an hour or two. */
import {
  clockJumps,
  cutOff,
  type Fault,
  killed,
  killedDuringImport,
  killedDuringRebuild,
  paused,
  silent,
  slow,
  strangeAnswers,
  takenDown,
  type World,
} from './faults.js'
import type { ShiftedClock } from './running/shifted-clock.js'
import type { ProgramKind } from './running/supervised.js'

export type Length = 'smoke' | 'short' | 'long'

/** A run that has not ended by then, however slow the machine, never will. */
export const mostMinutes: Readonly<Record<Length, number>> = { smoke: 12, short: 90, long: 360 }

export interface Plan {
  length: Length
  /** Absent where clocks cannot be shifted here. */
  clock: ShiftedClock | undefined
  kinds: readonly ProgramKind[]
}

/** How often, and for how long, by the length of the run. Whoever is held up has lost its place and, at length, its keys. */
const amounts = {
  smoke: { together: 0, alone: 0, ofEngines: 0, silentMs: 0, pausedMs: 0 },
  short: { together: 10, alone: 0, ofEngines: 1, silentMs: 4_000, pausedMs: 8_000 },
  long: { together: 30, alone: 30, ofEngines: 10, silentMs: 12_000, pausedMs: 35_000 },
} as const
type Amounts = (typeof amounts)[Length]

const slowMs = 3_000
const jumpSeconds = 8
/** Every so manieth round something dies in the middle of an import and of a rebuild. */
const inTheMiddle = 3

/** Each round is a list of faults that are brought about beside each other. */
export function* planned(world: World, plan: Plan): Generator<Fault[]> {
  const often = amounts[plan.length]
  if (plan.length === 'smoke') yield* everythingOnce(world, plan)
  yield* deaths(plan, often)
  for (let time = 0; time < often.ofEngines; time++) yield* ofEngines(world, plan, often)
}

/** One of each kind at once, then each kind by itself. */
function* deaths({ kinds }: Plan, often: Amounts): Generator<Fault[]> {
  for (let round = 0; round < often.together; round++)
    yield round % inTheMiddle === 1 ? deathsInTheMiddle(kinds) : kinds.map(killed)
  for (let death = 0; death < often.alone; death++) for (const kind of kinds) yield [killed(kind)]
}

/** One of each kind, those first that can be in the middle of something. */
const deathsInTheMiddle = (kinds: readonly ProgramKind[]): Fault[] => {
  const moments = [killedDuringImport, killedDuringRebuild]
  return [...moments, ...kinds.slice(moments.length).map(killed)]
}

/** Each kind of process, then each engine by itself, the network to all of them at once, and what is merely strange. */
function* everythingOnce({ engines, eventStore }: World, { kinds, clock }: Plan): Generator<Fault[]> {
  yield deathsInTheMiddle(kinds)
  for (const engine of engines) if (engine.takenDown) yield [takenDown(engine, engine.takenDown)]
  yield engines.map(cutOff)
  const answers = eventStore.tell ? [strangeAnswers((faults) => eventStore.tell?.(faults))] : []
  const jumps = clock ? [clockJumps(clock, jumpSeconds)] : []
  yield [...answers, ...jumps]
}

function* ofEngines({ engines, eventStore }: World, { clock, kinds }: Plan, often: Amounts): Generator<Fault[]> {
  for (const engine of engines) {
    if (engine.takenDown) yield [takenDown(engine, engine.takenDown)]
    yield [cutOff(engine)]
    yield [silent(engine, often.silentMs)]
    yield [slow(engine, slowMs)]
  }
  if (eventStore.tell) yield [strangeAnswers((faults) => eventStore.tell?.(faults))]
  yield [
    paused(
      kinds.filter((kind) => kind !== 'insights'),
      often.pausedMs,
    ),
  ]
  if (clock) yield [clockJumps(clock, jumpSeconds)]
}
