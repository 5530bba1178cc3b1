/**
 * Takes up a parked partition again after whatever stopped it was mended: folds it over its whole
 * history, with all that it was ever merged with, and says which rows of the read models that changes.
 */
import { BEYOND, type ReadStore, type StoredEvent, type Worth, type Write } from '#kernel'
import {
  ContributionReader,
  type Counted,
  causeOf,
  difference,
  type Held,
  heldOf,
  idsOfPartitions,
  type LiveContributions,
  partitionKey,
  partitionsOf,
  type SetParts,
  slotOf,
  standingIn,
  tableOf,
} from '#read-models'
import { type FoldedSet, foldedRow, foldSet, type TableRow } from './fold/share-fold.js'
import { missingLenders, type StandingParts, standingDocuments } from './fold/standing-documents.js'
import type { Parking } from './parking.js'

export interface Retrying extends SetParts, StandingParts {
  store: ReadStore
  worth: Worth
  contributions: LiveContributions
}

export interface Retried {
  folds: boolean
  /** What is parked once the writes are made. */
  parking: Parking
  /** All that were folded together, and those in which records stand that have facts there. */
  partitions: string[]
  writes: Write[]
}

/** Folds a partition with all that it was ever merged with; what cannot be folded still is parked again. */
export async function retryParked(partition: string, parts: Retrying): Promise<Retried> {
  const parking = parts.parking.copy()
  const { partitions, events } = await everMergedWith(partition, parts)
  if (events.length === 0) return { folds: false, parking, partitions, writes: [] }
  const folded = foldSet(partitions, events, parts)
  if (folded.parked) {
    parking.put({ ...folded.parked, partition })
    return { folds: false, parking, partitions, writes: [...parking.writes] }
  }
  for (const key of partitions) parking.release(key)
  const { writes, elsewhere } = await documentWrites(partitions, folded, { ...parts, parking })
  const figures = await figureWrites(partitions, folded, parts)
  const concerned = [...new Set([...partitions, ...elsewhere])]
  return { folds: true, parking, partitions: concerned, writes: [...writes, ...figures, ...parking.writes] }
}

/** The partition and all that were ever one with it, also where that was taken back, with what is filed in them. */
async function everMergedWith(
  partition: string,
  { store, identitySets }: Retrying,
): Promise<{ partitions: string[]; events: StoredEvent[] }> {
  const together = new Set([partition])
  for (const key of together) {
    const merges = (await store.filings.history([key])).filter(({ type }) => identitySets.changedBy.has(type))
    for (const merge of merges) for (const other of partitionsOf(merge)) together.add(other)
  }
  return { partitions: [...together], events: await store.filings.history([...together]) }
}

async function documentWrites(
  partitions: readonly string[],
  folded: FoldedSet,
  parts: Retrying,
): Promise<{ writes: Write[]; elsewhere: string[] }> {
  const kind = partitions[0]?.startsWith('contact:') ? 'contact' : 'customer'
  const views = parts.plan.views.filter((one) => one.kept && one.partition === kind)
  const before: Held[] = []
  for (const view of views) {
    for await (const rows of standingIn(view, idsOfPartitions(partitions), parts.store))
      before.push(...rows.map((row) => heldOf(view, row)))
  }
  const decided = await decidedElsewhere(before, folded, parts)
  const rows = [...folded.rows, ...decided.rows]
  const writes: Write[] = []
  for (const view of views) {
    const ofView = (each: Pick<Held, 'view' | 'key'>) => (each.view === view ? [each.key] : [])
    const going = [...before.flatMap(ofView), ...decided.documents.flatMap(ofView)]
    writes.push(...(await replaced(tableOf(view), going, { rows, store: parts.store })))
  }
  const elsewhere = decided.documents.map(({ view, partition }) => partitionKey(view.partition, partition))
  return { writes, elsewhere }
}

/** Documents of records that begin elsewhere, or that stood here and are no longer come to, as they stand, with their rows. */
async function decidedElsewhere(
  before: readonly Held[],
  { held, strays }: FoldedSet,
  parts: Retrying,
): Promise<{ documents: Held[]; rows: TableRow[] }> {
  const leaving = before.filter(({ view, key }) => view.keyedBy === 'entity' && !held.has(slotOf(view, key)))
  const asked = [...strays.map(({ document }) => document), ...leaving]
  const doubtful = [...new Map(asked.map((each) => [slotOf(each.view, each.key), each])).values()]
  const documents = await standingDocuments(doubtful, BEYOND, parts)
  const standing = documents.filter(({ document }) => document !== null)
  const lending = new Map(held)
  for (const { view, keys } of missingLenders(standing, held)) {
    for (const row of (await parts.store.getMany([{ table: tableOf(view), keys }])).flat())
      lending.set(slotOf(view, row.key), heldOf(view, row))
  }
  return { documents, rows: standing.map((each) => foldedRow(each, lending, parts)) }
}

/**
 * Puts rows in the place of those that stand. These go first: rows only give way to later positions, and
 * each is to be of the position of what changed it last, so that it gives way to the very next event.
 */
async function replaced(
  table: string,
  keys: readonly string[],
  { rows, store }: { rows: readonly TableRow[]; store: ReadStore },
): Promise<Write[]> {
  const coming = rows.flatMap((each) => (each.table === table ? [each.row] : []))
  const going = new Set([...keys, ...coming.map(({ key }) => key)])
  const [known = []] = await store.getMany([{ table, keys: [...going] }])
  const gone = known.map(({ key, position }): Write => ({ table, remove: key, position }))
  return [...gone, ...coming.map((row): Write => ({ table, put: row }))]
}

/**
 * What is there stays, and what the fold counts otherwise is appended under the events that cause it: so
 * figures are, as known at any moment, what a rebuild derives.
 */
async function figureWrites(partitions: readonly string[], folded: FoldedSet, parts: Retrying): Promise<Write[]> {
  const ids = new Set(idsOfPartitions(partitions))
  const stored: Counted[] = []
  for await (const rows of new ContributionReader(parts.store).rows())
    stored.push(...rows.filter(({ partition }) => ids.has(partition)))
  return parts.contributions.appended(changes(stored, folded.contributions))
}

function changes(stored: readonly Counted[], folded: readonly Counted[]): Counted[] {
  const placeOf = (row: Counted) => `${causeOf(row)} ${row.partition}`
  const before = Map.groupBy(stored, placeOf)
  const after = Map.groupBy(folded, placeOf)
  const found = [...new Set([...before.keys(), ...after.keys()])].flatMap((place) => {
    const [was, is] = [before.get(place) ?? [], after.get(place) ?? []]
    const [{ cause, partition }] = [...was, ...is] as [Counted]
    return difference(was, is).map((row): Counted => ({ ...row, cause, partition }))
  })
  return found.sort((a, b) => causeOf(a) - causeOf(b))
}
