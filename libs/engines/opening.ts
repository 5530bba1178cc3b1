/** What processes and threads open by the URLs, by what they do with it; which engine that is, is said nowhere else. */
import { utc } from '#kernel'
import type { EngineUrls } from './engine-urls.js'
import type { HandOver } from './sqlite/event-log/handed-over.js'
import { openSqliteLog } from './sqlite/event-log/sqlite-event-log.js'
import { filesOf } from './sqlite/files/backup-files.js'
import { openTogether } from './sqlite/files/opening-files.js'
import { Generations } from './sqlite/generations/generations.js'
import { openSqliteVault } from './sqlite/key-vault/sqlite-key-vault.js'
import { type KeyWriting, keyWritingOf, VaultBeside } from './sqlite/key-vault/vault-beside.js'

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

/** What the one that appends does for those who record beside it, on a thread or elsewhere: plain values go in and out. */
export interface WriterCalls extends KeyWriting {
  append: HandOver
}

/**
 * @param clock when what is handed over is recorded
 * @param appended told after what was handed over is recorded
 */
export const writerCalls = (
  { log, vault }: Pick<OpenForWriting, 'log' | 'vault'>,
  { clock, appended }: { clock: () => Date; appended: () => void },
): WriterCalls => ({
  ...keyWritingOf(vault),
  append: async (appends) => {
    const answers = await log.appendHanded(appends, utc(clock()))
    appended()
    return answers
  },
})

/** Log and keys, for whoever records beside the one that appends and has it append. */
export function openForRecording(urls: EngineUrls, writer: WriterCalls) {
  const { logFile, keysFile, erasuresFile } = filesOf(urls)
  return {
    log: openSqliteLog({ file: logFile, readOnly: true, handOver: writer.append }),
    vault: new VaultBeside(openSqliteVault({ file: keysFile, erasuresFile, readOnly: true }), writer),
  }
}

/** The generations of read models. */
export const generationsOf = ({ readStore }: EngineUrls): Generations => new Generations(readStore.file)
