/** What processes and threads open by the URLs, by what they do with it; which engine that is, is said nowhere else. */
import { hostname } from 'node:os'
import { join } from 'node:path'
import {
  type AccessEntries,
  type EventLog,
  type FollowedClear,
  type FollowedKeys,
  type FollowedLog,
  type FollowedStore,
  type Generations,
  type ImportFiles,
  type KeptSessions,
  type KeyVault,
  type Leases,
  type ReadStore,
  ReadStoreRefused,
  type SharePlaces,
  utc,
} from '#kernel'
import { AccessEntriesInLog } from './embedded/access-entries-in-log.js'
import { clearFileOf, removeClearFile, removeClearFiles, withClearFiles } from './embedded/clear-files.js'
import { FolderImportFiles } from './embedded/folder-import-files.js'
import { MemorySessions } from './embedded/memory-sessions.js'
import type { EngineUrls } from './engine-urls.js'
import { connectedGenerations } from './mongodb/generations/connected-generations.js'
import {
  isShared,
  openSharedAccessEntries,
  openSharedForFollowing,
  openSharedForWriting,
  openSharedImportFiles,
  openSharedLeases,
  openSharedReadStore,
  openSharedSessions,
  requireShared,
  type SharedUrls,
} from './opening-shared.js'
import {
  groupFilesOf,
  openVaultForFollowing,
  openVaultForRecording,
  openVaultForWriting,
  type VaultForWriting,
} from './opening-vault.js'
import { openSqliteClearStore } from './sqlite/clear-store/sqlite-clear-store.js'
import { openSqliteLog, type SqliteEventLog } from './sqlite/event-log/sqlite-event-log.js'
import type { HandOver } from './sqlite/event-log/writing/handed-over.js'
import { backUp, filesOf } from './sqlite/files/backup-files.js'
import { openTogether } from './sqlite/files/opening-files.js'
import { SqliteGenerations } from './sqlite/generations/generations.js'
import { type KeyWriting, keyWritingOf } from './sqlite/key-vault/vault-beside.js'
import { SqliteLeases } from './sqlite/leases/sqlite-leases.js'
import { openSqliteReadStore } from './sqlite/read-store/sqlite-read-store.js'

export { beginAccessLogIn } from './sqlite/files/begin-access-log.js'
export { restoreBackup } from './sqlite/files/restore.js'
export { markFinished, markUnfinished, requireGroup, startOver } from './sqlite/files/unfinished-start.js'

/** Which read models are opened, and what for. */
export interface ReadStoreAt {
  /** Of a generation, of work aside, or of a share. */
  place: string
  readOnly?: boolean
  /** BCP 47; fixed when the store is made. `en` unless told. */
  locale?: string
  /** Of the group whose read models it holds; a store of another is refused. */
  identity?: string
}

export interface OpenReadStore extends FollowedStore {
  /** Where shares of these tables are folded, to be taken into this store. */
  sharePlaces(tables: readonly string[]): SharePlaces
}

export interface OpenClearStore extends FollowedClear {
  /** By which everybody knows it: the name of its file. */
  readonly name: string
  /** Where shares of these tables are folded, to be taken into this store. */
  sharePlaces(tables: readonly string[]): SharePlaces
}

interface BesideLog {
  /**
   * Read models that join their filings with this log.
   * @throws ReadStoreRefused with one line when it is none, of another version or locale, or another group's
   */
  openReadStore(at: ReadStoreAt): Promise<OpenReadStore>
}

