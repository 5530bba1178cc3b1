/** Rows of the score as columns: what stands in its lines, when it happened, and from when until when that was known. */
import { Currency, Flag, Integer, Integers, type KnownStep, ListOf, mostMinor, Optional, type Worth } from '#kernel'
import { Kinds, type KnownEvents, lineOf, mostListed, ScoreLine, StepColumns, stepColumnsOf } from './score-columns.js'

/** What rows are examples of. */
export class RowKind extends ScoreLine {
  /** Nothing stands there from here on. */
  @Optional() @Flag() ends?: boolean
  /** Currency of an amount that no rate is known for. */
  @Optional() @Currency() unvalued?: string
}

export class RowAmount {
  /** Its place. */
  @Integer({ min: 0, max: mostListed }) row!: number
  /** Minor units of group currency. */
  @Integer({ min: -mostMinor, max: mostMinor }) groupMinor!: number
}

/** From a moment on it stands in its line. Of rows of one slot, the last that had happened holds. */
export class RowColumns extends StepColumns {
  @ListOf(RowKind, { max: mostListed }) kinds!: RowKind[]
  /** So many rows before it is the last one of its slot, alike in line, unit and record; 0 where it is the first. */
  @Integers({ max: mostListed }) back!: number[]
  @ListOf(RowAmount, { max: mostListed }) amounts!: RowAmount[]
}

export function rowColumnsOf(
  steps: readonly KnownStep[],
  { known, worth }: { known: KnownEvents; worth: Worth },
): RowColumns {
  const kinds = new Kinds<RowKind>()
  const values = steps.map((step) => valued(step, worth))
  const placeOf = (step: KnownStep, row: number) =>
    kinds.placeOf({ ...lineOf(step), ends: step.ends || undefined, unvalued: values[row]?.unvalued })
  return {
    ...stepColumnsOf(steps, known, placeOf),
    kinds: kinds.all,
    back: steps.map(backToLast()),
    amounts: values.flatMap(({ groupMinor }, row) => (groupMinor === undefined ? [] : [{ row, groupMinor }])),
  }
}

/** Of each of some steps in their order: how many before it is the last of its slot. */
function backToLast(): (step: KnownStep, row: number) => number {
  const last = new Map<string, number>()
  return ({ line, unit = '', thing = '' }, row) => {
    const slot = `${line} ${unit} ${thing}`
    const back = row - (last.get(slot) ?? row)
    last.set(slot, row)
    return back
  }
}

function valued({ amount }: KnownStep, worth: Worth): { groupMinor?: number; unvalued?: string } {
  if (!amount) return {}
  if ('groupMinor' in amount) return amount
  const groupMinor = worth(amount)
  return groupMinor === undefined ? { unvalued: amount.currency } : { groupMinor }
}
