/** The contract of read stores on each engine. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from '@jest/globals'
import { openMemoryLog } from '#log/sqlite-event-log.js'
import { describeFilings } from './filings.contract.js'
import { describeReadStore } from './read-store.contract.js'
import { openSqliteReadStore } from './sqlite/sqlite-read-store.js'

const folder = mkdtempSync(join(tmpdir(), 'readmodel-'))
afterAll(() => rmSync(folder, { recursive: true }))

let opened = 0
describeReadStore('SQLite', async () => {
  opened++
  return openSqliteReadStore({ file: join(folder, `${opened}.sqlite`), locale: 'fi' })
})
describeFilings('SQLite', {
  openLog: openMemoryLog,
  open: async (log) => openSqliteReadStore({ file: ':memory:', locale: 'fi', log }),
})
