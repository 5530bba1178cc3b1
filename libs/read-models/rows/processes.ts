/** Which processes are begun and not ended: one row each, gone with its end. What they are stands in their streams. */
import type { Row, StoredEvent, TableSpec, Write } from '#kernel'

export const PROCESSES = 'processes-1'
const prefix = 'process-'

export const processesTable: TableSpec = {
  name: PROCESSES,
  columns: { state: 'code', since: 'instant' },
  indexes: [['state', 'since']],
}

/** By type of event, where a process stands after it; null where it has ended. What is not here changes nothing. */
const states: Readonly<Record<string, 'running' | 'stuck' | null>> = {
  'process.started': 'running',
  'process.retried': 'running',
  'process.stuck': 'stuck',
  'process.finished': null,
  'process.refused': null,
  'process.given-up': null,
}

/** Where each process stands after some events, by its id; one that begins and ends among them is left out. */
export function processesAfter(events: readonly StoredEvent[]): Map<string, Row | { ended: StoredEvent }> {
  const after = new Map<string, Row | { ended: StoredEvent }>()
  const begunHere = new Set<string>()
  for (const event of events) {
    const state = event.stream.startsWith(prefix) ? states[event.type] : undefined
    if (state === undefined) continue
    const key = event.stream.slice(prefix.length)
    if (event.revision === 0) begunHere.add(key)
    if (state !== null) after.set(key, rowOf(key, state, event))
    else if (begunHere.has(key)) after.delete(key)
    else after.set(key, { ended: event })
  }
  return after
}

/** What the events of a batch change in the table. */
export const processWrites = (events: readonly StoredEvent[]): Write[] =>
  [...processesAfter(events)].map(([key, row]) =>
    'ended' in row ? { table: PROCESSES, remove: key, position: row.ended.position } : { table: PROCESSES, put: row },
  )

const rowOf = (key: string, state: string, { position, metadata }: StoredEvent): Row => ({
  key,
  position,
  doc: null,
  columns: { state, since: metadata.recordedAt },
})
