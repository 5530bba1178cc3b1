/**
 * Figures summed so that questions read few rows. A *cut* is a metric by unit and at most one more
 * dimension, per month; by unit alone also per day. Of distinct metrics a cut keeps who is present
 * and, beside that, how many they are.
 */
import { type Metric, type ReadStore, type Row, type Scalar, type StoredDimension, storedFor, type Write } from '#kernel'
import { addedKey } from '../added-key.js'
import type { Caused } from './partition-fold.js'
import { CELLS, cells } from './tables.js'

/** By unit alone. */
export const UNIT_CUT = 'unit'
/** Of distinct metrics: the whole group, whatever the unit; the same person in two units is one there. */
export const GROUP_CUT = 'group'
/** The rows of a cut that say who is present. */
export const presenceOf = (cut: string): string => `${cut}-who`

type Cell = Record<string, Scalar>

const keyOf = addedKey(cells)

/** The one dimension besides the unit in each of a metric's cuts. */
export function cutsOf(metric: Metric): string[] {
  const others = metric.dimensions.map(storedFor).filter((dimension) => dimension !== 'unit')
  const cuts = [UNIT_CUT, ...new Set(others)]
  return metric.kind === 'distinct' ? [GROUP_CUT, ...cuts] : cuts
}

/** Whether the cut by unit is kept per day too: where days are few beside the months' rows. */
export const hasDays = (metric: Metric): boolean => metric.kind !== 'duration' && metric.kind !== 'distinct'

export class CellSums {
  private readonly sums = new Map<string, Cell>()
  private readonly presences = new Map<string, Cell>()

  constructor(private readonly metrics: ReadonlyMap<string, Metric>) {}

  add(figure: Caused): void {
    const metric = this.metrics.get(figure.metric)
    if (!metric) return
    const month = `${figure.day.slice(0, 7)}-01`
    for (const cut of cutsOf(metric)) {
      const cell = { metric: figure.metric, cut, grain: 'm', period: month, ...placeOf(figure, cut) }
      if (metric.kind === 'distinct') this.addPresence(cell, figure)
      else this.addTo(this.sums, { ...cell, bucket: figure.bucket ?? null }, figure)
    }
    if (!hasDays(metric)) return
    const ofDay = { metric: figure.metric, cut: UNIT_CUT, grain: 'd', period: figure.day, unit: figure.unit ?? null }
    this.addTo(this.sums, ofDay, figure)
  }

  private addPresence(cell: Cell, figure: Caused): void {
    if (figure.who === undefined) return
    this.addTo(this.presences, { ...cell, cut: presenceOf(cell.cut as string), who: figure.who }, figure)
  }

  private addTo(cellsByKey: Map<string, Cell>, cell: Cell, { value, whole }: { value: number; whole: number }): void {
    const key = keyOf(cell)
    const known = cellsByKey.get(key)
    if (known) {
      known.value = (known.value as number) + value
      known.whole = (known.whole as number) + whole
    } else cellsByKey.set(key, { ...cell, value, whole })
  }

  /**
   * The additions to the store.
   * @param store where to look up who was present before; left out when nothing was, as in a rebuild
   */
  async writes(store?: Pick<ReadStore, 'getMany'>): Promise<Write[]> {
    await this.countPresences(store)
    return [...this.sums.values(), ...this.presences.values()].map((add) => ({ table: CELLS, add }))
  }

  /** The sums as rows, for a table that nobody has added to yet. */
  async rows(): Promise<Row[]> {
    await this.countPresences(undefined)
    return [...this.sums.values(), ...this.presences.values()].map((columns) => ({
      key: keyOf(columns),
      position: 0,
      doc: null,
      columns,
    }))
  }

  /** One more where somebody comes to be present, one less where nobody's contributions are left. */
  private async countPresences(store: Pick<ReadStore, 'getMany'> | undefined): Promise<void> {
    const rows = (await store?.getMany(CELLS, [...this.presences.keys()])) ?? []
    const before = new Map(rows.map((row) => [row.key, row.columns.value as number]))
    for (const [key, presence] of this.presences) {
      const was = before.get(key) ?? 0
      const change = Number(was + (presence.value as number) > 0) - Number(was > 0)
      if (change === 0) continue
      const cut = (presence.cut as string).slice(0, -presenceOf('').length)
      const { who: _, ...counted } = presence
      this.addTo(this.sums, { ...counted, cut }, { value: change, whole: 0 })
    }
  }
}

function placeOf(figure: Caused, cut: string): Cell {
  if (cut === GROUP_CUT) return { unit: null, place: null }
  const unit = figure.unit ?? null
  return { unit, place: cut === UNIT_CUT ? null : (figure[cut as StoredDimension] ?? null) }
}
