/** What is added up cell by cell, and the loops that add it. */
import type { Numbers, ReadPart } from '#read-models'
import type { ScanPlace } from './scan.js'
import { widened } from './widened.js'

/** The cells of a part's contributions; below zero, one is not asked for. */
export interface InCells {
  part: ReadPart
  cells: Int32Array
}

export interface Sums {
  places: readonly ScanPlace[]
  /** By cell: whether there was any contribution, and their sums. */
  touched: Uint8Array
  value: Float64Array
  whole: Float64Array
  /** Of money of which not all can be valued: how many of each cell are not, by currency. */
  unvalued?: ReadonlyMap<string, Float64Array>
  /** Of lengths and of different ones, which are not summed. */
  found?: readonly InCells[]
}

export function grown<T extends Uint8Array | Float64Array>(array: T, size: number, of: new (size: number) => T): T {
  if (array.length >= size) return array
  const larger = new of(size * 2)
  larger.set(array)
  return larger
}

export function touch(touched: Uint8Array, cells: Int32Array): void {
  for (let at = 0; at < cells.length; at++) {
    const cell = cells[at] as number
    if (cell >= 0) touched[cell] = 1
  }
}

export function addTo(sums: Float64Array, cells: Int32Array, numbers: Numbers | undefined): void {
  if (!numbers || (!numbers.steps && numbers.base === 0)) return
  if (numbers.steps) addSteps(sums, cells, numbers.base, widened(numbers.steps))
  else addAlike(sums, cells, numbers.base)
}

function addSteps(sums: Float64Array, cells: Int32Array, base: number, steps: Float64Array): void {
  for (let at = 0; at < cells.length; at++) {
    const cell = cells[at] as number
    if (cell >= 0) sums[cell] = (sums[cell] as number) + base + (steps[at] as number)
  }
}

function addAlike(sums: Float64Array, cells: Int32Array, value: number): void {
  for (let at = 0; at < cells.length; at++) {
    const cell = cells[at] as number
    if (cell >= 0) sums[cell] = (sums[cell] as number) + value
  }
}
