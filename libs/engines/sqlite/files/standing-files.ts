/** What stands in a data folder before a restore: whose it is, and where it goes when something else takes its place. */
import { existsSync, renameSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { adoptIdentity, flushName, makeFolder } from '#files'
import { openConnection } from '../event-log/connection.js'
import { openSqliteLog } from '../event-log/sqlite-event-log.js'
import { openSqliteVault } from '../key-vault/sqlite-key-vault.js'
import type { FolderFiles } from './backup-files.js'
import { isBlank } from './together.js'

/** What SQLite calls the files of one database. */
export const sqliteSuffixes = ['', '-wal', '-shm'] as const

/** Undefined where it cannot be told: then it may be replaced. */
export function identityOfKeys({ keysFile, erasuresFile }: FolderFiles): string | undefined {
  if (isBlank(keysFile)) return undefined
  try {
    const vault = openSqliteVault({ file: keysFile, erasuresFile, readOnly: true })
    const { identity, holdsKeys } = vault
    void vault.close()
    return holdsKeys ? identity : undefined
  } catch {
    return undefined
  }
}

/** Undefined where it cannot be told: then it may be replaced. */
export function identityOfLog(file: string): string | undefined {
  if (isBlank(file)) return undefined
  try {
    const log = openSqliteLog({ file, readOnly: true })
    const { identity } = log
    void log.close()
    return identity
  } catch {
    return undefined
  }
}

/** A backup has no access log: the folder's own goes on, and where there is none of this group one is begun. */
export function keepAccessLog(identity: string, files: FolderFiles, replaced: Aside): void {
  const isOfThisGroup = identityOfLog(files.accessFile) === identity
  if (isOfThisGroup) return
  // One of before identities belongs to the keys it stands beside.
  const isAdopted = identityOfKeys(files) === identity && canBeAdopted(files.accessFile)
  if (!isAdopted) replaced.take(files.accessFile)
  beginAccessLog(files.accessFile, identity)
}

function canBeAdopted(file: string): boolean {
  if (isBlank(file)) return false
  try {
    const log = openSqliteLog({ file, readOnly: true })
    const isNobodys = log.identity === undefined
    void log.close()
    return isNobodys
  } catch {
    return false
  }
}

/** Begins an access log where there is none, or makes one the group's. */
export function beginAccessLog(file: string, identity: string): void {
  const connection = openConnection(file, false)
  try {
    adoptIdentity(connection.db, identity)
  } finally {
    connection.close()
  }
}

/** Folders for what is replaced, each beside it and with its names, so that putting it back is moving it back. */
export class Aside {
  private readonly name = `replaced-${new Date().toISOString().replaceAll(/[:.]/g, '')}`
  readonly folders: string[] = []

  /** Moves a file away, with what SQLite keeps beside it; nothing when there is none. */
  take(file: string): void {
    const folder = join(dirname(file), this.name)
    for (const suffix of sqliteSuffixes) {
      const from = `${file}${suffix}`
      if (!existsSync(from)) continue
      makeFolder(folder)
      if (!this.folders.includes(folder)) this.folders.push(folder)
      renameSync(from, join(folder, basename(from)))
    }
    if (!this.folders.includes(folder)) return
    flushName(join(folder, basename(file)))
    flushName(file)
  }
}
