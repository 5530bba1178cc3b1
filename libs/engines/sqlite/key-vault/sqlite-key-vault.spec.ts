/** Keys last once given out, are shared by those who ask together, and belong to one subject only. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import type { KeyOwner } from '#kernel'
import { openSqliteVault, type SqliteKeyVault } from './sqlite-key-vault.js'

let folder: string
let open: SqliteKeyVault[]

const options = () => ({ file: join(folder, 'keys.db'), erasuresFile: join(folder, 'erasures.log') })

function openVault(more: { readOnly?: boolean } = {}): SqliteKeyVault {
  const vault = openSqliteVault({ ...options(), ...more })
  open.push(vault)
  return vault
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kumppani-keys-'))
  open = []
})

afterEach(async () => {
  for (const vault of open) await vault.close()
  rmSync(folder, { recursive: true, force: true })
})

const contact = (id: number): KeyOwner => `contact:${id}`

describe('keyFor', () => {
  it('gives one 32-byte key per subject, whose short id finds its bytes', async () => {
    const vault = openVault()
    const key = await vault.keyFor(contact(1))
    expect(key.id).toMatch(/^[\w-]{12}$/)
    expect(key.bytes).toHaveLength(32)
    expect(await vault.keyFor(contact(1))).toEqual(key)
    expect((await vault.keyFor(contact(2))).bytes).not.toEqual(key.bytes)
    expect(vault.bytesOf(key.id)).toEqual(key.bytes)
    expect(() => vault.bytesOf('unknown')).toThrow('there never was a key unknown')
  })

  it('lets callers that come together share one commit, and one key where they ask for the same subject', async () => {
    const vault = openVault()
    expect(commitsIn(`${options().file}-wal`)).toBe(0)
    const asked = Array.from({ length: 200 }, (_, index) => vault.keyFor(contact(index % 100)))
    const keys = await Promise.all(asked)
    expect(commitsIn(`${options().file}-wal`)).toBe(1)
    expect(new Set(keys.map(({ id }) => id)).size).toBe(100)
    await vault.keyFor(contact(1000))
    expect(commitsIn(`${options().file}-wal`)).toBe(2)
  })

  it('has the key on disk when it resolves: a process killed at once leaves it behind', () => {
    const script = `
      import { writeSync } from 'node:fs'
      import { openSqliteVault } from ${JSON.stringify(fileURLToPath(new URL('./sqlite-key-vault.js', import.meta.url)))}
      const vault = openSqliteVault(${JSON.stringify(options())})
      const keys = await Promise.all([vault.keyFor('contact:1'), vault.keyFor('contact:2')])
      writeSync(1, JSON.stringify(keys.map((key) => [key.id, key.bytes.toString('hex')])))
      process.kill(process.pid, 'SIGKILL')`
    const child = spawnSync(process.execPath, ['--input-type=module', '--eval', script], { cwd: process.cwd() })
    expect(child.signal).toBe('SIGKILL')
    const vault = openVault()
    const keys: [string, string][] = JSON.parse(child.stdout.toString())
    expect(keys).toHaveLength(2)
    for (const [id, hex] of keys) expect(vault.bytesOf(id)?.toString('hex')).toBe(hex)
  })
})

describe('renew', () => {
  it('replaces the key for what comes, and keeps the old one readable', async () => {
    const vault = openVault()
    const old = await vault.keyFor(contact(1))
    const renewed = await vault.renew(contact(1))
    expect(renewed.id).not.toBe(old.id)
    expect(await vault.keyFor(contact(1))).toEqual(renewed)
    expect(vault.bytesOf(old.id)).toEqual(old.bytes)
    await vault.close()
    expect(await openVault().keyFor(contact(1))).toEqual(renewed)
  })
})

describe('hashKey', () => {
  it('is made once and stays, also in a backup', async () => {
    const vault = openVault()
    const hashKey = vault.hashKey()
    expect(hashKey).toHaveLength(32)
    await vault.backup(join(folder, 'copy.db'))
    expect(openVault().hashKey()).toEqual(hashKey)
    const copy = openSqliteVault({ ...options(), file: join(folder, 'copy.db') })
    open.push(copy)
    expect(copy.hashKey()).toEqual(hashKey)
  })
})

describe('a read-only vault', () => {
  it('has keys that will all be used at hand from one look, but none that is destroyed', async () => {
    const vault = openVault()
    const reader = openVault({ readOnly: true })
    const [kept, gone, told] = await Promise.all([1, 2, 3].map((each) => vault.keyFor(contact(each))))
    const ids = [kept, gone, told].map((key) => key?.id ?? '')
    await vault.destroy(contact(2))
    const keys = await reader.fetch(ids, { usesAll: true })
    // Later than it was looked up, and not told of: it is still what it was then.
    await vault.destroy(contact(3))
    expect(ids.map((id) => keys.bytesOf(id))).toEqual([kept?.bytes, null, told?.bytes])
    reader.forgetKeys([told?.id ?? ''])
    expect(keys.bytesOf(told?.id ?? '')).toBeNull()
  })

  it('sees keys made after it was opened', async () => {
    const vault = openVault()
    const reader = openVault({ readOnly: true })
    const key = await vault.keyFor(contact(1))
    expect(reader.bytesOf(key.id)).toEqual(key.bytes)
    expect(await reader.keyFor(contact(1))).toEqual(key)
  })

  it('refuses to make, renew and destroy', async () => {
    openVault()
    const reader = openVault({ readOnly: true })
    const refusal = /^key vault .* is open read-only here; make and destroy keys in the main thread$/
    await expect(reader.keyFor(contact(1))).rejects.toThrow(refusal)
    await expect(reader.renew(contact(1))).rejects.toThrow(refusal)
    await expect(reader.destroy(contact(1))).rejects.toThrow(refusal)
    await expect(reader.destroyKey('key')).rejects.toThrow(refusal)
  })
})

describe('opening', () => {
  it('makes the file readable to its owner alone', () => {
    openVault()
    for (const end of ['', '-wal', '-shm']) expect(statSync(options().file + end).mode & 0o777).toBe(0o600)
  })

  it.each<[string, (file: string) => void, boolean, string]>([
    ['no database', (file) => writeFileSync(file, 'no database at all, '.repeat(100)), false, 'it is not a database'],
    ['a database of something else', (file) => sql(file, 'CREATE TABLE x (y)'), false, 'database of something else'],
    ['a missing file to read', () => undefined, true, 'there is no such file or folder'],
    ['an empty file to read', (file) => writeFileSync(file, ''), true, 'it holds no keys yet'],
  ])('refuses %s in one line that names the file', (_what, make, readOnly, message) => {
    make(options().file)
    const opening = () => openVault({ readOnly })
    expect(opening).toThrow(message)
    expect(opening).toThrow(new RegExp(`^key vault ${options().file} cannot be opened: .*$`))
  })

  it('refuses a file of a newer version and leaves it as it is', async () => {
    await openVault().close()
    sql(options().file, 'PRAGMA user_version = 2')
    const before = readFileSync(options().file)
    expect(() => openVault()).toThrow('it was written by a newer version (format 2, this one knows 1)')
    expect(readFileSync(options().file)).toEqual(before)
  })
})

describe('backup', () => {
  it('leaves nothing under the name when it fails', async () => {
    const vault = openVault()
    const target = join(folder, 'missing', 'copy.db')
    await expect(vault.backup(target)).rejects.toThrow(`the keys could not be copied to ${target}`)
    await vault.backup(join(folder, 'copy.db'))
    expect(statSync(join(folder, 'copy.db')).mode & 0o777).toBe(0o600)
  })

  it('never overwrites a file', async () => {
    const vault = openVault()
    const { ino } = statSync(options().file)
    await expect(vault.backup(options().file)).rejects.toThrow(`there is a file at ${options().file} already`)
    expect(statSync(options().file).ino).toBe(ino)
  })
})

function sql(file: string, statement: string): void {
  const database = new DatabaseSync(file)
  database.exec(statement)
  database.close()
}

/** Commits standing in a write-ahead log: frames whose header gives the size of the database after them. */
function commitsIn(walFile: string): number {
  const wal = readFileSync(walFile)
  if (wal.length === 0) return 0
  const frameLength = 24 + wal.readUInt32BE(8)
  let commits = 0
  for (let frame = 32; frame + frameLength <= wal.length; frame += frameLength) {
    if (wal.readUInt32BE(frame + 4) > 0) commits++
  }
  return commits
}
