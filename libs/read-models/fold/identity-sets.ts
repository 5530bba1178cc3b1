/**
 * Customers, and contacts, that count as one, as known at a position: in which partitions an event is folded there,
 * and what a merge, or its end, makes of the partitions it concerns.
 */
import type { IdentitySets, Partition, Position, ReferenceHolder, References, StoredEvent } from '#kernel'
import { difference } from './measure.js'
import { type Caused, type FoldParts, PartitionFold } from './partition-fold.js'

export interface IdentityParts {
  references: ReferenceHolder
  identitySets: Pick<IdentitySets, 'setOf'>
}

/** `customer:<id>` or `contact:<id>`. */
export const partitionKey = (kind: Partition['kind'], id: string): string => `${kind}:${id}`

/** Whose partition a key names. */
export function partitionNamed(key: string): { kind: Partition['kind']; id: string } {
  const at = key.indexOf(':')
  return { kind: key.slice(0, at) as Partition['kind'], id: key.slice(at + 1) }
}

/** The ids of customers or contacts in keys of partitions. */
export const idsOfPartitions = (keys: readonly string[]): string[] => keys.map((key) => partitionNamed(key).id)

export const keyOfPartition = ({ kind, ids }: Partition): string => partitionKey(kind, ids[0])

/** The keys of all that a partition is made of. */
export const keysOfPartition = ({ kind, ids }: Partition): string[] => ids.map((id) => partitionKey(kind, id))

/** The partitions in which an event is filed now, or was by the versions it corrects. */
export function partitionsOf({ metadata }: StoredEvent): string[] {
  const { customers, contacts, formerly } = metadata
  return [
    ...[...customers, ...(formerly?.customers ?? [])].map((id) => partitionKey('customer', id)),
    ...[...contacts, ...(formerly?.contacts ?? [])].map((id) => partitionKey('contact', id)),
  ]
}

/** The partitions an event concerns, or did by the versions it corrects, as known at a position. */
export function partitionsAt(
  { metadata: { customers, contacts, formerly } }: StoredEvent,
  knownAt: Position,
  { references, identitySets }: IdentityParts,
): Partition[] {
  const known = references.at({ knownAt })
  return [
    ...setsOf('customer', [...customers, ...(formerly?.customers ?? [])], { known, identitySets }),
    ...setsOf('contact', [...contacts, ...(formerly?.contacts ?? [])], { known, identitySets }),
  ]
}

interface KnownSets extends Pick<IdentityParts, 'identitySets'> {
  known: References
}

function setsOf(kind: Partition['kind'], named: readonly string[], { known, identitySets }: KnownSets): Partition[] {
  const sets = new Map<string, Partition>()
  for (const id of named) {
    const ids = identitySets.setOf(kind, id, known)
    sets.set(ids[0], { kind, ids })
  }
  return [...sets.values()]
}

/** The partitions concerned by a merge or its end, as they were before it and as they are from it on. */
export interface Regrouping {
  before: Partition[]
  after: Partition[]
  /** Keys of all that are concerned. */
  keys: string[]
}

/** @param previous the last position before the event at which something may have been known otherwise */
export function regroupingOf(event: StoredEvent, previous: Position, parts: IdentityParts): Regrouping {
  const before = partitionsAt(event, previous, parts)
  const known = parts.references.at({ knownAt: event.position })
  const after = [...Map.groupBy(before, ({ kind }) => kind)].flatMap(([kind, of]) => {
    const ids = of.flatMap((partition) => partition.ids)
    return setsOf(kind, ids, { known, ...parts })
  })
  const keys = new Set([...before, ...after].flatMap(keysOfPartition))
  return { before, after, keys: [...keys] }
}

export interface Regrouped {
  /** Of the partitions as they are now. */
  folds: PartitionFold[]
  contributions: Caused[]
}

/**
 * Folds what a merge, or its end, leaves. Each one's contributions are settled by themselves, so
 * that they always add up to its own history.
 * @param events of all that are concerned before it, in recorded order
 */
export function regroup(
  event: StoredEvent,
  { before, after }: Regrouping,
  { events, ...parts }: FoldParts & { events: readonly StoredEvent[] },
): Regrouped {
  const was = before.map((partition) => PartitionFold.over(partition, parts, events))
  const folds = after.map((partition) => PartitionFold.over(partition, parts, [...events, event]))
  const measuredOf = (of: readonly PartitionFold[], id: string) =>
    of.filter(({ partition }) => partition.ids[0] === id).flatMap((fold) => fold.measured(event.position))
  const ids = new Set([...was, ...folds].map(({ partition }) => partition.ids[0]))
  const contributions = [...ids].flatMap((id) =>
    difference(measuredOf(was, id), measuredOf(folds, id)).map((row) => ({ ...row, cause: event, partition: id })),
  )
  return { folds, contributions }
}