/** What the one that appends holds open. */
export interface OpenForWriting extends BesideLog {
  /** What all that belongs to the group carries. */
  identity: string
  log: EventLog
  vault: KeyVault
  accessEntries: AccessEntries
  importFiles: ImportFiles
  /**
   * What is done for those who record beside it; absent where they do it by themselves.
   * @param of the time at which what is handed over is recorded, and who is told once it is
   */
  writerCalls?(of: { clock: () => Date; appended: () => void }): WriterCalls
  /**
   * Said once the log holds what a group begins with: from then on its keys are not used without it.
   * @throws EnginesRefused when another group was begun with the same keys
   */
  founded(): Promise<void>
  /**
   * Wraps by the current master key all keys that another has wrapped, while everything goes on; answers how many they
   * were. Absent where keys are not wrapped.
   */
  rewrapKeys?(): Promise<number>
  /** Of the logs those whose disk has failed: they take nothing more until they are opened by a fresh process. */
  failed(): ('event log' | 'access log')[]
  /**
   * Copies log and keys into a folder while everything goes on; no file that is there is touched. Absent where they are
   * on servers, which have means of their own.
   * @returns the two files, and up to which position everything recorded is in them
   * @throws Error, LogRefused when they cannot be written there, hold a backup already, or the log is damaged
   */
  backUp?(folder: string): Promise<{ log: string; keys: string; position: string }>
}

/** What whoever follows holds open. */
export interface OpenForFollowing extends BesideLog {
  /** What all that belongs to the group carries. */
  identity: string
  log: FollowedLog
  vault: FollowedKeys
}

/**
 * Log, keys and access log, for the one that appends to them.
 * @throws EnginesRefused, LogRefused with one line; nothing is left open then
 */
export async function openForWriting(urls: EngineUrls): Promise<OpenForWriting> {
  if (isShared(urls)) return sharedForWriting(urls)
  const { log, vault, accesses } = await openTogether(groupFilesOf(urls), () => openVaultForWriting(urls))
  return {
    ...(await ofGroup({ log, vault }, accesses)),
    accessEntries: new AccessEntriesInLog(accesses),
    importFiles: importFilesIn(urls),
    writerCalls: ({ clock, appended }) => ({
      ...keyWritingOf(vault),
      append: async (appends) => {
        const answers = await log.appendHanded(appends, utc(clock()))
        appended()
        return answers
      },
    }),
    failed: () => [
      ...(log.refusesForGood ? (['event log'] as const) : []),
      ...(accesses.refusesForGood ? (['access log'] as const) : []),
    ],
    backUp: (folder) => backUp(folder, { log, vault, dataFolder: urls.folder }),
    openReadStore: (at) => readStoreBeside(log, urls, at),
  }
}

/** Of a group of which other processes have the same open. */
async function sharedForWriting(urls: SharedUrls): Promise<OpenForWriting> {
  return {
    ...(await ofGroup(await openSharedForWriting(urls))),
    accessEntries: await openSharedAccessEntries(urls),
    importFiles: await openSharedImportFiles(urls),
    failed: () => [],
    openReadStore: (at) => openSharedReadStore(urls.readStore, at),
  }
}

interface OpenGroup {
  log: EventLog
  vault: VaultForWriting
}

/** @param others closed with them where they are of two groups */
async function ofGroup<Open extends OpenGroup>({ log, vault }: Open, ...others: { close(): Promise<void> }[]) {
  const founded = async () => {
    const [first] = await log.readAll({ after: 0, limit: 1 })
    if (first) await vault.markBegun?.(first.id)
  }
  await founded().catch(async (error: unknown) => {
    for (const each of [...others, log, vault]) await each.close()
    throw error
  })
  return { log, vault, identity: vault.identity, founded, rewrapKeys: vault.rewrap?.bind(vault) }
}

/** Log and keys, for whoever follows. */
export async function openForFollowing(urls: EngineUrls): Promise<OpenForFollowing> {
  if (isShared(urls)) return sharedForFollowing(urls)
  const vault = await openVaultForFollowing(urls)
  const log = openSqliteLog({ file: filesOf(urls).logFile, readOnly: true })
  return { log, vault, identity: vault.identity, openReadStore: (at) => readStoreBeside(log, urls, at) }
}

async function sharedForFollowing(urls: SharedUrls): Promise<OpenForFollowing> {
  const { log, vault } = await openSharedForFollowing(urls)
  const openReadStore = (at: ReadStoreAt) => openSharedReadStore(urls.readStore, at)
  return { log, vault, identity: vault.identity, openReadStore }
}

