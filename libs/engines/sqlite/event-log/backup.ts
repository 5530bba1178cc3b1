/** Copies the whole log to another file while it goes on recording. */
import { existsSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import { LogRefused } from '#kernel'
import { copyDatabase, unfinishedOf } from '../copies.js'
import { ofFiles } from '../telling/file-texts.js'
import type { Connection } from './connection.js'
import { refusal } from './refusals.js'

/** @throws LogRefused when `target` exists or cannot be written */
export async function backUpLog({ file, db }: Connection, target: string): Promise<void> {
  if (existsSync(target)) throw new LogRefused(ofFiles('name-taken', { file: target }))
  const source = file === ':memory:' ? db : new DatabaseSync(file, { readOnly: true })
  try {
    await copyDatabase(source, target)
  } catch (error) {
    throw refusal(unfinishedOf(target), error)
  } finally {
    if (source !== db) source.close()
  }
}
