/** Which partition a question or a key of documents is about, as known at a moment. */
import {
  type EventLog,
  type IdentitySets,
  type Moment,
  type Partition,
  partsOfRelationship,
  type Query,
  type ReferenceHolder,
  refuse,
  type View,
  versionsOf,
} from '#kernel'

interface PartitionParts extends Pick<Moment, 'knownAt'> {
  identitySets: Pick<IdentitySets, 'setOf'>
  references: ReferenceHolder
}

/** The customer with all that counted as one with it, as known then; the survivor first. */
export const partitionOf = (customer: string, { identitySets, references, knownAt }: PartitionParts): Partition => ({
  kind: 'customer',
  ids: identitySets.setOf(customer, references.at({ knownAt })),
})

/** Undefined where the key alone does not tell. */
export function partitionOfKey(view: View, key: string, parts: PartitionParts): Partition | undefined {
  if (view.partition === 'contact') return { kind: 'contact', ids: [key] }
  if (view.keyedBy === 'partition') return partitionOf(key, parts)
  const named = view.keyedBy === 'relationship' ? partsOfRelationship(key) : undefined
  return named && partitionOf(named.customer, parts)
}

/** `<kind>:<id>` of the partition that a query's route names, where it names one. */
export function askedPartition({ past }: Query, params: Readonly<Record<string, string>>): string | undefined {
  const id = past && params[past.param]
  if (id === undefined) return undefined
  if (past?.of === 'relationship') {
    const named = partsOfRelationship(id)
    return named && `customer:${named.customer}`
  }
  return past?.of === 'customer' || past?.of === 'contact' ? `${past.of}:${id}` : undefined
}

/**
 * The partition whose past a query asks for, by the parameter that names it.
 * @throws DomainError `not-found` when it names none
 */
export async function partitionAsked(
  { past }: Query,
  params: Readonly<Record<string, string>>,
  parts: PartitionParts & { log: Pick<EventLog, 'readStream'> },
): Promise<Partition> {
  const id = params[past?.param ?? ''] ?? ''
  if (past?.of === 'contact') return { kind: 'contact', ids: [id] }
  if (past?.of === 'relationship') return partitionOf(partsOfRelationship(id)?.customer ?? refuse('not-found'), parts)
  if (past?.of === 'customer') return partitionOf(id, parts)
  const [begun] = versionsOf(await parts.log.readStream(`${past?.of}-${id}`), parts.knownAt).values()
  return partitionOf(begun?.last.metadata.customers[0] ?? refuse('not-found'), parts)
}
