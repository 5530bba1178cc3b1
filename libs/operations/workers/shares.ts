/** Folds the shares of a rebuild on threads beside each other: what is done here, and how the threads are begun. */
import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import {
  type ClearStore,
  type EventLog,
  type KeyVault,
  loadReferences,
  type ReadStore,
  ReferenceHolder,
  type Share,
} from '#kernel'
import { openerOf } from '#privacy'
import { type FoldingRules, type RebuildOptions, rebuildShare, type ShareDone, type SharedWork } from '#projections'
import { clearTablesOf, sharedTables } from '#read-models'
import { holdKeys } from '../leases/key-holders.js'
import { type CrossedError, crossed, ended, serve } from './calls.js'

/** More than these share the disk and the memory rather than the work. */
const mostThreads = 4

/** One share as its thread is told of it. */
export interface ShareToFold {
  share: Share
  work: SharedWork
}

export interface FoldingShare extends FoldingRules, ShareToFold {
  log: EventLog
  vault: Pick<KeyVault, 'fetch' | 'shared'>
  /** Read models with their filings, and nothing else yet. */
  source: ReadStore
  /** Empty. */
  into: ReadStore
  /** Takes the plaintext; empty as well. Absent where it is kept elsewhere. */
  clear?: ClearStore
  onFolded: (events: number) => void
}

/** Folds one share into stores of its own. */
export async function foldingShare({ vault, clear, ...o }: FoldingShare): Promise<ShareDone> {
  await o.into.declare(sharedTables(o.registry), { unindexed: true })
  await clear?.declare(clearTablesOf(o.registry), { unindexed: true })
  const references = new ReferenceHolder(o.registry.references)
  await loadReferences(references, { log: o.log, registry: o.registry, until: o.work.until })
  const holding = await holdKeys({ ...o, vault })
  try {
    return await rebuildShare({ ...o, references, opening: clear && { into: clear, openerOf: openerOf(vault) } })
  } finally {
    await holding.release()
  }
}

/** Where the threads of shares begin, and what becomes of what they fold. */
export interface ShareThreads {
  /** Tells `folded`, then `done` or `failed`. */
  thread: URL
  /** What the thread of a share is begun with; there is nothing where it is to fold into. */
  startOf(each: ShareToFold): object
  /** Takes what one share was folded into. */
  absorb(share: Share): Promise<void>
  /** Removes what shares were folded into, also when something failed. */
  clear(share: Share): Promise<void>
}

/** On a machine with one processor there is nothing to share. */
export function sharesOnThreads(threads: ShareThreads): RebuildOptions['inShares'] {
  const of = Math.min(availableParallelism(), mostThreads)
  if (of < 2) return undefined
  const shares = Array.from({ length: of }, (_, index): Share => ({ index, of }))
  return async (work, onFolded) => {
    for (const share of shares) await threads.clear(share)
    try {
      const folded = shares.map((share) => foldOnThread(threads.thread, threads.startOf({ share, work }), onFolded))
      const done = await Promise.all(folded)
      for (const share of shares) await threads.absorb(share)
      return { parked: done.flatMap(({ parked }) => parked), strays: done.flatMap(({ strays }) => strays) }
    } finally {
      for (const share of shares) await threads.clear(share)
    }
  }
}

/** Room for what is dropped with the customer it was folded for. */
const folding = { maxYoungGenerationSizeMb: 48 }

function foldOnThread(thread: URL, workerData: object, onFolded: (events: number) => void): Promise<ShareDone> {
  const worker = new Worker(thread, { workerData, resourceLimits: folding })
  return new Promise((resolve, reject) => {
    serve(worker, {
      folded: onFolded,
      done: resolve,
      failed: (reason: CrossedError) => reject(crossed(reason)),
    })
    void ended(worker).then((error) => reject(error ?? new Error('a share of the rebuild ended early')))
  })
}
