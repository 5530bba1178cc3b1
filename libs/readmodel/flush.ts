/** Makes what was written survive a stop of the machine. */
import { closeSync, fsyncSync, openSync } from 'node:fs'

/** Waits until a file's content is on the disk. */
export const flushFile = (file: string): void => flush(file, 'r+')

/** Waits until the names in a folder are, after a rename; Windows cannot be asked to. */
export function flushFolder(folder: string): void {
  if (process.platform !== 'win32') flush(folder, 'r')
}

function flush(path: string, mode: 'r' | 'r+'): void {
  const opened = openSync(path, mode)
  try {
    fsyncSync(opened)
  } finally {
    closeSync(opened)
  }
}
