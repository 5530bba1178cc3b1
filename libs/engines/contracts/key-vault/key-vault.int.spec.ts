/** The promises of a key vault, kept by the one on a file and by the hostile one. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll } from '@jest/globals'
import { HostileKeyVault } from '#engines/hostile/hostile-key-vault.js'
import { openSqliteVault, type SqliteKeyVault } from '#engines/sqlite/key-vault/sqlite-key-vault.js'
import { keyWritingOf, VaultBeside } from '#engines/sqlite/key-vault/vault-beside.js'
import { describeKeyVault } from './key-vault.contract.js'

let root: string
let opened = 0

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'kumppani-vaults-'))
})

afterAll(() => rmSync(root, { recursive: true }))

const filesOf = (place: number) => ({
  file: join(root, `keys-${place}.db`),
  erasuresFile: join(root, `keys-${place}.log`),
})

const onFile = (): SqliteKeyVault => openSqliteVault(filesOf(opened++))

/** Another has the file open, and makes and destroys the keys. */
function besideTheWriter(): VaultBeside {
  const writer = onFile()
  const { file, erasuresFile } = filesOf(opened - 1)
  const vault = new VaultBeside(openSqliteVault({ file, erasuresFile, readOnly: true }), keyWritingOf(writer))
  writer.onDestroyed((keyIds) => vault.forgetKeys(keyIds))
  const close = vault.close.bind(vault)
  return Object.assign(vault, { close: () => close().then(() => writer.close()) })
}

describeKeyVault('a vault on a file', async () => onFile())
describeKeyVault('a vault beside the one that writes', async () => besideTheWriter())
describeKeyVault('a hostile vault', async () => new HostileKeyVault(onFile()))
