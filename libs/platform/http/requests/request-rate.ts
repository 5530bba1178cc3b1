/** How often each member may ask: a bucket of requests that fills steadily and holds a burst. */

export interface RateLimit {
  perSecond: number
  /** Requests that may come at once after a rest. */
  burst: number
}

interface Bucket {
  left: number
  /** When `left` was counted, in milliseconds of a steady clock. */
  atMs: number
}

const maxBuckets = 10_000

export class RequestRate {
  private readonly buckets = new Map<string, Bucket>()

  constructor(
    private readonly limit: RateLimit,
    private readonly nowMs: () => number = () => performance.now(),
  ) {}

  /** Takes one request out of a member's bucket. @returns 0, or the whole seconds to wait when it is empty */
  take(member: string): number {
    const atMs = this.nowMs()
    const left = this.leftAt(this.buckets.get(member), atMs)
    if (left < 1) return Math.ceil((1 - left) / this.limit.perSecond)
    if (this.buckets.size >= maxBuckets) this.dropFull(atMs)
    this.buckets.set(member, { left: left - 1, atMs })
    return 0
  }

  private leftAt(bucket: Bucket | undefined, atMs: number): number {
    const { perSecond, burst } = this.limit
    return bucket ? Math.min(burst, bucket.left + ((atMs - bucket.atMs) * perSecond) / 1000) : burst
  }

  private dropFull(atMs: number): void {
    for (const [member, bucket] of this.buckets) {
      if (this.leftAt(bucket, atMs) >= this.limit.burst) this.buckets.delete(member)
    }
  }
}
