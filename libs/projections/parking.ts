/** Partitions that stopped because something in them could not be folded; counted, listed, retried after a fix. */
import type { Position, ReadStore, Row, StoredEvent, Write } from '#kernel'
import { PARKED } from '#read-models'

export interface Parked {
  /** `customer:<id>` or `contact:<id>`. */
  partition: string
  /** Stored type and position of the event that could not be folded. */
  type: string
  position: Position
  reason: string
  since: string
}

/** What stands parked in read models, whoever writes them. */
export async function parkedIn(store: ReadStore): Promise<Parked[]> {
  const parking = new Parking()
  await parking.load(store)
  return parking.list()
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

  get(partition: string): Parked | undefined {
    return this.parked.get(partition)
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
    this.unwritten.push({ table: PARKED, remove: partition, position: known.position })
  }

  /** Writes that make durable what is parked; the same ones until they are `written`. */
  get writes(): readonly Write[] {
    return this.unwritten
  }

  /** Forgets the writes: they are durable. */
  written(): void {
    this.unwritten.length = 0
  }

  /** The same by itself: what is parked or released there holds here once it is adopted. */
  copy(): Parking {
    const copy = new Parking()
    copy.adopt(this)
    return copy
  }

  adopt(other: Parking): void {
    this.parked.clear()
    for (const [partition, parked] of other.parked) this.parked.set(partition, parked)
    this.unwritten.splice(0, this.unwritten.length, ...other.unwritten)
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
