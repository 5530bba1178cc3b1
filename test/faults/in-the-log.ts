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
    const { positions, twice, promises } = await read(log)
    const lost = acknowledged.filter(({ id, position, promises: carried }) => {
      const found = positions.get(id)
      return carried === 0 ? found !== position : found === undefined || found >= position
    }).length
    const promised = acknowledged.reduce((sum, { promises: carried }) => sum + carried, 0)
    return {
      lost: lost + Math.max(0, promised - promises),
      twice: twice + Math.max(0, promises - promised),
      outOfOrder: misplaced(acknowledged),
    }
  } finally {
    await log.close()
  }
}

/** What a log holds of what a client sent. */
class Seen {
  readonly positions = new Map<string, number>()
  twice = 0
  /** How many were made with another event; those of the data set were made alone. */
  promises = 0
  private readonly notes = new Set<string>()

  see({ id, position, type, metadata: { commandId, causationId } }: StoredEvent): void {
    const isNote = type === 'touchpoint.note'
    if (this.positions.has(id) || (isNote && this.notes.has(commandId))) this.twice++
    if (type === 'promise.made' && causationId !== undefined) this.promises++
    this.positions.set(id, position)
    if (isNote) this.notes.add(commandId)
  }
}

async function read(log: EventLog): Promise<Seen> {
  const seen = new Seen()
  for (let after: Position = 0; ; ) {
    const events: StoredEvent[] = await log.readAll({ after, limit: 10_000 })
    if (events.length === 0) return seen
    for (const event of events) seen.see(event)
    after = events.at(-1)?.position ?? after
  }
}

/** A caller sends the next after the answer to the one before, so its positions grow. */
function misplaced(acknowledged: readonly Acknowledged[]): number {
  const last = new Map<number, number>()
  let count = 0
  for (const { caller, position } of acknowledged) {
    if (position <= (last.get(caller) ?? 0)) count++
    last.set(caller, position)
  }
  return count
}

/** How many customers imports have registered. */
export async function importedCustomers(file: string): Promise<number> {
  const log = openSqliteLog({ file, readOnly: true })
  let count = 0
  for (let after: Position = 0; ; ) {
    const events = await log.readAll({ after, limit: 10_000, prefixes: ['customer-'] })
    count += events.filter(({ type, metadata }) => type === 'customer.registered' && metadata.importId).length
    const last = events.at(-1)
    if (!last) break
    after = last.position
  }
  await log.close()
  return count
}
