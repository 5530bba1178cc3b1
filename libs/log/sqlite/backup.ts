/** Copies the whole log to another file while it goes on recording. */
import { existsSync, renameSync } from 'node:fs'
import { backup, DatabaseSync } from 'node:sqlite'
import { LogRefused } from '#kernel'
import type { Connection } from './connection.js'
import { refusal } from './refusals.js'

/** More pages than any log has: one step copies one state, off this thread, however much is written meanwhile. */
const inOneStep = 0x7fffffff

/**
 * The copy carries its name only once it is whole.
 * @throws LogRefused when `target` exists or cannot be written
 */
export async function backUp({ file, db }: Connection, target: string): Promise<void> {
  if (existsSync(target)) throw new LogRefused(`There is a file at ${target} already. Name a new one for the backup.`)
  const source = file === ':memory:' ? db : new DatabaseSync(file, { readOnly: true })
  const partial = `${target}.partial`
  try {
    await backup(source, partial, { rate: inOneStep })
    renameSync(partial, target)
  } catch (error) {
    throw refusal(partial, error)
  } finally {
    if (source !== db) source.close()
  }
}
