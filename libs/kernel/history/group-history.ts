/**
 * The history of one customer or contact: what is filed with it and with whatever was merged into it,
 * each fact seen from the partition it is folded in.
 */
import type { StoredEvent } from '../events/stored-event.js'
import type { Fact } from './fact.js'
import { history, type Seen } from './history.js'

export interface Partition {
  kind: 'customer' | 'contact'
  /** The survivor first. */
  ids: readonly [string, ...string[]]
}

/** The facts of a partition; those that the last version no longer files here are absent. */
export function historyOf(partition: Partition, events: readonly StoredEvent[], seen: Seen = {}): Fact[] {
  const facts: Fact[] = []
  for (const fact of history(events, seen)) {
    if (claim(partition, fact)) facts.push(fact)
  }
  return facts
}

/** Marks a fact as seen from the partition; false when it is not filed there. */
export function claim(partition: Partition, fact: Fact): boolean {
  const [survivor] = partition.ids
  fact.partition = survivor
  const filed = partition.kind === 'contact' ? fact.contacts : fact.customers
  const place = filed.findIndex((id) => partition.ids.includes(id))
  if (place < 0) return false
  if (partition.kind === 'customer') fact.customer = survivor
  fact.leads = place === 0
  return true
}
