/** Contributions of a rebuild: gathered by metric and written as blocks, each as soon as it is full. */
import type { Part, ReadStore } from '#kernel'
import { BlockBuilder } from './block.js'
import type { Counted } from './counted.js'
import { blockRows } from './live-contributions.js'

export class BulkContributions {
  private readonly byMetric = new Map<string, BlockBuilder>()
  private full: Part[] = []

  constructor(private readonly store: Pick<ReadStore, 'write'>) {}

  /** Gathers; what is full waits until it is flushed. */
  add(figures: Iterable<Counted>): void {
    for (const figure of figures) {
      const block = this.byMetric.get(figure.metric) ?? new BlockBuilder(blockRows)
      this.byMetric.set(figure.metric, block)
      block.add(figure)
      if (block.count === blockRows) this.pack(figure.metric, block)
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
    for (const [metric, block] of this.byMetric) this.pack(metric, block)
    await this.flush()
  }

  private pack(metric: string, block: BlockBuilder): void {
    this.full.push(block.part(metric))
    this.byMetric.delete(metric)
  }
}
