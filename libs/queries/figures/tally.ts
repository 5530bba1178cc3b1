/** What is counted up for one number, and the number it comes to. */
import type { Figure, Metric } from '#kernel'
import { LeftOut } from './amounts/left-out.js'
import type { Sums } from './scan/cells.js'
import type { Percentiles } from './together/percentiles.js'

type Numbers = Pick<Figure, 'value' | 'part' | 'whole' | 'count' | 'p90' | 'amounts' | 'unvalued'>

export class Tally {
  /** A sum, or how many different. */
  value = 0
  whole = 0
  /** Of money, how many amounts are left out, by currency. */
  private leftOut: LeftOut | undefined
  lengths: Percentiles | undefined
  private entities: Set<string> | undefined

  /** Whether a document has not been asked about before. */
  isFirst(entity: string): boolean {
    this.entities ??= new Set()
    return this.entities.size < this.entities.add(entity).size
  }

  addCell({ value, whole, unvalued }: Sums, cell: number): void {
    this.value += value[cell] as number
    this.whole += whole[cell] as number
    if (!unvalued) return
    this.leftOut ??= new LeftOut()
    for (const [currency, counts] of unvalued) this.leftOut.add(currency, counts[cell] ?? 0)
  }

  add(other: Tally | undefined): void {
    if (!other) return
    this.value += other.value
    this.whole += other.whole
    if (!other.leftOut) return
    this.leftOut ??= new LeftOut()
    this.leftOut.addAll(other.leftOut)
  }

  get isNothing(): boolean {
    return this.value === 0 && this.whole === 0
  }

  /** What was counted: the whole of a share, how many lengths, the sum of all else. */
  weight(metric: Metric): number {
    const whole = isShare(metric) ? Math.abs(this.whole) : 0
    return this.lengths?.count ?? (whole || Math.abs(this.value))
  }

  numbers(metric: Metric): Numbers {
    if (metric.kind === 'duration') return lengthsTold(this.lengths)
    if (metric.unit === 'money') return { value: this.value, ...this.leftOut?.told(this.whole) }
    if (!isShare(metric)) return { value: this.value }
    return { value: this.whole === 0 ? null : (this.value / this.whole) * 100, part: this.value, whole: this.whole }
  }
}

/** Whether the metric divides a part by a whole: a ratio, or a state that is a share. */
const isShare = (metric: Metric): boolean => metric.kind === 'ratio' || metric.unit === 'percent'

const lengthsTold = ({ count, median, p90 }: Percentiles = { count: 0 }): Numbers =>
  median === undefined ? { value: null, count } : { value: median, p90, count }
