/** What is counted up for one number, and the number it comes to. */
import { type Figure, lengthOf, type Metric } from '#kernel'
import type { Sum } from './sum.js'

type Numbers = Pick<Figure, 'value' | 'part' | 'whole' | 'count' | 'p90'>

export class Tally {
  value = 0
  whole = 0
  /** How many different, where the store has counted them. */
  counted = 0
  private readonly buckets = new Map<number, number>()
  private readonly whos = new Map<string, number>()

  add(sum: Pick<Sum, 'value' | 'whole' | 'bucket' | 'who'>): void {
    this.value += sum.value
    this.whole += sum.whole
    if (sum.bucket !== null) this.buckets.set(sum.bucket, (this.buckets.get(sum.bucket) ?? 0) + sum.value)
    if (sum.who !== null) this.whos.set(sum.who, (this.whos.get(sum.who) ?? 0) + sum.value)
  }

  /** What was counted: the whole of a share, how many lengths, the sum of all else. */
  get weight(): number {
    return Math.abs(this.whole) || Math.abs(this.value)
  }

  numbers(metric: Metric): Numbers {
    if (metric.kind === 'duration') return this.lengths()
    if (metric.kind === 'distinct')
      return { value: this.counted + [...this.whos.values()].filter((count) => count > 0).length }
    if (!isShare(metric)) return { value: this.value }
    return { value: this.whole === 0 ? null : (this.value / this.whole) * 100, part: this.value, whole: this.whole }
  }

  private lengths(): Numbers {
    const counted = [...this.buckets].filter(([, count]) => count > 0).sort(([a], [b]) => a - b)
    const count = counted.reduce((sum, [, each]) => sum + each, 0)
    if (count === 0) return { value: null, count: 0 }
    return { value: percentile(counted, count * 0.5), p90: percentile(counted, count * 0.9), count }
  }
}

/** Whether the metric divides a part by a whole: a ratio, or a state that is a share. */
const isShare = (metric: Metric): boolean => metric.kind === 'ratio' || metric.unit === 'percent'

function percentile(counted: readonly (readonly [number, number])[], rank: number): number {
  let passed = 0
  for (const [bucket, count] of counted) {
    passed += count
    if (passed >= rank) return rounded(lengthOf(bucket))
  }
  return rounded(lengthOf(counted.at(-1)?.[0] ?? -1))
}

/** The middle of a bucket is off by up to 9 %: more digits would promise more than is known. */
const rounded = (length: number): number => Number(length.toPrecision(2))
