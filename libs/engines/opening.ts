/** What processes and threads open by the URLs, by what they do with it; which engine that is, is said nowhere else. */
import type { EngineUrls } from './engine-urls.js'
import { openSqliteLog } from './sqlite/event-log/sqlite-event-log.js'
import { filesOf } from './sqlite/files/backup-files.js'
import { openTogether } from './sqlite/files/opening-files.js'
import { Generations } from './sqlite/generations/generations.js'
import { openSqliteVault } from './sqlite/key-vault/sqlite-key-vault.js'

export { backUp } from './sqlite/files/backup-files.js'
export { beginAccessLogIn } from './sqlite/files/begin-access-log.js'
export { restoreBackup } from './sqlite/files/restore.js'
export { markFinished, markUnfinished, requireGroup, startOver } from './sqlite/files/unfinished-start.js'
export type { Generation, Generations } from './sqlite/generations/generations.js'
export { whyAnew } from './sqlite/generations/why-anew.js'
export { shareFilesOf } from './sqlite/read-store/loading/share-files.js'
export {
  openSqliteReadStore as openReadStore,
  type SqliteReadStore as OpenReadStore,
} from './sqlite/read-store/sqlite-read-store.js'

/**
 * Log, keys and access log, for the one that appends to them.
 * @throws EnginesRefused, LogRefused with one line; nothing is left open then
 */
export const openForWriting = (urls: EngineUrls) => openTogether(filesOf(urls))

/** What the one that appends holds open. */
export type OpenForWriting = Awaited<ReturnType<typeof openForWriting>>

/** Log and keys, for whoever follows. */
export function openForFollowing(urls: EngineUrls) {
  const { logFile, keysFile, erasuresFile } = filesOf(urls)
  return {
    log: openSqliteLog({ file: logFile, readOnly: true }),
    vault: openSqliteVault({ file: keysFile, erasuresFile, readOnly: true }),
  }
}

/** The generations of read models. */
export const generationsOf = ({ readStore }: EngineUrls): Generations => new Generations(readStore.file)
