/** What the contributions asked for come to, cell by cell: their sums, or where those are that must be looked at together. */
import type { Metric } from '#kernel'
import type { ContributionReader, Numbers, ReadPart } from '#read-models'
import { Scan, type ScanPlace, type Wanted } from './scan/scan.js'
import { widened } from './scan/widened.js'

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
  /** Of lengths and of different ones, which are not summed. */
  found?: readonly InCells[]
}

export type AskedSums = Omit<Wanted, 'metric'> & { metric: Pick<Metric, 'name' | 'kind'> }

export async function readSums(reader: ContributionReader, asked: AskedSums): Promise<Sums> {
  const { name, kind } = asked.metric
  const scan = new Scan(reader, { ...asked, metric: name })
  if (kind === 'duration') return gathered(scan, await scan.parts(['value', 'length']))
  if (kind === 'distinct') return gathered(scan, await scan.parts(['value', 'who']))
  return summed(scan, await scan.parts(['value', 'whole']))
}

function summed(scan: Scan, parts: readonly ReadPart[]): Sums {
  let [touched, value, whole] = [new Uint8Array(0), new Float64Array(0), new Float64Array(0)]
  for (const part of parts) {
    const cells = scan.cellsOf(part)
    touched = grown(touched, scan.cells, Uint8Array)
    value = grown(value, scan.cells, Float64Array)
    whole = grown(whole, scan.cells, Float64Array)
    touch(touched, cells)
    addTo(value, cells, part.numbers.get('value'))
    addTo(whole, cells, part.numbers.get('whole'))
  }
  return { places: scan.places, touched, value, whole }
}

function gathered(scan: Scan, parts: readonly ReadPart[]): Sums {
  const found = parts.map((part) => ({ part, cells: scan.cellsOf(part).slice() }))
  const touched = new Uint8Array(scan.cells)
  for (const { cells } of found) touch(touched, cells)
  const none = new Float64Array(0)
  return { places: scan.places, touched, value: none, whole: none, found }
}

function grown<T extends Uint8Array | Float64Array>(array: T, size: number, of: new (size: number) => T): T {
  if (array.length >= size) return array
  const larger = new of(size * 2)
  larger.set(array)
  return larger
}

function touch(touched: Uint8Array, cells: Int32Array): void {
  for (let at = 0; at < cells.length; at++) {
    const cell = cells[at] as number
    if (cell >= 0) touched[cell] = 1
  }
}

function addTo(sums: Float64Array, cells: Int32Array, numbers: Numbers | undefined): void {
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
