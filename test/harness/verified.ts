/** Whether a test group's read models are what a rebuild of its log comes to. */
import { join } from 'node:path'
import { openSqliteClearStore } from '#engines/sqlite/clear-store/sqlite-clear-store.js'
import { openSqliteReadStore } from '#engines/sqlite/read-store/sqlite-read-store.js'
import { openerOf } from '#privacy/held-keys.js'
import { Rebuild } from '#projections/rebuild.js'
import { compareStores } from '#projections/verify.js'
import type { TestGroup } from './group.js'

let rebuilds = 0

export async function verified(group: TestGroup): Promise<Awaited<ReturnType<typeof compareStores>>> {
  const { log, business, vault, store, clear, folder } = group
  const clean = openSqliteReadStore({ file: join(folder, `clean-${rebuilds++}.db`), locale: 'fi', log })
  const cleanClear = openSqliteClearStore({ file: ':memory:', locale: 'fi' })
  const opening = { into: cleanClear, openerOf: openerOf(vault) }
  const position = await new Rebuild({ log, store: clean, ...business, opening }).run()
  const opened = { kept: clear, clean: cleanClear }
  const compared = await compareStores(store, clean, { registry: business.registry, position, clear: opened })
  for (const each of [clean, cleanClear]) await each.close()
  return compared
}
