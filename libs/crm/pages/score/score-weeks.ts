/** Marks of the score counted by the week in which they happened and the week in which they became known, as columns. */
import { comparePositions, Integers, type KnownCause, type KnownStep, ListOf } from '#kernel'
import {
  differencesOf,
  Kinds,
  type KnownEvents,
  lineOf,
  mostListed,
  ScoreLine,
  Superseded,
  supersededAmong,
} from './score-columns.js'

/** The same place in each column is so many marks of one kind and one week, in the order of weeks. */
export class WeekColumns {
  /** What they are examples of, each once. */
  @ListOf(ScoreLine, { max: mostListed }) kinds!: ScoreLine[]
  /** A place in `kinds`. */
  @Integers({ max: mostListed }) kind!: number[]
  /** When they happened: weeks after the one before, the first after that of Monday 5 January 1970; of what lies before all, 0. */
  @Integers({ max: mostListed }) week!: number[]
  @Integers({ max: mostListed }) count!: number[]
  /** The last event of the week in which they became known: a place in `known`, less the one before. */
  @Integers({ max: mostListed }) from!: number[]
  /** By the last event of the week in which it was found to be otherwise. */
  @ListOf(Superseded, { max: mostListed }) superseded!: Superseded[]
}

/** Marks that are counted together. */
export interface CountedMarks {
  kind: ScoreLine
  week: number
  count: number
  from: KnownCause
  until?: KnownCause
}

/** In the order of weeks; what became known in one week became so by the last event of it. */
export function countedByWeek(marks: readonly KnownStep[]): CountedMarks[] {
  const causes = lastCauses(marks)
  const lastOf = ({ recordedAt }: KnownCause) => causes.get(weekOf(recordedAt)) as KnownCause
  const counted = new Map<string, CountedMarks>()
  for (const mark of marks) {
    const week = mark.day === undefined ? 0 : weekOf(mark.day)
    const kind = kindOf(mark)
    const from = lastOf(mark.from)
    const until = mark.until && lastOf(mark.until)
    // Taken back before anybody saw it in a week that is over.
    if (until?.position === from.position) continue
    const name = JSON.stringify([week, kind, from.position, until?.position])
    const known = counted.get(name) ?? { kind, week, count: 0, from, until }
    counted.set(name, { ...known, count: known.count + 1 })
  }
  return [...counted.values()].sort((a, b) => a.week - b.week)
}

function kindOf(mark: KnownStep): ScoreLine {
  const { line, unit, says = {}, precision } = lineOf(mark) as ScoreLine & { says?: Record<string, unknown> }
  const counted = (mark.many?.countedBy ?? []).filter((name) => says[name] !== undefined)
  const isBefore = precision === 'before'
  return {
    line,
    unit,
    says: Object.fromEntries(counted.map((name) => [name, says[name]])),
    precision: isBefore ? precision : undefined,
  }
}

function lastCauses(marks: readonly KnownStep[]): ReadonlyMap<number, KnownCause> {
  const causes = new Map<number, KnownCause>()
  for (const { from, until } of marks)
    for (const cause of until ? [from, until] : [from]) {
      const week = weekOf(cause.recordedAt)
      const last = causes.get(week)
      if (!last || comparePositions(last.position, cause.position) < 0) causes.set(week, cause)
    }
  return causes
}

export function weekColumnsOf(weeks: readonly CountedMarks[], known: KnownEvents): WeekColumns {
  const kinds = new Kinds<ScoreLine>()
  return {
    kind: weeks.map(({ kind }) => kinds.placeOf(kind)),
    kinds: kinds.all,
    week: differencesOf(weeks.map(({ week }) => week)),
    count: weeks.map(({ count }) => count),
    from: differencesOf(weeks.map(({ from }) => known.placeOf(from))),
    superseded: supersededAmong(weeks, known),
  }
}

const dayMs = 86_400_000

/** Weeks from that of Monday 5 January 1970 to that of a day, or of the day of an instant in UTC. */
const weekOf = (moment: string): number => Math.floor((Date.parse(moment.slice(0, 10)) / dayMs - 4) / 7)
