/**
 * Derives a parked partition anew from its journal, as a rebuild would, and says which rows of the
 * read models that changes.
 */
import type { Business, ReadStore, ReferenceHolder, Row, Scalar, Write } from '#kernel'
import { statedDimensions } from '#kernel'
import {
  CellSums,
  clearTableOf,
  FIGURES,
  type FoldPlan,
  type Journal,
  type Measured,
  partitionsOf,
  tableOf,
} from '#read-models'
import { Parking } from '../parking.js'
import { figureRows, groupZoneOf } from '../rows/rows.js'
import { type WritingParts, writingWrite } from '../rows/writings.js'
import { RebuiltFold } from './rebuilt-fold.js'

export interface ParkedFolding {
  store: ReadStore
  business: Business
  writing: WritingParts
  parking: Parking
  plan: FoldPlan
  references: ReferenceHolder
  journal: Journal
}

export interface FoldedParked {
  folds: boolean
  /** What is parked once the writes are made. */
  parking: Parking
  /** All that were folded together. */
  partitions: string[]
  writes: Write[]
}

/** Folds a partition with all that it was ever merged with; what cannot be folded still is parked again. */
export async function foldParked(partition: string, parts: ParkedFolding): Promise<FoldedParked> {
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
async function everMergedWith(partition: string, { journal, business }: ParkedFolding): Promise<string[]> {
  const together = new Set([partition])
  for (const key of together) {
    const { events } = await journal.readWhatCan([key])
    const merges = events.filter(({ type }) => business.identityTypes.has(type))
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

async function documentWrites(together: readonly string[], fold: RebuiltFold, parts: ParkedFolding): Promise<Write[]> {
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

/** Figures are replaced; cells lose what those before had added and gain what the new ones add. */
async function figureWrites(together: readonly string[], fold: RebuiltFold, parts: ParkedFolding): Promise<Write[]> {
  const { store, business } = parts
  const cells = new CellSums(business.registry.metrics)
  const stored = await storedOf(FIGURES, together, store)
  for (const row of stored) cells.add(takenBack(row))
  for (const figure of fold.figures) cells.add(figure)
  const rows = figureRows(fold.figures, groupZoneOf(parts))
  return [...replaced(FIGURES, stored, rows), ...(await cells.writes(store))]
}

function takenBack({ columns }: Row): Measured {
  const { metric, entity, day, sector, who, bucket, value, whole } = columns as Record<string, Scalar>
  const row: Measured = {
    metric: String(metric),
    entity: String(entity),
    day: String(day),
    value: -Number(value),
    whole: -Number(whole),
  }
  for (const name of statedDimensions) if (typeof columns[name] === 'string') row[name] = columns[name]
  if (typeof sector === 'string') row.sector = sector
  if (typeof who === 'string') row.who = who
  if (typeof bucket === 'number') row.bucket = bucket
  return row
}
