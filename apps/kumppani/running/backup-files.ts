/** A backup is two files: how they are written, and put back where erasures since are not undone by it. */
import { copyFileSync, existsSync, realpathSync, renameSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import {
  isReadModelFile,
  removeReadModels,
  requireFree,
  type SqliteEventLog,
  type SqliteKeyVault,
} from '#engines/sqlite'
import { flushFile, flushName, makeFolder } from '#files'
import { type Settings, StartRefused } from '#platform/config'
import { markFinished } from './unfinished-start.js'

export const backupFiles = { log: 'data.db', keys: 'keys.db' } as const

export interface BackedUp {
  log: string
  keys: string
  /** Up to which everything recorded is in it. */
  position: string
}

/**
 * Copies log and keys into a folder while everything goes on; no file that is there is touched. Keys come
 * last: they cover every event copied.
 * @throws Error, LogRefused when it is the folder of the keys in use, or holds a backup, or cannot be written
 */
export async function backUp(
  folder: string,
  from: { log: SqliteEventLog; vault: SqliteKeyVault; keysFile: string },
): Promise<BackedUp> {
  makeFolder(folder)
  if (realpathSync(folder) === realpathSync(dirname(from.keysFile))) {
    throw new Error(`${folder} is the data folder in use; name another`)
  }
  const [log, keys] = [join(folder, backupFiles.log), join(folder, backupFiles.keys)]
  for (const file of [log, keys]) requireFree(file)
  const position = String(await from.log.head())
  await from.log.backup(log)
  try {
    await from.vault.backup(keys)
  } catch (error) {
    // Without its keys it is no backup, and would stand in the way of the next one.
    rmSync(log)
    throw error
  }
  return { log, keys, position }
}

/** @throws StartRefused when the keys of a log are gone: others would be made, and it could not be read */
export function requireKeys({ logFile, keysFile }: { logFile: string; keysFile: string }): void {
  if (!existsSync(logFile) || existsSync(keysFile)) return
  const message = `${keysFile} is missing: without the keys the log ${logFile} cannot be read. Restore it from the backup`
  throw new StartRefused('dataFolderUnusable', message)
}

/**
 * Read models are removed and derived anew by their files' names, so nothing else may be called like them.
 * @throws StartRefused when the log or the keys are
 */
export function requireReadModelsApart({ dataFolder, eventLogFile, readStoreFile }: Settings): void {
  for (const file of [eventLogFile, join(dataFolder, 'keys.db')]) {
    if (!isReadModelFile(readStoreFile, file)) continue
    const message = `${file} would be taken for read models of ${readStoreFile}: give one of them another name`
    throw new StartRefused('badSetting', message)
  }
}

/**
 * Puts a backup into a data folder that no program holds. The folder's own erasures.log stays: keys
 * named there are destroyed before anything can be read. Read models are derived anew at the next start.
 * @throws StartRefused when the backup is incomplete, or the folder holds a log and `replace` is not said
 */
export function restoreBackup(from: string, settings: Settings, replace: boolean): void {
  requireReadModelsApart(settings)
  const keysFile = join(settings.dataFolder, 'keys.db')
  for (const name of Object.values(backupFiles)) {
    if (!existsSync(join(from, name)))
      throw new StartRefused(
        'usage',
        `${join(from, name)} is missing: a backup is the two files ${backupFiles.log} and ${backupFiles.keys}`,
      )
  }
  if (existsSync(settings.eventLogFile) && !replace) {
    throw new StartRefused(
      'usage',
      `${settings.eventLogFile} is there already; say --replace to put the backup in its place`,
    )
  }
  makeFolder(settings.dataFolder)
  for (const [file, name] of [
    [settings.eventLogFile, backupFiles.log],
    [keysFile, backupFiles.keys],
  ] as const) {
    copyFileSync(join(from, name), `${file}.restoring`)
    flushFile(`${file}.restoring`)
  }
  for (const file of [settings.eventLogFile, keysFile]) {
    for (const suffix of ['-wal', '-shm']) rmSync(`${file}${suffix}`, { force: true })
    renameSync(`${file}.restoring`, file)
    flushName(file)
  }
  removeReadModels(settings.readStoreFile)
  markFinished(settings.dataFolder)
}
