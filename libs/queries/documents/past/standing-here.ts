/**
 * The documents that stand in a partition at a past moment. A record may have a fact here and its document elsewhere,
 * as the read models have it; such a document is left out.
 */
import {
  BEYOND,
  comparePositions,
  type IdentitySets,
  type Moment,
  type Partition,
  type ReferenceHolder,
  type Registry,
  type StoredEvent,
  type UnitZones,
  type View,
} from '#kernel'
import { FoldPlan, keyOfPartition, partitionsAt, type RecordPlace, standingOf } from '#read-models'
import type { FoldedDocuments, PartitionPast } from './partition-past.js'

export interface StandingSource {
  registry: Registry
  references: ReferenceHolder
  identitySets: Pick<IdentitySets, 'setOf'>
  zones: UnitZones
  /** All events of a stream. */
  stream(name: string): Promise<readonly StoredEvent[]>
}

export interface AskedOf {
  view: View
  partition: Partition
  past: PartitionPast
  moment: Moment
}

export async function standingHere(
  { view, partition, past, moment }: AskedOf,
  source: StandingSource,
): Promise<FoldedDocuments> {
  const documents = past.documents(view, moment)
  if (view.keyedBy !== 'entity') return documents
  const begun = past.begun(moment)
  const inDoubt = [...documents].flatMap(([key, { document }]) => (document && !begun.has(key) ? [key] : []))
  if (inDoubt.length === 0) return documents
  const plan = new FoldPlan({ ...source.registry, metrics: new Map() })
  const standing = await Promise.all(
    inDoubt.map((key) => placeOf({ view, key, streams: plan.streamsOf(view, key) }, moment, source)),
  )
  const elsewhere = new Set(inDoubt.filter((_, at) => standing[at] !== partition.ids[0]))
  return elsewhere.size === 0 ? documents : new Map([...documents].filter(([key]) => !elsewhere.has(key)))
}

/** The partition in which a record has its document. */
async function placeOf(
  { streams, ...record }: { view: View; key: string; streams: readonly string[] },
  { asOf, knownAt = BEYOND }: Moment,
  { references, identitySets, registry, zones, stream }: StandingSource,
): Promise<string | undefined> {
  const recorded = (await Promise.all(streams.map(stream))).flat()
  const events = recorded
    .sort((a, b) => comparePositions(a.position, b.position))
    .map((event) => registry.catalogue.readOrMark(event))
  const places = new Map<string, RecordPlace>()
  for (const event of events)
    for (const partition of partitionsAt(event, knownAt, { references, identitySets }))
      if (partition.kind === record.view.partition) places.set(keyOfPartition(partition), { partition })
  return standingOf(record, events, { places: places.values(), seen: { asOf, knownAt, zones } })?.partition
}
