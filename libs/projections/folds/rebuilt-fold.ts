/** One customer's (or contact's) share of a rebuild: all its events at hand, folded in recorded order in plain memory. */
import type { Business, ReferenceHolder, Row, StoredEvent } from '#kernel'
import { type Caused, type FoldPlan, type Held, partitionsOf, tableOf } from '#read-models'
import type { Parking } from '../parking.js'
import { clearWrite, hasClear } from '../rows/clear.js'
import { joinedColumns } from '../rows/joined-columns.js'
import { documentRow } from '../rows/rows.js'
import type { OpenValue } from '../rows/writings.js'
import { type Memory, Projection } from './projection.js'

interface Parts {
  plan: FoldPlan
  references: ReferenceHolder
  business: Business
  parking: Parking
}

const firstOf = ({ id, metadata }: StoredEvent): string => metadata.corrects?.eventId ?? id

export class RebuiltFold implements Memory {
  readonly held = new Map<string, Held>()
  private readonly projection: Projection
  /** First event → where its versions are filed. */
  private readonly places = new Map<string, Set<string>>()
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
    for (const event of events) {
      const known = this.places.get(firstOf(event)) ?? new Set()
      for (const partition of partitionsOf(event)) known.add(partition)
      this.places.set(firstOf(event), known)
    }
  }

  get figures(): readonly Caused[] {
    return this.projection.figures
  }

  async run(): Promise<void> {
    for (const event of this.events) {
      await this.projection.take(event)
      this.taken++
    }
    this.projection.settle()
  }

  async journal(partitions: readonly string[], stream?: string): Promise<StoredEvent[]> {
    const ofStream = stream === undefined ? this.events : this.events.filter((event) => event.stream === stream)
    return ofStream.filter((event) => partitions.some((partition) => this.placesOf(event).has(partition)))
  }

  async versions(correction: StoredEvent): Promise<StoredEvent[]> {
    return this.events.filter((event) => firstOf(event) === firstOf(correction) && event.position < correction.position)
  }

  /** Every partition in which some version of the event is filed: there the journal has all of them. */
  private placesOf(event: StoredEvent): ReadonlySet<string> {
    return this.places.get(firstOf(event)) ?? new Set()
  }

  async isEmpty(): Promise<boolean> {
    return this.taken === 0
  }

  /** Rows of the documents by table. */
  documents(open: OpenValue): Map<string, Row[]> {
    const rows = new Map<string, Row[]>()
    const add = (table: string, row: Row) => {
      const known = rows.get(table)
      if (known) known.push(row)
      else rows.set(table, [row])
    }
    for (const held of this.held.values()) {
      if (held.document === null) continue
      add(tableOf(held.view), documentRow(held, joinedColumns(held, this.held)))
      const clear = hasClear(held) ? clearWrite(held, open) : undefined
      if (clear && 'put' in clear) add(clear.table, clear.put)
    }
    return rows
  }
}
