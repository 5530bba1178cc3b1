/** The contract of stores of plaintext on each engine. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from '@jest/globals'
import { describeClearStore } from '#engines/contracts/clear-store/clear-store.contract.js'
import { HostileClearStore } from '#engines/hostile/hostile-clear-store.js'
import { openSqliteClearStore } from '#engines/sqlite/clear-store/sqlite-clear-store.js'

const folder = mkdtempSync(join(tmpdir(), 'clear-'))
afterAll(() => rmSync(folder, { recursive: true }))

let opened = 0
describeClearStore('SQLite', async () => {
  const file = join(folder, `${++opened}.db`)
  return {
    store: openSqliteClearStore({ file, locale: 'fi' }),
    again: async () => openSqliteClearStore({ file, readOnly: true }),
  }
})
describeClearStore('hostile', async () => {
  const store = new HostileClearStore({ seed: ++opened, locale: 'fi' })
  return { store, again: async () => new HostileClearStore({ seed: ++opened, locale: 'fi' }, store) }
})
