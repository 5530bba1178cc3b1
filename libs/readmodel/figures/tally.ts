/** What is counted up for one number, and the number it comes to. */
import { bucketOf, type Figure, lengthOf, type Metric } from '#kernel'

type Numbers = Pick<Figure, 'value' | 'part' | 'whole' | 'count' | 'p90' | 'about'>

/** Lengths, or codes of who, each so many times. */
export interface Counts {
  items: Float64Array
  times: Float64Array
}

/** Lengths of which percentiles are told exactly. */
const mostExact = 100_000

export class Tally {
  value = 0
  whole = 0
  counts: Counts | undefined

  /** What was counted: the whole of a share, how many lengths, the sum of all else. */
  get weight(): number {
    return Math.abs(this.whole) || Math.abs(this.value)
  }

  numbers(metric: Metric): Numbers {
    if (metric.kind === 'duration') return lengths(this.counts)
    if (metric.kind === 'distinct') return { value: different(this.counts) }
    if (!isShare(metric)) return { value: this.value }
    return { value: this.whole === 0 ? null : (this.value / this.whole) * 100, part: this.value, whole: this.whole }
  }
}

/** Whether the metric divides a part by a whole: a ratio, or a state that is a share. */
const isShare = (metric: Metric): boolean => metric.kind === 'ratio' || metric.unit === 'percent'

const isOnce = (times: number): boolean => times === 1

function lengths(counts: Counts | undefined): Numbers {
  if (!counts) return { value: null, count: 0 }
  const about = counts.items.length > mostExact
  if (!about && counts.times.every(isOnce)) return ofSorted(counts.items.toSorted())
  const net = [...netted(about ? inBuckets(counts) : counts)].filter(([, count]) => count > 0).sort(([a], [b]) => a - b)
  const count = net.reduce((sum, [, each]) => sum + each, 0)
  if (count === 0) return { value: null, count: 0 }
  const [value, p90] = [percentile(net, count * 0.5), percentile(net, count * 0.9)]
  return about ? { value: rounded(value), p90: rounded(p90), count, about } : { value, p90, count }
}

function ofSorted(sorted: Float64Array): Numbers {
  const count = sorted.length
  if (count === 0) return { value: null, count }
  const at = (share: number) => sorted[Math.max(0, Math.ceil(count * share) - 1)] as number
  return { value: at(0.5), p90: at(0.9), count }
}

const inBuckets = ({ items, times }: Counts): Counts => ({
  items: items.map((length) => lengthOf(bucketOf(length))),
  times,
})

function netted({ items, times }: Counts): Map<number, number> {
  const net = new Map<number, number>()
  for (let at = 0; at < items.length; at++) {
    const item = items[at] as number
    net.set(item, (net.get(item) ?? 0) + (times[at] as number))
  }
  return net
}

function percentile(counted: readonly (readonly [number, number])[], rank: number): number {
  let passed = 0
  for (const [length, count] of counted) {
    passed += count
    if (passed >= rank) return length
  }
  return counted.at(-1)?.[0] ?? 0
}

/** The middle of a bucket is off by up to 9 %: more digits would promise more than is known. */
const rounded = (length: number): number => Number(length.toPrecision(2))

/** Present more often than taken back, by their codes. */
let presences = new Float64Array(0)

function different(counts: Counts | undefined): number {
  if (!counts) return 0
  const { items, times } = counts
  const most = items.reduce((largest, code) => Math.max(largest, code), 0)
  if (presences.length <= most) presences = new Float64Array(most * 2 + 1)
  for (let at = 0; at < items.length; at++) {
    const code = items[at] as number
    presences[code] = (presences[code] as number) + (times[at] as number)
  }
  let count = 0
  for (const code of items) {
    // The code 0 is of nobody.
    if (code > 0 && (presences[code] as number) > 0) count++
    presences[code] = 0
  }
  return count
}
