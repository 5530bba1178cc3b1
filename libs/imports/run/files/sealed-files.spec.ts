/** A sent file is read as it was sent, or refused; wherever it is kept, nobody reads it without the import's key. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { HostileImportFiles } from '#engines/hostile/hostile-import-files.js'
import { openSqliteVault, type SqliteKeyVault } from '#engines/sqlite/key-vault/sqlite-key-vault.js'
import { SealedFiles } from './sealed-files.js'

const text = 'number,name\n1,Isdom\n'.repeat(10_000)

let folder: string
let vault: SqliteKeyVault
let kept: HostileImportFiles
let files: SealedFiles

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kumppani-sealed-'))
  vault = openSqliteVault({ file: join(folder, 'keys.db'), erasuresFile: join(folder, 'erasures.log') })
  kept = new HostileImportFiles(5, () => new Date())
  files = new SealedFiles(kept, vault)
})

afterEach(async () => {
  await vault.close()
  rmSync(folder, { recursive: true })
})

async function* clear(isWhole = true): AsyncGenerator<Uint8Array> {
  yield Buffer.from(text.slice(0, 70_000))
  if (!isWhole) throw new Error('aborted')
  yield Buffer.from(text.slice(70_000))
}

async function* whole(bytes: Buffer): AsyncGenerator<Uint8Array> {
  yield bytes
}

async function bytesOf(content: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const pieces: Uint8Array[] = []
  for await (const piece of content) pieces.push(piece)
  return Buffer.concat(pieces)
}

/** Puts what is kept of a file somewhere, altered. */
async function moved(altered: (bytes: Buffer) => Buffer, to = 'customers'): Promise<void> {
  const bytes = altered(await bytesOf(kept.read('i1', 'customers')))
  await kept.write('i1', to, whole(bytes))
}

describe('a file', () => {
  it('is read as it was sent, and kept so that nobody else reads it', async () => {
    expect(await files.write('i1', 'customers', clear())).toMatchObject({ bytes: text.length })
    expect((await bytesOf(files.read('i1', 'customers'))).toString()).toBe(text)
    expect((await bytesOf(kept.read('i1', 'customers'))).toString('latin1')).not.toContain('Isdom')
  })

  it('that was cut off leaves nothing, and can be sent again', async () => {
    await expect(files.write('i1', 'customers', clear(false))).rejects.toThrow('aborted')
    expect(await files.names('i1')).toEqual([])
    await files.write('i1', 'customers', clear())
    expect(await files.names('i1')).toEqual(['customers'])
  })

  it.each([
    ['cut off between frames', (bytes: Buffer) => bytes.subarray(0, -32)],
    ['cut off inside one', (bytes: Buffer) => bytes.subarray(0, -7)],
  ])('that was %s is not taken for a whole one', async (_, altered) => {
    await files.write('i1', 'customers', clear())
    await moved(altered)
    await expect(bytesOf(files.read('i1', 'customers'))).rejects.toThrow('is cut off: send it again')
  })

  it('that was altered, or stands in the place of another, is refused', async () => {
    await files.write('i1', 'customers', clear())
    await moved((bytes) => bytes, 'contacts')
    await expect(bytesOf(files.read('i1', 'contacts'))).rejects.toThrow()
    await moved((bytes) => bytes.fill(7, 100, 101))
    await expect(bytesOf(files.read('i1', 'customers'))).rejects.toThrow()
  })

  it('cannot be read once its import has expired, also where a copy of it is left', async () => {
    await files.write('i1', 'customers', clear())
    const copy = await bytesOf(kept.read('i1', 'customers'))
    await files.expire('i1')
    expect(await files.imports()).toEqual([])
    await kept.write('i1', 'customers', whole(copy))
    await expect(bytesOf(files.read('i1', 'customers'))).rejects.toThrow('has expired')
  })
})
