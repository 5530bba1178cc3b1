/**
 * The one fold: a partition's events, in the order recorded, into documents and contributions. All it
 * needs is at hand before it begins, so nothing here waits. Live projection, late facts and
 * corrections, merges, rebuilds and replay all go through it.
 */
import {
  claim,
  type Fact,
  type Fold,
  factOf,
  inEffectiveOrder,
  keyOf,
  type Partition,
  type Position,
  type StoredEvent,
  type View,
} from '#kernel'
import { DocumentSlot, folded } from './document-slot.js'
import type { FoldPlan, Step } from './fold-plan.js'
import { type CorrectedFacts, KnownFacts } from './known-facts.js'
import { difference, type Measured, measure, sameTags, type Tags, type ZoneOf } from './measure.js'
import { isAlike, measureChange } from './measure-change.js'
import type { Ground } from './standing.js'

/** A contribution with the event that caused it. */
export interface Caused extends Measured {
  cause: StoredEvent
  partition: string
}

/** What is known of a document before an event is folded onto it. */
export interface StoredDocument {
  /** Id of the customer or contact it belongs to. */
  partition: string
  document: object | null
  at: string
  position: Position
  changedBy: Position
}

export interface FoldParts {
  plan: FoldPlan
  /** Time zones of units as known at a position. */
  zonesAt(position: Position): ZoneOf
}

/** A document that was changed since it was asked for last. */
export interface DocumentChange extends StoredDocument {
  view: View
  key: string
  /** What the document of a record stands on here; absent where only the document itself is at hand. */
  ground?: Ground
}

export class PartitionFold {
  readonly contributions: Caused[] = []
  private readonly slots = new Map<View, Map<string, DocumentSlot>>()
  private readonly changed = new Set<DocumentSlot>()
  private readonly known: KnownFacts
  private tags: Tags = {}
  private readonly tagging: readonly View[]

  private constructor(
    readonly partition: Partition,
    private readonly parts: FoldParts,
    /** Documents to fold onto, where the history before is not at hand. */
    private readonly stored: ((view: View, key: string) => StoredDocument | undefined) | undefined,
  ) {
    this.known = new KnownFacts(partition, parts)
    this.tagging = parts.plan.taggingViews(partition.kind)
    if (stored) this.tags = this.tagsNow()
  }

  /** Over all events that the partition had so far, in recorded order; without any, over a new partition. */
  static over(partition: Partition, parts: FoldParts, events: readonly StoredEvent[] = []): PartitionFold {
    const fold = new PartitionFold(partition, parts, undefined)
    fold.know(events)
    return fold
  }

  /** Over documents alone: takes events as long as they come last in what they touch. */
  static onto(
    partition: Partition,
    parts: FoldParts,
    stored: (view: View, key: string) => StoredDocument | undefined,
  ): PartitionFold {
    return new PartitionFold(partition, parts, stored)
  }

  /** Facts held. */
  get size(): number {
    return this.known.size
  }

  /**
   * Takes in the next event in recorded order.
   * @param versions of what a correction corrects, those before it, in recorded order
   * @returns whether it could be folded; false only over documents alone: then the history is needed, and
   *   this fold is of no more use
   */
  take(event: StoredEvent, versions: () => readonly StoredEvent[] = () => []): boolean {
    if (this.stored && (event.metadata.corrects || this.isTaggedLater(event))) return false
    if (event.metadata.corrects) this.correct(event, versions)
    else if (!this.add(event)) return false
    return this.retag(event)
  }

  /** Folds all that waits to be folded. @throws whatever a fold throws */
  settle(): void {
    for (const slot of this.changed) slot.current()
  }

  /** Documents changed since this was asked last. */
  *drain(): Generator<DocumentChange> {
    for (const slot of this.changed) {
      const document = slot.current() ?? null
      const { view, key, at, position, changedBy } = slot
      const partition = this.partition.ids[0]
      yield { view, key, partition, document, at, position, changedBy, ground: this.groundOf(slot) }
    }
    this.changed.clear()
  }

  /** Says that an event changed every document: what it made of the partition is new as a whole. */
  touchAll(changedBy: Position): void {
    for (const slot of this.all()) this.change(slot, changedBy)
  }

  /** Everything that the partition's history contributes by now. */
  measured(position: Position, tags: Tags = this.tags): Measured[] {
    const zoneOf = this.parts.zonesAt(position)
    const measured: Measured[] = []
    for (const { view, key, facts = [] } of this.all()) {
      const metrics = this.parts.plan.measured(view)
      if (metrics.length === 0) continue
      let before: object | undefined
      for (const fact of facts) {
        const after = folded(view, before, fact)
        measured.push(...measure(metrics, { entity: key, before, after, fact, tags }, zoneOf))
        before = after
      }
    }
    return measured
  }

  private know(events: readonly StoredEvent[]): void {
    for (const fact of this.known.know(events)) {
      for (const { view } of this.stepsFor(fact)) {
        const key = keyOf(view, fact)
        if (key !== undefined) this.slotFor(view, key).append(fact)
      }
    }
    this.tags = this.tagsNow()
  }

  private add(event: StoredEvent): boolean {
    const fact = factOf(event, event, this.known.zones)
    const isHere = claim(this.partition, fact)
    if (!this.stored) this.known.add(event, isHere ? fact : undefined)
    if (!isHere) return true
    for (const step of this.stepsFor(fact)) {
      const key = keyOf(step.view, fact)
      if (key === undefined) continue
      const slot = this.slotFor(step.view, key)
      if (this.comesLast(slot, step, { fact, event })) this.foldOnto(slot, step, { fact, event })
      else if (this.stored) return false
      else this.foldAnew(slot, event, { old: undefined, fresh: fact })
    }
    return true
  }

