/** The promises of a key vault, kept by the one on a file and by the hostile one. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll } from '@jest/globals'
import { HostileKeyVault } from '#engines/hostile/hostile-key-vault.js'
import { openSqliteVault, type SqliteKeyVault } from '#engines/sqlite/key-vault/sqlite-key-vault.js'
import { describeKeyVault } from './key-vault.contract.js'

let root: string
let opened = 0

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'kumppani-vaults-'))
})

afterAll(() => rmSync(root, { recursive: true }))

function onFile(): SqliteKeyVault {
  const file = join(root, `keys-${opened++}`)
  return openSqliteVault({ file: `${file}.db`, erasuresFile: `${file}.log` })
}

describeKeyVault('a vault on a file', async () => onFile())
describeKeyVault('a hostile vault', async () => new HostileKeyVault(onFile()))
