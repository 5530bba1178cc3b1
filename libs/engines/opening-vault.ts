/** Opens keys by the URLs, for those who make them and for those who follow: in a file of the data folder, or in MongoDB. */
import type { FollowedKeys } from '#kernel'
import type { EngineUrls } from './engine-urls.js'
import { openSharedVault } from './opening-shared.js'
import { type FolderFiles, filesOf } from './sqlite/files/backup-files.js'
import { keysInFile } from './sqlite/files/opening-files.js'
import { type GroupVault, isBlank } from './sqlite/files/together.js'
import { openSqliteVault } from './sqlite/key-vault/sqlite-key-vault.js'
import { type KeyWriting, VaultBeside } from './sqlite/key-vault/vault-beside.js'

/** What the one that appends knows of its keys. */
export interface VaultForWriting extends GroupVault {
  /**
   * From here on they are the keys of a group, which are not used without its log; of a file that is known by itself.
   * @param log id of its first event
   * @throws EnginesRefused where they are the keys of another log
   */
  markBegun?(log: string): Promise<void>
  /** Wraps all keys by the current master key; answers how many were not. Absent where keys are not wrapped. */
  rewrap?(): Promise<number>
}

/** The files of the folder, with what people are told of where its keys stand. */
export const groupFilesOf = (urls: EngineUrls): FolderFiles => ({
  ...filesOf(urls),
  ...(urls.keys && { keysFile: 'the database of KEYS_URL' }),
})

/** Keys are begun beside a log that there is not yet, and beside no other. @throws EnginesRefused, ReadStoreRefused */
export async function openVaultForWriting(urls: EngineUrls): Promise<VaultForWriting> {
  const files = filesOf(urls)
  return urls.keys ? openSharedVault(urls.keys, isBlank(files.logFile)) : keysInFile(files)
}

/** With what all that belongs to the group carries. */
export async function openVaultForFollowing(urls: EngineUrls): Promise<FollowedKeys & { readonly identity: string }> {
  const { keysFile, erasuresFile } = filesOf(urls)
  return urls.keys ? openSharedVault(urls.keys) : openSqliteVault({ file: keysFile, erasuresFile, readOnly: true })
}

/** @param writer makes and destroys keys where one process alone does that */
export async function openVaultForRecording(urls: EngineUrls, writer: KeyWriting): Promise<FollowedKeys> {
  if (urls.keys) return openSharedVault(urls.keys)
  const { keysFile, erasuresFile } = filesOf(urls)
  return new VaultBeside(openSqliteVault({ file: keysFile, erasuresFile, readOnly: true }), writer)
}
