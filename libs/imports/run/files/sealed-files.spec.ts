/** A sent file is kept whole or not at all. */
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { openSqliteVault, type SqliteKeyVault } from '#engines/sqlite/key-vault/sqlite-key-vault.js'
import { SealedFiles } from './sealed-files.js'

let folder: string
let vault: SqliteKeyVault
let files: SealedFiles

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kumppani-sealed-'))
  vault = openSqliteVault({ file: join(folder, 'keys.db'), erasuresFile: join(folder, 'erasures.log') })
  files = new SealedFiles(join(folder, 'imports'), vault)
})

afterEach(async () => {
  await vault.close()
  rmSync(folder, { recursive: true })
})

async function* pieces(whole: boolean): AsyncGenerator<Uint8Array> {
  yield Buffer.from('number,name\n')
  if (!whole) throw new Error('aborted')
  yield Buffer.from('1,Isdom\n')
}

describe('a file', () => {
  it('that was cut off leaves nothing, and can be sent again', async () => {
    await expect(files.write('i1', 'customers', pieces(false))).rejects.toThrow('aborted')
    expect(readdirSync(join(folder, 'imports', 'i1'))).toEqual([])
    expect((await files.write('i1', 'customers', pieces(true))).bytes).toBe(20)
    expect(await files.names('i1')).toEqual(['customers'])
  })
})
