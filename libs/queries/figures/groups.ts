/** From sums to tallies: one group per combination of the dimensions asked, one tally per period. */
import { calendarYears, type FiscalYears, isOfMonths, periodOf, refuse } from '#kernel'
import { isDerived, type Places } from './places.js'
import { type Asked, MOST_FIGURES } from './question.js'
import type { InCells, Sums } from './scan/cells.js'
import type { ScanPlace } from './scan/scan.js'
import { type Grain, Periods } from './scan/scan-periods.js'
import { type Range, Spans } from './spans.js'
import { readSums, type Summed } from './sums.js'
import { Tally } from './tally.js'
import { differentIn } from './together/different.js'
import { percentilesOf } from './together/percentiles.js'

export interface Group {
  of: Readonly<Record<string, string | null>>
  /** By the period's name; the one tally of a question without periods under ''. */
  tallies: Map<string, Tally>
  /** The fiscal years of its units. */
  fiscalYears: Set<FiscalYears>
}

export class Groups {
  private readonly groups = new Map<string, Group>()
  /** By what is stored, and the day where that decides too. */
  private readonly found = new Map<string, Group | undefined>()
  /** Of the days that periods begin at, by fiscal years. */
  private readonly names = new Map<FiscalYears, readonly string[]>()
  private readonly readsAsAsked: boolean

  constructor(
    private readonly asked: Asked,
    private readonly from: Summed & { places: Places },
  ) {
    this.readsAsAsked = asked.derived.length === 0 && !asked.dims.some(isDerived)
  }

  async over(range: Range): Promise<Map<string, Group>> {
    const spans = new Spans(range, this.asked.period)
    const most = spans.of(calendarYears).length
    requireFew(most)
    const isState = this.asked.metric.kind === 'stock'
    const periods = new Periods(range, this.grain(), { opening: isState })
    const sums = await readSums({ ...this.wanted(), periods }, this.from)
    if (isState) this.states(spans, sums, periods)
    else this.addAll(sums, periods)
    requireFew(this.groups.size * most)
    return this.groups
  }

  private wanted() {
    const { metric, read, where, knownAt, byEntity } = this.asked
    return { metric, dims: byEntity ? ([...read, 'entity'] as const) : read, where, knownAt }
  }

  /** What belongs elsewhere later is told apart by months, or by days where that is asked. */
  private grain(): Grain {
    const { metric, period, byDay } = this.asked
    if (byDay || (period !== undefined && !isOfMonths(period))) return 'day'
    if (period !== undefined) return 'month'
    return metric.kind === 'stock' || this.readsAsAsked ? 'all' : 'month'
  }

  private addAll(sums: Sums, periods: Periods): void {
    const { found, touched } = sums
    if (!found) {
      this.eachCell(sums, periods, (tally, cell) => tally.addCell(sums, cell))
      return
    }
    // A tally may be of several cells: of all the units of a country, of the months of a year.
    const tallies = new Map<Tally, number>()
    const tallyOfCell = new Int32Array(touched.length).fill(-1)
    this.eachCell(sums, periods, (tally, cell) => {
      tallyOfCell[cell] = numberOf(tally, tallies)
    })
    this.count(inTallies(found, tallyOfCell), [...tallies.keys()])
  }

  /** Each cell in which something is counted, with what it is counted in. */
  private eachCell({ places, touched }: Sums, periods: Periods, counted: (tally: Tally, cell: number) => void): void {
    const days = daysOf(periods)
    for (const [at, place] of places.entries()) {
      const first = at * days.length
      const names = this.namesOf(place, days)
      let group: Group | undefined
      for (let index = 0; index < days.length; index++) {
        if (!touched[first + index]) continue
        if (!group || !this.readsAsAsked) group = this.groupOf(place, days[index] as string)
        if (group) counted(tallyIn(group.tallies, names[index] as string), first + index)
      }
    }
  }

  private count(found: readonly InCells[], tallies: readonly Tally[]): void {
    if (this.asked.metric.kind === 'distinct') {
      for (const [at, different] of differentIn(found, tallies.length).entries())
        (tallies[at] as Tally).value = different
      return
    }
    for (const [at, lengths] of percentilesOf(found, tallies.length).entries()) (tallies[at] as Tally).lengths = lengths
  }

