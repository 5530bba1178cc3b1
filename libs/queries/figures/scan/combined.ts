/** Several columns of codes as one: a code for each combination that occurs. */
import type { Entries } from '#read-models'
import { codesOf } from './widened.js'

/** Combinations looked up in a table; above this in a map. */
const largestTable = 1 << 18

export class Combined {
  private constructor(
    /** The combination of each row; the first one where there are no codes. */
    readonly codes: Uint32Array | undefined,
    /** The entries of each combination, in the order of the columns. */
    readonly tuples: readonly (readonly number[])[],
  ) {}

  /** Absent columns have the entry 0 everywhere. */
  static of(count: number, columns: readonly (Entries | undefined)[]): Combined {
    let combined = new Combined(undefined, [[]])
    for (const column of columns) combined = combined.with(count, column)
    return combined
  }

  private with(count: number, column: Entries | undefined): Combined {
    const entries = column?.entries ?? [0]
    const add = (tuple: readonly number[], entry: number) => [...tuple, entry]
    if (!column?.codes)
      return new Combined(
        this.codes,
        this.tuples.map((tuple) => add(tuple, entries[0] ?? 0)),
      )
    const codes = codesOf(column.codes)
    if (!this.codes)
      return new Combined(
        codes,
        Array.from(entries, (entry) => add(this.tuples[0] ?? [], entry)),
      )
    const pairs = pairsOf(count, this.codes, { codes, size: entries.length, times: this.tuples.length })
    const tuples = pairs.found.map((pair) =>
      add(this.tuples[Math.floor(pair / entries.length)] ?? [], entries[pair % entries.length] ?? 0),
    )
    return new Combined(pairs.codes, tuples)
  }
}

/** Each pair that occurs, numbered as it is first met. */
function pairsOf(count: number, left: Uint32Array, right: { codes: Uint32Array; size: number; times: number }) {
  const { codes: second, size, times } = right
  const found: number[] = []
  const codes = new Uint32Array(count)
  const table = size * times <= largestTable ? new Int32Array(size * times).fill(-1) : undefined
  const map = new Map<number, number>()
  for (let at = 0; at < count; at++) {
    const pair = (left[at] as number) * size + (second[at] as number)
    let code = table ? (table[pair] as number) : (map.get(pair) ?? -1)
    if (code < 0) {
      code = found.push(pair) - 1
      if (table) table[pair] = code
      else map.set(pair, code)
    }
    codes[at] = code
  }
  return { codes, found }
}
