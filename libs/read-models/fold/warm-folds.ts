/**
 * Partitions whose whole history was needed lately, kept while batches come and go: the next late fact
 * or correction of one finds its history at hand.
 */
import type { PartitionFold } from './partition-fold.js'

/** Facts kept in all. */
const mostFacts = 40_000

export class WarmFolds {
  private readonly folds = new Map<string, { fold: PartitionFold; size: number }>()
  private facts = 0

  get(key: string): PartitionFold | undefined {
    return this.folds.get(key)?.fold
  }

  /** Keeps a fold as the one used last, unless it is too large for all there is; those used longest ago make room. */
  keep(key: string, fold: PartitionFold): void {
    this.drop(key)
    if (fold.size > mostFacts) return
    this.folds.set(key, { fold, size: fold.size })
    this.facts += fold.size
    for (const oldest of this.folds.keys()) {
      if (this.facts <= mostFacts) break
      this.drop(oldest)
    }
  }

  drop(key: string): void {
    this.facts -= this.folds.get(key)?.size ?? 0
    this.folds.delete(key)
  }

  clear(): void {
    this.folds.clear()
    this.facts = 0
  }
}
