/**
 * Puts a backup into a data folder that no program holds. Copies are made beside what is there, opened and
 * looked at to the last event; only then are they put in its place, and what was there is kept.
 */
import { copyFileSync, existsSync, lstatSync, renameSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { flushFile, flushName, makeFolder } from '#files'
import { type Catalogue, EnginesRefused, type Position, tellableOf } from '#kernel'
import { removeClearFiles } from '../../embedded/clear-files.js'
import type { EngineUrls } from '../../engine-urls.js'
import { openSqliteLog, type SqliteEventLog } from '../event-log/sqlite-event-log.js'
import { removeReadModels } from '../generations/generations.js'
import { openSqliteVault } from '../key-vault/sqlite-key-vault.js'
import { ofFiles } from '../telling/file-texts.js'
import { renaming, undotted } from '../telling/renaming.js'
import { backupFiles, type FolderFiles, filesOf, requireOutside } from './backup-files.js'
import { Aside, identityOfKeys, identityOfLog, keepAccessLog, sqliteSuffixes } from './standing-files.js'
import { apart, isBlank, requireKnownKeys } from './together.js'
import { markFinished } from './unfinished-start.js'

export interface Restored {
  /** Where what was replaced stands from now on; empty where there was nothing. */
  replaced: string[]
  /** Whether the folder says who was erased: else whoever was erased after the backup is back. */
  knowsErasures: boolean
}

interface Restoring {
  from: string
  files: FolderFiles
  /** The copies that are to be put in the place of what is there. */
  copies: { log: string; keys: string }
  /** What this program reads of what the log holds. */
  catalogue: Catalogue
}

const pageOfEvents = 1_000

/**
 * The folder's own erasures.log stays: keys named there are destroyed before anything can be read. Read models and
 * plaintext are derived anew at the next start.
 * @throws EnginesRefused when the backup is not whole, or is another group's than the folder, or the folder holds a
 * log and `replace` is not said; then nothing was touched
 */
export async function restoreBackup(
  from: string,
  urls: EngineUrls,
  { replace, catalogue }: { replace: boolean; catalogue: Catalogue },
): Promise<Restored> {
  if (urls.keys) {
    throw new EnginesRefused('usage', ofFiles('keys-of-server'))
  }
  const files = filesOf(urls)
  try {
    requireOutside(from, urls.folder)
  } catch (error) {
    throw new EnginesRefused('usage', tellableOf(error))
  }
  for (const name of Object.values(backupFiles)) requireFile(join(from, name))
  if (existsSync(files.logFile) && !replace) {
    throw new EnginesRefused('usage', ofFiles('log-there', { file: files.logFile }))
  }
  makeFolder(urls.folder)
  makeFolder(dirname(files.logFile))
  const copies = { log: `${files.logFile}.restoring`, keys: `${files.keysFile}.restoring` }
  try {
    copyFileSync(join(from, backupFiles.log), copies.log)
    copyFileSync(join(from, backupFiles.keys), copies.keys)
    const identity = await requireGood({ from, files, copies, catalogue })
    requireSameGroup(identity, { from, files })
    const replaced = new Aside()
    keepAccessLog(identity, files, replaced)
    for (const copy of Object.values(copies)) flushFile(copy)
    // The log comes first: one that is older than its keys can be read.
    putInPlace(copies.log, files.logFile, replaced)
    putInPlace(copies.keys, files.keysFile, replaced)
    // Elsewhere they are found at the next start to know more than the log.
    if (urls.readStore.scheme === 'sqlite') removeReadModels(urls.readStore.file)
    removeClearFiles(urls.folder)
    markFinished(urls.folder)
    return { replaced: replaced.folders, knowsErasures: existsSync(files.erasuresFile) }
  } finally {
    for (const copy of Object.values(copies)) remove(copy)
  }
}

function requireFile(file: string): void {
  if (!existsSync(file)) {
    throw new EnginesRefused('usage', ofFiles('backup-incomplete', { file, ...backupFiles }))
  }
  if (!lstatSync(file).isFile()) throw new EnginesRefused('usage', ofFiles('backup-link', { file }))
  if (isBlank(file)) throw apart(ofFiles('backup-empty', { file }))
  // What is only there was not copied with the file.
  if (!isBlank(`${file}-wal`)) {
    throw apart(ofFiles('backup-in-use', { file }))
  }
}

/** The identity of a backup whose every event was read. */
async function requireGood({ from, files, copies, catalogue }: Restoring): Promise<string> {
  const [logFile, keysFile] = [join(from, backupFiles.log), join(from, backupFiles.keys)]
  const said = (error: unknown): EnginesRefused => {
    const named = renaming(tellableOf(error), [
      [copies.log, logFile],
      [copies.keys, keysFile],
    ])
    return apart(ofFiles('nothing-replaced', { why: undotted(named) }))
  }
  let log: SqliteEventLog | undefined
  try {
    const vault = openSqliteVault({ file: copies.keys, erasuresFile: files.erasuresFile })
    try {
      log = openSqliteLog({ file: copies.log })
      if (log.identity !== undefined && log.identity !== vault.identity) {
        throw apart(ofFiles('two-groups', { log: logFile, keys: keysFile }))
      }
      log.requireIntact()
      await requireReadable(log, catalogue, (events) => requireKnownKeys(events, { vault, logFile, keysFile }))
      log.adopt(vault.identity)
      return vault.identity
    } finally {
      await vault.close()
    }
  } catch (error) {
    throw said(error)
  } finally {
    await log?.close()
  }
}

/** Every event is there, can be decoded, and is none that only a later program knows. */
async function requireReadable(
  log: SqliteEventLog,
  catalogue: Catalogue,
  look: (events: Awaited<ReturnType<SqliteEventLog['readAll']>>) => Promise<void>,
) {
  let after: Position = 0
  for (;;) {
    const events = await log.readAll({ after, limit: pageOfEvents })
    const last = events.at(-1)
    if (last === undefined) break
    await look(events)
    const newer = events.find(({ type, metadata }) => {
      const known = catalogue.get(type)
      return known === undefined || metadata.schemaVersion > known.version
    })
    if (newer) {
      throw apart(ofFiles('later-event', { position: newer.position, type: newer.type }))
    }
    after = last.position
  }
  if (after === 0) throw apart(ofFiles('backup-without-events'))
}

/** @throws EnginesRefused when what stands in the folder is known to be another group's */
function requireSameGroup(identity: string, { from, files }: Pick<Restoring, 'from' | 'files'>): void {
  const standing = [identityOfKeys(files), identityOfLog(files.logFile)].filter((one) => one !== undefined)
  if (standing.length === 0 || standing.includes(identity)) return
  throw apart(ofFiles('other-group', { from, folder: dirname(files.keysFile) }))
}

function putInPlace(copy: string, file: string, replaced: Aside): void {
  replaced.take(file)
  renameSync(copy, file)
  flushName(file)
}

function remove(copy: string): void {
  for (const suffix of [...sqliteSuffixes, '.lock']) rmSync(`${copy}${suffix}`, { force: true })
}
