/** Shares of a rebuild on threads, each in a file of its own that is then taken into the read models. */
import { rmSync } from 'node:fs'
import { business } from '#crm'
import type { openReadStore } from '#engines'
import type { Share } from '#kernel'
import { sharesOnThreads } from '#operations/workers'
import type { RebuildOptions } from '#projections'
import { sharedTables } from '#read-models'
import type { ShareThreadStart } from './share-thread.js'
import type { ThreadStart } from './thread-start.js'

export function sharesInFiles(
  { engines, locale, identity }: ThreadStart,
  store: ReturnType<typeof openReadStore>,
): RebuildOptions['inShares'] {
  const tables = sharedTables(business.registry).map(({ name }) => name)
  const fileOf = ({ index }: Share) => `${store.file.path}-share${index}`
  return sharesOnThreads({
    thread: new URL('./share-thread.js', import.meta.url),
    startOf: (each): ShareThreadStart => ({
      ...{ engines, locale, identity },
      ...each,
      storeFile: store.file.path,
      shareFile: fileOf(each.share),
    }),
    absorb: (share) => store.absorb(fileOf(share), tables),
    clear: (share) => {
      for (const suffix of ['', '-wal', '-shm', '-journal']) rmSync(`${fileOf(share)}${suffix}`, { force: true })
    },
  })
}
