/**
 * Takes up a parked partition again after whatever stopped it was mended: folds it over its whole
 * history, with all that it was ever merged with, and says which rows of the read models that changes.
 */
import type { Catalogue, ReadStore, StoredEvent, Worth, Write } from '#kernel'
import {
  ContributionReader,
  type Counted,
  causeOf,
  difference,
  type LiveContributions,
  partitionsOf,
  type SetParts,
  tableOf,
} from '#read-models'
import { type FoldedSet, foldSet } from './fold/share-fold.js'
import type { Parking } from './parking.js'

export interface Retrying extends SetParts {
  store: ReadStore
  catalogue: Catalogue
  worth: Worth
  parking: Parking
  contributions: LiveContributions
}

export interface Retried {
  folds: boolean
  /** What is parked once the writes are made. */
  parking: Parking
  /** All that were folded together. */
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
  const documents = await documentWrites(partitions, folded, parts)
  const figures = await figureWrites(partitions, folded, parts)
  return { folds: true, parking, partitions, writes: [...documents, ...figures, ...parking.writes] }
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

const ofPartitions = (partitions: readonly string[]) => ({
  where: { column: 'partition', in: partitions.map((key) => key.slice(key.indexOf(':') + 1)) },
})

async function documentWrites(
  partitions: readonly string[],
  folded: FoldedSet,
  { plan, store }: Retrying,
): Promise<Write[]> {
  const kind = partitions[0]?.startsWith('contact:') ? 'contact' : 'customer'
  const writes: Write[] = []
  for (const view of plan.views.filter((one) => one.kept && one.partition === kind)) {
    const standing: string[] = []
    for await (const rows of store.scan(tableOf(view), ofPartitions(partitions)))
      standing.push(...rows.map(({ key }) => key))
    writes.push(...(await replaced(tableOf(view), standing, folded, store)))
  }
  return writes
}

/**
 * Puts rows in the place of those that stand. These go first: rows only give way to later positions, and
 * each is to be of the position of what changed it last, so that it gives way to the very next event. What
 * belongs to records that begin elsewhere stands only where nothing else does.
 */
async function replaced(
  table: string,
  standing: readonly string[],
  { rows, strays }: FoldedSet,
  store: ReadStore,
): Promise<Write[]> {
  const rowsIn = (of: FoldedSet['rows']) => of.flatMap((each) => (each.table === table ? [each.row] : []))
  const [begun, apart] = [rowsIn(rows), rowsIn(strays)]
  const going = new Set([...standing, ...begun.map(({ key }) => key)])
  const [known = []] = await store.getMany([{ table, keys: [...going, ...apart.map(({ key }) => key)] }])
  const taken = new Set([...begun, ...known.filter(({ key }) => !going.has(key))].map(({ key }) => key))
  const gone = known
    .filter(({ key }) => going.has(key))
    .map(({ key, position }): Write => ({ table, remove: key, position }))
  const coming = [...begun, ...apart.filter(({ key }) => !taken.has(key) && taken.add(key))]
  return [...gone, ...coming.map((row): Write => ({ table, put: row }))]
}

/**
 * What is there stays, and what the fold counts otherwise is appended under the events that cause it: so
 * figures are, as known at any moment, what a rebuild derives.
 */
async function figureWrites(partitions: readonly string[], folded: FoldedSet, parts: Retrying): Promise<Write[]> {
  const ids = new Set(ofPartitions(partitions).where.in)
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
