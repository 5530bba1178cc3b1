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
    const { positions, twice } = await read(log)
    const lost = acknowledged.filter(({ id, position }) => positions.get(id) !== position).length
    return { lost, twice, outOfOrder: misplaced(acknowledged) }
  } finally {
    await log.close()
  }
}

async function read(log: EventLog): Promise<{ positions: Map<string, number>; twice: number }> {
  const positions = new Map<string, number>()
  const commands = new Set<string>()
  let twice = 0
  for (let after: Position = 0; ; ) {
    const events: StoredEvent[] = await log.readAll({ after, limit: 10_000 })
    if (events.length === 0) return { positions, twice }
    for (const { id, position, type, metadata } of events) {
      const isAgain = positions.has(id) || (type === 'touchpoint.note' && commands.has(metadata.commandId))
      if (isAgain) twice++
      positions.set(id, position)
      commands.add(metadata.commandId)
    }
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
