/** A backup is written beside what is there, and never over it. */
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { openSqliteLog, type SqliteEventLog } from '../event-log/sqlite-event-log.js'
import { openSqliteVault, type SqliteKeyVault } from '../key-vault/sqlite-key-vault.js'
import { backUp } from './backup-files.js'

let root: string
let used: { log: SqliteEventLog; vault: SqliteKeyVault; dataFolder: string }
const inRoot = (...path: string[]): string => join(root, ...path)

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'kumppani-backup-'))
  const log = openSqliteLog({ file: inRoot('data', 'log.db') })
  const keysFile = inRoot('data', 'keys.db')
  used = {
    log,
    vault: openSqliteVault({ file: keysFile, erasuresFile: inRoot('data', 'erasures.log') }),
    dataFolder: inRoot('data'),
  }
})

afterEach(async () => {
  await used.log.close()
  await used.vault.close()
  rmSync(root, { recursive: true })
})

describe('a backup', () => {
  it('is two files that nobody else may read, in a folder made for them', async () => {
    const { log, keys } = await backUp(inRoot('backups', 'monday'), used)
    for (const file of [log, keys]) expect(statSync(file).mode & 0o777).toBe(0o600)
    expect(readdirSync(inRoot('backups', 'monday')).sort()).toEqual(['data.db', 'keys.db'])
  })

  it('is refused in the data folder, by whatever name, and the keys in use stay', async () => {
    symlinkSync(inRoot('data'), inRoot('other-name'))
    const { ino } = statSync(inRoot('data', 'keys.db'))
    for (const name of ['data', 'other-name']) {
      await expect(backUp(inRoot(name), used)).rejects.toThrow(`${inRoot(name)} is the data folder in use`)
    }
    expect(statSync(inRoot('data', 'keys.db')).ino).toBe(ino)
    expect(readdirSync(inRoot('data'))).not.toContain('data.db')
  })

  it.each([
    ['within the data folder', () => inRoot('data', 'backups')],
    ['within it by a link', () => inRoot('other-name', 'backups', 'monday')],
    ['by a path that goes up', () => `${inRoot('elsewhere')}/../data/backups`],
    ['by a path from nowhere', () => 'backups'],
  ])('is refused %s, and makes nothing', async (_, folder) => {
    symlinkSync(inRoot('data'), inRoot('other-name'))
    const before = readdirSync(inRoot('data'))
    await expect(backUp(folder(), used)).rejects.toThrow(/name (another|one)/)
    expect(readdirSync(inRoot('data'))).toEqual(before)
  })

  it('is made again where a death has left its log alone, and leaves nothing else', async () => {
    const { log } = await backUp(inRoot('monday'), used)
    renameSync(inRoot('monday', 'keys.db'), inRoot('monday', 'keys.db.unfinished'))
    writeFileSync(`${log}-wal`, '')
    await used.vault.keyFor('contact:1')
    await backUp(inRoot('monday'), used)
    expect(readdirSync(inRoot('monday')).sort()).toEqual(['data.db', 'keys.db'])
  })

  it('leaves the keys of an earlier one whose log was taken away', async () => {
    const { log, keys } = await backUp(inRoot('monday'), used)
    renameSync(log, inRoot('elsewhere.db'))
    await used.vault.keyFor('contact:1')
    const before = readFileSync(keys)
    await expect(backUp(inRoot('monday'), used)).rejects.toThrow(`there is a file at ${keys} already`)
    expect(readFileSync(keys)).toEqual(before)
    expect(readdirSync(inRoot('monday'))).toEqual(['keys.db'])
  })

  it('is not half there when the keys cannot be written', async () => {
    // Where the copy of the keys is begun stands something else.
    const folder = inRoot('monday')
    await backUp(folder, used)
    for (const name of ['data.db', 'keys.db']) rmSync(join(folder, name))
    mkdirSync(join(folder, 'keys.db.unfinished'))
    await expect(backUp(folder, used)).rejects.toThrow('keys.db.unfinished')
    expect(readdirSync(folder)).not.toContain('data.db')
  })

  it('is refused where no folder can be made', async () => {
    await expect(backUp('/proc/kumppani', used)).rejects.toThrow('ENOENT')
    writeFileSync(inRoot('file'), '')
    await expect(backUp(inRoot('file'), used)).rejects.toThrow('EEXIST')
  })
})
