/** Holds what was acknowledged against what the log holds: each once, where it was said to be, in order. */

import { openSqliteLog } from '#engines/sqlite/event-log/sqlite-event-log.js'
import type { EventLog, Position, StoredEvent } from '#kernel'
import type { Acknowledged } from './client.js'

export interface Found {
  lost: number
  twice: number
  outOfOrder: number
}

export async function compareWithLog(file: string, acknowledged: readonly Acknowledged[]): Promise<Found> {
  const log = openSqliteLog({ file, readOnly: true })
  try {
    const seen = new Seen()
    await seen.readOn(log)
    return seen.against(acknowledged)
  } finally {
    await log.close()
  }
}

/** What a log holds of what clients sent. */
export class Seen {
  private readonly positions = new Map<string, number>()
  private readonly notes = new Set<string>()
  private twice = 0
  /** How many were made with another event; those of the data set were made alone. */
  private promises = 0
  /** Customers that imports have registered. */
  imported = 0
  /** Up to where the log was read. */
  upTo: Position = 0

  /** Everything in the log that was not read before. */
  async readOn(log: Pick<EventLog, 'readAll'>): Promise<void> {
    for (;;) {
      const events: StoredEvent[] = await log.readAll({ after: this.upTo, limit: 10_000 })
      for (const event of events) this.see(event)
      const last = events.at(-1)
      if (!last) return
      this.upTo = last.position
    }
  }

  against(acknowledged: readonly Acknowledged[]): Found {
    const lost = acknowledged.filter(({ id, position, promises: carried }) => {
      const found = this.positions.get(id)
      return carried === 0 ? found !== position : found === undefined || found >= position
    }).length
    const promised = acknowledged.reduce((sum, { promises: carried }) => sum + carried, 0)
    return {
      lost: lost + Math.max(0, promised - this.promises),
      twice: this.twice + Math.max(0, this.promises - promised),
      outOfOrder: misplaced(acknowledged),
    }
  }

  private see({ id, position, type, metadata: { commandId, causationId, importId } }: StoredEvent): void {
    const isNote = type === 'touchpoint.note'
    if (this.positions.has(id) || (isNote && this.notes.has(commandId))) this.twice++
    if (type === 'customer.registered' && importId) this.imported++
    if (type === 'promise.made' && causationId !== undefined) this.promises++
    this.positions.set(id, position)
    if (isNote) this.notes.add(commandId)
  }
}

/** A caller sends the next after the answer to the one before, so its positions grow. */
function misplaced(acknowledged: readonly Acknowledged[]): number {
  const last = new Map<number, number>()
  let count = 0
  for (const { caller, position, isOutOfTurn } of acknowledged) {
    if (isOutOfTurn) continue
    if (position <= (last.get(caller) ?? 0)) count++
    last.set(caller, position)
  }
  return count
}

/** How many customers imports have registered. */
export async function importedCustomers(file: string): Promise<number> {
  const log = openSqliteLog({ file, readOnly: true })
  try {
    const seen = new Seen()
    await seen.readOn(log)
    return seen.imported
  } finally {
    await log.close()
  }
}
