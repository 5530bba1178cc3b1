/** Streams of customers that were merged: to which one a command goes. */
import { type Alias, partsOfUnitKey, type References } from '#kernel'
import { groupOf, identity } from './identity.reference.js'

/**
 * Commands for a merged customer or its relationship go to the one that stands for it, and are decided
 * over the facts of all of them.
 */
export function aliasOf(stream: string, references: References): Alias {
  if (references.get(identity).groups.size === 0) return { stream, with: [] }
  const at = stream.indexOf('-')
  const [category, entity] = [stream.slice(0, at), stream.slice(at + 1)]
  const named = customerIn(category, entity)
  if (!named) return { stream, with: [] }
  const { customer, unit } = named
  const [survivor, ...merged] = groupOf(customer, references)
  const streamOf = (id: string) => `${category}-${id}${unit === undefined ? '' : `.${unit}`}`
  return { stream: streamOf(survivor), with: merged.map(streamOf) }
}

/** The customer that a stream is named by, and the unit where it is that of a relationship. */
function customerIn(category: string, entity: string): { customer: string; unit?: string } | undefined {
  if (category === 'customer') return { customer: entity }
  return category === 'relationship' ? partsOfUnitKey(entity) : undefined
}
