/** One customer's (or contact's) share of a rebuild: all its events at hand, folded in recorded order in plain memory. */
import type { Business, ReferenceHolder, Row, StoredEvent } from '#kernel'
import { clearWrite, hasClear } from './clear.js'
import type { FoldPlan } from './fold-plan.js'
import { partitionsOf } from './journal.js'
import type { Parking } from './parking.js'
import type { Caused, Held } from './partition-fold.js'
import { type Memory, Projection } from './projection.js'
import { documentRow, partitionOfDocument } from './rows.js'
import { tableOf } from './tables.js'
import type { Open } from './writings.js'

interface Parts {
  plan: FoldPlan
  references: ReferenceHolder
  business: Business
  parking: Parking
}

export class RebuiltFold implements Memory {
  readonly held = new Map<string, Held>()
  private readonly projection: Projection
  private taken = 0

  constructor(
    parts: Parts,
    partitions: ReadonlySet<string>,
    private readonly events: readonly StoredEvent[],
  ) {
    this.projection = new Projection(
      {
        ...parts,
        park: (partition, event, error) => parts.parking.park(partition, event, error),
        isParked: (partition) => !partitions.has(partition) || parts.parking.has(partition),
      },
      this,
    )
  }

  get figures(): readonly Caused[] {
    return this.projection.figures
  }

  async run(): Promise<void> {
    for (const event of this.events) {
      await this.projection.take(event)
      this.taken++
    }
    await this.projection.settle()
  }

  async journal(partitions: readonly string[], stream?: string): Promise<StoredEvent[]> {
    const wanted = new Set(partitions)
    return this.events.filter(
      (event) =>
        (stream === undefined || event.stream === stream) &&
        partitionsOf(event).some((partition) => wanted.has(partition)),
    )
  }

  async isEmpty(): Promise<boolean> {
    return this.taken === 0
  }

  /** Rows of the documents by table. */
  documents(open: Open): Map<string, Row[]> {
    const rows = new Map<string, Row[]>()
    const add = (table: string, row: Row) => {
      const known = rows.get(table)
      if (known) known.push(row)
      else rows.set(table, [row])
    }
    for (const held of this.held.values()) {
      if (held.document === null) continue
      const partition = partitionOfDocument(held, held.document as never)
      add(tableOf(held.view), documentRow(held, partition))
      const clear = hasClear(held) ? clearWrite(held, partition, open) : undefined
      if (clear && 'put' in clear) add(clear.table, clear.put)
    }
    return rows
  }
}
