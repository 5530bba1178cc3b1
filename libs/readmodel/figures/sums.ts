/** What the contributions asked for come to, cell by cell: their sums, or whatever of them must be looked at together. */
import type { Metric } from '#kernel'
import type { Numbers } from '../contributions/columns.js'
import type { ContributionReader, ReadPart } from '../contributions/contribution-reader.js'
import { type Place, Scan, type Wanted } from './scan.js'

/** A length that was measured, or somebody present, so many times: less than none where that is taken back. */
export interface Items {
  count: number
  cells: Int32Array
  /** The length, or the code of who. */
  items: Float64Array
  times: Float64Array
}

export interface Sums {
  places: readonly Place[]
  /** By cell: how many contributions there were, and their sums. */
  touched: Uint8Array
  value: Float64Array
  whole: Float64Array
  items?: Items
}

export type AskedSums = Omit<Wanted, 'metric'> & { metric: Pick<Metric, 'name' | 'kind'> }

export async function readSums(reader: ContributionReader, asked: AskedSums): Promise<Sums> {
  const { name, kind } = asked.metric
  const scan = new Scan(reader, { ...asked, metric: name })
  if (kind === 'duration') return gathered(scan, await scan.parts(['value', 'length']), lengthOf)
  if (kind === 'distinct') return gathered(scan, await scan.parts(['value', 'who']), whoOf)
  return summed(scan, await scan.parts(['value', 'whole']))
}

function summed(scan: Scan, parts: readonly ReadPart[]): Sums {
  let [touched, value, whole] = [new Uint8Array(0), new Float64Array(0), new Float64Array(0)]
  for (const part of parts) {
    const cells = scan.cellsOf(part)
    touched = grown(touched, scan.cells, Uint8Array)
    value = grown(value, scan.cells, Float64Array)
    whole = grown(whole, scan.cells, Float64Array)
    for (let at = 0; at < cells.length; at++) if ((cells[at] as number) >= 0) touched[cells[at] as number] = 1
    addTo(value, cells, part.numbers.get('value'))
    addTo(whole, cells, part.numbers.get('whole'))
  }
  return { places: scan.places, touched, value, whole }
}

function grown<T extends Uint8Array | Float64Array>(array: T, size: number, of: new (size: number) => T): T {
  if (array.length >= size) return array
  const larger = new of(size * 2)
  larger.set(array)
  return larger
}

function addTo(sums: Float64Array, cells: Int32Array, { base, steps }: Numbers = { base: 0 }): void {
  if (!steps && base === 0) return
  for (let at = 0; at < cells.length; at++) {
    const cell = cells[at] as number
    if (cell >= 0) sums[cell] = (sums[cell] as number) + (steps ? base + (steps[at] as number) : base)
  }
}

/** The item of each contribution of a part. */
type ItemsOf = (part: ReadPart) => (at: number) => number

const lengthOf: ItemsOf = ({ numbers }) => {
  const { base, steps } = numbers.get('length') ?? { base: 0 }
  return steps ? (at) => base + (steps[at] as number) : () => base
}

const whoOf: ItemsOf = ({ coded }) => {
  const { codes, entries } = coded.get('who') ?? { entries: new Int32Array(1) }
  return (at) => entries[codes ? (codes[at] as number) : 0] as number
}

function gathered(scan: Scan, parts: readonly ReadPart[], itemsOf: ItemsOf): Sums {
  const most = parts.reduce((sum, { count }) => sum + count, 0)
  const items: Items = {
    count: 0,
    cells: new Int32Array(most),
    items: new Float64Array(most),
    times: new Float64Array(most),
  }
  for (const part of parts) gather(items, part, { cells: scan.cellsOf(part), itemOf: itemsOf(part) })
  const touched = new Uint8Array(scan.cells)
  for (let at = 0; at < items.count; at++) touched[items.cells[at] as number] = 1
  const none = new Float64Array(0)
  return { places: scan.places, touched, value: none, whole: none, items }
}

function gather(into: Items, part: ReadPart, { cells, itemOf }: { cells: Int32Array; itemOf: (at: number) => number }) {
  const { base, steps } = part.numbers.get('value') ?? { base: 0 }
  let { count } = into
  for (let at = 0; at < cells.length; at++) {
    const cell = cells[at] as number
    if (cell < 0) continue
    into.cells[count] = cell
    into.items[count] = itemOf(at)
    into.times[count] = steps ? base + (steps[at] as number) : base
    count++
  }
  into.count = count
}
