/**
 * The mark of a first start that is filling an empty log. A program that finds it starts over: nobody has
 * worked there yet. It names the log, which may stand elsewhere, so that no other is taken for it.
 */
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { flushFolder, flushName, writeWhole } from '#files'
import { EnginesRefused } from '#kernel'
import { type EngineUrls, logFileOf } from '../../engine-urls.js'
import { ofFiles } from '../telling/file-texts.js'

const markIn = (folder: string): string => join(folder, 'first-start.unfinished')

/** @param logFile absolute; it is empty, and may be emptied again until `markFinished` */
export function markUnfinished(folder: string, logFile: string): void {
  writeWhole(markIn(folder), logFile)
}

/** From here on nothing of the folder is removed, also when the machine stops now. */
export function markFinished(folder: string): void {
  rmSync(markIn(folder), { force: true })
  flushFolder(folder)
}

/** Removes the log and what belongs to it in a folder whose first start was cut short; in any other, nothing. */
export function startOver(folder: string): void {
  if (!existsSync(markIn(folder))) return
  removeLog(readFileSync(markIn(folder), 'utf8'))
  for (const name of readdirSync(folder)) {
    if (/^(keys|access|read)[-.\w]*$/.test(name) && !name.endsWith('.lock')) rmSync(join(folder, name), { force: true })
  }
  // The mark goes last: what is cut short here is done again.
  flushFolder(folder)
  markFinished(folder)
}

/**
 * Told without opening or making anything.
 * @throws EnginesRefused where a first start would found a group that nobody asked for
 */
export function requireGroup({ folder, ...urls }: EngineUrls): void {
  if (existsSync(logFileOf(urls)) && !existsSync(markIn(folder))) return
  throw new EnginesRefused('badSetting', ofFiles('no-group', { folder }))
}

function removeLog(file: string): void {
  for (const suffix of ['', '-wal', '-shm']) rmSync(`${file}${suffix}`, { force: true })
  if (existsSync(dirname(file))) flushName(file)
}
