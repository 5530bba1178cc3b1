/**
 * How many pages of the read models one more note writes, in batches of 32 as a steady stream has them: on
 * this data and on 10,000 events. Keys in no order write a page for every index they stand in.
 */
import { cpSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { business } from '#crm/business.js'
import { clearFileOf } from '#engines/embedded/clear-files.js'
import { openSqliteClearStore } from '#engines/sqlite/clear-store/sqlite-clear-store.js'
import { openSqliteLog } from '#engines/sqlite/event-log/sqlite-event-log.js'
import { SqliteGenerations } from '#engines/sqlite/generations/generations.js'
import { openSqliteVault } from '#engines/sqlite/key-vault/sqlite-key-vault.js'
import { openSqliteReadStore } from '#engines/sqlite/read-store/sqlite-read-store.js'
import { EventSealer } from '#privacy/event-sealer.js'
import { openerOf } from '#privacy/held-keys.js'
import { ClearFollower } from '#projections/clear/clear-follower.js'
import { Projector } from '#projections/projector.js'
import { enginesOf, filesOf } from '../data-set/data-set.js'
import { FurtherNotes } from '../data-set/further-notes.js'
import { below, type Context, type Figure } from '../figure.js'
import { smallDataSet } from './small-data-set.js'

const perBatch = 32
const batches = 64
const most = 12
const mostGrowth = 1.3

export const pages: Figure = {
  name: 'pages',
  async measure(context) {
    const small = await smallDataSet(context)
    const before = await pagesPerNote({ ...context, data: small })
    const after = await pagesPerNote(context)
    const ratio = after / before
    return [
      {
        ...below('pages written per note, batches of 32', { unit: 'pages', value: after, target: most }),
        baseline: `${before.toFixed(1)} at 10,000`,
        ratio,
        target: `≤ ${most}, ≤ ${mostGrowth} ×`,
        met: after <= most && ratio <= mostGrowth,
      },
    ]
  },
}

async function pagesPerNote({ data, scratch }: Context): Promise<number> {
  const folder = join(scratch, `pages-${data.events}`)
  cpSync(data.folder, folder, { recursive: true })
  const files = filesOf(folder)
  const reads = (await new SqliteGenerations(files.reads).current())?.place ?? files.reads
  const vault = openSqliteVault({ file: files.keys, erasuresFile: files.erasures })
  const log = openSqliteLog({ file: files.log })
  const store = openSqliteReadStore({ file: reads, identity: vault.identity, log })
  const clearFile = clearFileOf(enginesOf(folder), reads)
  const clear = openSqliteClearStore({ file: clearFile, identity: vault.identity })
  const pinned = [reads, clearFile].map(pinnedLog)
  const pages = () => pinned.reduce((sum, each) => sum + each.pages(), 0)
  try {
    const listener = new ClearFollower({ ...business, log, store, clear, openerOf: openerOf(vault) })
    const projector = new Projector({ log, store, ...business, listener })
    await projector.open()
    await listener.open()
    const notes = new FurtherNotes({ log, store, sealer: new EventSealer(vault, business.registry.catalogue) }, data)
    const record = async (count: number) => {
      for (let at = 0; at < count; at++) await projector.project(await notes.append(perBatch))
    }
    await record(batches / 8)
    const from = pages()
    await record(batches)
    return (pages() - from) / (batches * perBatch)
  } finally {
    for (const each of pinned) each.close()
    for (const engine of [store, clear, log, vault]) await engine.close()
  }
}

/** The write-ahead log as it grows: while somebody reads its beginning, each page written is one more frame of it. */
function pinnedLog(file: string) {
  const reader = new DatabaseSync(file, { readOnly: true })
  reader.exec('BEGIN')
  reader.prepare('SELECT count(*) FROM sqlite_schema').get()
  const { page_size: size } = reader.prepare('PRAGMA page_size').get() as { page_size: number }
  return {
    pages: () => Math.floor((statSync(`${file}-wal`).size - 32) / (size + 24)),
    close: () => reader.close(),
  }
}