  /** The names of the periods that days lie in, for a place. */
  private namesOf(place: ScanPlace, days: readonly string[]): readonly string[] {
    const { period } = this.asked
    const fiscal = this.fiscalOf(place)
    const known = this.names.get(fiscal)
    if (known) return known
    const names = days.map((day) => (period === undefined ? '' : periodOf(day, period, fiscal).name))
    this.names.set(fiscal, names)
    return names
  }

  private fiscalOf(place: ScanPlace): FiscalYears {
    return this.asked.period?.startsWith('fiscal') ? this.from.places.fiscalYearsOf(place.unit) : calendarYears
  }

  /** States at the end of each period: everything up to then, also where nothing changed. */
  private states(spans: Spans, sums: Sums, periods: Periods): void {
    const days = daysOf(periods)
    for (const [at, place] of sums.places.entries()) {
      const first = at * periods.count
      if (!sums.touched.subarray(first, first + periods.count).some(Boolean)) continue
      const names = this.namesOf(place, days)
      const changes = new Map<string, Tally>()
      for (let index = 0; index < periods.count; index++) {
        const name = periods.isOpening(index) ? OPENING : (names[index] as string)
        const tally = tallyIn(changes, name)
        tally.addCell(sums, first + index)
      }
      this.addStates(place, spans, changes)
    }
  }

  private addStates(place: ScanPlace, told: Spans, changes: ReadonlyMap<string, Tally>): void {
    const state = new Tally()
    state.add(changes.get(OPENING))
    const spans = told.of(this.fiscalOf(place))
    requireFew(this.groups.size * spans.length)
    for (const span of spans) {
      state.add(changes.get(span.name))
      const group = this.groupOf(place, span.to)
      if (!group || state.isNothing) continue
      const tally = tallyIn(group.tallies, span.name)
      // What several units share counts once where more than one of them belongs to the group.
      if (place.entity && !tally.isFirst(place.entity)) continue
      tally.add(state)
    }
  }

  /** The group a sum belongs to on a day; undefined when a condition on what is derived leaves it out. */
  private groupOf(place: ScanPlace, day: string): Group | undefined {
    let key = this.readsAsAsked ? '' : day
    for (const column of this.asked.read) key += `\u001f${place[column] ?? ''}`
    if (!this.found.has(key)) this.found.set(key, this.groupAt(place, day))
    return this.found.get(key)
  }

  private groupAt(place: ScanPlace, day: string): Group | undefined {
    if (this.asked.unitsOnly && this.asked.read.includes('unit') && (place.unit ?? null) === null) return undefined
    for (const [dimension, values] of this.asked.derived) {
      if (!values.includes(this.from.places.valueOf(dimension, place, day))) return undefined
    }
    const of = Object.fromEntries(
      this.asked.dims.map((dimension) => [dimension.name, this.from.places.valueOf(dimension, place, day)]),
    )
    const key = groupKeyOf(of)
    const group = this.groups.get(key) ?? { of, tallies: new Map(), fiscalYears: new Set() }
    this.groups.set(key, group)
    group.fiscalYears.add(this.fiscalOf(place))
    return group
  }
}

/** What came before the first period; no period has such a name. */
const OPENING = 'before'

/** The same with the number of its tally in the place of each cell. */
function inTallies(found: readonly InCells[], tallyOfCell: Int32Array): readonly InCells[] {
  for (const { cells } of found) {
    for (let at = 0; at < cells.length; at++) {
      const cell = cells[at] as number
      if (cell >= 0) cells[at] = tallyOfCell[cell] as number
    }
  }
  return found
}

/** Refuses before so many figures are built. @throws DomainError `too-many-figures` */
export function requireFew(figures: number): void {
  if (figures > MOST_FIGURES) refuse('too-many-figures', { figures })
}

export const groupKeyOf = (of: Group['of']): string => JSON.stringify(Object.entries(of))

/** The first day of each period. */
const daysOf = (periods: Periods): string[] => Array.from({ length: periods.count }, (_, index) => periods.dayOf(index))

/** Numbers what is met in order, from 0. */
function numberOf(tally: Tally, numbers: Map<Tally, number>): number {
  const known = numbers.get(tally) ?? numbers.size
  numbers.set(tally, known)
  return known
}

function tallyIn(tallies: Map<string, Tally>, name: string): Tally {
  const known = tallies.get(name) ?? new Tally()
  tallies.set(name, known)
  return known
}
