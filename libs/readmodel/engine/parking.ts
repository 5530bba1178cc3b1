/** Partitions that stopped because something in them could not be folded; counted, listed, retried after a fix. */
import type { Position, ReadStore, Row, StoredEvent, Write } from '#kernel'
import { PARKED } from './rows/tables.js'

export interface Parked {
  /** `customer:<id>` or `contact:<id>`. */
  partition: string
  /** Stored type and position of the event that could not be folded. */
  type: string
  position: Position
  reason: string
  since: string
}

export class Parking {
  private readonly parked = new Map<string, Parked>()
  private readonly unwritten: Write[] = []

  /** Reads what stands parked; call once before projecting. */
  async load(store: ReadStore): Promise<void> {
    for await (const rows of store.scan(PARKED, {})) {
      for (const row of rows) this.parked.set(row.key, row.doc as unknown as Parked)
    }
  }

  has(partition: string): boolean {
    return this.parked.has(partition)
  }

  park(partition: string, event: StoredEvent, error: unknown): void {
    if (this.parked.has(partition)) return
    const reason = error instanceof Error ? error.message : String(error)
    this.put({ partition, type: event.type, position: event.position, reason, since: event.metadata.recordedAt })
  }

  /** Parks, or gives a new reason for what is parked already. */
  put(parked: Parked): void {
    this.release(parked.partition)
    this.parked.set(parked.partition, parked)
    this.unwritten.push({ table: PARKED, put: rowOf(parked) })
  }

  /** Lets the partition be folded again. */
  release(partition: string): void {
    const known = this.parked.get(partition)
    if (!known) return
    this.parked.delete(partition)
    this.unwritten.push({ table: PARKED, remove: partition, position: known.position + 1 })
  }

  /** Writes that make what was parked since the last call durable. */
  takeWrites(): Write[] {
    return this.unwritten.splice(0)
  }

  list(): Parked[] {
    return [...this.parked.values()]
  }
}

const rowOf = (parked: Parked): Row => ({
  key: parked.partition,
  position: parked.position,
  doc: { ...parked },
  columns: { partition: parked.partition, view: '*', since: parked.since },
})
