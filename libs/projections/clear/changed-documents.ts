/**
 * Which documents with opened fields events may have changed: by their keys, which follow from the events, and after
 * a merge, or where a partition was folded anew, by the partitions they stand in.
 */
import type { ClearReads, ClearWrite, Position, Registry, Row, StoredEvent, StoreReads, View } from '#kernel'
import {
  ChangedSlots,
  clearTableOf,
  heldOf,
  type IdentityParts,
  type Slot,
  slotOf,
  tableOf,
  type Versions,
} from '#read-models'
import { clearIn, clearWrite } from './opened-fields.js'
import type { OpenerOf } from './writings.js'

export interface ChangedParts extends IdentityParts {
  registry: Registry
  store: Pick<StoreReads, 'getMany' | 'scan'>
  clear: Pick<ClearReads, 'scan'>
  openerOf: OpenerOf
}

export class ChangedDocuments {
  private readonly views: readonly View[]
  private readonly changed: ChangedSlots
  /** Of rows that stand for a slot and are to give way whatever their position. */
  private readonly replaced = new Map<string, Position>()

  constructor(private readonly p: ChangedParts) {
    this.views = clearViews(p.registry)
    this.changed = new ChangedSlots({ ...p, views: this.views, catalogue: p.registry.catalogue })
  }

  /** Those that an event and the versions it corrects are folded into. */
  by(event: StoredEvent, versions: Versions): void {
    this.changed.by(event, versions)
  }

  /**
   * Those that stand in partitions, or did.
   * @param replacing whether what stands gives way to rows of its own position
   */
  async in(partitions: readonly string[], replacing = false): Promise<void> {
    await this.changed.in(partitions)
    for (const view of this.views) {
      const own = partitions.filter((key) => key.startsWith(`${view.partition}:`))
      if (own.length === 0) continue
      for await (const { key, position } of this.opened(view, own)) {
        this.changed.add({ view, key })
        if (replacing) this.replaced.set(slotOf(view, key), position)
      }
    }
  }

  private async *opened(view: View, partitions: readonly string[]): AsyncGenerator<Row> {
    const where = { or: partitions.map((has) => ({ column: 'subjects', has })) }
    for await (const rows of this.p.clear.scan(clearTableOf(view), { where })) yield* rows
  }

  /** What is to be written of them, as they stand in the read models by now. */
  async writes(position: Position): Promise<ClearWrite[]> {
    const bySlot = [...this.changed.slots.values()]
    if (bySlot.length === 0) return []
    const byView = [...Map.groupBy(bySlot, ({ view }) => view)]
    const wanted = byView.map(([view, slots]) => ({ table: tableOf(view), keys: slots.map(({ key }) => key) }))
    const found = await this.p.store.getMany(wanted)
    const held = byView.flatMap(([view], at) => (found[at] ?? []).map((row: Row) => heldOf(view, row)))
    const open = await this.p.openerOf(held.map(clearIn))
    const standing = new Set(held.map(({ view, key }) => slotOf(view, key)))
    const gone = bySlot.filter(({ view, key }) => !standing.has(slotOf(view, key)))
    return [
      ...[...this.replaced].flatMap(([slot, at]) => this.removal(slot, at)),
      ...gone.map(({ view, key }): ClearWrite => ({ table: clearTableOf(view), remove: key, position })),
      ...held.map((each) => clearWrite(each, open)),
    ]
  }

  private removal(slot: string, position: Position): ClearWrite[] {
    const { view, key } = this.changed.slots.get(slot) as Slot
    return [{ table: clearTableOf(view), remove: key, position }]
  }
}

/** Views of whose documents fields are opened. */
export const clearViews = (registry: Registry): View[] =>
  [...registry.views.values()].filter(({ kept, clear }) => kept && clear.length > 0)
