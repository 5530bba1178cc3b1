/**
 * Partitions whose whole history was needed lately, kept while batches come and go: the next late fact
 * or correction of one finds its history at hand.
 */
import { LRUCache } from 'lru-cache'
import type { PartitionFold } from './partition-fold.js'

/** Facts kept in all. */
const mostFacts = 40_000

export class WarmFolds {
  private readonly folds = new LRUCache<string, PartitionFold>({ maxSize: mostFacts, maxEntrySize: mostFacts })

  get(key: string): PartitionFold | undefined {
    return this.folds.get(key)
  }

  /** Keeps a fold as the one used last, unless it is too large for all there is; those used longest ago make room. */
  keep(key: string, fold: PartitionFold): void {
    // Sizes grow with what is folded.
    this.folds.delete(key)
    this.folds.set(key, fold, { size: Math.max(1, fold.size) })
  }

  drop(key: string): void {
    this.folds.delete(key)
  }

  clear(): void {
    this.folds.clear()
  }
}
