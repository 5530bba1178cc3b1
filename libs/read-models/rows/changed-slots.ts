/**
 * Which documents of some views events may have changed: by their keys, which follow from the events, and after a
 * merge, or where a partition was folded anew, by the partitions they stand in.
 */
import { type Catalogue, claim, factOf, keyOf, type StoredEvent, type StoreReads, type View } from '#kernel'
import { slotOf } from '../fold/fold-plan.js'
import { type IdentityParts, idsOfPartitions, partitionsAt } from '../fold/identity-sets.js'
import type { Versions } from './filed.js'
import { readWhatCan } from './readable.js'
import { standingIn } from './tables.js'

export interface SlotParts extends IdentityParts {
  views: readonly View[]
  catalogue: Catalogue
  store: Pick<StoreReads, 'getMany' | 'scan'>
}

export interface Slot {
  view: View
  key: string
}

export class ChangedSlots {
  /** By `slotOf`. */
  readonly slots = new Map<string, Slot>()

  constructor(private readonly p: SlotParts) {}

  /** Those that an event and the versions it corrects are folded into. */
  by(event: StoredEvent, versions: Versions): void {
    for (const version of [event, ...this.read(versions.before(event))]) {
      const fact = factOf(version, version)
      for (const partition of partitionsAt(event, event.position, this.p)) {
        claim(partition, fact)
        for (const view of this.p.views) {
          if (view.partition !== partition.kind || !view.foldFor(version.type)) continue
          const key = keyOf(view, fact)
          if (key !== undefined) this.add({ view, key })
        }
      }
    }
  }

  /** Those that stand in partitions by now. */
  async in(partitions: readonly string[]): Promise<void> {
    for (const { view, ids } of this.viewsOf(partitions))
      for await (const rows of standingIn(view, ids, this.p.store)) for (const { key } of rows) this.add({ view, key })
  }

  /**
   * Those that may have stood in partitions, however these were or are joined: some of them never did.
   * @param events the histories of all of them
   */
  everIn(partitions: readonly string[], events: readonly StoredEvent[]): void {
    const read = this.read(events)
    for (const { view, ids } of this.viewsOf(partitions)) {
      for (const id of ids) {
        const partition = { kind: view.partition, ids: [id, ...ids] as [string, ...string[]] }
        for (const event of read) {
          const fact = factOf(event, event)
          const key = view.foldFor(event.type) && claim(partition, fact) ? keyOf(view, fact) : undefined
          if (key !== undefined) this.add({ view, key })
        }
      }
    }
  }

  add(slot: Slot): void {
    this.slots.set(slotOf(slot.view, slot.key), slot)
  }

  private viewsOf(partitions: readonly string[]): { view: View; ids: string[] }[] {
    return this.p.views.flatMap((view) => {
      const own = partitions.filter((key) => key.startsWith(`${view.partition}:`))
      return own.length === 0 ? [] : [{ view, ids: idsOfPartitions(own) }]
    })
  }

  private read(events: readonly StoredEvent[]): StoredEvent[] {
    return readWhatCan(events, this.p.catalogue).events
  }
}
