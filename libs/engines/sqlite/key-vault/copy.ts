/** Copies the key file while it is in use. */
import { DatabaseSync } from 'node:sqlite'
import { TellingError, tellableOf } from '#kernel'
import { copyDatabase } from '../copies.js'
import { ofFiles } from '../telling/file-texts.js'

/** @throws Error naming the target when it exists or cannot be written */
export async function copyKeyFile(from: string, to: string): Promise<void> {
  // A connection of its own: the copying thread would otherwise keep the vault's statements waiting.
  const source = new DatabaseSync(from, { readOnly: true })
  try {
    await copyDatabase(source, to)
  } catch (error) {
    throw new TellingError(ofFiles('keys-not-copied', { file: to, why: tellableOf(error) }))
  } finally {
    source.close()
  }
}
