/** Streams of customers and contacts that were merged: to which one a command goes. */
import { type Alias, type Partition, partsOfUnitKey, type References } from '#kernel'
import { identity, setOf } from './identity.reference.js'

/**
 * Commands for a merged record, or for the relationship of a merged customer, go to the one that stands for it, and are
 * decided over the facts of all of them.
 */
export function aliasOf(stream: string, references: References): Alias {
  const { customer, contact } = references.get(identity)
  if (customer.groups.size + contact.groups.size === 0) return { stream, with: [] }
  const at = stream.indexOf('-')
  const [category, entity] = [stream.slice(0, at), stream.slice(at + 1)]
  const named = recordIn(category, entity)
  if (!named) return { stream, with: [] }
  const { kind, id, unit } = named
  const [survivor, ...merged] = setOf(kind, id, references)
  const streamOf = (record: string) => `${category}-${record}${unit === undefined ? '' : `.${unit}`}`
  return { stream: streamOf(survivor), with: merged.map(streamOf) }
}

interface NamedRecord {
  kind: Partition['kind']
  id: string
  unit?: string
}

/** The customer or the contact that a stream is named by, and the unit where it is that of a relationship. */
function recordIn(category: string, entity: string): NamedRecord | undefined {
  if (category === 'customer' || category === 'contact') return { kind: category, id: entity }
  const parts = category === 'relationship' ? partsOfUnitKey(entity) : undefined
  return parts && { kind: 'customer', id: parts.customer, unit: parts.unit }
}
