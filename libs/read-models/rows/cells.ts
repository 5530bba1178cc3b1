/**
 * Figures summed so that questions read few rows. A *cut* is a metric by unit and at most one more
 * dimension, per month; by unit alone also per day. Of distinct metrics a cut keeps who is present
 * and, beside that, how many they are.
 */
import {
  type Dimension,
  type Metric,
  type MetricKind,
  type ReadStore,
  type Row,
  type Scalar,
  type StoredDimension,
  storedFor,
  type Write,
} from '#kernel'
import type { Measured } from '../fold/measure.js'
import { addedKey } from './added-key.js'
import { CELLS, cells } from './tables.js'

/** By unit alone. */
export const UNIT_CUT = 'unit'
/** Of distinct metrics: the whole group, where somebody present in two units is one. */
export const GROUP_CUT = 'group'
/** The rows of a cut that say who is present. */
export const presenceOf = (cut: string): string => `${cut}-who`

/** A cut that would have about as many cells as there are figures is not kept: the figures serve as well. */
const tooFine: Readonly<Partial<Record<MetricKind, readonly StoredDimension[]>>> = {
  duration: ['member', 'product', 'sector'],
  distinct: ['member', 'function', 'stage', 'status', 'profile', 'product', 'sector'],
}

/** The dimension besides the unit in each of a metric's cuts; by unit, and by group, alone. */
export function cutsOf(metric: Pick<Metric, 'kind' | 'dimensions'>): string[] {
  const others = new Set(metric.dimensions.map((dimension: Dimension) => storedFor(dimension)))
  others.delete('unit')
  for (const dimension of tooFine[metric.kind] ?? []) others.delete(dimension)
  return [...(metric.kind === 'distinct' ? [GROUP_CUT] : []), UNIT_CUT, ...others]
}

/** Whether the cut by unit is kept per day too: where days are few beside the months' rows. */
export const hasDays = (metric: Pick<Metric, 'kind'>): boolean =>
  metric.kind !== 'duration' && metric.kind !== 'distinct'

type Cell = Record<string, Scalar>
type Amount = Pick<Measured, 'value' | 'whole'>
interface Presence {
  cell: Cell
  /** Contributions by whom they are of. */
  whos: Map<string, number>
}

/** The cells of one cut of one metric, for one grain. Runs several times for every figure there is. */
class CutSums {
  readonly sums = new Map<string, Cell>()
  readonly presences = new Map<string, Presence>()

  constructor(
    readonly metric: Pick<Metric, 'name' | 'kind'>,
    readonly cut: string,
    readonly grain: 'd' | 'm',
  ) {}

  add(figure: Measured): void {
    const period = this.grain === 'd' ? figure.day : `${figure.day.slice(0, 7)}-01`
    const unit = this.cut === GROUP_CUT ? undefined : figure.unit
    const place = isPlain(this.cut) ? undefined : figure[this.cut as StoredDimension]
    const bucket = this.grain === 'd' ? undefined : figure.bucket
    const key = `${period}\u001f${unit ?? ''}\u001f${place ?? ''}\u001f${bucket ?? ''}`
    if (this.metric.kind === 'distinct') this.addPresence(key, figure, () => this.cell({ period, unit, place }))
    else this.addTo(key, figure, () => this.cell({ period, unit, place, bucket }))
  }

  /** One more present in a cell, or one less. */
  count(key: string, { cell }: Presence, change: number): void {
    this.addTo(key, { value: change, whole: 0 }, () => ({ ...cell }))
  }

  private cell(place: { period: string; unit?: string; place?: string; bucket?: number }): Cell {
    return {
      metric: this.metric.name,
      cut: this.cut,
      grain: this.grain,
      period: place.period,
      unit: place.unit ?? null,
      place: place.place ?? null,
      bucket: place.bucket ?? null,
    }
  }

  private addPresence(key: string, { who, value }: Measured, cell: () => Cell): void {
    if (who === undefined) return
    const presence = this.presences.get(key) ?? { cell: cell(), whos: new Map() }
    this.presences.set(key, presence)
    presence.whos.set(who, (presence.whos.get(who) ?? 0) + value)
  }

  private addTo(key: string, { value, whole }: Amount, cell: () => Cell): void {
    const known = this.sums.get(key)
    if (known) {
      known.value = (known.value as number) + value
      known.whole = (known.whole as number) + whole
    } else this.sums.set(key, { ...cell(), value, whole })
  }
}

const isPlain = (cut: string): boolean => cut === GROUP_CUT || cut === UNIT_CUT

const keyOf = addedKey(cells)

export class CellSums {
  private readonly cuts = new Map<string, CutSums[]>()

  constructor(metrics: ReadonlyMap<string, Metric>) {
    for (const [name, metric] of metrics) {
      const months = cutsOf(metric).map((cut) => new CutSums(metric, cut, 'm'))
      this.cuts.set(name, hasDays(metric) ? [...months, new CutSums(metric, UNIT_CUT, 'd')] : months)
    }
  }

  add(figure: Measured): void {
    for (const cut of this.cuts.get(figure.metric) ?? []) cut.add(figure)
  }

  /** The additions to a store that holds cells already. */
  async writes(store: Pick<ReadStore, 'getMany'>): Promise<Write[]> {
    const keys = [...this.present()].map(({ row }) => keyOf(row))
    const rows = keys.length === 0 ? [] : await store.getMany(CELLS, keys)
    this.countPresences(new Map(rows.map((row) => [row.key, row.columns.value as number])))
    return [...this.all()].map((add) => ({ table: CELLS, add }))
  }

  /** All cells, for a table that nobody has added to yet. */
  *rows(): Generator<Row> {
    this.countPresences(new Map())
    for (const columns of this.all()) yield { key: keyOf(columns), position: 0, doc: null, columns }
  }

  private *all(): Generator<Cell> {
    for (const cut of this.each()) yield* cut.sums.values()
    for (const { row } of this.present()) yield row
  }

  private *each(): Generator<CutSums> {
    for (const cuts of this.cuts.values()) yield* cuts
  }

  private *present(): Generator<{ row: Cell; key: string; presence: Presence; cut: CutSums }> {
    for (const cut of this.each())
      for (const [key, presence] of cut.presences)
        for (const [who, value] of presence.whos)
          if (value !== 0)
            yield { row: { ...presence.cell, cut: presenceOf(cut.cut), who, value, whole: 0 }, key, presence, cut }
  }

  /** One more where somebody comes to be present, one less where nothing of somebody is left. */
  private countPresences(before: ReadonlyMap<string, number>): void {
    for (const { row, key, presence, cut } of this.present()) {
      const was = before.get(keyOf(row)) ?? 0
      const change = Number(was + (row.value as number) > 0) - Number(was > 0)
      if (change !== 0) cut.count(key, presence, change)
    }
  }
}
