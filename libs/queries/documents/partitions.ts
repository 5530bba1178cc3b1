/** Which partition a question or a key of documents is about, as known at a moment. */
import {
  type Decider,
  type EventLog,
  type Filing,
  factOf,
  type IdentitySets,
  isRetracted,
  type Moment,
  type Partition,
  partsOfUnitKey,
  type Query,
  type ReferenceHolder,
  type Registry,
  refuse,
  type StoredEvent,
  type Version,
  type View,
  versionsOf,
} from '#kernel'

interface PartitionParts extends Pick<Moment, 'knownAt'> {
  identitySets: Pick<IdentitySets, 'setOf'>
  references: ReferenceHolder
}

/** The customer, or the contact, with all that counted as one with it, as known then; the survivor first. */
export const partitionOf = (
  id: string,
  { identitySets, references, knownAt }: PartitionParts,
  kind: Partition['kind'] = 'customer',
): Partition => ({ kind, ids: identitySets.setOf(kind, id, references.at({ knownAt })) })

/** Undefined where the key alone does not tell. */
export function partitionOfKey(view: View, key: string, parts: PartitionParts): Partition | undefined {
  if (view.keyedBy === 'partition') return partitionOf(key, parts, view.partition)
  const named = view.keyedBy === 'unit' ? partsOfUnitKey(key) : undefined
  return named && partitionOf(named.customer, parts)
}

/** `<kind>:<id>` of the partition that a query's route names, where it names one. */
export function askedPartition({ past }: Query, params: Readonly<Record<string, string>>): string | undefined {
  const id = past && params[past.param]
  if (id === undefined || past?.of.keyedBy === 'entity') return undefined
  if (past?.of.keyedBy === 'partition') return `${past.of.partition}:${id}`
  const named = partsOfUnitKey(id)
  return named && `customer:${named.customer}`
}

/** The streams that a record of a view may have its facts on. */
export const streamsOf = (view: View, id: string, { catalogue }: Pick<Registry, 'catalogue'>): string[] => {
  const folded = catalogue.all().filter(({ type }) => view.foldFor(type) !== undefined)
  return [...new Set(folded.map(({ category }) => `${category}-${id}`))]
}

/**
 * The partition whose past a query asks for, by the parameter that names it.
 * @throws DomainError `not-found` when it names none
 */
export async function partitionAsked(
  { param, of }: NonNullable<Query['past']>,
  params: Readonly<Record<string, string>>,
  parts: PartitionParts & { log: Pick<EventLog, 'readStream'>; registry: Pick<Registry, 'deciders' | 'catalogue'> },
): Promise<Partition> {
  const id = params[param] ?? ''
  if (of.keyedBy !== 'entity') return partitionOfKey(of, id, parts) ?? refuse('not-found')
  const streams = await Promise.all(streamsOf(of, id, parts.registry).map((stream) => parts.log.readStream(stream)))
  const events = streams.find((found) => found.length > 0) ?? refuse('not-found')
  const [{ stream = '' } = {}] = events
  const decider = parts.registry.deciders.get(stream.slice(0, stream.indexOf('-')))
  const [leader = refuse('not-found')] = placeOf(events, decider, parts).customers
  return partitionOf(leader, parts)
}

/** Where a record begins, by its earliest fact that holds and begins it; else where it is said first. */
function placeOf(
  stored: readonly StoredEvent[],
  decider: Decider | undefined,
  { knownAt }: Pick<Moment, 'knownAt'>,
): Filing {
  const versions = [...versionsOf(stored, knownAt).values()]
  const holding = versions.filter((version) => !isRetracted(version))
  const begins = ({ first, last }: Version) => decider?.allows(decider.initial, factOf(first, last)) ?? true
  return (holding.find(begins) ?? holding[0] ?? versions[0])?.last.metadata ?? refuse('not-found')
}
