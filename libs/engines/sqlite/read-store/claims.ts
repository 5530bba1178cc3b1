/** Which leases have claimed a file of read models, compared in every transaction of whoever has claimed it. */
import { type Lease, LeaseLost } from '#kernel'
import type { StoreFile } from './store-file.js'

const schema = 'CREATE TABLE IF NOT EXISTS "~claims" (name TEXT PRIMARY KEY, epoch INTEGER NOT NULL) WITHOUT ROWID'
const claimed = 'SELECT epoch FROM "~claims" WHERE name = ?'
const claiming = 'INSERT INTO "~claims" VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET epoch = excluded.epoch'

/** @throws LeaseLost when a later lease of that name has claimed it */
export function claimFile(file: StoreFile, { name, epoch }: Lease): void {
  file.db.exec(schema)
  file.beforeWriting(name, () => {
    const last = Number(file.all({ text: claimed, values: [name] })[0]?.[0] ?? 0)
    if (last > epoch) throw new LeaseLost(name)
  })
  file.transaction(() => file.run(claiming, name, epoch))
}
