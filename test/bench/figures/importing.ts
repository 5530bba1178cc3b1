/**
 * Imports: parse, validate, seal, decide and append, against plain inserts of the same bytes; alone, and in the
 * program as it is started, until all views have caught up. And how long it takes until an undo shows.
 */
import { mkdtempSync } from 'node:fs'
import { join } from 'node:path'
import { business } from '#crm/business.js'
import { importTargets } from '#crm/imports/import-targets.js'
import { FolderImportFiles } from '#engines/embedded/folder-import-files.js'
import { openSqliteLog } from '#engines/sqlite/event-log/sqlite-event-log.js'
import { openSqliteVault } from '#engines/sqlite/key-vault/sqlite-key-vault.js'
import { openSqliteReadStore } from '#engines/sqlite/read-store/sqlite-read-store.js'
import { type ImportPorts, runImport, startImport } from '#imports'
import type { EventLog, StoredEvent } from '#kernel'
import { LocalCore } from '#operations/core/local-core.js'
import { tablesOf } from '#read-models/rows/tables.js'
import { type DataSet, filesOf } from '../data-set/data-set.js'
import { atLeast, below, type Figure, secondsOf } from '../figure.js'
import { customerRows, customersMapping, Importer } from '../load/importer.js'
import { plainInserts } from '../load/plain-inserts.js'
import { copyOf, whileServing } from '../load/serving.js'

const viewer = { member: 'system:bench', grants: [] }
const mostCustomers = 20_000
/** As many as are undone within the target. */
const mostUndone = 14_000

interface Imported {
  seconds: number
  events: StoredEvent[]
}

const file = (count: number) => ({
  name: 'customers.csv',
  async *open() {
    for (const row of customerRows(count)) yield Buffer.from(row)
  },
})

/** Nothing else goes on, and no view is kept. */
async function importedAlone(folder: string, count: number): Promise<Imported> {
  const log = openSqliteLog({ file: join(folder, 'log.db') })
  const vault = openSqliteVault({ file: join(folder, 'keys.db'), erasuresFile: join(folder, 'erasures.log') })
  const store = openSqliteReadStore({ file: join(folder, 'read.db'), log })
  await store.declare(tablesOf(business.registry))
  const clock = () => new Date()
  const core = new LocalCore({ ...business, log, store, vault, clock, locale: 'en', parked: async () => 0 })
  await core.start()
  const files = new FolderImportFiles(join(folder, 'imports'))
  const ports: ImportPorts = { core, vault, files, targets: importTargets }
  const mapping = { name: 'bench.yaml', text: customersMapping }
  const id = await startImport({ mapping, files: { customers: file(count) }, viewer, key: 'bench' }, ports)
  const seconds = await secondsOf(async () => {
    for await (const _ of runImport(id, viewer, ports));
  })
  const events = await eventsOf(id, log)
  await core.stop()
  for (const engine of [log, store, vault]) await engine.close()
  return { seconds, events }
}

async function eventsOf(importId: string, log: EventLog): Promise<StoredEvent[]> {
  const events: StoredEvent[] = []
  for (let after = 0; ; ) {
    const page = await log.readAll({ after, limit: 10_000, prefixes: ['customer-'] })
    for (const event of page) if (event.metadata.importId === importId) events.push(event)
    if (page.length < 10_000) return events
    after = page.at(-1)?.position ?? after
  }
}

/** In the running program, until reads show it; then undone, until that shows. */
async function importedAndUndone(copy: DataSet, count: number): Promise<Imported & { undone: number }> {
  const timed = await whileServing(copy, async ({ program }) => {
    const importer = await Importer.of(program, copy)
    await importer.upload('bench-import', count)
    let id = ''
    const seconds = await secondsOf(async () => {
      id = await importer.begin('bench-import')
      await importer.shown(id, 'completed')
    })
    const undone = await secondsOf(async () => {
      await importer.undo(id)
      await importer.shown(id, 'undone')
    })
    return { id, seconds, undone }
  })
  const log = openSqliteLog({ file: filesOf(copy.folder).log, readOnly: true })
  const all = await eventsOf(timed.id, log)
  await log.close()
  return { ...timed, events: all.filter(({ metadata }) => !metadata.corrects) }
}

export const importing: Figure = {
  name: 'importing',
  async measure(context) {
    const { data, scratch } = context
    const folder = mkdtempSync(join(scratch, 'importing-'))
    const alone = await importedAlone(folder, Math.min(mostCustomers, data.events))
    const baseline = await plainInserts(join(folder, 'plain.db'), alone.events)
    const served = await importedAndUndone(copyOf(context), Math.min(mostUndone, data.events))
    const servedBaseline = await plainInserts(join(folder, 'plain-served.db'), served.events)
    const of = (imported: Imported, seconds: number, target: number) => ({
      unit: 'events',
      perSecond: imported.events.length / imported.seconds,
      baselinePerSecond: imported.events.length / seconds,
      target,
    })
    const undone = { unit: 's', value: served.undone, target: 5 }
    return [
      atLeast('import path', of(alone, baseline, 0.3)),
      atLeast('import in the running program, views caught up', of(served, servedBaseline, 0.12)),
      below(`undo of ${served.events.length.toLocaleString('en-US')} facts until it shows`, undone),
    ]
  },
}
