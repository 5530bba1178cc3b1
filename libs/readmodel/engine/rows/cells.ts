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
import { addedKey } from '../../added-key.js'
import type { Measured } from '../folds/measure.js'
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
interface Presence {
  cell: Cell
  /** Contributions by whom they are of. */
  whos: Map<string, number>
}

const keyOf = addedKey(cells)

export class CellSums {
  private readonly sums = new Map<string, Cell>()
  private readonly presences = new Map<string, Presence>()
  private readonly cuts = new Map<string, string[]>()

  constructor(private readonly metrics: ReadonlyMap<string, Metric>) {
    for (const [name, metric] of metrics) this.cuts.set(name, cutsOf(metric))
  }

  add(figure: Measured): void {
    const metric = this.metrics.get(figure.metric)
    if (!metric) return
    const month = `${figure.day.slice(0, 7)}-01`
    for (const cut of this.cuts.get(metric.name) ?? []) {
      const cell = { metric: metric.name, cut, grain: 'm', period: month, ...placeOf(figure, cut) }
      if (metric.kind === 'distinct') this.addPresence(cell, figure)
      else this.addTo({ ...cell, bucket: figure.bucket ?? null }, figure)
    }
    if (!hasDays(metric)) return
    const unit = figure.unit ?? null
    this.addTo({ metric: metric.name, cut: UNIT_CUT, grain: 'd', period: figure.day, unit }, figure)
  }

  private addPresence(cell: Cell, { who, value }: Measured): void {
    if (who === undefined) return
    const key = keyOf(cell)
    const presence = this.presences.get(key) ?? { cell, whos: new Map() }
    this.presences.set(key, presence)
    presence.whos.set(who, (presence.whos.get(who) ?? 0) + value)
  }

  private addTo(cell: Cell, { value, whole }: { value: number; whole: number }): void {
    const key = keyOf(cell)
    const known = this.sums.get(key)
    if (known) {
      known.value = (known.value as number) + value
      known.whole = (known.whole as number) + whole
    } else this.sums.set(key, { ...cell, value, whole })
  }

  /** The additions to a store that holds cells already. */
  async writes(store: Pick<ReadStore, 'getMany'>): Promise<Write[]> {
    const keys = [...this.present()].map(keyOf)
    const rows = keys.length === 0 ? [] : await store.getMany(CELLS, keys)
    this.countPresences(new Map(rows.map((row) => [row.key, row.columns.value as number])))
    return [...this.sums.values(), ...this.present()].map((add) => ({ table: CELLS, add }))
  }

  /** All cells, for a table that nobody has added to yet. */
  *rows(): Generator<Row> {
    this.countPresences(new Map())
    for (const columns of this.sums.values()) yield { key: keyOf(columns), position: 0, doc: null, columns }
    for (const columns of this.present()) yield { key: keyOf(columns), position: 0, doc: null, columns }
  }

  private *present(): Generator<Cell> {
    for (const { cell, whos } of this.presences.values())
      for (const [who, value] of whos)
        if (value !== 0) yield { ...cell, cut: presenceOf(cell.cut as string), who, value, whole: 0 }
  }

  /** One more where somebody comes to be present, one less where nothing of somebody is left. */
  private countPresences(before: ReadonlyMap<string, number>): void {
    for (const presence of this.present()) {
      const was = before.get(keyOf(presence)) ?? 0
      const change = Number(was + (presence.value as number) > 0) - Number(was > 0)
      if (change === 0) continue
      const { who: _, ...counted } = presence
      this.addTo(
        { ...counted, cut: (presence.cut as string).slice(0, -presenceOf('').length) },
        { value: change, whole: 0 },
      )
    }
  }
}

function placeOf(figure: Measured, cut: string): Cell {
  if (cut === GROUP_CUT) return { unit: null, place: null }
  return { unit: figure.unit ?? null, place: cut === UNIT_CUT ? null : (figure[cut as StoredDimension] ?? null) }
}
