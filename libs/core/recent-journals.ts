/**
 * Journals read lately, so that stepping through a customer's past reads them once. What was known by
 * a position never changes, so what was read up to it answers for every earlier one.
 */
import type { Position, StoredEvent } from '#kernel'
import type { Journal } from '#readmodel/engine/rows/journal.js'

interface Known {
  /** Everything up to here is in it. */
  upTo: Position
  events: Promise<StoredEvent[]>
}

/** Events held in all; the journals asked for longest ago go first. */
const mostEvents = 60_000

export class RecentJournals {
  private readonly known = new Map<string, Known>()

  constructor(private readonly journal: Journal) {}

  /**
   * The events of the partitions in recorded order, at least all up to a position that the read models
   * have passed; those after it may be there or not. Without one, as the read models hold them now.
   */
  async read(keys: readonly string[], upTo?: Position): Promise<StoredEvent[]> {
    if (upTo === undefined) return this.journal.read(keys)
    const key = keys.join(' ')
    const found = this.known.get(key)
    const entry = found && found.upTo >= upTo ? found : { upTo, events: this.journal.read(keys) }
    this.known.delete(key)
    this.known.set(key, entry)
    try {
      const events = await entry.events
      await this.makeRoom()
      return events
    } catch (error) {
      this.known.delete(key)
      throw error
    }
  }

  private async makeRoom(): Promise<void> {
    let held = 0
    for (const [key, { events }] of [...this.known].reverse()) {
      held += (await events).length
      if (held > mostEvents) this.known.delete(key)
    }
  }
}
