/** Makes files and their names survive a power cut. */
import { closeSync, fsyncSync, openSync } from 'node:fs'
import { dirname } from 'node:path'

/** Waits until the file's content is on disk. */
export function syncFile(file: string): void {
  syncPath(file, 'r+')
}

/** Waits until the file's *name* is on disk: without this a file whose content was synced may still be lost. */
export function syncFolderOf(file: string): void {
  syncPath(dirname(file), 'r')
}

function syncPath(path: string, mode: 'r' | 'r+'): void {
  const descriptor = openSync(path, mode)
  try {
    fsyncSync(descriptor)
  } finally {
    closeSync(descriptor)
  }
}
