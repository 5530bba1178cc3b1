/** The contract of read stores on each engine. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from '@jest/globals'
import { describeReadStore } from '#engines/contracts/read-store/read-store.contract.js'
import { openSqliteReadStore } from '#engines/sqlite/read-store/sqlite-read-store.js'

const folder = mkdtempSync(join(tmpdir(), 'readmodel-'))
afterAll(() => rmSync(folder, { recursive: true }))

let opened = 0
describeReadStore('SQLite', async () => {
  opened++
  return openSqliteReadStore({ file: join(folder, `${opened}.sqlite`), locale: 'fi' })
})