  private comesLast(slot: DocumentSlot, step: Step, { fact, event }: { fact: Fact; event: StoredEvent }): boolean {
    if (slot.facts) {
      const last = slot.facts.at(-1)
      return last === undefined || inEffectiveOrder(fact, last) > 0
    }
    const stored = this.stored?.(slot.view, slot.key)
    const isElsewhere = stored !== undefined && stored.partition !== this.partition.ids[0]
    if (isElsewhere || slot.changedBy >= event.position) return false
    if (slot.document) return inEffectiveOrder(fact, slot) > 0
    return step.ofOneStream && event.revision === 0
  }

  private foldOnto(slot: DocumentSlot, { fold, metrics }: Step, { fact, event }: { fact: Fact; event: StoredEvent }) {
    const before = slot.counting()
    const after = (fold as Fold<object, string, unknown>)(before, fact) ?? undefined
    // Of what was nothing and stays so nothing is written.
    if (before !== undefined || after !== undefined) this.change(slot, event.position)
    slot.follow(fact, after)
    if (metrics.length === 0 || isAlike(slot.view, before, after)) return
    const change = { entity: slot.key, before, after, fact, tags: this.tags }
    this.count(difference([], measure(metrics, change, this.parts.zonesAt(event.position))), event)
  }

  /** Folds a document over its facts as an event changes those, and counts what that changes. */
  private foldAnew(slot: DocumentSlot, event: StoredEvent, { old, fresh }: CorrectedFacts): void {
    const isFolded = fresh !== undefined && keyOf(slot.view, fresh) === slot.key && this.isFolded(slot.view, fresh)
    const placed = slot.placed(old, isFolded ? fresh : undefined)
    if (!placed) return
    this.change(slot, event.position)
    const metrics = this.parts.plan.measured(slot.view)
    if (metrics.length === 0) {
      // A fact that cannot be folded stops the partition where it arrives; what follows it is folded when asked for.
      if (isFolded) slot.tryUpTo(fresh, placed)
      slot.replace(placed)
      return
    }
    const zoneOf = this.parts.zonesAt(event.position)
    const { was, is, document } = measureChange(slot, placed, { metrics, tags: this.tags, zoneOf })
    slot.replace(placed, document)
    this.count(difference(was, is), event)
  }

  private correct(event: StoredEvent, versions: () => readonly StoredEvent[]): void {
    const corrected = this.known.correct(event, versions)
    if (!corrected) return
    const { old, fresh } = corrected
    const touched = new Set<DocumentSlot>()
    for (const fact of [old, fresh]) {
      for (const { view } of fact ? this.stepsFor(fact) : []) {
        const key = fact && keyOf(view, fact)
        if (key !== undefined) touched.add(this.slotFor(view, key))
      }
    }
    for (const slot of touched) this.foldAnew(slot, event, corrected)
  }

  /** When a tag changes, everything measured in the partition is counted again under the new one. */
  private retag(event: StoredEvent): boolean {
    if (!this.tagging.some((view) => view.mayTag(event.type))) return true
    const tags = this.tagsNow()
    if (sameTags(tags, this.tags)) return true
    if (this.stored) return false
    this.count(difference(this.measured(event.position), this.measured(event.position, tags)), event)
    this.tags = tags
    return true
  }

  /** Whether what tags here was folded from later events, as it is when events come again. */
  private isTaggedLater({ position }: StoredEvent): boolean {
    return this.tagging.some((view) => this.slotFor(view, this.partition.ids[0]).changedBy >= position)
  }

  private tagsNow(): Tags {
    const tags: Record<string, string> = {}
    for (const view of this.tagging) {
      const document = this.slotFor(view, this.partition.ids[0]).current() as Record<string, string> | undefined
      for (const tag of view.tags) if (document?.[tag] !== undefined) tags[tag] = document[tag]
    }
    return tags
  }

  private count(measured: readonly Measured[], cause: StoredEvent): void {
    for (const row of measured) this.contributions.push({ ...row, cause, partition: this.partition.ids[0] })
  }

  private change(slot: DocumentSlot, changedBy: Position): void {
    this.changed.add(slot)
    slot.changedBy = changedBy
  }

  private stepsFor(fact: Fact): readonly Step[] {
    return this.parts.plan.stepsFor(this.partition.kind, fact.type)
  }

  private isFolded(view: View, fact: Fact): boolean {
    return this.stepsFor(fact).some((step) => step.view === view)
  }

  private groundOf({ view, facts }: DocumentSlot): Ground | undefined {
    return view.keyedBy === 'entity' && facts ? this.known.groundOf(facts) : undefined
  }

  private *all(): Generator<DocumentSlot> {
    for (const slots of this.slots.values()) yield* slots.values()
  }

  private slotFor(view: View, key: string): DocumentSlot {
    const slots = this.slots.get(view) ?? new Map<string, DocumentSlot>()
    this.slots.set(view, slots)
    const known = slots.get(key) ?? this.slotOf(view, key)
    slots.set(key, known)
    return known
  }

  private slotOf(view: View, key: string): DocumentSlot {
    const slot = new DocumentSlot(view, key)
    if (!this.stored) slot.facts = []
    const stored = this.stored?.(view, key)
    if (!stored) return slot
    return Object.assign(slot, {
      document: stored.document ?? undefined,
      at: stored.at,
      position: stored.position,
      changedBy: stored.changedBy,
    })
  }
}
