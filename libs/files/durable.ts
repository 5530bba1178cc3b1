/** Makes what was written, and the names it was written under, survive a stop of the machine. */
import { closeSync, fsyncSync, openSync, renameSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'

/** Waits until a file's content is on the disk. */
export const flushFile = (file: string): void => flush(file, 'r+')

/** Waits until the names in a folder are: without this a file whose content was flushed may still be lost. Windows cannot be asked to. */
export function flushFolder(folder: string): void {
  if (process.platform !== 'win32') flush(folder, 'r')
}

/** Waits until the name of a file, or its absence, is on the disk. */
export const flushName = (file: string): void => flushFolder(dirname(file))

/** Writes a small file in the place of what has its name: a reader, and a stop of the machine, meet the old one or the new one. */
export function writeWhole(file: string, text: string): void {
  const fresh = `${file}.new`
  writeFileSync(fresh, text, { mode: 0o600, flush: true })
  renameSync(fresh, file)
  flushName(file)
}

function flush(path: string, mode: 'r' | 'r+'): void {
  const opened = openSync(path, mode)
  try {
    fsyncSync(opened)
  } finally {
    closeSync(opened)
  }
}
