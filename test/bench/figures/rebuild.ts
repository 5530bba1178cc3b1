/** How fast read models are derived anew, beside reading the log in order and parsing it. */
import { DatabaseSync } from 'node:sqlite'
import { business } from '#crm/business.js'
import { openSqliteLog } from '#engines/sqlite/event-log/sqlite-event-log.js'
import { Generations } from '#engines/sqlite/generations/generations.js'
import { openSqliteVault } from '#engines/sqlite/key-vault/sqlite-key-vault.js'
import { openSqliteReadStore } from '#engines/sqlite/read-store/sqlite-read-store.js'
import type { ReadStore } from '#kernel'
import { openSealed } from '#privacy/opening.js'
import { Rebuild } from '#projections/rebuild.js'
import { WRITINGS } from '#read-models/rows/tables.js'
import { shapeOf } from '#read-models/shape.js'
import { type DataSet, filesOf } from '../data-set/data-set.js'
import { atLeast, type Figure, secondsOf } from '../figure.js'

export const rebuild: Figure = {
  name: 'rebuild',
  async measure({ data }) {
    const scanned = await secondsOf(() => scan(data))
    const { total, text } = await deriveReadModels(data)
    const figure = (what: string, seconds: number, target: number) =>
      atLeast(what, {
        unit: 'events',
        perSecond: data.events / seconds,
        baselinePerSecond: data.events / scanned,
        target,
      })
    return [
      figure('rebuild of all views and figures', total - text, 0.15),
      figure('rebuild of the text index', text, 0.04),
    ]
  },
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
export async function deriveReadModels({ folder }: DataSet): Promise<{ total: number; text: number }> {
  const files = filesOf(folder)
  const generations = new Generations(files.reads)
  const generation = generations.next(shapeOf(business.registry, 'en'))
  const vault = openSqliteVault({ file: files.keys, erasuresFile: files.erasures, readOnly: true })
  const log = openSqliteLog({ file: files.log, readOnly: true })
  const store = openSqliteReadStore({ file: generation.file, locale: 'en' })
  const spent = new TimeSpent()
  const total = await secondsOf(() =>
    new Rebuild({
      log,
      store: spent.onText(store),
      business,
      open: (value) => spent.during(() => openSealed(value, vault)),
    }).run(),
  )
  for (const each of [store, log, vault]) await each.close()
  generations.switchTo(generation)
  generations.settle(generation)
  generations.clean()
  return { total, text: spent.seconds }
}

/** Adds up what the text index takes: opening what is sealed, and all that goes into its table. */
class TimeSpent {
  private ms = 0

  get seconds(): number {
    return this.ms / 1000
  }

  during<T>(work: () => T): T {
    const from = performance.now()
    try {
      return work()
    } finally {
      this.ms += performance.now() - from
    }
  }

  onText(store: ReadStore): ReadStore {
    const { bulkLoad, finishLoad } = store
    // The engines below are synchronous, so that nothing else happens before a call returns.
    store.bulkLoad = (table, rows) => {
      const load = () => bulkLoad.call(store, table, rows)
      return table === WRITINGS ? this.during(load) : load()
    }
    store.finishLoad = (tables) => {
      const finish = () => finishLoad.call(store, tables)
      return tables.includes(WRITINGS) ? this.during(finish) : finish()
    }
    return store
  }
}
