/** Marks of the score, of which there may be very many: one by one as columns, or counted by week. */
import {
  BEFORE_ALL,
  Codes,
  comparePositions,
  Day,
  Integer,
  Integers,
  type KnownCause,
  type KnownStep,
  Label,
  ListOf,
  Optional,
  slotOfStep,
} from '#kernel'
import { differencesOf, type KnownEvents, lineOf, mostListed, occurredOf, ScoreLine } from './score-rows.js'

/** What marks are examples of. */
export class MarkKind extends ScoreLine {
  /** Marks of one thing take each other’s place, as rows do; without one, each stands for itself. */
  @Optional() @Label({ max: 200 }) thing?: string
}

/** A mark of which something else is known by now. */
export class SupersededMark {
  /** Its place. */
  @Integer({ min: 0, max: mostListed }) mark!: number
  /** By which event: a place in `known`. */
  @Integer({ min: 0, max: mostListed }) until!: number
}

/** The same place in each column is the same mark; in the order in which they happened. */
export class MarkColumns {
  @ListOf(MarkKind, { max: mostListed }) kinds!: MarkKind[]
  /** A place in `kinds`. */
  @Integers({ max: mostListed }) kind!: number[]
  /** When it happened: milliseconds after the one before, the first after 1970; of what lies before all, 0. */
  @Integers({ max: mostListed }) atMs!: number[]
  /** Since which event it is known: a place in `known`, less that of the mark before. */
  @Integers({ max: mostListed }) from!: number[]
  @ListOf(SupersededMark, { max: mostListed }) superseded!: SupersededMark[]
  /** As stated, where that is a day or a month, else `-`; absent where all are instants. */
  @Optional() @Codes({ max: mostListed }) occurred?: string[]
}

/** So many marks of one week, alike in everything, that became known in one week. */
export class ScoreWeek extends ScoreLine {
  /** The Monday of the week in which they happened; absent of what lies before everything else. */
  @Optional() @Day() week?: string
  @Integer({ min: 1, max: mostListed }) count!: number
  /** The last event by which they became known: a place in `known`. */
  @Integer({ min: 0, max: mostListed }) from!: number
  /** The last by which they were found to be otherwise; absent while they hold. */
  @Optional() @Integer({ min: 0, max: mostListed }) until?: number
}

/** Stands for what is stated as an instant. */
const exact = '-'

export function markColumnsOf(marks: readonly KnownStep[], known: KnownEvents): MarkColumns {
  const places = new Map<string, number>()
  const kinds: MarkKind[] = []
  const several = ofSeveralFacts(marks)
  const placeOfKind = (mark: KnownStep): number => {
    const thing = several.has(slotOfStep(mark)) ? mark.key : undefined
    const kind = { ...lineOf(mark), thing }
    const name = JSON.stringify(kind)
    const place = places.get(name) ?? kinds.push(kind) - 1
    places.set(name, place)
    return place
  }
  const occurred = marks.map((mark) => occurredOf(mark) ?? exact)
  return {
    kinds,
    kind: marks.map(placeOfKind),
    atMs: differencesOf(marks.map(({ at }) => (at === BEFORE_ALL ? 0 : Date.parse(at)))),
    from: differencesOf(marks.map(({ from }) => known.placeOf(from))),
    superseded: marks.flatMap(({ until }, mark) => (until ? [{ mark, until: known.placeOf(until) }] : [])),
    occurred: occurred.some((stated) => stated !== exact) ? occurred : undefined,
  }
}

/** Slots in which more than one fact has set a mark: by these, one takes the place of another. */
function ofSeveralFacts(marks: readonly KnownStep[]): ReadonlySet<string> {
  const first = new Map<string, KnownStep>()
  const several = new Set<string>()
  for (const mark of marks) {
    const slot = slotOfStep(mark)
    const other = first.get(slot) ?? mark
    first.set(slot, other)
    if (other.position !== mark.position) several.add(slot)
  }
  return several
}

/** Marks that are counted together: the last events by which they became known, and were found to be otherwise. */
export interface CountedMarks {
  marks: readonly [KnownStep, ...KnownStep[]]
  from: KnownCause
  until?: KnownCause
}

/** By week, in the order of weeks. */
export function countedByWeek(marks: readonly KnownStep[]): CountedMarks[] {
  const alike = Map.groupBy(marks, ({ day, from, until, line, unit, says }) => {
    const weeks = [day, from.recordedAt, until?.recordedAt].map((moment) => moment && mondayOf(moment))
    return JSON.stringify([...weeks, line, unit, says])
  })
  return [...alike.values()].map((each) => ({
    marks: each as [KnownStep, ...KnownStep[]],
    from: lastOf(each.map(({ from }) => from)) as KnownCause,
    until: lastOf(each.flatMap(({ until }) => until ?? [])),
  }))
}

const lastOf = (events: readonly KnownCause[]): KnownCause | undefined =>
  events.reduce<KnownCause | undefined>(
    (last, event) => (last && comparePositions(last.position, event.position) > 0 ? last : event),
    undefined,
  )

export function weekOf({ marks, from, until }: CountedMarks, known: KnownEvents): ScoreWeek {
  const [{ line, unit, says, day }] = marks
  return {
    line,
    unit,
    says,
    week: day && mondayOf(day),
    count: marks.length,
    from: known.placeOf(from),
    until: until && known.placeOf(until),
  }
}

const dayMs = 86_400_000

/** The Monday of the week that a day, or the day of an instant in UTC, lies in. */
function mondayOf(moment: string): string {
  const ms = Date.parse(moment.slice(0, 10))
  const sinceMonday = (new Date(ms).getUTCDay() + 6) % 7
  return new Date(ms - sinceMonday * dayMs).toISOString().slice(0, 10)
}
