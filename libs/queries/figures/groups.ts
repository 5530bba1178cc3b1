/** From sums to tallies: one group per combination of the dimensions asked, one tally per period. */
import {
  addDays,
  type Dimension,
  isOfMonths,
  periodOf,
  periodsBetween,
  type ReadStore,
  refuse,
  type Span,
} from '#kernel'
import { countDistinct } from './distinct.js'
import { isDerived, type Places } from './places.js'
import { type Asked, MOST_FIGURES } from './question.js'
import type { Sum } from './sum.js'
import { readSums, type Wanted } from './sums.js'
import { Tally } from './tally.js'

export interface Range {
  from: string
  to: string
}

export interface Group {
  of: Partial<Record<Dimension, string | null>>
  /** By the period's name; the one tally of a question without periods under ''. */
  tallies: Map<string, Tally>
  /** Months in which the fiscal years of its units start. */
  fiscalStarts: Set<number>
}

export class Groups {
  private readonly groups = new Map<string, Group>()
  /** By what is stored, and the day where that decides too. */
  private readonly found = new Map<string, Group | undefined>()
  private readonly readsAsAsked: boolean

  constructor(
    private readonly store: ReadStore,
    private readonly asked: Asked,
    private readonly places: Places,
  ) {
    this.readsAsAsked = Object.keys(asked.derived).length === 0 && !asked.dims.some(isDerived)
  }

  async over(range: Range): Promise<Map<string, Group>> {
    const spans = spansOf(range, this.asked, 1).length
    requireFew(spans)
    if (this.asked.metric.kind === 'stock') await this.states(range)
    else if (this.asked.metric.kind === 'distinct') await this.distinct(range)
    else this.addAll(await readSums(this.store, this.wanted(range)))
    requireFew(this.groups.size * spans)
    return this.groups
  }

  private wanted({ from, to }: Partial<Range> & { to: string }): Wanted {
    const { metric, read, where, known, period, byDay } = this.asked
    return { metric, dims: read, where, known, from, to, byDay: byDay || (period !== undefined && !isOfMonths(period)) }
  }

  private addAll(sums: readonly Sum[]): void {
    let last: { sum: Sum; tally: Tally | undefined } | undefined
    for (const sum of sums) {
      // Sums of one place come one after the other: buckets of a length, members of a unit.
      if (!last || !this.isSamePlace(last.sum, sum)) {
        const group = this.groupOf(sum, sum.at)
        last = { sum, tally: group && this.tallyOf(group, this.nameOf(sum)) }
      }
      last.tally?.add(sum)
    }
  }

  private isSamePlace(a: Sum, b: Sum): boolean {
    return a.at === b.at && this.asked.read.every((dimension) => a[dimension] === b[dimension])
  }

  private nameOf(sum: Sum): string {
    const { period } = this.asked
    return period === undefined ? '' : periodOf(sum.at, period, this.fiscalStart(sum)).name
  }

  private fiscalStart(sum: Partial<Sum>): number {
    return this.asked.period?.startsWith('fiscal') ? this.places.fiscalStartOf(sum.unit) : 1
  }

  /** How many different, counted by the store where its cells allow. */
  private async distinct(range: Range): Promise<void> {
    const spans = spansOf(range, this.asked, 1)
    const { counts, left } = await countDistinct(this.store, this.wanted(range), { asked: this.asked, spans })
    for (const { name, sum } of counts) {
      const group = this.groupOf(sum, sum.at)
      if (group) this.tallyOf(group, name).counted += sum.value
    }
    for (const span of left) this.addAll(await readSums(this.store, this.wanted({ from: span.from, to: span.to })))
  }

  /** States at the end of each period: everything up to then, also where nothing changed. */
  private async states(range: Range): Promise<void> {
    const opening = await readSums(this.store, { ...this.wanted({ to: addDays(range.from, -1) }), byDay: false })
    const changes = await readSums(this.store, this.wanted(range))
    const series = new Map<string, { first: Sum; opening: Tally; changes: Map<string, Tally> }>()
    const seriesOf = (sum: Sum) => {
      const key = this.asked.read.map((dimension) => sum[dimension] ?? '').join('\u001f')
      const known = series.get(key) ?? { first: sum, opening: new Tally(), changes: new Map<string, Tally>() }
      series.set(key, known)
      return known
    }
    for (const sum of opening) seriesOf(sum).opening.add(sum)
    for (const sum of changes) {
      const { changes: byPeriod } = seriesOf(sum)
      tallyIn(byPeriod, this.nameOf(sum)).add(sum)
    }
    for (const { first, opening: running, changes: byPeriod } of series.values()) {
      const spans = spansOf(range, this.asked, this.fiscalStart(first))
      requireFew(this.groups.size * spans.length)
      for (const span of spans) {
        running.value += byPeriod.get(span.name)?.value ?? 0
        running.whole += byPeriod.get(span.name)?.whole ?? 0
        const group = this.groupOf(first, span.to)
        if (group && (running.value !== 0 || running.whole !== 0))
          this.tallyOf(group, span.name).add({ ...first, value: running.value, whole: running.whole })
      }
    }
  }

  /** The group a sum belongs to on a day; undefined when a condition on what is derived leaves it out. */
  private groupOf(sum: Sum, day: string): Group | undefined {
    let place = this.readsAsAsked ? '' : day
    for (const dimension of this.asked.read) place += `\u001f${sum[dimension] ?? ''}`
    if (!this.found.has(place)) this.found.set(place, this.groupAt(sum, day))
    return this.found.get(place)
  }

  private groupAt(sum: Sum, day: string): Group | undefined {
    if (this.asked.unitsOnly && this.asked.read.includes('unit') && (sum.unit ?? null) === null) return undefined
    for (const [dimension, values] of Object.entries(this.asked.derived) as [Dimension, readonly string[]][]) {
      if (!values.includes(this.places.valueOf(dimension, sum, day) ?? '')) return undefined
    }
    const of = Object.fromEntries(
      this.asked.dims.map((dimension) => [dimension, this.places.valueOf(dimension, sum, day)]),
    )
    const key = groupKeyOf(of)
    const group = this.groups.get(key) ?? { of, tallies: new Map(), fiscalStarts: new Set() }
    this.groups.set(key, group)
    group.fiscalStarts.add(this.fiscalStart(sum))
    return group
  }

  private tallyOf(group: Group, name: string): Tally {
    return tallyIn(group.tallies, name)
  }
}

/** Refuses before so many figures are built. @throws DomainError `too-many-figures` */
export function requireFew(figures: number): void {
  if (figures > MOST_FIGURES) refuse('too-many-figures', { figures })
}

export const groupKeyOf = (of: Group['of']): string => JSON.stringify(Object.entries(of))

function tallyIn(tallies: Map<string, Tally>, name: string): Tally {
  const known = tallies.get(name) ?? new Tally()
  tallies.set(name, known)
  return known
}

/** The periods of a range; the whole range under '' when no period is asked. */
export function spansOf(range: Range, { period }: Pick<Asked, 'period'>, fiscalStart: number): Span[] {
  if (period === undefined) return [{ name: '', ...range }]
  return periodsBetween(range.from, range.to, { period, fiscalStart })
}
