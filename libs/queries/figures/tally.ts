/** What is counted up for one number, and the number it comes to. */
import type { Figure, Metric } from '#kernel'
import type { Percentiles } from './together/percentiles.js'

type Numbers = Pick<Figure, 'value' | 'part' | 'whole' | 'count' | 'p90'>

export class Tally {
  /** A sum, or how many different. */
  value = 0
  whole = 0
  lengths: Percentiles | undefined
  private readonly entities = new Set<string>()

  /** Whether a document has not been asked about before. */
  isFirst(entity: string): boolean {
    return this.entities.size < this.entities.add(entity).size
  }

  /** What was counted: the whole of a share, how many lengths, the sum of all else. */
  get weight(): number {
    return this.lengths?.count ?? (Math.abs(this.whole) || Math.abs(this.value))
  }

  numbers(metric: Metric): Numbers {
    if (metric.kind === 'duration') return lengthsTold(this.lengths)
    if (!isShare(metric)) return { value: this.value }
    return { value: this.whole === 0 ? null : (this.value / this.whole) * 100, part: this.value, whole: this.whole }
  }
}

/** Whether the metric divides a part by a whole: a ratio, or a state that is a share. */
const isShare = (metric: Metric): boolean => metric.kind === 'ratio' || metric.unit === 'percent'

const lengthsTold = ({ count, median, p90 }: Percentiles = { count: 0 }): Numbers =>
  median === undefined ? { value: null, count } : { value: median, p90, count }
