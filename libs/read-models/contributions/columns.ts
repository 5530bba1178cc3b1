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

/** Gathers the numbers of a column, one contribution after the other. */
export class NumberColumn {
  private readonly values: Float64Array
  private count = 0
  private least = Number.POSITIVE_INFINITY
  private most = Number.NEGATIVE_INFINITY
  /** Whether any is no whole number: NaN is none either. */
  private isBroken = false

  constructor(most: number) {
    this.values = new Float64Array(most)
  }

  add(value: number): void {
    this.values[this.count++] = value
    if (value < this.least) this.least = value
    if (value > this.most) this.most = value
    if (!Number.isSafeInteger(value)) this.isBroken = true
  }

  column(): Numbers {
    const { least, most } = this
    const values = this.values.subarray(0, this.count)
    const first = values[0] ?? Number.NaN
    if (Number.isNaN(first) && values.every(Number.isNaN)) return { base: Number.NaN }
    if (least === most && !values.some(Number.isNaN)) return { base: least }
    // Far apart, a step is no exact number either.
    if (this.isBroken || most - least >= 2 ** 32) return { base: 0, steps: values.slice() }
    const steps = new (narrowest(most - least))(this.count)
    for (let at = 0; at < this.count; at++) steps[at] = (values[at] as number) - least
    return { base: least, steps }
  }
}

function narrowest(most: number) {
  if (most < 2 ** 8) return Uint8Array
  if (most < 2 ** 16) return Uint16Array
  return Uint32Array
}

/** Gathers the codes of a column, one contribution after the other. */
export class CodedColumn<T> {
  private readonly known = new Map<T, number>()
  private readonly codes: Uint32Array
  private count = 0
  private last: { value: T; code: number } | undefined

  constructor(most: number) {
    this.codes = new Uint32Array(most)
  }

  add(value: T): void {
    // Neighbours are most often alike.
    if (this.last === undefined || this.last.value !== value) this.last = { value, code: this.codeOf(value) }
    this.codes[this.count++] = this.last.code
  }

  column(): Coded<T> {
    const values = [...this.known.keys()]
    if (values.length <= 1) return { values }
    return { values, codes: new (narrowest(values.length - 1))(this.codes.subarray(0, this.count)) }
  }

  private codeOf(value: T): number {
    const known = this.known.get(value)
    if (known !== undefined) return known
    this.known.set(value, this.known.size)
    return this.known.size - 1
  }
}

export const numberAt = ({ base, steps }: Numbers, at: number): number => (steps ? base + (steps[at] as number) : base)

export const columnValueAt = <T>({ codes, values }: Coded<T>, at: number): T =>
  values[codes ? (codes[at] as number) : 0] as T

const dayMs = 86_400_000

/** Days as numbers that follow one another. */
export const dayNumber = (day: string): number => Date.parse(day) / dayMs

export const dayOfNumber = (number: number): string => new Date(number * dayMs).toISOString().slice(0, 10)
