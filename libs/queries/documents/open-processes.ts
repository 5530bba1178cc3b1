/** The declared question about processes: which are begun and not ended, up to what was recorded last. */
import type { EventLog, ReadStore } from '#kernel'
import { CHECKPOINT, PROCESSES, processesAfter } from '#read-models'

export interface OpenProcess {
  id: string
  state: 'running' | 'stuck'
  /** Instant since which it stands so. */
  since: string
}

const page = 1000

/** Those that stand so, the longest first; also what the read models have yet to show. */
export async function openProcesses(from: { store: ReadStore; log: EventLog }): Promise<OpenProcess[]> {
  const { store, log } = from
  const open = new Map<string, OpenProcess>()
  const take = (id: string, columns: Record<string, unknown>) =>
    open.set(id, { id, state: columns.state as OpenProcess['state'], since: String(columns.since) })
  let after = await store.checkpoint(CHECKPOINT)
  for await (const rows of store.scan(PROCESSES, {})) for (const { key, columns } of rows) take(key, columns)
  for (;;) {
    const events = await log.readAll({ after, limit: page, prefixes: ['process-'] })
    for (const [id, row] of processesAfter(events)) {
      if ('ended' in row) open.delete(id)
      else take(id, row.columns)
    }
    if (events.length < page) break
    after = events.at(-1)?.position ?? after
  }
  return [...open.values()].sort((a, b) => (a.since < b.since ? -1 : 1))
}

/** How many are stuck, as far as the read models know. */
export const countStuck = (store: ReadStore): Promise<number> =>
  store.count(PROCESSES, { column: 'state', eq: 'stuck' })
