/**
 * Exact percentiles of lengths: gathered by tally, then selected without sorting them. A length that was
 * taken back counts less than none beside the one it takes back; only there they are put in order.
 */

import type { InCells } from '../scan/cells.js'
import { numbersIn } from '../scan/widened.js'
import { byTally } from './by-tally.js'

export interface Percentiles {
  count: number
  median?: number
  p90?: number
}

/** @param found with the number of the tally, 0 ≤ number < tallies, in the place of each cell; used up */
export function percentilesOf(found: readonly InCells[], tallies: number): Percentiles[] {
  const gathered = byTally(found, tallies, { array: Float64Array, valuesOf: (part) => numbersIn(part, 'length') })
  return Array.from({ length: tallies }, (_, tally) => {
    const { values, times } = gathered.of(tally)
    return times && !times.every((each) => each === 1) ? ofTimes(values, times) : ofEach(values)
  })
}

/** Which of so many, by length and from 0, has a share of them up to it. */
const rankOf = (count: number, share: number): number => Math.ceil(count * share) - 1

/** @param lengths are put in another order */
function ofEach(lengths: Float64Array): Percentiles {
  const count = lengths.length
  if (count === 0) return { count }
  const middle = rankOf(count, 0.5)
  const median = selected(lengths, middle, 0)
  return { count, median, p90: selected(lengths, rankOf(count, 0.9), middle) }
}

function ofTimes(lengths: Float64Array, times: Float64Array): Percentiles {
  const count = times.reduce((sum, each) => sum + each, 0)
  if (count <= 0) return { count: 0 }
  const order = Uint32Array.from(lengths.keys()).sort((a, b) => (lengths[a] as number) - (lengths[b] as number))
  const upTo = (share: number): number | undefined => {
    let passed = 0
    for (const [at, place] of order.entries()) {
      passed += times[place] as number
      const isLastOfItsLength = lengths[order[at + 1] ?? -1] !== lengths[place]
      if (passed >= count * share && isLastOfItsLength) return lengths[place]
    }
    return lengths[order.at(-1) ?? -1]
  }
  return { count, median: upTo(0.5), p90: upTo(0.9) }
}

/**
 * The number that would be at a place if they were in order (C. A. R. Hoare, Algorithm 65: Find). Those before it
 * are then none greater, those after it none less.
 * @param from before which they are already none greater than those from there on
 */
function selected(numbers: Float64Array, place: number, from: number): number {
  let [left, right] = [from, numbers.length - 1]
  while (left < right) {
    const [high, low] = parted(numbers, left, right)
    if (place > high && place < low) break
    if (place <= high) right = high
    else left = low
  }
  return numbers[place] as number
}

/** Puts the smaller ones of a stretch before the greater ones: up to the first place answered, and from the second on. */
function parted(numbers: Float64Array, left: number, right: number): readonly [number, number] {
  const pivot = numbers[(left + right) >> 1] as number
  let [low, high] = [left, right]
  while (low <= high) {
    while ((numbers[low] as number) < pivot) low++
    while ((numbers[high] as number) > pivot) high--
    if (low > high) break
    const less = numbers[high] as number
    numbers[high--] = numbers[low] as number
    numbers[low++] = less
  }
  return [high, low]
}
