/** Files of their own into which the shares of a rebuild are folded, beside the read models that take them in. */
import { rmSync } from 'node:fs'
import type { SqliteReadStore } from '../sqlite-read-store.js'

export interface ShareFiles {
  fileOf(index: number): string
  /** Takes what stands in a share's file into the read models. */
  absorb(index: number): void
  remove(index: number): void
}

export function shareFilesOf(store: SqliteReadStore, tables: readonly string[]): ShareFiles {
  const fileOf = (index: number) => `${store.file.path}-share${index}`
  return {
    fileOf,
    absorb: (index) => store.absorb(fileOf(index), tables),
    remove: (index) => {
      for (const suffix of ['', '-wal', '-shm', '-journal']) rmSync(`${fileOf(index)}${suffix}`, { force: true })
    },
  }
}
