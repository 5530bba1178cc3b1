/**
 * Derives a parked partition anew from its journal, as a rebuild would, and says which rows of the
 * read models that changes.
 */
import type { Business, ReadStore, ReferenceHolder, Row, Write } from '#kernel'
import { ContributionReader } from '../../contributions/contribution-reader.js'
import { type Counted, causeOf } from '../../contributions/counted.js'
import type { LiveContributions } from '../../contributions/live-contributions.js'
import { Parking } from '../parking.js'
import { type Journal, partitionsOf } from '../rows/journal.js'
import { clearTableOf, tableOf } from '../rows/tables.js'
import { type WritingParts, writingWrite } from '../rows/writings.js'
import type { FoldPlan } from './fold-plan.js'
import { difference } from './measure.js'
import { RebuiltFold } from './rebuilt-fold.js'

export interface Refolding {
  store: ReadStore
  business: Business
  writing: WritingParts
  parking: Parking
  plan: FoldPlan
  references: ReferenceHolder
  journal: Journal
  contributions: LiveContributions
}

export interface Refolded {
  folds: boolean
  /** What is parked once the writes are made. */
  parking: Parking
  /** All that were folded together. */
  partitions: string[]
  writes: Write[]
}

/** Folds a partition with all that it was ever merged with; what cannot be folded still is parked again. */
export async function refold(partition: string, parts: Refolding): Promise<Refolded> {
  const { journal } = parts
  const parking = parts.parking.copy()
  const together = await everMergedWith(partition, parts)
  const { events, unreadable } = await journal.readWhatCan(together)
  if (events.length + unreadable.length === 0) return { folds: false, parking, partitions: together, writes: [] }
  const attempt = new Parking()
  for (const { event, error } of unreadable) attempt.park(partition, event, error)
  const fold = new RebuiltFold({ ...parts, parking: attempt }, new Set(together), events)
  if (unreadable.length === 0) await fold.run()
  const stopped = attempt.list()
  if (stopped.length > 0) {
    for (const parked of stopped) parking.put(parked)
    return { folds: false, parking, partitions: together, writes: [...parking.writes] }
  }
  for (const key of together) parking.release(key)
  const writings = events.flatMap((event) => writingWrite(event, parts.writing) ?? [])
  const writes = [...(await documentWrites(together, fold, parts)), ...(await figureWrites(together, fold, parts))]
  return { folds: true, parking, partitions: together, writes: [...writes, ...writings, ...parking.writes] }
}

/** The partition and all that were ever grouped with it, also where that was taken back. */
async function everMergedWith(partition: string, { journal, business }: Refolding): Promise<string[]> {
  const together = new Set([partition])
  for (const key of together) {
    const { events } = await journal.readWhatCan([key])
    const merges = events.filter(({ type }) => business.groupingTypes.has(type))
    for (const merge of merges) for (const other of partitionsOf(merge)) together.add(other)
  }
  return [...together]
}

const ofPartitions = (partitions: readonly string[]) => ({
  where: { column: 'partition', in: partitions.map((key) => key.slice(key.indexOf(':') + 1)) },
})

async function storedOf(table: string, partitions: readonly string[], store: ReadStore): Promise<Row[]> {
  const stored: Row[] = []
  for await (const rows of store.scan(table, ofPartitions(partitions))) stored.push(...rows)
  return stored
}

/** Puts rows in the place of those that stand there. Rows only give way to later positions. */
function replaced(table: string, stored: readonly Row[], rows: readonly Row[]): Write[] {
  const standing = new Map(stored.map((row) => [row.key, row.position]))
  const puts = rows.map((row): Write => {
    const position = Math.max(row.position, (standing.get(row.key) ?? -1) + 1)
    standing.delete(row.key)
    return { table, put: { ...row, position } }
  })
  const gone = [...standing].map(([key, position]): Write => ({ table, remove: key, position: position + 1 }))
  return [...gone, ...puts]
}

async function documentWrites(together: readonly string[], fold: RebuiltFold, parts: Refolding): Promise<Write[]> {
  const documents = fold.documents(parts.writing.open)
  const kind = together[0]?.startsWith('contact:') ? 'contact' : 'customer'
  const writes: Write[] = []
  for (const view of parts.plan.views.filter((one) => one.kept && one.partition === kind)) {
    const stored = await storedOf(tableOf(view), together, parts.store)
    writes.push(...replaced(tableOf(view), stored, documents.get(tableOf(view)) ?? []))
    if (view.clear.length === 0) continue
    const table = clearTableOf(view)
    const clear = await parts.store.getMany(
      table,
      stored.map(({ key }) => key),
    )
    writes.push(...replaced(table, clear, documents.get(table) ?? []))
  }
  return writes
}

/**
 * What is there stays, and what the fold counts otherwise is appended under the events that cause it: so
 * figures are, as known at any moment, what a rebuild derives.
 */
async function figureWrites(together: readonly string[], fold: RebuiltFold, parts: Refolding): Promise<Write[]> {
  const ids = new Set(ofPartitions(together).where.in)
  const stored: Counted[] = []
  for await (const rows of new ContributionReader(parts.store).rows())
    stored.push(...rows.filter(({ partition }) => ids.has(partition)))
  return parts.contributions.appended(changes(stored, fold.figures))
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
