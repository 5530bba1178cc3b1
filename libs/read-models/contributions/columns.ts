/**
 * Values of many contributions as a column: numbers as steps above the least of them, everything else as
 * codes of the few values there are; typed arrays as narrow as they fit.
 */

export type Narrow = Uint8Array | Uint16Array | Uint32Array | Float64Array
export type ColumnCodes = Uint8Array | Uint16Array | Uint32Array

/** A number is base + step, and the base where there are no steps; NaN where there is none. */
export interface Numbers {
  base: number
  steps?: Narrow
}

/** Which of the values each contribution has; the first one where there are no codes. */
export interface Coded<T> {
  codes?: ColumnCodes
  values: readonly T[]
}

export function numbersOf(given: readonly number[]): Numbers {
  let [least, most, isWhole] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, true]
  for (const value of given) {
    if (value < least) least = value
    if (value > most) most = value
    if (!Number.isSafeInteger(value)) isWhole = false
  }
  if (least === most && given.every((value) => value === least)) return { base: least }
  // Far apart, a step is no exact number either.
  if (!isWhole || most - least >= 2 ** 32) return { base: 0, steps: Float64Array.from(given) }
  const steps = new (narrowest(most - least))(given.length)
  for (let at = 0; at < given.length; at++) steps[at] = (given[at] as number) - least
  return { base: least, steps }
}

function narrowest(most: number) {
  if (most < 2 ** 8) return Uint8Array
  if (most < 2 ** 16) return Uint16Array
  return Uint32Array
}

export function codedOf<T>(given: readonly T[]): Coded<T> {
  const known = new Map<T, number>()
  const all = new Uint32Array(given.length)
  for (let at = 0; at < given.length; at++) {
    const value = given[at] as T
    let code = known.get(value)
    if (code === undefined) {
      code = known.size
      known.set(value, code)
    }
    all[at] = code
  }
  const values = [...known.keys()]
  if (values.length <= 1) return { values }
  const isNarrow = values.length <= 2 ** 8
  return { values, codes: isNarrow ? Uint8Array.from(all) : values.length <= 2 ** 16 ? Uint16Array.from(all) : all }
}

export const numberAt = ({ base, steps }: Numbers, at: number): number => (steps ? base + (steps[at] as number) : base)

export const columnValueAt = <T>({ codes, values }: Coded<T>, at: number): T =>
  values[codes ? (codes[at] as number) : 0] as T

const dayMs = 86_400_000

/** Days as numbers that follow one another. */
export const dayNumber = (day: string): number => Date.parse(day) / dayMs

export const dayOfNumber = (number: number): string => new Date(number * dayMs).toISOString().slice(0, 10)
