/**
 * How events are kept in MongoDB: a document for each, with its bytes as the log holds them and the partitions that it is
 * filed in, so that a history is read without the log; and what changes them.
 */
import type { AnyClientBulkWriteModel, Collection, Db, Document } from 'mongodb'
import { type FiledEvent, type FilingRow, type StandingFiling, type StoredEvent, storedPosition } from '#kernel'

/** As which version of which fact an event is filed. */
export interface KeptFiling {
  /** Position of the first event. */
  first: number
  /** Its id. */
  event: string
  /** Milliseconds since 1970. */
  at: number
  type: string
  unit: string | null
  function: string | null
  actor: string
  filed: string[]
  /** The partitions among those in which it holds, while no version comes after it. */
  shown: string[]
  /** Position of the version after it; null while it holds. */
  until: number | null
}

export interface KeptEvent extends Partial<KeptFiling> {
  /** Its position. */
  _id: number
  stream: string
  revision: number
  /** Everything else of it, as JSON; written once. */
  bytes: string
}

/** A partition in which something is filed. */
export interface FiledPartition {
  _id: string
  /** By which shares are told apart. */
  share: number
}

const names = { events: '~events', partitions: '~partitions' } as const
/** Made before a transaction writes to them. */
export const filingCollections: readonly string[] = Object.values(names)

export const eventsCollection = names.events
export const eventsIn = (db: Db): Collection<KeptEvent> => db.collection(names.events)
export const partitionsIn = (db: Db): Collection<FiledPartition> => db.collection(names.partitions)

const indexes = [
  { key: { filed: 1, _id: 1 }, name: 'history' },
  { key: { shown: 1, at: 1, first: 1 }, name: 'timeline' },
  { key: { event: 1 }, name: 'facts' },
  { key: { first: 1 }, name: 'versions' },
  { key: { stream: 1, _id: 1 }, name: 'streams' },
  { key: { unit: 1 }, name: 'unit' },
] as const

/** Makes the indexes where they are missing; last, where events are loaded. */
export async function indexEvents(db: Db): Promise<void> {
  await eventsIn(db).createIndexes(indexes.map(({ key, name }) => ({ key, name })))
}

/** Where events are loaded, indexes would be in the way. */
export async function dropEventIndexes(db: Db): Promise<void> {
  await eventsIn(db).dropIndexes()
}

export const filedPartitionsOf = ({ rows }: FiledEvent): string[] => rows.map(({ partition }) => partition)

export const keptPartition = (partition: string): FiledPartition => ({ _id: partition, share: shareOf(partition) })

export function keptEvent({ event, rows }: FiledEvent): KeptEvent {
  const { stream, revision, position, ...rest } = event
  const kept = { _id: position, stream, revision, bytes: JSON.stringify(rest) }
  const [row] = rows
  return row ? { ...kept, ...filingOf(row, rows) } : kept
}

/** What is said of an event is the same in each of its partitions, but for whether it holds there. */
function filingOf(row: FilingRow, rows: readonly FilingRow[]): KeptFiling {
  const { first, event, at, type, unit = null, function: by = null, actor } = row
  const filed = rows.map(({ partition }) => partition)
  const shown = rows.filter((each) => each.shown).map(({ partition }) => partition)
  return { first, event, at: Date.parse(at), type, unit, function: by, actor, filed, shown, until: null }
}

/** What files an event inside a transaction, where it may be filed already. */
export function filing(db: Db, filed: FiledEvent): AnyClientBulkWriteModel<Document> {
  const namespace = `${db.databaseName}.${names.events}`
  const { _id, ...fields } = keptEvent(filed)
  // What was filed before a repeat may have been followed by another version since.
  return { namespace, name: 'updateOne', filter: { _id: _id as never }, update: { $setOnInsert: fields }, upsert: true }
}

/** The version before an event holds up to there. */
export function ending(db: Db, { event, rows }: FiledEvent): AnyClientBulkWriteModel<Document>[] {
  const before = rows.find(({ instead }) => instead)?.instead?.position
  if (before === undefined) return []
  const namespace = `${db.databaseName}.${names.events}`
  const update = { $set: { until: event.position } }
  return [{ namespace, name: 'updateOne', filter: { _id: before as never }, update }]
}

/** What names partitions inside a transaction, where they have no name yet. */
export function naming(db: Db, partitions: Iterable<string>): AnyClientBulkWriteModel<Document>[] {
  const namespace = `${db.databaseName}.${names.partitions}`
  return [...partitions].map((partition) => {
    const { _id, ...fields } = keptPartition(partition)
    return {
      namespace,
      name: 'updateOne',
      filter: { _id: _id as never },
      update: { $setOnInsert: fields },
      upsert: true,
    }
  })
}

export function givenEvent({ _id, stream, revision, bytes }: KeptEvent): StoredEvent {
  return { ...JSON.parse(bytes), stream, revision, position: storedPosition(_id) }
}

/** As it stands in a partition that it is filed in. */
export function standingFiling(kept: KeptEvent & KeptFiling, partition: string): StandingFiling {
  return {
    partition,
    at: new Date(kept.at).toISOString(),
    first: storedPosition(kept.first),
    position: storedPosition(kept._id),
    until: kept.until === null ? undefined : storedPosition(kept.until),
    type: kept.type,
    unit: kept.unit ?? undefined,
    function: kept.function ?? undefined,
    actor: kept.actor,
    shown: kept.shown.includes(partition),
  }
}

/** FNV-1a over the units of a text: spread evenly, and the same for ever. */
function shareOf(partition: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < partition.length; at++) {
    hash ^= partition.charCodeAt(at)
    hash = Math.imul(hash, 0x01000193) >>> 0
  }
  return hash & 0x7fffffff
}
