/** The memory behind one live batch: documents fetched ahead, journals read when needed. */
import {
  type Catalogue,
  claim,
  type EventLog,
  factOf,
  keyOf,
  type Partition,
  type ReadStore,
  type StoredEvent,
  type View,
} from '#kernel'
import { type FoldPlan, type Held, type Journal, slotOf, tableOf } from '#read-models'
import { heldOf } from '../rows/rows.js'
import type { Memory, Projection } from './projection.js'

interface BatchSource {
  store: ReadStore
  journal: Journal
  log: Pick<EventLog, 'readStream'>
  catalogue: Catalogue
}

export class BatchMemory implements Memory {
  readonly held = new Map<string, Held>()
  private readonly empty = new Map<string, Promise<boolean>>()

  constructor(
    private readonly from: BatchSource,
    private readonly plan: FoldPlan,
  ) {}

  async journal(partitions: readonly string[], stream?: string): Promise<StoredEvent[]> {
    if (stream === undefined) return this.from.journal.read(partitions)
    const events = await this.from.log.readStream(stream)
    return events.map((event) => this.from.catalogue.read(event))
  }

  versions(correction: StoredEvent): Promise<StoredEvent[]> {
    return this.from.journal.versions(correction)
  }

  isEmpty(partitions: readonly string[]): Promise<boolean> {
    const key = partitions.join(' ')
    const known = this.empty.get(key) ?? this.from.journal.isEmpty(partitions)
    this.empty.set(key, known)
    return known
  }

  /** Fetches the documents that the events will fold onto, one read per view. */
  async prefetch(events: readonly StoredEvent[], projection: Projection): Promise<void> {
    const wanted = new Map<View, Set<string>>()
    for (const event of events) {
      for (const partition of projection.partitionsAt(event, event.position)) {
        for (const [view, key] of this.documentsFor(event, partition)) {
          const keys = wanted.get(view) ?? new Set()
          wanted.set(view, keys.add(key))
        }
      }
    }
    for (const [view, keys] of wanted) {
      for (const row of await this.from.store.getMany(tableOf(view), [...keys])) {
        this.held.set(slotOf(view, row.key), heldOf(view, row))
      }
    }
  }

  /** The documents an event may change in a partition, and those that tag what is measured there. */
  private *documentsFor(event: StoredEvent, partition: Partition): Generator<[View, string]> {
    const fact = factOf(event, event)
    claim(partition, fact)
    for (const view of this.plan.taggingViews(partition.kind)) yield [view, partition.ids[0]]
    for (const { view, ofOneStream } of this.plan.stepsFor(partition.kind, event.type)) {
      const key = view.kept ? keyOf(view, fact) : undefined
      const isFirst = ofOneStream && event.revision === 0
      if (key !== undefined && !isFirst) yield [view, key]
    }
  }
}
