/**
 * Takes events in recorded order into the partitions they concern, whatever memory stands behind:
 * the read store for live batches, plain memory for a rebuild.
 */
import {
  type Business,
  historyOf,
  type Partition,
  type Position,
  type ReferenceHolder,
  type StoredEvent,
} from '#kernel'
import { type FoldPlan, slotOf } from './fold-plan.js'
import { partitionKey } from './journal.js'
import { difference } from './measure.js'
import { type Caused, foldAll, type Held, PartitionFold } from './partition-fold.js'

/** What stands behind a projection. */
export interface Memory {
  held: Map<string, Held>
  journal(partitions: readonly string[], stream?: string): Promise<StoredEvent[]>
  isEmpty(partitions: readonly string[]): Promise<boolean>
}

export interface ProjectionParts {
  plan: FoldPlan
  references: ReferenceHolder
  business: Pick<Business, 'groupingTypes' | 'groupOf' | 'zoneOf'>
  /** Told of what could not be folded; the rest goes on. */
  park: (partition: string, event: StoredEvent, error: unknown) => void
  isParked: (partition: string) => boolean
}

export class Projection {
  readonly figures: Caused[] = []
  /** Slots of documents that no longer exist, with the position of the cause. */
  readonly removed = new Map<string, Held>()
  private readonly folds = new Map<string, PartitionFold>()

  constructor(
    private readonly parts: ProjectionParts,
    private readonly memory: Memory,
  ) {}

  async take(event: StoredEvent): Promise<void> {
    if (this.parts.business.groupingTypes.has(event.type)) return this.regroup(event)
    for (const partition of this.partitionsAt(event, event.position)) await this.fold(partition, event)
  }

  /** Completes documents that were left to fold anew. */
  async settle(): Promise<void> {
    for (const [key, fold] of this.folds) {
      try {
        await fold.settle()
      } catch (error) {
        this.parts.park(key, fold.lastEvent as StoredEvent, error)
      }
      this.figures.push(...fold.figures.splice(0))
    }
  }

  /** The partitions an event concerns, grouped as known at a position. */
  partitionsAt(event: StoredEvent, knownAt: Position): Partition[] {
    const { customers, contacts, formerly } = event.metadata
    const references = this.parts.references.at({ knownAt })
    const groups = new Map<string, Partition>()
    for (const id of [...customers, ...(formerly?.customers ?? [])]) {
      const ids = this.parts.business.groupOf(id, references)
      groups.set(ids[0], { kind: 'customer', ids })
    }
    const persons = [...contacts, ...(formerly?.contacts ?? [])]
    return [...groups.values(), ...[...new Set(persons)].map((id): Partition => ({ kind: 'contact', ids: [id] }))]
  }

  private async fold(partition: Partition, event: StoredEvent): Promise<void> {
    const key = partitionKey(partition.kind, partition.ids[0])
    if (this.parts.isParked(key)) return
    let fold = this.folds.get(key)
    if (!fold) {
      fold = new PartitionFold(partition, this.parts.plan, this.sourceOf(partition, event.position))
      this.folds.set(key, fold)
    }
    try {
      await fold.apply(event)
    } catch (error) {
      this.parts.park(key, event, error)
    }
  }

  private sourceOf(partition: Partition, before: Position) {
    const keys = partition.ids.map((id) => partitionKey(partition.kind, id))
    return {
      held: this.memory.held,
      journal: async (stream?: string) => (await this.memory.journal(keys, stream)).filter((e) => e.position < before),
      isNew: () => this.memory.isEmpty(keys),
      zoneOf: (position: Position) => this.zonesAt(position),
    }
  }

  private zonesAt(knownAt: Position) {
    const references = this.parts.references.at({ knownAt })
    return (unit: string | undefined) => this.parts.business.zoneOf(unit, references)
  }

  /** A merge, or its end: the customers concerned are folded as the groups they are from here on. */
  private async regroup(event: StoredEvent): Promise<void> {
    await this.settle()
    const before = this.partitionsAt(event, event.position - 1)
    const after = this.groupsAfter(event, before)
    const ids = [...new Set([...before, ...after].flatMap((partition) => partition.ids))]
    const events = (await this.memory.journal(ids.map((id) => partitionKey('customer', id)))).filter(
      (e) => e.position < event.position,
    )
    const counted = difference(
      before.flatMap((partition) => this.measured(partition, events, event)),
      after.flatMap((partition) => this.measured(partition, [...events, event], event)),
    )
    this.figures.push(...counted.map((row) => ({ ...row, cause: event, partition: after[0]?.ids[0] ?? '' })))
    for (const partition of before) this.dropDocuments(partition, events, event.position)
    for (const partition of after) this.foldDocuments(partition, [...events, event], event.position)
    for (const id of ids) this.folds.delete(partitionKey('customer', id))
  }

  private groupsAfter(event: StoredEvent, before: readonly Partition[]): Partition[] {
    const references = this.parts.references.at({ knownAt: event.position })
    const groups = new Map<string, Partition>()
    for (const id of before.flatMap((partition) => partition.ids)) {
      const ids = this.parts.business.groupOf(id, references)
      groups.set(ids[0], { kind: 'customer', ids })
    }
    return [...groups.values()]
  }

  private measured(partition: Partition, events: readonly StoredEvent[], cause: StoredEvent) {
    const fold = new PartitionFold(partition, this.parts.plan, this.sourceOf(partition, cause.position))
    const facts = historyOf(partition, events)
    const tags = fold.tagsOf((view, key) => foldAll(facts, view).get(key)?.document)
    return fold.measurePartition(events, tags, cause)
  }

  private dropDocuments(partition: Partition, events: readonly StoredEvent[], by: Position): void {
    const facts = historyOf(partition, events)
    for (const view of this.keptViews()) {
      for (const [key, { at, position }] of foldAll(facts, view)) {
        const slot = slotOf(view, key)
        this.removed.set(slot, { view, key, document: null, at, position, changedBy: by, changed: true })
        this.memory.held.delete(slot)
      }
    }
  }

  private foldDocuments(partition: Partition, events: readonly StoredEvent[], by: Position): void {
    const facts = historyOf(partition, events)
    for (const view of this.keptViews()) {
      for (const [key, folded] of foldAll(facts, view)) {
        const slot = slotOf(view, key)
        this.removed.delete(slot)
        this.memory.held.set(slot, { view, key, ...folded, changedBy: by, changed: true })
      }
    }
  }

  private keptViews() {
    return this.parts.plan.views.filter((view) => view.kept && view.partition === 'customer')
  }
}
