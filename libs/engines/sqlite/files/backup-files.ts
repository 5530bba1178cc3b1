/** The files of a group: what they are called, and how the two that are its backup are written. */

import { realpathSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { makeFolder } from '#files'
import type { KeyVault, Position } from '#kernel'
import { type EngineUrls, logFileOf } from '../../engine-urls.js'
import { requireFree } from '../copies.js'
import { openSqliteLog, type SqliteEventLog } from '../event-log/sqlite-event-log.js'
import type { GroupFiles } from './together.js'

export const backupFiles = { log: 'data.db', keys: 'keys.db' } as const

const keysOfServer = 'in the database of KEYS_URL: copy it after this, by the means of its server'

/** All that belongs to one group, but for what is derived. */
export interface FolderFiles extends GroupFiles {
  erasuresFile: string
}

export const filesOf = ({ folder, ...urls }: Pick<EngineUrls, 'eventLog' | 'folder'>): FolderFiles => ({
  logFile: logFileOf(urls),
  keysFile: join(folder, 'keys.db'),
  accessFile: join(folder, 'access.db'),
  erasuresFile: join(folder, 'erasures.log'),
})

/**
 * Copies log and keys into a folder while everything goes on; no file that is there is touched. Keys come
 * last: they cover every event copied. Where a server has them, its own copies have to be younger than this one.
 * @returns the two files, or where else the keys are, and up to which everything recorded is in them
 * @throws Error, LogRefused when it is the folder of the keys in use, or holds a backup, or cannot be written, or
 * when the log is damaged: a copy of it would take the place of a good backup
 */
export async function backUp(
  folder: string,
  from: { log: SqliteEventLog; vault: Pick<KeyVault, 'backup'>; dataFolder: string },
): Promise<{ log: string; keys: string; position: string }> {
  makeFolder(folder)
  if (realpathSync(folder) === realpathSync(from.dataFolder)) {
    throw new Error(`${folder} is the data folder in use; name another`)
  }
  const [log, keys] = [join(folder, backupFiles.log), join(folder, backupFiles.keys)]
  for (const file of [log, keys]) requireFree(file)
  const position = String(await from.log.head())
  await from.log.backup(log)
  try {
    await requireReadable(log, from.log.file)
    await from.vault.backup?.(keys)
  } catch (error) {
    // Damaged, or without its keys, it is no backup, and would stand in the way of the next one.
    rmSync(log)
    throw error
  }
  return { log, keys: from.vault.backup ? keys : keysOfServer, position }
}

/** Reads a log to its end, page by page between what else its thread does. */
async function requireReadable(file: string, copied: string): Promise<void> {
  const log = openSqliteLog({ file, readOnly: true })
  try {
    let after: Position = 0
    for (;;) {
      const last = (await log.readAll({ after, limit: 1_000 })).at(-1)
      if (last === undefined) return
      after = last.position
    }
  } catch (error) {
    // Who reads it will not find the copy.
    throw new Error((error as Error).message.replaceAll(file, copied), { cause: error })
  } finally {
    await log.close()
    for (const suffix of ['-wal', '-shm']) rmSync(`${file}${suffix}`, { force: true })
  }
}
