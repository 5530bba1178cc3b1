/** How filings are kept in MongoDB: a document for each version of a fact in each partition, and what changes them. */
import type { AnyClientBulkWriteModel, Collection, Db, Document } from 'mongodb'
import { type FilingRow, type Position, type StandingFiling, storedPosition } from '#kernel'

export interface StoredFiling {
  /** Partition, first event and version: filed again, it is the same. */
  _id: string
  partition: string
  /** By which shares are told apart. */
  share: number
  first: number
  position: number
  event: string
  /** Milliseconds since 1970. */
  at: number
  type: string
  unit: string | null
  function: string | null
  actor: string
  shown: boolean
  /** Position of the version after it; null while it holds. */
  until: number | null
}

const collectionName = '~filings'
export const filingsIn = (db: Db): Collection<StoredFiling> => db.collection(collectionName)

const indexes = [
  { key: { partition: 1, position: 1 }, name: 'history' },
  { key: { partition: 1, at: 1, first: 1 }, name: 'timeline' },
  { key: { share: 1 }, name: 'share' },
  { key: { unit: 1 }, name: 'unit' },
] as const

/** Makes the indexes where they are missing; last, where filings are loaded. */
export async function indexFilings(db: Db): Promise<void> {
  await filingsIn(db).createIndexes(indexes.map(({ key, name }) => ({ key, name })))
}

const idOf = (partition: string, first: Position, position: Position): string => `${partition} ${first} ${position}`

export function storedFiling({ instead: _, ...row }: FilingRow): StoredFiling {
  const { partition, first, position, event, type, actor, shown } = row
  const names = { type, unit: row.unit ?? null, function: row.function ?? null, actor, shown }
  const where = { partition, share: shareOf(partition), first, position, event, at: Date.parse(row.at) }
  return { _id: idOf(partition, first, position), ...where, ...names, until: null }
}

/** What files a version inside a transaction; the one before it holds up to here. */
export function filing(db: Db, row: FilingRow): AnyClientBulkWriteModel<Document>[] {
  const namespace = `${db.databaseName}.${collectionName}`
  const { _id, ...fields } = storedFiling(row)
  // What was filed before a repeat may have been followed by another version since.
  const kept = { namespace, name: 'updateOne', update: { $setOnInsert: fields }, upsert: true } as const
  const models: AnyClientBulkWriteModel<Document>[] = [{ ...kept, filter: { _id: _id as never } }]
  if (!row.instead) return models
  const before = { _id: idOf(row.partition, row.first, row.instead.position) as never }
  return [...models, { namespace, name: 'updateOne', filter: before, update: { $set: { until: row.position } } }]
}

export function standingFiling(row: StoredFiling): StandingFiling {
  return {
    partition: row.partition,
    at: new Date(row.at).toISOString(),
    first: storedPosition(row.first),
    position: storedPosition(row.position),
    until: row.until === null ? undefined : storedPosition(row.until),
    type: row.type,
    unit: row.unit ?? undefined,
    function: row.function ?? undefined,
    actor: row.actor,
    shown: row.shown,
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
