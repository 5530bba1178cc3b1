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
import {
  type Caused,
  difference,
  type FoldPlan,
  foldAll,
  type Held,
  PartitionFold,
  partitionKey,
  slotOf,
} from '#read-models'

/** What stands behind a projection. */
export interface Memory {
  held: Map<string, Held>
  journal(partitions: readonly string[], stream?: string): Promise<StoredEvent[]>
  /** Of the event that a correction names: the first event and its corrections so far, wherever they are filed. */
  versions(correction: StoredEvent): Promise<StoredEvent[]>
  isEmpty(partitions: readonly string[]): Promise<boolean>
}

export interface ProjectionParts {
  plan: FoldPlan
  references: ReferenceHolder
  business: Pick<Business, 'identityTypes' | 'identitySetOf' | 'zoneOf'>
  /** Told of what could not be folded; the rest goes on. */
  park: (partition: string, event: StoredEvent, error: unknown) => void
  isParked: (partition: string) => boolean
}

/** The partitions an event concerns, or did by the versions it corrects, grouped as known at a position. */
export function partitionsAt(
  { metadata: { customers, contacts, formerly } }: StoredEvent,
  knownAt: Position,
  by: Pick<ProjectionParts, 'references'> & { business: Pick<Business, 'identitySetOf'> },
): Partition[] {
  const references = by.references.at({ knownAt })
  const groups = new Map<string, Partition>()
  for (const id of [...customers, ...(formerly?.customers ?? [])]) {
    const ids = by.business.identitySetOf(id, references)
    groups.set(ids[0], { kind: 'customer', ids })
  }
  const persons = new Set([...contacts, ...(formerly?.contacts ?? [])])
  return [...groups.values(), ...[...persons].map((id): Partition => ({ kind: 'contact', ids: [id] }))]
}

/** Customers as they are grouped, with the events known then. */
interface Grouped {
  groups: readonly Partition[]
  events: readonly StoredEvent[]
}

export class Projection {
  readonly figures: Caused[] = []
  /** Slots of documents that no longer exist, with the position of the cause. */
  readonly removed = new Map<string, Held>()
  private readonly folds = new Map<string, PartitionFold>()
  /** First event → it and its corrections, as far as taken here and not yet in the memory. */
  private readonly taken = new Map<string, StoredEvent[]>()

  constructor(
    private readonly parts: ProjectionParts,
    private readonly memory: Memory,
  ) {}

  async take(event: StoredEvent): Promise<void> {
    if (this.parts.business.identityTypes.has(event.type)) return this.regroup(event)
    for (const partition of this.partitionsAt(event, event.position)) await this.fold(partition, event)
    const first = event.metadata.corrects?.eventId ?? event.id
    this.taken.set(first, [...(this.taken.get(first) ?? []), event])
  }

  /** All versions of what a correction names that precede it, in recorded order. */
  private async versionsBefore(correction: StoredEvent): Promise<StoredEvent[]> {
    const first = correction.metadata.corrects?.eventId ?? correction.id
    const versions = new Map<string, StoredEvent>()
    for (const event of [...(await this.memory.versions(correction)), ...(this.taken.get(first) ?? [])]) {
      if (event.position < correction.position) versions.set(event.id, event)
    }
    return [...versions.values()].sort((a, b) => a.position - b.position)
  }

  /** Gathers what has been counted so far. */
  settle(): void {
    for (const [key, fold] of this.folds) {
      if (!this.parts.isParked(key)) this.figures.push(...fold.figures.splice(0))
    }
  }

  /** What a partition was to become in this batch is dropped: it stays whole as it was before. */
  private park({ partition }: PartitionFold, event: StoredEvent, error: unknown): void {
    const [id] = partition.ids
    this.parts.park(partitionKey(partition.kind, id), event, error)
    for (const [slot, held] of this.memory.held) {
      if (held.partition === id && held.view.partition === partition.kind) this.memory.held.delete(slot)
    }
  }

  /** The partitions an event concerns, grouped as known at a position. */
  partitionsAt(event: StoredEvent, knownAt: Position): Partition[] {
    return partitionsAt(event, knownAt, this.parts)
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
      this.park(fold, event, error)
    }
  }

  private sourceOf(partition: Partition, before: Position) {
    const keys = partition.ids.map((id) => partitionKey(partition.kind, id))
    return {
      held: this.memory.held,
      journal: async (stream?: string) => (await this.memory.journal(keys, stream)).filter((e) => e.position < before),
      versions: (correction: StoredEvent) => this.versionsBefore(correction),
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
    this.settle()
    const before = this.partitionsAt(event, event.position - 1)
    const after = this.groupsAfter(event, before)
    const ids = [...new Set([...before, ...after].flatMap((partition) => partition.ids))]
    const keys = ids.map((id) => partitionKey('customer', id))
    try {
      if (keys.some((key) => this.parts.isParked(key))) throw new Error('one of the customers merged here is parked')
      const events = (await this.memory.journal(keys)).filter((e) => e.position < event.position)
      this.refold(event, { was: { groups: before, events }, is: { groups: after, events: [...events, event] } })
    } catch (error) {
      for (const key of keys) this.parts.park(key, event, error)
    }
    for (const key of keys) this.folds.delete(key)
  }

  private refold(event: StoredEvent, { was, is }: { was: Grouped; is: Grouped }): void {
    const gone = was.groups.flatMap((group) => this.documentsOf(group, was.events, event.position))
    const here = is.groups.flatMap((group) => this.documentsOf(group, is.events, event.position))
    const ids = new Set([...was.groups, ...is.groups].map((group) => group.ids[0]))
    const measured = (id: string, { groups, events }: Grouped) =>
      groups.filter((group) => group.ids[0] === id).flatMap((group) => this.measured(group, events, event))
    // Each customer's figures are settled by themselves, so that they always add up to its own history.
    for (const id of ids) {
      const counted = difference(measured(id, was), measured(id, is))
      this.figures.push(...counted.map((row) => ({ ...row, cause: event, partition: id })))
    }
    for (const document of gone) {
      const slot = slotOf(document.view, document.key)
      this.removed.set(slot, { ...document, document: null })
      this.memory.held.delete(slot)
    }
    for (const document of here) {
      const slot = slotOf(document.view, document.key)
      this.removed.delete(slot)
      this.memory.held.set(slot, document)
    }
  }

  private groupsAfter(event: StoredEvent, before: readonly Partition[]): Partition[] {
    const references = this.parts.references.at({ knownAt: event.position })
    const groups = new Map<string, Partition>()
    for (const id of before.flatMap((partition) => partition.ids)) {
      const ids = this.parts.business.identitySetOf(id, references)
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

  private documentsOf(partition: Partition, events: readonly StoredEvent[], by: Position): Held[] {
    const facts = historyOf(partition, events)
    return this.keptViews().flatMap((view) =>
      [...foldAll(facts, view)].map(([key, folded]) => ({
        view,
        key,
        partition: partition.ids[0],
        ...folded,
        changedBy: by,
        changed: true,
      })),
    )
  }

  private keptViews() {
    return this.parts.plan.views.filter((view) => view.kept && view.partition === 'customer')
  }
}