/** Who does what one process at a time does. */
export const openLeases = async ({ folder, readStore }: EngineUrls): Promise<Leases> =>
  readStore.scheme === 'mongodb' ? openSharedLeases(readStore) : SqliteLeases.open(join(folder, 'leases.db'))

/** Sessions of browsers, the same for all processes where they share what they keep. */
export const openSessions = async ({ readStore }: EngineUrls): Promise<KeptSessions> =>
  readStore.scheme === 'mongodb' ? openSharedSessions(readStore) : ownSessions()

/** Those of this process alone, which end with it. */
export const ownSessions = (): KeptSessions => new MemorySessions()

/**
 * The access log, for whoever answers beside others.
 * @throws EnginesRefused with one line where it is a file, which one process writes
 */
export function openAccessEntries(urls: EngineUrls): Promise<AccessEntries> {
  requireShared(urls)
  return openSharedAccessEntries(urls)
}

/**
 * The plaintext of read models, in a local file of the data folder. Whoever writes it throws away what it cannot read,
 * whatever is wrong with it: it is derived anew.
 * @throws ReadStoreRefused with one line when it cannot be read, or not be written at all
 */
export async function openClearStore(urls: EngineUrls, { place, ...options }: ReadStoreAt): Promise<OpenClearStore> {
  const file = clearFileOf(urls, place)
  const at = { ...options, file, ...(urls.readStore.scheme === 'mongodb' && { name: `${hostname()}:${file}` }) }
  if (options.readOnly) return openSqliteClearStore(at)
  try {
    return openSqliteClearStore(at)
  } catch (error) {
    if (!(error instanceof ReadStoreRefused)) throw error
    removeClearFile(file)
    return openSqliteClearStore(at)
  }
}

/** Removes the plaintext of all read models but those at a place, where others derive them. */
export const keepPlaintextOf = (urls: EngineUrls, place: string): void =>
  removeClearFiles(urls.folder, clearFileOf(urls, place))

/** Empty read models that nobody else opens, gone once they are closed. */
export const openScratchReadStore = async (locale: string): Promise<ReadStore> =>
  openSqliteReadStore({ file: ':memory:', locale })

/** What the one that appends does for those who record beside it, on a thread or elsewhere: plain values go in and out. */
export interface WriterCalls extends KeyWriting {
  append: HandOver
}

export interface OpenForRecording extends Omit<OpenForFollowing, 'identity'> {
  importFiles: ImportFiles
}

/**
 * Log and keys, for whoever records beside the one that appends and has it append.
 * @param writer absent where each appends by itself
 */
export async function openForRecording(urls: EngineUrls, writer: WriterCalls | undefined): Promise<OpenForRecording> {
  if (isShared(urls)) return { ...(await sharedForFollowing(urls)), importFiles: await openSharedImportFiles(urls) }
  if (!writer) throw new Error('a log in a file has one that appends to it')
  const vault = await openVaultForRecording(urls, writer)
  const log = openSqliteLog({ file: filesOf(urls).logFile, readOnly: true, handOver: writer.append })
  return { log, vault, importFiles: importFilesIn(urls), openReadStore: (at) => readStoreBeside(log, urls, at) }
}

/**
 * The generations of read models; the plaintext of each goes with it.
 * @param identity of the group, for whoever derives them: on a server they are those of one
 */
export const generationsOf = (urls: EngineUrls, identity?: string): Generations =>
  withClearFiles(
    urls.readStore.scheme === 'mongodb'
      ? connectedGenerations(urls.readStore.url, identity)
      : new SqliteGenerations(urls.readStore.file),
    urls,
  )

const importFilesIn = ({ folder }: EngineUrls): ImportFiles => new FolderImportFiles(join(folder, 'imports'))

const readStoreBeside = async (
  log: SqliteEventLog,
  { readStore }: EngineUrls,
  { place, ...options }: ReadStoreAt,
): Promise<OpenReadStore> =>
  readStore.scheme === 'mongodb'
    ? openSharedReadStore(readStore, { ...options, place })
    : openSqliteReadStore({ ...options, file: place, log })
