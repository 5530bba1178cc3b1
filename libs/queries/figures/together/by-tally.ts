/** What must be looked at together, gathered: the values of all contributions of a tally stand side by side. */
import type { ReadPart } from '#read-models'
import type { InCells } from '../scan/cells.js'
import { numbersIn } from '../scan/widened.js'

export type Gatherable = Float64Array | Int32Array

export interface ByTally<T extends Gatherable> {
  /** The values of one tally, and how often each counts: absent where each counts once. */
  of(tally: number): { values: T; times?: Float64Array }
}

/** @param found with the number of the tally, 0 ≤ number < tallies, in the place of each cell; below zero, in none */
export function byTally<T extends Gatherable>(
  found: readonly InCells[],
  tallies: number,
  { array, valuesOf }: { array: new (size: number) => T; valuesOf: (part: ReadPart) => T },
): ByTally<T> {
  const starts = startsOf(found, tallies)
  const values = new array(starts[tallies] as number)
  const times = found.every(({ part }) => countsOnce(part)) ? undefined : new Float64Array(values.length)
  const free = starts.slice()
  for (const { part, cells } of found) {
    const places = placed(cells, free)
    put(values, places, valuesOf(part))
    if (times) put(times, places, numbersIn(part, 'value'))
  }
  return {
    of: (tally) => {
      const [from, to] = [starts[tally] as number, starts[tally + 1] as number]
      return { values: values.subarray(from, to) as T, times: times?.subarray(from, to) }
    },
  }
}

/** Where each tally's values begin; one more than there are tallies. */
function startsOf(found: readonly InCells[], tallies: number): Uint32Array {
  const starts = new Uint32Array(tallies + 1)
  for (const { cells } of found) countInto(starts, cells)
  for (let tally = 1; tally <= tallies; tally++)
    starts[tally] = (starts[tally] as number) + (starts[tally - 1] as number)
  return starts
}

function countInto(starts: Uint32Array, cells: Int32Array): void {
  for (let at = 0; at < cells.length; at++) {
    const after = (cells[at] as number) + 1
    if (after > 0) starts[after] = (starts[after] as number) + 1
  }
}

function countsOnce({ numbers }: ReadPart): boolean {
  const { base, steps } = numbers.get('value') ?? { base: 0 }
  return base === 1 && !steps
}

/** The place of each value, which takes that of the tally's number. */
function placed(cells: Int32Array, free: Uint32Array): Int32Array {
  for (let at = 0; at < cells.length; at++) {
    const tally = cells[at] as number
    if (tally < 0) continue
    cells[at] = free[tally] as number
    free[tally] = (free[tally] as number) + 1
  }
  return cells
}

function put(into: Gatherable, places: Int32Array, values: Gatherable): void {
  for (let at = 0; at < places.length; at++) {
    const place = places[at] as number
    if (place >= 0) into[place] = values[at] as number
  }
}
