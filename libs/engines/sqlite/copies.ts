/** Copies a database while it is in use, never over a file that is there. */
import { closeSync, existsSync, linkSync, openSync, renameSync, rmSync } from 'node:fs'
import { backup, type DatabaseSync } from 'node:sqlite'
import { flushFile, flushName } from '#files'
import { TellingError } from '#kernel'
import { ofFiles } from './telling/file-texts.js'

/** More pages than any file of ours has: one step copies one state, off this thread, however much is written meanwhile. */
const inOneStep = 0x7fffffff
/** What file systems without a second name for a file answer. */
const noLinks: ReadonlySet<string | undefined> = new Set(['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS'])

/** What an interrupted copy leaves behind; nobody can take it for a whole one. */
export const unfinishedOf = (target: string): string => `${target}.unfinished`

/**
 * The copy is for this user alone, and carries its name only once it is whole and on disk.
 * @throws Error when `target` exists, and the engine's or the operating system's when it cannot be written
 */
export async function copyDatabase(source: DatabaseSync, target: string): Promise<void> {
  const unfinished = unfinishedOf(target)
  requireFree(target)
  try {
    closeSync(openSync(unfinished, 'w', 0o600))
    await backup(source, unfinished, { rate: inOneStep })
    flushFile(unfinished)
    nameOnce(unfinished, target)
    flushName(target)
  } finally {
    rmSync(unfinished, { force: true })
  }
}

/** Gives a file another name, which nothing has. */
function nameOnce(from: string, to: string): void {
  try {
    linkSync(from, to)
  } catch (error) {
    if (!noLinks.has((error as NodeJS.ErrnoException).code)) throw error
    requireFree(to)
    renameSync(from, to)
  }
}

/** @throws Error when something has this name */
export function requireFree(target: string): void {
  if (existsSync(target)) throw new TellingError(ofFiles('name-taken', { file: target }))
}
