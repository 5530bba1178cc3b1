/**
 * One pass over the contributions of a metric: which of them are asked for, and in which cell each
 * counts. A cell is a place, the values of the dimensions asked, in a period.
 */
import { type Position, refuse } from '#kernel'
import type { ColumnCodes, ContributionReader, Entries, Numbers, ReadPart, Rollup } from '#read-models'
import { Combined } from './combined.js'
import type { Periods } from './scan-periods.js'
import { codesOf, widened } from './widened.js'

/** Values of the columns asked for; null where none is stated. */
export type ScanPlace = Readonly<Record<string, string | null>>

export interface Wanted {
  metric: string
  /** Told apart by these columns of dimensions; by `entity` where each document counts once. */
  dims: readonly string[]
  where: Readonly<Record<string, readonly (string | null)[]>>
  periods: Periods
  /** Only what events up to here caused. */
  knownAt?: Position
}

/** Cells held at one time; a question of more comes to more figures than an answer has. */
const mostCells = 8_000_000

export class Scan {
  readonly places: ScanPlace[] = []
  private readonly codesOfPlaces: (readonly number[])[] = []
  private readonly placeOfKey = new Map<string, number>()
  private scratch = new Int32Array(0)
  private readonly where: readonly [string, ReadonlySet<number>][]

  constructor(
    private readonly reader: ContributionReader,
    private readonly wanted: Wanted,
  ) {
    this.where = Object.entries(wanted.where).map(([name, values]) => {
      const dictionary = reader.dictionary(name)
      return [name, new Set(values.map((value) => dictionary.codeOf(value)))]
    })
  }

  /** How many cells there are by now: periods of one place stand together. */
  get cells(): number {
    return this.places.length * this.wanted.periods.count
  }

  /** The parts to look through, with these columns besides those that tell the cells. */
  async parts(columns: readonly string[]): Promise<ReadPart[]> {
    return (await this.found(columns, undefined)).parts
  }

  /** The same, less those that were summed when it was asked before; the places of their sums are this scan's. */
  async partsSince(columns: readonly string[]): Promise<{ parts: ReadPart[]; rollup?: Rollup }> {
    const known = this.reader.rollups.of(this.question(columns))
    const { parts, isRolledUp } = await this.found(columns, known?.parts)
    if (!known || !isRolledUp) return { parts }
    for (const codes of known.places) this.placeOf(codes)
    return { parts, rollup: known }
  }

  /** Keeps what parts come to, for who asks the same. */
  keep(columns: readonly string[], sums: Omit<Rollup, 'places'>): void {
    this.reader.rollups.keep(this.question(columns), { ...sums, places: this.codesOfPlaces.slice() })
  }

  private question(columns: readonly string[]): string {
    const { metric, dims, where, periods, knownAt } = this.wanted
    const { from, to, grain, count } = periods
    return JSON.stringify([metric, columns, dims, Object.entries(where).sort(), from, to, grain, count, knownAt])
  }

  private found(columns: readonly string[], rolledUp: ReadonlySet<number> | undefined) {
    const { metric, dims, periods, knownAt } = this.wanted
    const causes = knownAt === undefined ? [] : ['cause']
    const names = [...columns, 'day', ...causes, ...dims, ...this.where.map(([name]) => name)]
    return this.reader.parts(metric, names, { knownAt, from: periods.begin, to: periods.to, rolledUp })
  }

  /** The cell of each contribution of a part; below zero, it is not asked for. Holds until the next part. */
  cellsOf(part: ReadPart): Int32Array {
    const { dims, periods } = this.wanted
    const columns = dims.map((name) => part.coded.get(name))
    const combined = Combined.of(part.count, columns)
    const places = combined.tuples.map((codes) => this.placeOf(codes))
    if (this.cells > mostCells) refuse('too-many-figures', { figures: this.cells })
    const cells = this.room(part.count)
    const inPeriods = this.periodsOf(part.coded.get('day'))
    fill(cells, {
      places,
      combined: combined.codes,
      day: part.coded.get('day')?.codes,
      inPeriods,
      periods: periods.count,
    })
    this.leaveOut(part, cells)
    return cells
  }

  /** Used again for each part. */
  private room(count: number): Int32Array {
    if (this.scratch.length < count) this.scratch = new Int32Array(count)
    return this.scratch.subarray(0, count)
  }

  private periodsOf(day: Entries | undefined): Int32Array {
    const { entries } = day ?? { entries: new Int32Array(0) }
    const inPeriods = new Int32Array(entries.length)
    for (let at = 0; at < entries.length; at++) inPeriods[at] = this.wanted.periods.indexOf(entries[at] as number)
    return inPeriods
  }

  private leaveOut(part: ReadPart, cells: Int32Array): void {
    for (const [name, allowed] of this.where) leaveOthers(part.coded.get(name), allowed, cells)
    const { knownAt } = this.wanted
    const cause = part.numbers.get('cause')
    if (knownAt !== undefined && part.lastCause > knownAt && cause) leaveAbove(cause, knownAt, cells)
  }

  private placeOf(codes: readonly number[]): number {
    const key = codes.join(' ')
    const known = this.placeOfKey.get(key)
    if (known !== undefined) return known
    const place: Record<string, string | null> = {}
    for (const [at, name] of this.wanted.dims.entries())
      place[name] = this.reader.dictionary(name).valueOf(codes[at] as number)
    this.places.push(place)
    this.codesOfPlaces.push(codes)
    this.placeOfKey.set(key, this.places.length - 1)
    return this.places.length - 1
  }
}

interface Filling {
  /** Of each combination of codes its place, of each entry of the day its period. */
  places: readonly number[]
  combined: Uint32Array | undefined
  day: ColumnCodes | undefined
  inPeriods: Int32Array
  periods: number
}

function fill(cells: Int32Array, { places, combined, day, inPeriods, periods }: Filling): void {
  const firstCells = new Int32Array(places.length)
  for (let at = 0; at < places.length; at++) firstCells[at] = (places[at] as number) * periods
  const days = day && codesOf(day)
  for (let at = 0; at < cells.length; at++) {
    const period = inPeriods[days ? (days[at] as number) : 0] as number
    cells[at] = period < 0 ? -1 : (firstCells[combined ? (combined[at] as number) : 0] as number) + period
  }
}

function leaveOthers(column: Entries | undefined, allowed: ReadonlySet<number>, cells: Int32Array): void {
  const { codes, entries } = column ?? { entries: new Int32Array(1) }
  const fits = new Uint8Array(entries.length)
  for (let at = 0; at < entries.length; at++) fits[at] = Number(allowed.has(entries[at] as number))
  if (!fits.includes(0)) return
  if (!codes) {
    cells.fill(-1)
    return
  }
  const all = codesOf(codes)
  for (let at = 0; at < cells.length; at++) if (!fits[all[at] as number]) cells[at] = -1
}

function leaveAbove({ base, steps }: Numbers, most: number, cells: Int32Array): void {
  if (!steps) {
    if (base > most) cells.fill(-1)
    return
  }
  const all = widened(steps)
  for (let at = 0; at < cells.length; at++) if (base + (all[at] as number) > most) cells[at] = -1
}
