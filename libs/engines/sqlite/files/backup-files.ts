/** The files of a group: what they are called, and how the two that are its backup are written. */

import { existsSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { basename, dirname, isAbsolute, join, normalize, relative, sep } from 'node:path'
import { flushName, makeFolder } from '#files'
import { type KeyVault, type Position, TellingError, tellableOf } from '#kernel'
import { type EngineUrls, logFileOf } from '../../engine-urls.js'
import { requireFree, unfinishedOf } from '../copies.js'
import { openSqliteLog, type SqliteEventLog } from '../event-log/sqlite-event-log.js'
import { ofFiles } from '../telling/file-texts.js'
import { renaming } from '../telling/renaming.js'
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
  requireOutside(folder, from.dataFolder)
  makeFolder(folder)
  const [log, keys] = [join(folder, backupFiles.log), join(folder, backupFiles.keys)]
  if (from.vault.backup) beginPair(log, keys)
  for (const file of [log, keys]) requireFree(file)
  const position = String(await from.log.head())
  await from.log.backup(log)
  try {
    await requireReadable(log, from.log.file)
    await from.vault.backup?.(keys)
  } catch (error) {
    // Damaged, or without its keys, it is no backup, and would stand in the way of the next one.
    rmSync(log)
    rmSync(unfinishedOf(keys), { force: true })
    throw error
  }
  return { log, keys: from.vault.backup ? keys : keysOfServer, position }
}

/**
 * A backup is both files or none: keys that are not whole yet stand beside a log from before it has its name, so that
 * a log which a death has left alone is known, and is no backup that the next would have to spare.
 */
function beginPair(log: string, keys: string): void {
  const unfinished = unfinishedOf(keys)
  if (existsSync(unfinished) && !existsSync(keys))
    for (const suffix of ['', '-wal', '-shm']) rmSync(`${log}${suffix}`, { force: true })
  rmSync(unfinishedOf(log), { force: true })
  rmSync(unfinished, { force: true })
  if (existsSync(log) || existsSync(keys)) return
  writeFileSync(unfinished, '', { mode: 0o600 })
  flushName(unfinished)
}

/** @throws Error where the folder, wherever links on the way lead, is the data folder or within it */
export function requireOutside(folder: string, dataFolder: string): void {
  if (!isAbsolute(folder) || normalize(folder) !== folder) throw new TellingError(ofFiles('not-in-full', { folder }))
  const within = relative(realPathOf(dataFolder), realPathOf(folder))
  const isOutside = within === '..' || within.startsWith(`..${sep}`) || isAbsolute(within)
  if (!isOutside) throw new TellingError(ofFiles('within-data', { folder }))
}

/** Of a path whose end may not be there yet. */
function realPathOf(path: string): string {
  try {
    return realpathSync(path)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT' || dirname(path) === path) throw error
    return join(realPathOf(dirname(path)), basename(path))
  }
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
    throw new TellingError(renaming(tellableOf(error), [[file, copied]]), { cause: error })
  } finally {
    await log.close()
    for (const suffix of ['-wal', '-shm']) rmSync(`${file}${suffix}`, { force: true })
  }
}
