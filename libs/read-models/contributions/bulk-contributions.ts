/** Contributions of a rebuild: gathered by metric and written as blocks, each as soon as it is full. */
import type { Part, ReadStore } from '#kernel'
import { blockOf } from './block.js'
import { type Counted, causeOf } from './counted.js'
import { blockRows } from './live-contributions.js'

export class BulkContributions {
  private readonly byMetric = new Map<string, Counted[]>()
  private full: Part[] = []

  constructor(private readonly store: Pick<ReadStore, 'write'>) {}

  /** Gathers; what is full waits until it is flushed. */
  add(figures: Iterable<Counted>): void {
    for (const figure of figures) {
      const rows = this.byMetric.get(figure.metric) ?? []
      this.byMetric.set(figure.metric, rows)
      // Without the event itself: thousands of those would be held for long.
      if (rows.push({ ...figure, cause: { position: causeOf(figure) } }) >= blockRows) this.pack(figure.metric)
    }
  }

  /** Writes the blocks that are full. */
  async flush(): Promise<void> {
    if (this.full.length === 0) return
    await this.store.write(this.full.map((append) => ({ append })))
    this.full = []
  }

  /** Writes everything; call once, at the end. */
  async finish(): Promise<void> {
    for (const metric of this.byMetric.keys()) this.pack(metric)
    await this.flush()
  }

  private pack(metric: string): void {
    const rows = this.byMetric.get(metric) ?? []
    if (rows.length > 0) this.full.push(blockOf(metric, rows))
    this.byMetric.set(metric, [])
  }
}
