/** Derives all plaintext from the read models as they stand: sealed fields of documents, and what is filed. */
import type { ClearStore, Position, ReadStore, Registry, Row } from '#kernel'
import { clearTableOf, clearTablesOf, heldOf, tableOf } from '#read-models'
import { PendingRows } from '../rows/pending-rows.js'
import { clearViews } from './changed-documents.js'
import { clearIn, clearWrite } from './opened-fields.js'
import { type OpenerOf, type WritingParts, writingsOf } from './writings.js'

export interface ClearDerivation {
  registry: Registry
  store: ReadStore
  /** Holds nothing yet. */
  clear: ClearStore
  openerOf: OpenerOf
  writing: Omit<WritingParts, 'open'>
  /** Which the read models have passed. */
  position: Position
}

const pageRows = 5000

export async function deriveClear(o: ClearDerivation): Promise<void> {
  const { clear, registry, position } = o
  const tables = clearTablesOf(registry)
  await clear.declare(tables, { unindexed: true })
  await openDocuments(o)
  await openWritings(o)
  await clear.finishLoad(tables.map(({ name }) => name))
  await clear.write([], position)
}

async function openDocuments({ store, clear, openerOf, registry }: ClearDerivation): Promise<void> {
  for (const view of clearViews(registry)) {
    for await (const rows of store.scan(tableOf(view), {})) {
      const held = rows.map((row) => heldOf(view, row))
      const open = await openerOf(held.map(clearIn))
      const opened = held.flatMap((each): Row[] => {
        const write = clearWrite(each, open)
        return 'put' in write ? [write.put] : []
      })
      await clear.bulkLoad(clearTableOf(view), opened)
    }
  }
}

async function openWritings({ store, clear, openerOf, writing, position }: ClearDerivation): Promise<void> {
  const pending = new PendingRows(clear)
  for await (const { partition, events } of store.filings.partitions({ index: 0, of: 1 })) {
    if (!partition.startsWith('customer:')) continue
    // What is filed since is taken up from the log.
    const stored = events.filter((event) => event.position <= position)
    for await (const { table, row } of writingsOf([partition], stored, { ...writing, openerOf }))
      pending.add(table, row)
    if (pending.size >= pageRows) await pending.flush()
  }
  await pending.flush()
}
