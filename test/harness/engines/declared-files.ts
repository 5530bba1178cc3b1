/**
 * The files of read models and of plaintext as a group of no events has them, with all tables declared: made once in a
 * test run, since most groups of tests begin with these, and declaring them takes longer than opening all else.
 */
import { copyFileSync, existsSync, mkdtempSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { type Business, business as ours } from '#crm/business.js'
import { openMemoryLog } from '#engines/sqlite/event-log/sqlite-event-log.js'
import { clearTablesOf, tablesOf } from '#read-models'
import { sqliteClearIn, sqliteStoreIn, standsOnSqlite } from './group-engines.js'

const names = ['read.db', 'clear.db']

/** Puts them into a folder, where the group may begin with them; outside a test run there are none. */
export async function beginDeclared(folder: string, business: Business): Promise<void> {
  const run = process.env.KUMPPANI_TEST_RUN
  if (run === undefined || !standsOnSqlite() || !hasOurViews(business)) return
  const kept = join(run, 'declared')
  if (!existsSync(kept)) await keep(run, kept)
  for (const name of names) copyFileSync(join(kept, name), join(folder, name))
}

/** Whatever it has besides is declared when it opens. */
function hasOurViews({ registry }: Business): boolean {
  return [...ours.registry.views].every(([name, view]) => registry.views.get(name) === view)
}

async function keep(run: string, kept: string): Promise<void> {
  const own = mkdtempSync(join(run, 'declaring-'))
  await declareIn(own)
  try {
    renameSync(own, kept)
  } catch (error) {
    rmSync(own, { recursive: true })
    // Somebody else was as quick.
    if (!existsSync(kept)) throw error
  }
}

async function declareIn(folder: string): Promise<void> {
  const log = openMemoryLog()
  const store = await sqliteStoreIn(folder, log)
  await store.declare(tablesOf(ours.registry))
  await store.close()
  await log.close()
  const clear = sqliteClearIn(folder)
  await clear.declare(clearTablesOf(ours.registry))
  await clear.close()
}
