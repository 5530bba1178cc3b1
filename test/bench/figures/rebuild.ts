/** How fast read models are derived anew, beside reading the log in order and parsing it. */
import { statSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import { business } from '#crm/business.js'
import { generationsOf, openClearStore } from '#engines'
import { clearFileOf } from '#engines/embedded/clear-files.js'
import { openSqliteLog } from '#engines/sqlite/event-log/sqlite-event-log.js'
import { SqliteGenerations } from '#engines/sqlite/generations/generations.js'
import { openSqliteVault } from '#engines/sqlite/key-vault/sqlite-key-vault.js'
import { openSqliteReadStore } from '#engines/sqlite/read-store/sqlite-read-store.js'
import { openerOf } from '#privacy/held-keys.js'
import { Rebuild } from '#projections/rebuild.js'
import { shapeOf } from '#read-models/shape.js'
import { sharesOf } from '#services/threads/shares.js'
import { bytesByTable } from '../bytes.js'
import { type DataSet, enginesOf, filesOf } from '../data-set/data-set.js'
import { atLeast, below, type Figure, secondsOf } from '../figure.js'

export const rebuild: Figure = {
  name: 'rebuild',
  async measure({ data }) {
    const scanned = await secondsOf(() => scan(data))
    const derived = await deriveReadModels(data)
    const databases = await databasesOf(data)
    for (const file of databases) process.stderr.write(`\n${bytesByTable(file, data.events)}\n`)
    return [
      atLeast('rebuild of everything', {
        unit: 'events',
        perSecond: data.events / derived,
        baselinePerSecond: data.events / scanned,
        target: 0.06,
      }),
      below('log and read models on disk', {
        unit: 'B per event',
        value: bytesOf(databases) / data.events,
        target: 1700,
      }),
    ]
  },
}

const bytesOf = (files: readonly string[]): number => files.reduce((sum, file) => sum + statSync(file).size, 0)

/** The log, and the generation that serves. */
async function databasesOf({ folder }: DataSet): Promise<string[]> {
  const { log, reads } = filesOf(folder)
  const place = (await new SqliteGenerations(reads).current())?.place
  return place === undefined ? [log] : [log, place, clearFileOf(enginesOf(folder), place)]
}

/** The baseline: every event in order, its data and metadata parsed. */
function scan({ folder }: DataSet): void {
  const db = new DatabaseSync(filesOf(folder).log, { readOnly: true })
  const statement = db.prepare('SELECT data, metadata FROM events ORDER BY position')
  statement.setReturnArrays(true)
  for (const row of statement.iterate()) {
    const [events, metadata] = row as unknown as [string, string]
    JSON.parse(events)
    JSON.parse(metadata)
  }
  db.close()
}

/** Derives the next generation of a data set's read models and lets it serve; answers the seconds it took. */
export async function deriveReadModels({ folder }: DataSet): Promise<number> {
  const files = filesOf(folder)
  const engines = enginesOf(folder)
  const generations = generationsOf(engines)
  const generation = await generations.next(shapeOf(business.registry, 'en'))
  const vault = openSqliteVault({ file: files.keys, erasuresFile: files.erasures, readOnly: true })
  const log = openSqliteLog({ file: files.log, readOnly: true })
  const { identity } = vault
  const { place } = generation
  const store = openSqliteReadStore({ file: place, locale: 'en', identity, log })
  const clear = await openClearStore(engines, { place, locale: 'en', identity })
  const seconds = await secondsOf(() =>
    new Rebuild({
      log,
      store,
      ...business,
      opening: { into: clear, openerOf: openerOf(vault) },
      inShares: sharesOf({ engines, locale: 'en', identity, keepsPlaintext: true }, { place, store, clear }),
    }).run(),
  )
  for (const each of [store, clear, log, vault]) await each.close()
  await generations.switchTo(generation)
  await generations.settle(generation)
  await generations.clean()
  return seconds
}
