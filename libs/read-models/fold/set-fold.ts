/**
 * Partitions folded by themselves in memory, from their first event on: one customer or contact, or all
 * customers that were ever merged with each other, through every merge and its end. So a rebuild folds,
 * and so does whoever takes up a partition again that was parked.
 */
import type { IdentitySets, StoredEvent } from '#kernel'
import {
  type IdentityParts,
  keyOfPartition,
  keysOfPartition,
  partitionsAt,
  regroup,
  regroupingOf,
} from './identity-sets.js'
import { type Caused, type DocumentChange, type FoldParts, PartitionFold } from './partition-fold.js'

export interface SetParts extends FoldParts, IdentityParts {
  identitySets: Pick<IdentitySets, 'setOf' | 'changedBy'>
}

/** The event at which a fold stopped, and why. */
export interface StoppedFold {
  event: StoredEvent
  error: unknown
}

/** A fold, as far as nothing stopped it. */
export interface FoldedUpTo {
  fold: SetFold
  stopped?: StoppedFold
}

export class SetFold {
  readonly contributions: Caused[] = []
  private readonly folds = new Map<string, PartitionFold>()
  private readonly taken: StoredEvent[] = []

  /** @param partitions keys of all that are folded here; events are passed over in others */
  constructor(
    private readonly partitions: ReadonlySet<string>,
    private readonly parts: SetParts,
  ) {}

  /**
   * Folds events in recorded order, all of them or, where one stops the fold, those before it.
   * @param events in their newest version
   */
  static of(partitions: ReadonlySet<string>, events: readonly StoredEvent[], parts: SetParts): FoldedUpTo {
    const fold = new SetFold(partitions, parts)
    try {
      for (const event of events) fold.take(event)
      fold.settle()
      return { fold }
    } catch {
      return SetFold.stepwise(partitions, events, parts)
    }
  }

  /** The same, event by event: to find the one that stops the fold. */
  private static stepwise(
    partitions: ReadonlySet<string>,
    events: readonly StoredEvent[],
    parts: SetParts,
  ): FoldedUpTo {
    const fold = new SetFold(partitions, parts)
    for (const [at, event] of events.entries()) {
      try {
        fold.take(event)
        fold.settle()
      } catch (error) {
        // What was folded of the event before it stopped must not stay.
        return { ...SetFold.of(partitions, events.slice(0, at), parts), stopped: { event, error } }
      }
    }
    return { fold }
  }

  private settle(): void {
    for (const fold of this.folds.values()) fold.settle()
  }

  /** The documents of kept views that stand, each with the position of what changed it last. */
  *documents(): Generator<DocumentChange> {
    for (const fold of this.folds.values())
      for (const changed of fold.drain()) if (changed.view.kept && changed.document !== null) yield changed
  }

  private take(event: StoredEvent): void {
    if (this.parts.identitySets.changedBy.has(event.type)) this.regroup(event)
    else for (const partition of partitionsAt(event, event.position, this.parts)) this.fold(partition, event)
    this.taken.push(event)
  }

  private fold(partition: PartitionFold['partition'], event: StoredEvent): void {
    const key = keyOfPartition(partition)
    if (!keysOfPartition(partition).some((one) => this.partitions.has(one))) return
    const fold = this.folds.get(key) ?? PartitionFold.over(partition, this.parts)
    this.folds.set(key, fold)
    fold.take(event, () => this.versionsOf(event))
    this.contributions.push(...fold.contributions.splice(0))
  }

  /** Of what a correction corrects, the versions before it. */
  private versionsOf({ metadata: { corrects } }: StoredEvent): StoredEvent[] {
    if (!corrects) return []
    return this.taken.filter(
      ({ id, metadata }) => id === corrects.eventId || metadata.corrects?.eventId === corrects.eventId,
    )
  }

  private regroup(event: StoredEvent): void {
    const previous = this.taken.at(-1)?.position ?? 0
    const regrouping = regroupingOf(event, previous, this.parts)
    const { folds, contributions } = regroup(event, regrouping, { ...this.parts, events: this.taken })
    for (const key of regrouping.keys) this.folds.delete(key)
    for (const fold of folds) {
      this.folds.set(keyOfPartition(fold.partition), fold)
      fold.touchAll(event.position)
    }
    this.contributions.push(...contributions)
  }
}
