/** Shares of a rebuild on threads, each in a place of its own that is then taken into the read models. */
import { business } from '#crm'
import type { OpenReadStore } from '#engines'
import { sharesOnThreads } from '#operations/workers'
import type { RebuildOptions } from '#projections'
import { sharedTables } from '#read-models'
import type { ShareThreadStart } from './share-thread.js'
import type { ThreadStart } from './thread-start.js'

/** The read models that are derived, and where. */
interface Derived {
  place: string
  store: Pick<OpenReadStore, 'sharePlaces'>
}

export function sharesOf(
  { engines, locale, identity }: ThreadStart,
  { place, store }: Derived,
): RebuildOptions['inShares'] {
  const places = store.sharePlaces(sharedTables(business.registry).map(({ name }) => name))
  return sharesOnThreads({
    thread: new URL('./share-thread.js', import.meta.url),
    startOf: ({ share, work }): ShareThreadStart => ({
      ...{ engines, locale, identity, share, work, place },
      sharePlace: places.placeOf(share.index),
    }),
    absorb: ({ index }) => places.absorb(index),
    clear: ({ index }) => places.remove(index),
  })
}
