/** Folds the shares of a rebuild on threads, each into a file of its own, which is then taken into the read models. */
import { rmSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import { business } from '#crm'
import type { SqliteReadStore } from '#engines/sqlite'
import type { RebuildOptions, ShareDone } from '#projections'
import { sharedTables } from '#read-models'
import { type CrossedError, crossed, ended, serve } from './calls.js'
import type { ThreadFiles } from './opening.js'
import type { ShareThreadStart } from './share-thread.js'

/** More than these share the disk and the memory rather than the work. */
const mostThreads = 4

/** On a machine with one processor there is nothing to share. */
export function sharesOnThreads(files: ThreadFiles, store: SqliteReadStore): RebuildOptions['inShares'] {
  const of = Math.min(availableParallelism(), mostThreads)
  if (of < 2) return undefined
  const tables = sharedTables(business.registry).map(({ name }) => name)
  return async (work, onFolded) => {
    const starts = Array.from({ length: of }, (_, index): ShareThreadStart => {
      const shareFile = `${store.file.path}-share${index}`
      return { ...files, storeFile: store.file.path, shareFile, share: { index, of }, work }
    })
    for (const { shareFile } of starts) remove(shareFile)
    try {
      const done = await Promise.all(starts.map((start) => foldOnThread(start, onFolded)))
      for (const { shareFile } of starts) store.absorb(shareFile, tables)
      return { parked: done.flatMap(({ parked }) => parked), strays: done.flatMap(({ strays }) => strays) }
    } finally {
      for (const { shareFile } of starts) remove(shareFile)
    }
  }
}

function foldOnThread(start: ShareThreadStart, onFolded: (events: number) => void): Promise<ShareDone> {
  const worker = new Worker(new URL('./share-thread.js', import.meta.url), { workerData: start })
  return new Promise((resolve, reject) => {
    serve(worker, {
      folded: onFolded,
      done: resolve,
      failed: (reason: CrossedError) => reject(crossed(reason)),
    })
    void ended(worker).then((error) => reject(error ?? new Error('a share of the rebuild ended early')))
  })
}

function remove(file: string): void {
  for (const suffix of ['', '-wal', '-shm', '-journal']) rmSync(`${file}${suffix}`, { force: true })
}
