/** The contract of read stores on each engine. */
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describeReadStore } from './read-store.contract.js'
import { openSqliteReadStore } from './sqlite/sqlite-read-store.js'

describeReadStore('SQLite', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'readmodel-'))
  return openSqliteReadStore({ file: join(folder, 'readmodels.sqlite'), locale: 'fi' })
})
