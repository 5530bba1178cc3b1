/** Rows of many customers kept until there are enough for a bulk load: a transaction for each customer would cost more than its rows. */
import type { ReadStore, Row } from '#kernel'

export class PendingRows {
  private readonly byTable = new Map<string, Row[]>()
  private count = 0

  constructor(private readonly store: ReadStore) {}

  /** Rows that wait. */
  get size(): number {
    return this.count
  }

  add(table: string, rows: readonly Row[]): void {
    const known = this.byTable.get(table)
    if (known) for (const row of rows) known.push(row)
    else this.byTable.set(table, [...rows])
    this.count += rows.length
  }

  async flush(): Promise<void> {
    for (const [table, rows] of this.byTable) await this.store.bulkLoad(table, rows)
    this.byTable.clear()
    this.count = 0
  }
}
