/**
 * Copies the key file while it is in use. The copy appears under its name only when it is whole and
 * on disk, so an interrupted backup cannot be taken for one.
 */
import { closeSync, openSync, renameSync, rmSync } from 'node:fs'
import { backup, DatabaseSync } from 'node:sqlite'
import { syncFile, syncFolderOf } from './durable.js'

/** More pages than a key file will have: in one step the copy is a single moment of the file. */
const pagesPerStep = 0x7fffffff

/** @throws Error naming the target when it cannot be written */
export async function copyKeyFile(from: string, to: string): Promise<void> {
  const unfinished = `${to}.unfinished`
  // A connection of its own: the copying thread would otherwise keep the vault's statements waiting.
  const source = new DatabaseSync(from, { readOnly: true })
  try {
    closeSync(openSync(unfinished, 'w', 0o600))
    await backup(source, unfinished, { rate: pagesPerStep })
    syncFile(unfinished)
    renameSync(unfinished, to)
    syncFolderOf(to)
  } catch (error) {
    rmSync(unfinished, { force: true })
    throw new Error(`the keys could not be copied to ${to}: ${error instanceof Error ? error.message : error}`)
  } finally {
    source.close()
  }
}
