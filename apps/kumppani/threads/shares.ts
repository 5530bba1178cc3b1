/** Shares of a rebuild on threads, each in a file of its own that is then taken into the read models. */
import { business } from '#crm'
import { type OpenReadStore, shareFilesOf } from '#engines'
import { sharesOnThreads } from '#operations/workers'
import type { RebuildOptions } from '#projections'
import { sharedTables } from '#read-models'
import type { ShareThreadStart } from './share-thread.js'
import type { ThreadStart } from './thread-start.js'

export function sharesInFiles(
  { engines, locale, identity }: ThreadStart,
  store: OpenReadStore,
): RebuildOptions['inShares'] {
  const files = shareFilesOf(
    store,
    sharedTables(business.registry).map(({ name }) => name),
  )
  return sharesOnThreads({
    thread: new URL('./share-thread.js', import.meta.url),
    startOf: ({ share, work }): ShareThreadStart => ({
      ...{ engines, locale, identity, share, work },
      storeFile: store.file.path,
      shareFile: files.fileOf(share.index),
    }),
    absorb: ({ index }) => files.absorb(index),
    clear: ({ index }) => files.remove(index),
  })
}
