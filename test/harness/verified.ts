/** Whether a test group's read models are what a rebuild of its log comes to. */
import { join } from 'node:path'
import { openSqliteReadStore } from '#engines/sqlite/read-store/sqlite-read-store.js'
import { openerOf } from '#privacy/held-keys.js'
import { Rebuild } from '#projections/rebuild.js'
import { compareStores } from '#projections/verify.js'
import type { TestGroup } from './group.js'

let rebuilds = 0

export async function verified(group: TestGroup): Promise<Awaited<ReturnType<typeof compareStores>>> {
  const { log, business, vault, store, folder } = group
  const clean = openSqliteReadStore({ file: join(folder, `clean-${rebuilds++}.db`), locale: 'fi', log })
  const position = await new Rebuild({ log, store: clean, ...business, openerOf: openerOf(vault) }).run()
  const compared = await compareStores(store, clean, { registry: business.registry, position })
  await clean.close()
  return compared
}
