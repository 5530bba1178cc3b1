/**
 * Imports: parse, validate, seal, decide and append, against plain inserts of the same bytes; alone, and in the
 * program as it is started, until all views have caught up. And how long it takes until an undo shows.
 */
import { mkdtempSync } from 'node:fs'
import { join } from 'node:path'
import { business } from '#crm/business.js'
import { openForWriting, readEngineUrls } from '#engines'
import { openSqliteLog } from '#engines/sqlite/event-log/sqlite-event-log.js'
import type { EventLog, Position, StoredEvent } from '#kernel'
import { Uploads } from '#operations/imports/uploads.js'
import { derivedIds } from '#privacy'
import { tablesOf } from '#read-models/rows/tables.js'
import { ImportsOnAThread } from '#services/parts/imports-on-a-thread.js'
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

async function* sent(count: number): AsyncGenerator<Uint8Array> {
  for (const row of customerRows(count)) yield Buffer.from(row)
}

/** On a thread of its own, as the program does it; nothing else goes on, and no view is kept. */
async function importedAlone(folder: string, count: number): Promise<Imported> {
  const engines = readEngineUrls({}, { dataFolder: folder })
  const { log, vault, accessEntries, importFiles, identity, writerCalls, openReadStore } = await openForWriting(engines)
  const place = join(folder, 'read-alone.db')
  const store = await openReadStore({ place, identity })
  await store.declare(tablesOf(business.registry))
  const failing = Promise.withResolvers<never>()
  const files = { files: importFiles, vault, hash: derivedIds(vault.hashKey()) }
  const imports = new ImportsOnAThread(
    {
      start: { engines, locale: 'en', identity, keepsPlaintext: true },
      writer: writerCalls?.({ clock: () => new Date(), appended: () => undefined }),
      uploads: new Uploads(files),
      hasImports: async () => false,
      listeners: { onStep: () => undefined, onFailure: failing.reject, onImportStopped: failing.reject },
    },
    place,
  )
  const upload = { upload: 'bench', by: viewer.member, name: 'customers', fileName: 'customers.csv' }
  await imports.keep(upload, sent(count))
  const mapping = { name: 'bench.yaml', text: customersMapping }
  const id = await imports.start({ upload: 'bench', mapping, viewer })
  const seconds = await secondsOf(() => Promise.race([completed(id, log), failing.promise]))
  const events = await eventsOf(id, log)
  await imports.stop()
  for (const engine of [store, log, vault, accessEntries]) await engine.close()
  return { seconds, events }
}

async function completed(importId: string, log: EventLog): Promise<void> {
  const ended = new AbortController()
  for await (const { events } of log.subscribe({ after: 0, prefixes: [`import-${importId}`], signal: ended.signal })) {
    if (events.some(({ type }) => type === 'import.completed')) ended.abort()
  }
}

async function eventsOf(importId: string, log: EventLog): Promise<StoredEvent[]> {
  const events: StoredEvent[] = []
  for (let after: Position = 0; ; ) {
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
