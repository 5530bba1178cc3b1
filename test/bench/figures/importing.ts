/** The import path: parse, validate, seal, decide and append, against plain inserts of the same bytes. */
import { mkdtempSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { business } from '#crm/business.js'
import { importTargets } from '#crm/imports/import-targets.js'
import { openSqliteLog } from '#engines/sqlite/event-log/sqlite-event-log.js'
import { openSqliteVault } from '#engines/sqlite/key-vault/sqlite-key-vault.js'
import { openSqliteReadStore } from '#engines/sqlite/read-store/sqlite-read-store.js'
import { type ImportPorts, type ImportRequest, runImport, startImport } from '#imports'
import type { StoredEvent } from '#kernel'
import { LocalCore } from '#operations/core/local-core.js'
import { tablesOf } from '#read-models/rows/tables.js'
import { atLeast, type Figure, secondsOf } from '../figure.js'

const viewer = { member: 'system:bench', grants: [] }
const target = 0.3
const mostCustomers = 20_000
const perTransaction = 64

const mapping = `kumppani-mapping: 1
source: bench
files: { customers: { name: customers.csv } }
rows:
  - file: customers
    records: [{ target: customer, key: "no", at: before, fields: { name: name, city: city, whyBuys: why } }]
`

function customersFile(count: number): Pick<ImportRequest, 'mapping' | 'files'> {
  const why = 'They want one supplier for all their kitchens and a service that answers within a day. '.repeat(2)
  const file = {
    name: 'customers.csv',
    async *open() {
      yield Buffer.from('no,name,city,why\n')
      for (let at = 0; at < count; at++) yield Buffer.from(`${at},Customer ${at},City ${at % 500},${why}\n`)
    },
  }
  return { mapping: { name: 'bench.yaml', text: mapping }, files: { customers: file } }
}

async function imported(folder: string, count: number): Promise<{ seconds: number; events: StoredEvent[] }> {
  const log = openSqliteLog({ file: join(folder, 'log.db') })
  const vault = openSqliteVault({ file: join(folder, 'keys.db'), erasuresFile: join(folder, 'erasures.log') })
  const store = openSqliteReadStore({ file: join(folder, 'read.db'), log })
  await store.declare(tablesOf(business.registry))
  const core = new LocalCore({
    ...business,
    log,
    store,
    vault,
    clock: () => new Date(),
    locale: 'en',
    parked: async () => 0,
  })
  await core.start()
  const ports: ImportPorts = { core, vault, folder: join(folder, 'imports'), targets: importTargets }
  const id = await startImport({ ...customersFile(count), viewer, key: 'bench' }, ports)
  const seconds = await secondsOf(async () => {
    for await (const _ of runImport(id, viewer, ports));
  })
  const events: StoredEvent[] = []
  for (let after = 0; ; after = events.at(-1)?.position ?? 0) {
    const page = await log.readAll({ after, limit: 10_000, prefixes: ['customer-'] })
    if (page.length === 0) break
    events.push(...page)
  }
  await core.stop()
  for (const engine of [log, store, vault]) await engine.close()
  return { seconds, events }
}

/** Plain inserts of the same bytes, same columns and indexes, durable in transactions of 64. */
function inserted(file: string, events: readonly StoredEvent[]): Promise<number> {
  const db = new DatabaseSync(file)
  db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL')
  db.exec(`CREATE TABLE streams (id INTEGER PRIMARY KEY, category_id INTEGER, name TEXT UNIQUE);
    CREATE TABLE events (position INTEGER PRIMARY KEY, category_id INTEGER, stream_id INTEGER, revision INTEGER,
      recorded_at_ms INTEGER, id TEXT, type TEXT, data TEXT, metadata TEXT, UNIQUE (stream_id, revision));
    CREATE INDEX events_by_category ON events (category_id)`)
  const stream = db.prepare('INSERT INTO streams (category_id, name) VALUES (1, ?)')
  const event = db.prepare(
    'INSERT INTO events (category_id, stream_id, revision, recorded_at_ms, id, type, data, metadata) VALUES (1, ?, ?, ?, ?, ?, ?, ?)',
  )
  const rows = events.map((e) => ({
    ...e,
    at: Date.parse(e.metadata.recordedAt),
    text: [JSON.stringify(e.data), JSON.stringify(e.metadata)] as const,
  }))
  return secondsOf(() => {
    for (let at = 0; at < rows.length; at += perTransaction) {
      db.exec('BEGIN')
      for (const row of rows.slice(at, at + perTransaction)) {
        const id = stream.run(row.stream).lastInsertRowid
        event.run(id, row.revision, row.at, row.id, row.type, ...row.text)
      }
      db.exec('COMMIT')
    }
    db.close()
  })
}

export const importing: Figure = {
  name: 'importing',
  async measure({ data, scratch }) {
    const folder = mkdtempSync(join(scratch, 'importing-'))
    const count = Math.min(mostCustomers, data.events)
    const { seconds, events } = await imported(folder, count)
    const baseline = await inserted(join(folder, 'plain.db'), events)
    const perSecond = events.length / seconds
    return [atLeast('import path', { unit: 'events', perSecond, baselinePerSecond: events.length / baseline, target })]
  },
}
