/** Marks of the score, of which there may be very many: one by one as columns, or counted by week. */
import { type KnownStep, Label, ListOf, Optional, slotOfStep } from '#kernel'
import { Kinds, type KnownEvents, lineOf, mostListed, ScoreLine, StepColumns, stepColumnsOf } from './score-columns.js'

/** What marks are examples of. */
export class MarkKind extends ScoreLine {
  /** Marks of one thing take each other’s place, as rows do; without one, each stands for itself. */
  @Optional() @Label({ max: 200 }) thing?: string
}

export class MarkColumns extends StepColumns {
  @ListOf(MarkKind, { max: mostListed }) kinds!: MarkKind[]
}

export function markColumnsOf(marks: readonly KnownStep[], known: KnownEvents): MarkColumns {
  const kinds = new Kinds<MarkKind>()
  const several = ofSeveralFacts(marks)
  const placeOf = (mark: KnownStep) =>
    kinds.placeOf({ ...lineOf(mark), thing: several.has(slotOfStep(mark)) ? mark.key : undefined })
  return { ...stepColumnsOf(marks, known, placeOf), kinds: kinds.all }
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
