/** Opens log, keys and access log of a data folder, only when they are those of one group. */
import { openSqliteLog, type SqliteEventLog } from '../event-log/sqlite-event-log.js'
import { WritingThread } from '../event-log/writing/writing-thread.js'
import { openSqliteVault, type SqliteKeyVault } from '../key-vault/sqlite-key-vault.js'
import type { FolderFiles } from './backup-files.js'
import {
  apart,
  type GroupVault,
  type OpenedFiles,
  requireAccessLog,
  requireKeys,
  requireLog,
  requireTogether,
} from './together.js'

/** @throws EnginesRefused, LogRefused with one line; nothing is left open then */
export async function openTogether<V extends GroupVault>(
  files: FolderFiles,
  openKeys: () => Promise<V>,
): Promise<OpenedFiles<V>> {
  const open: { close(): Promise<void> }[] = []
  const opened = <T extends { close(): Promise<void> }>(one: T): T => {
    open.push(one)
    return one
  }
  try {
    const vault = opened(await openKeys())
    requireLog(files, vault)
    const writer = new WritingThread()
    const log = opened(openSqliteLog({ file: files.logFile, writer }))
    requireAccessLog(files, log)
    const accesses = opened(accessLogOf(files, writer))
    await requireTogether(files, { log, vault, accesses })
    return { log, vault, accesses }
  } catch (error) {
    for (const one of open.reverse()) await one.close()
    throw error
  }
}

/** No backup has it, so the way out is another than for the log. */
function accessLogOf({ accessFile }: FolderFiles, writer: WritingThread): SqliteEventLog {
  try {
    return openSqliteLog({ file: accessFile, writer })
  } catch (error) {
    const { message } = error as Error
    if (!/damaged|no event log/.test(message)) throw error
    throw apart(
      `${accessFile} is no access log, or damaged: put a copy of it in its place; if there is none, say so with: kumppani begin-access-log`,
    )
  }
}

/** @throws EnginesRefused when the keys of a log are gone, or cannot be used */
export function keysInFile(files: FolderFiles): SqliteKeyVault {
  requireKeys(files)
  const { keysFile, erasuresFile } = files
  try {
    return openSqliteVault({ file: keysFile, erasuresFile })
  } catch (error) {
    throw apart((error as Error).message)
  }
}
