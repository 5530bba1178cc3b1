/**
 * Whether the files of a data folder are those of one group. A file that is missing, emptied, or another
 * group's must not be taken for the one that belongs there: without its keys everything looks erased,
 * and an empty log would found a group over the keys of another.
 */
import { statSync } from 'node:fs'
import { EnginesRefused, KeyUnknown, type KeyVault, keyIdOf, SEALED, type StoredEvent, type Tellable } from '#kernel'
import type { SqliteEventLog } from '../event-log/sqlite-event-log.js'
import { ofFiles } from '../telling/file-texts.js'

export interface GroupFiles {
  logFile: string
  /** What people are told of where the keys stand: most often a file. */
  keysFile: string
  accessFile: string
}

/** The keys of a group, wherever they stand. */
export interface GroupVault extends KeyVault {
  /** Which group's keys these are. */
  readonly identity: string
  /** Whether they are those of a group already. */
  readonly holdsKeys: boolean
}

export interface OpenedFiles<V extends GroupVault> {
  log: SqliteEventLog
  vault: V
  accesses: SqliteEventLog
}

/** Enough to meet what was sealed lately, few enough to cost nothing at every start. */
const looked = 1_000

export const apart = (why: Tellable): EnginesRefused => new EnginesRefused('filesApart', why)

const sizeOf = (file: string): number | undefined => statSync(file, { throwIfNoEntry: false })?.size

/** Whether there is no file, or one of no bytes: SQLite makes a fresh database of either. */
export const isBlank = (file: string): boolean => (sizeOf(file) ?? 0) === 0

const state = (file: string): string => (sizeOf(file) === undefined ? 'is missing' : 'is empty')

/**
 * Told before anything is opened, since whatever opens a blank file makes a fresh one of it.
 * @throws EnginesRefused when the keys of a log are gone: others would be made, and it could not be read
 */
export function requireKeys({ logFile, keysFile }: Pick<GroupFiles, 'logFile' | 'keysFile'>): void {
  if (isBlank(logFile) || !isBlank(keysFile)) return
  throw apart(
    `${keysFile} ${state(keysFile)}: without the keys the log ${logFile} cannot be read. Restore it from the backup`,
  )
}

/**
 * Told before the log is opened.
 * @throws EnginesRefused when the log of these keys is gone: a group would be founded over them
 */
export function requireLog({ logFile, keysFile }: GroupFiles, vault: Pick<GroupVault, 'holdsKeys'>): void {
  if (isBlank(logFile) && vault.holdsKeys) throw withoutLog(`${logFile} ${state(logFile)}`, keysFile)
}

const withoutLog = (said: string, keysFile: string): EnginesRefused =>
  apart(
    `${said}, but ${keysFile} holds the keys of a group: restore the backup, or set EVENT_LOG_URL to where its log is`,
  )

/**
 * Told before the access log is opened. Until a log has its identity nobody has been served from it.
 * @throws EnginesRefused when it is gone
 */
export function requireAccessLog({ accessFile }: GroupFiles, log: SqliteEventLog): void {
  if (log.identity === undefined || !isBlank(accessFile)) return
  throw apart(
    `${accessFile} ${state(accessFile)}: it says who opened personal values. Put it back from a copy; ` +
      'if there is none, say so with: kumppani begin-access-log',
  )
}

/**
 * Holds what was opened against each other. Files that carry no identity get it when they are
 * fresh, or when what is sealed in the log shows that they belong together; the log gets its own last, so that
 * one which has it says that all have it.
 * @throws EnginesRefused
 */
export async function requireTogether(
  files: GroupFiles,
  { log, vault, accesses }: OpenedFiles<GroupVault>,
): Promise<void> {
  const { logFile, keysFile, accessFile } = files
  const { identity } = vault
  if ((await log.head()) === 0) {
    if (vault.holdsKeys) throw withoutLog(`${logFile} holds no event`, keysFile)
    if ((await accesses.head()) > 0) {
      throw apart(`${logFile} holds no event, but ${accessFile} is of a group that was used: restore its backup`)
    }
  }
  if (log.identity !== undefined && log.identity !== identity) {
    throw apart(
      `${logFile} and ${keysFile} are of two groups: put the file that belongs there in its place, or restore`,
    )
  }
  await requireKnownKeys(log.newest(looked), { vault, logFile, keysFile })
  const isOurs = accesses.identity === identity || (accesses.identity === undefined && log.identity === undefined)
  if (!isOurs) {
    throw apart(
      `${accessFile} is not the access log of this group: put its own in its place; ` +
        'if there is none, say so with: kumppani begin-access-log',
    )
  }
  accesses.adopt(identity)
  log.adopt(identity)
}

/** @throws EnginesRefused when an event is sealed under a key that was never made here: it would look erased */
export async function requireKnownKeys(
  events: readonly StoredEvent[],
  { vault, logFile, keysFile }: Pick<GroupFiles, 'logFile' | 'keysFile'> & { vault: Pick<KeyVault, 'fetch'> },
): Promise<void> {
  const keys = await vault.fetch(events.flatMap(sealedUnder))
  const isKnown = (id: string) => {
    try {
      keys.subjectOf(id)
      return true
    } catch (error) {
      if (error instanceof KeyUnknown) return false
      throw error
    }
  }
  for (const event of events) {
    if (sealedUnder(event).every(isKnown)) continue
    const { position, type } = event
    throw apart(ofFiles('keys-of-others', { keys: keysFile, log: logFile, position, type }))
  }
}

/** Ids of the keys under which an event is sealed. */
function sealedUnder({ data }: StoredEvent): string[] {
  const tokens = data[SEALED] as unknown as { token: string }[] | undefined
  return tokens?.map(({ token }) => keyIdOf(token)) ?? []
}
