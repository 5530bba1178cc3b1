/**
 * Exact percentiles of lengths without sorting them: counted by ranges first, then only those in the
 * ranges where the percentiles lie are looked at one by one. A length that was taken back counts less than
 * none beside the one it takes back.
 */
import type { ReadPart } from '#read-models'
import type { InCells } from './sums.js'

export interface Percentiles {
  count: number
  median?: number
  p90?: number
}

const shares = [0.5, 0.9] as const
/** Counted at one time, for all places together. */
const mostRanges = 1 << 22

/** Lengths in a range that is looked at, and how often each counts. */
interface Near {
  lengths: number[]
  times: number[]
}

/** Where a percentile lies: the range, how many are in those below it, and which it is of all. */
interface Rank {
  range: number
  below: number
  rank: number
  near: Near
}

/** @param found with the number of the tally, 0 ≤ number < tallies, in the place of each cell; used up */
export function percentilesOf(found: readonly InCells[], tallies: number): Percentiles[] {
  const parts = found.map(({ part, cells }) => ({ tally: cells, lengths: lengthsOf(part), times: timesOf(part) }))
  const ranges = rangesOver(parts, tallies)
  const counts = new Int32Array(tallies * ranges.width)
  for (const part of parts) countIn(counts, part, ranges)
  const ranks = Array.from({ length: tallies }, (_, tally) =>
    ranksIn(counts.subarray(tally * ranges.width, (tally + 1) * ranges.width)),
  )
  // Which of a tally's percentiles lie in a range: none, the first, the second, both.
  const wanted = new Uint8Array(counts.length)
  for (const [tally, { of }] of ranks.entries())
    for (const [at, { range }] of of.entries()) {
      const place = tally * ranges.width + range
      wanted[place] = (wanted[place] as number) | (1 << at)
    }
  for (const part of parts) gather(ranks, part, { width: ranges.width, wanted })
  return ranks.map(({ count, of: [median, p90] }) => ({ count, median: told(median), p90: told(p90) }))
}

interface Lengths {
  tally: Int32Array
  lengths: Float64Array
  times: Float64Array
}

interface Ranges {
  first: number
  width: number
  shift: number
}

function lengthsOf({ count, numbers }: ReadPart): Float64Array {
  const { base, steps } = numbers.get('length') ?? { base: 0 }
  if (!steps) return new Float64Array(count).fill(base)
  return base === 0 ? steps : steps.map((step) => base + step)
}

/** How often each contribution counts: mostly once. */
export function timesOf({ count, numbers }: ReadPart): Float64Array {
  const { base, steps } = numbers.get('value') ?? { base: 0 }
  if (steps) return steps.map((step) => base + step)
  return base === 1 ? once(count) : new Float64Array(count).fill(base)
}

let onces = new Float64Array(0)

function once(count: number): Float64Array {
  if (onces.length < count) onces = new Float64Array(count).fill(1)
  return onces.subarray(0, count)
}

/** The upper halves of floating numbers, which sort as the numbers do once those below zero are turned round. */
const halves = (lengths: Float64Array): Int32Array =>
  new Int32Array(lengths.buffer, lengths.byteOffset, lengths.length * 2)

const orderOf = (half: number): number => half ^ ((half >> 31) & 0x7fffffff)

function rangesOver(parts: readonly Lengths[], tallies: number): Ranges {
  let [least, most] = [0x7fffffff, -0x80000000]
  for (const { lengths, tally } of parts) {
    const half = halves(lengths)
    for (let at = 0; at < tally.length; at++) {
      if ((tally[at] as number) < 0) continue
      const order = orderOf(half[2 * at + 1] as number)
      if (order < least) least = order
      if (order > most) most = order
    }
  }
  if (least > most) return { first: 0, width: 1, shift: 31 }
  // Sixteen ranges for each doubling, or fewer.
  let shift = 16
  while (((most >> shift) - (least >> shift) + 1) * tallies > mostRanges && shift < 31) shift++
  return { first: least >> shift, width: (most >> shift) - (least >> shift) + 1, shift }
}

/** Counts each length in its range; the range of its tally takes the tally's place. */
function countIn(counts: Int32Array, { tally, lengths, times }: Lengths, { first, width, shift }: Ranges): void {
  const half = halves(lengths)
  for (let at = 0; at < tally.length; at++) {
    const number = tally[at] as number
    if (number < 0) continue
    const place = number * width + (orderOf(half[2 * at + 1] as number) >> shift) - first
    tally[at] = place
    counts[place] = (counts[place] as number) + (times[at] as number)
  }
}

function ranksIn(counts: Int32Array): { count: number; of: Rank[] } {
  const count = counts.reduce((sum, each) => sum + each, 0)
  if (count <= 0) return { count: 0, of: [] }
  const of = shares.map((share): Rank => {
    const rank = count * share
    let [range, below] = [0, 0]
    while (below + (counts[range] as number) < rank) below += counts[range++] as number
    return { range, below, rank, near: { lengths: [], times: [] } }
  })
  return { count, of }
}

/** Keeps the lengths in ranges where a percentile of their tally lies. */
function gather(
  ranks: readonly { of: readonly Rank[] }[],
  { tally: places, lengths, times }: Lengths,
  { width, wanted }: { width: number; wanted: Uint8Array },
): void {
  for (let at = 0; at < places.length; at++) {
    const place = places[at] as number
    const which = place < 0 ? 0 : (wanted[place] as number)
    if (which === 0) continue
    const { of } = ranks[Math.floor(place / width)] as { of: readonly Rank[] }
    for (let index = 0; index < of.length; index++)
      if (which & (1 << index)) put((of[index] as Rank).near, lengths[at] as number, times[at] as number)
  }
}

function put(near: Near, length: number, times: number): void {
  near.lengths.push(length)
  near.times.push(times)
}

/** The first length up to which there are as many as its rank. */
function told(rank: Rank | undefined): number | undefined {
  if (!rank) return undefined
  const { lengths, times } = rank.near
  if (times.every((each) => each === 1)) return Float64Array.from(lengths).sort()[Math.ceil(rank.rank - rank.below) - 1]
  const order = [...lengths.keys()].sort((a, b) => (lengths[a] as number) - (lengths[b] as number))
  let passed = rank.below
  for (const [at, place] of order.entries()) {
    passed += times[place] as number
    const isLastOfItsLength = lengths[order[at + 1] ?? -1] !== lengths[place]
    if (passed >= rank.rank && isLastOfItsLength) return lengths[place]
  }
  return lengths[order.at(-1) ?? -1]
}
