/** Shares of a rebuild on threads, each in a place of its own that is then taken into the read models. */
import { business } from '#crm'
import type { OpenClearStore, OpenReadStore } from '#engines'
import type { TableSpec } from '#kernel'
import { sharesOnThreads } from '#operations/workers'
import type { RebuildOptions } from '#projections'
import { clearTablesOf, sharedTables } from '#read-models'
import type { ShareThreadStart } from './share-thread.js'
import type { ThreadStart } from './thread-start.js'

/** The read models that are derived, with their plaintext, and where. */
interface Derived {
  place: string
  store: Pick<OpenReadStore, 'sharePlaces'>
  /** Absent where it is kept elsewhere. */
  clear: Pick<OpenClearStore, 'sharePlaces'> | undefined
}

export function sharesOf(
  { engines, locale, identity, keepsPlaintext }: ThreadStart,
  { place, store, clear }: Derived,
): RebuildOptions['inShares'] {
  const named = (tables: readonly TableSpec[]) => tables.map(({ name }) => name)
  const places = store.sharePlaces(named(sharedTables(business.registry)))
  const opened = clear?.sharePlaces(named(clearTablesOf(business.registry)))
  const both = opened ? [places, opened] : [places]
  return sharesOnThreads({
    thread: new URL('./share-thread.js', import.meta.url),
    startOf: ({ share, work }): ShareThreadStart => ({
      ...{ engines, locale, identity, keepsPlaintext, share, work, place },
      sharePlace: places.placeOf(share.index),
    }),
    absorb: async ({ index }) => {
      for (const each of both) await each.absorb(index)
    },
    clear: async ({ index }) => {
      for (const each of both) await each.remove(index)
    },
  })
}
