/** Marks of the score, of which there may be very many: one by one as columns, or counted by week. */
import { BEFORE_ALL, Codes, Integer, Integers, type KnownStep, Label, ListOf, Optional, slotOfStep } from '#kernel'
import { Kinds } from './kinds.js'
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
  /** As stated, where that is a day or a month, else `instant`; absent where all are instants. */
  @Optional() @Codes({ max: mostListed }) occurred?: string[]
}

/** Stands for what is stated as an instant. */
const exact = 'instant'

export function markColumnsOf(marks: readonly KnownStep[], known: KnownEvents): MarkColumns {
  const kinds = new Kinds<MarkKind>()
  const several = ofSeveralFacts(marks)
  const placeOfKind = (mark: KnownStep): number =>
    kinds.placeOf({ ...lineOf(mark), thing: several.has(slotOfStep(mark)) ? mark.key : undefined })
  const occurred = marks.map((mark) => occurredOf(mark) ?? exact)
  return {
    kind: marks.map(placeOfKind),
    kinds: kinds.all,
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
