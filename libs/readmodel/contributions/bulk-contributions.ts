/** Contributions of a rebuild: gathered by metric and written as blocks, each as soon as it is full. */
import type { ReadStore } from '#kernel'
import { blockOf } from './block.js'
import { type Counted, causeOf } from './counted.js'
import { blockRows } from './live-contributions.js'

export class BulkContributions {
  private readonly byMetric = new Map<string, Counted[]>()

  constructor(private readonly store: Pick<ReadStore, 'write'>) {}

  async add(figures: Iterable<Counted>): Promise<void> {
    for (const figure of figures) {
      const rows = this.byMetric.get(figure.metric) ?? []
      this.byMetric.set(figure.metric, rows)
      // Without the event itself: thousands of those would be held for long.
      if (rows.push({ ...figure, cause: { position: causeOf(figure) } }) >= blockRows) await this.write(figure.metric)
    }
  }

  /** Writes what is left; call once, at the end. */
  async finish(): Promise<void> {
    for (const metric of this.byMetric.keys()) await this.write(metric)
  }

  private async write(metric: string): Promise<void> {
    const rows = this.byMetric.get(metric)
    if (!rows || rows.length === 0) return
    this.byMetric.set(metric, [])
    await this.store.write([{ append: blockOf(metric, rows) }])
  }
}
