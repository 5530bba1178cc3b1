/**
 * Columns are kept in arrays as narrow as their values fit; loops run over arrays of one type, which the
 * engine underneath is quick with.
 */
import type { ColumnCodes, Entries, Narrow, Numbers, ReadPart } from '#read-models'

let scratch = new Float64Array(0)

/** The same numbers as doubles. Holds until the next are asked for. */
export function widened(steps: Narrow): Float64Array {
  if (steps instanceof Float64Array) return steps
  if (scratch.length < steps.length) scratch = new Float64Array(steps.length)
  const wide = scratch.subarray(0, steps.length)
  wide.set(steps)
  return wide
}

/** A column of numbers, each with its base. Holds until the next are asked for. */
export function numbersIn({ count, numbers }: ReadPart, name: string): Float64Array {
  const { base, steps }: Numbers = numbers.get(name) ?? { base: 0 }
  if (!steps) return new Float64Array(count).fill(base)
  const wide = widened(steps)
  if (base === 0) return wide
  const whole = wide === steps ? wide.slice() : wide
  for (let at = 0; at < whole.length; at++) whole[at] = (whole[at] as number) + base
  return whole
}

/** The entry of each contribution of a part; 0, of none, where the column is absent. */
export function entriesIn({ count, coded }: ReadPart, name: string): Int32Array {
  const { codes, entries }: Entries = coded.get(name) ?? { entries: new Int32Array(1) }
  const found = new Int32Array(count)
  if (!codes) return found.fill(entries[0] ?? 0)
  found.set(codes)
  for (let at = 0; at < count; at++) found[at] = entries[found[at] as number] as number
  return found
}

/** The codes of a column, in one type. */
export const codesOf = (codes: ColumnCodes): Uint32Array =>
  codes instanceof Uint32Array ? codes : new Uint32Array(codes)
