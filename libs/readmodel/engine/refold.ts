/**
 * Derives a parked partition anew from its journal, as a rebuild would, and says which rows of the
 * read models that changes.
 */
import type { Business, ReadStore, ReferenceHolder, Row, Scalar, Write } from '#kernel'
import { statedDimensions } from '#kernel'
import type { FoldPlan } from './fold-plan.js'
import { type Journal, partitionsOf } from './journal.js'
import type { Measured } from './measure.js'
import { Parking } from './parking.js'
import { RebuiltFold } from './rebuilt-fold.js'
import { CellSums, figureRows } from './rows.js'
import { FIGURES, tableOf } from './tables.js'
import { type Open, writingWrite } from './writings.js'

export interface Refolding {
  store: ReadStore
  business: Business
  open: Open
  parking: Parking
  plan: FoldPlan
  references: ReferenceHolder
  journal: Journal
}

export interface Refolded {
  folds: boolean
  /** All that were folded together. */
  partitions: string[]
  writes: Write[]
}

/** Folds a partition with all that it was ever merged with; what cannot be folded still is parked again. */
export async function refold(partition: string, parts: Refolding): Promise<Refolded> {
  const { journal, parking, business, open } = parts
  const together = await everMergedWith(partition, parts)
  const { events, unreadable } = await journal.readWhatCan(together)
  const attempt = new Parking()
  for (const { event, error } of unreadable) attempt.park(partition, event, error)
  const fold = new RebuiltFold({ ...parts, parking: attempt }, new Set(together), events)
  if (unreadable.length === 0) await fold.run()
  const stopped = attempt.list()
  if (stopped.length > 0) {
    for (const parked of stopped) parking.put(parked)
    return { folds: false, partitions: together, writes: parking.takeWrites() }
  }
  for (const key of together) parking.release(key)
  const writings = events.flatMap((event) => writingWrite(event, business, open) ?? [])
  const writes = [...(await documentWrites(together, fold, parts)), ...(await figureWrites(together, fold, parts))]
  return { folds: true, partitions: together, writes: [...writes, ...writings, ...parking.takeWrites()] }
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

/** Replaces the rows a table has of the partitions by others. Rows only give way to later positions. */
async function replaced(table: string, partitions: readonly string[], from: { store: ReadStore; rows: Row[] }) {
  const writes: Write[] = []
  const fresh = new Map(from.rows.map((row) => [row.key, row]))
  for await (const rows of from.store.scan(table, ofPartitions(partitions))) {
    for (const { key, position } of rows) {
      const row = fresh.get(key)
      if (!row) writes.push({ table, remove: key, position: position + 1 })
      else fresh.set(key, { ...row, position: Math.max(row.position, position + 1) })
    }
  }
  return [...writes, ...[...fresh.values()].map((put): Write => ({ table, put }))]
}

async function documentWrites(together: readonly string[], fold: RebuiltFold, parts: Refolding): Promise<Write[]> {
  const documents = fold.documents()
  const kind = together[0]?.startsWith('contact:') ? 'contact' : 'customer'
  const views = parts.plan.views.filter((view) => view.kept && view.partition === kind)
  const writes: Write[] = []
  for (const table of views.map(tableOf)) {
    writes.push(...(await replaced(table, together, { store: parts.store, rows: documents.get(table) ?? [] })))
  }
  return writes
}

/** Figures are replaced; cells lose what those before had added and gain what the new ones add. */
async function figureWrites(together: readonly string[], fold: RebuiltFold, parts: Refolding): Promise<Write[]> {
  const { store, business, references } = parts
  const cells = new CellSums()
  for await (const rows of store.scan(FIGURES, ofPartitions(together))) {
    for (const row of rows) cells.add(takenBack(row))
  }
  for (const figure of fold.figures) cells.add(figure)
  const rows = figureRows(fold.figures, business.zoneOf(undefined, references.at()))
  return [...(await replaced(FIGURES, together, { store, rows })), ...cells.writes()]
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
