/** Copies the key file while it is in use. */
import { DatabaseSync } from 'node:sqlite'
import { copyDatabase } from '../copies.js'

/** @throws Error naming the target when it exists or cannot be written */
export async function copyKeyFile(from: string, to: string): Promise<void> {
  // A connection of its own: the copying thread would otherwise keep the vault's statements waiting.
  const source = new DatabaseSync(from, { readOnly: true })
  try {
    await copyDatabase(source, to)
  } catch (error) {
    throw new Error(`the keys could not be copied to ${to}: ${error instanceof Error ? error.message : error}`)
  } finally {
    source.close()
  }
}
