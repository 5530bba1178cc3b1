/** How many different ones are present in each place: gathered by place, then counted one by one. Never by adding counts up. */
import type { ReadPart } from '#read-models'
import { timesOf } from './percentiles.js'
import type { InCells } from './sums.js'

interface Present {
  tally: Int32Array
  whos: Int32Array
  /** Absent where everybody is there once each time. */
  times: Float64Array | undefined
}

/** @param found with the number of the tally, 0 ≤ number < tallies, in the place of each cell */
export function differentIn(found: readonly InCells[], tallies: number): number[] {
  const isOnce = found.every(({ part }) => isAlwaysOnce(part))
  const parts = found.map(({ part, cells }): Present => {
    return { tally: cells, whos: whosOf(part), times: isOnce ? undefined : timesOf(part) }
  })
  const ends = new Uint32Array(tallies)
  for (const { tally } of parts) count(ends, tally)
  for (let tally = 1; tally < tallies; tally++) ends[tally] = (ends[tally] as number) + (ends[tally - 1] as number)
  const all = ends[tallies - 1] ?? 0
  const whos = new Int32Array(all)
  const times = isOnce ? undefined : new Float64Array(all)
  // Filled from the end of each place, whose ends so become its starts.
  for (const part of parts) put(part, { starts: ends, whos, times })
  const presences = new Float64Array(1 + mostOf(whos))
  return Array.from({ length: tallies }, (_, tally) => {
    const [from, to] = [ends[tally] as number, ends[tally + 1] ?? all]
    return different(presences, whos.subarray(from, to), times?.subarray(from, to))
  })
}

function isAlwaysOnce({ numbers }: ReadPart): boolean {
  const { base, steps } = numbers.get('value') ?? { base: 0 }
  return base === 1 && !steps
}

function whosOf({ count: rows, coded }: ReadPart): Int32Array {
  const { codes, entries } = coded.get('who') ?? { entries: new Int32Array(1) }
  const whos = new Int32Array(rows)
  if (!codes) return whos.fill(entries[0] ?? 0)
  for (let at = 0; at < rows; at++) whos[at] = entries[codes[at] as number] as number
  return whos
}

function count(ends: Uint32Array, tally: Int32Array): void {
  for (let at = 0; at < tally.length; at++) {
    const number = tally[at] as number
    if (number >= 0) ends[number] = (ends[number] as number) + 1
  }
}

function put(part: Present, into: { starts: Uint32Array; whos: Int32Array; times: Float64Array | undefined }): void {
  const { tally } = part
  for (let at = 0; at < tally.length; at++) {
    const number = tally[at] as number
    if (number < 0) continue
    const place = (into.starts[number] as number) - 1
    into.starts[number] = place
    into.whos[place] = part.whos[at] as number
    if (into.times && part.times) into.times[place] = part.times[at] as number
  }
}

function mostOf(whos: Int32Array): number {
  let most = 0
  for (let at = 0; at < whos.length; at++) if ((whos[at] as number) > most) most = whos[at] as number
  return most
}

/** Present more often than taken back. The presences are left as they were. */
function different(presences: Float64Array, whos: Int32Array, times: Float64Array | undefined): number {
  let different = 0
  for (let at = 0; at < whos.length; at++) {
    const who = whos[at] as number
    presences[who] = (presences[who] as number) + (times ? (times[at] as number) : 1)
  }
  for (let at = 0; at < whos.length; at++) {
    const who = whos[at] as number
    // The code 0 is of nobody.
    if (who > 0 && (presences[who] as number) > 0) different++
    presences[who] = 0
  }
  return different
}
