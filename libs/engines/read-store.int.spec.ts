/** The contract of read stores on each engine. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from '@jest/globals'
import { describeClaims } from '#engines/contracts/read-store/claims.contract.js'
import { describeFilings } from '#engines/contracts/read-store/filings.contract.js'
import { describeReadStore } from '#engines/contracts/read-store/read-store.contract.js'
import { HostileReadStore } from '#engines/hostile/read-store/hostile-read-store.js'
import { openMemoryLog } from '#engines/sqlite/event-log/sqlite-event-log.js'
import { openSqliteReadStore } from '#engines/sqlite/read-store/sqlite-read-store.js'

const folder = mkdtempSync(join(tmpdir(), 'readmodel-'))
afterAll(() => rmSync(folder, { recursive: true }))

let opened = 0
describeReadStore('SQLite', async () => {
  opened++
  return openSqliteReadStore({ file: join(folder, `${opened}.sqlite`), locale: 'fi' })
})
describeReadStore('hostile', async () => new HostileReadStore({ seed: ++opened, locale: 'fi' }))
describeClaims('hostile', async () => {
  const store = new HostileReadStore({ seed: ++opened })
  return { store, again: async () => new HostileReadStore({ seed: ++opened }, store.memory) }
})
describeClaims('SQLite', async () => {
  const file = join(folder, `${++opened}.sqlite`)
  return { store: openSqliteReadStore({ file }), again: async () => openSqliteReadStore({ file }) }
})
describeFilings('hostile', {
  openLog: openMemoryLog,
  open: async (log) => new HostileReadStore({ seed: 7, locale: 'fi', log }),
})
describeFilings('SQLite', {
  openLog: openMemoryLog,
  open: async (log) => openSqliteReadStore({ file: ':memory:', locale: 'fi', log }),
})
