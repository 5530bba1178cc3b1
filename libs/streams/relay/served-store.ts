/** The read models that serve, as whoever follows them has them: until another generation takes their place. */
import { setTimeout as delay } from 'node:timers/promises'
import type { Generations, ReadStore } from '#kernel'

export interface ServedStores {
  generations: Pick<Generations, 'current'>
  /** Of the read models that can be read here; those of another are waited out. */
  shape: string
  /** Opens the read models of a place, to be read only. */
  openReadStore(place: string): Promise<ReadStore>
}

const lookEveryMs = 1_000

/**
 * Works on the read models of each generation while it serves, one after the other; waits where there is none.
 * @param work ends at its signal; after that the store is closed
 */
export async function onServedStores(
  { generations, shape, openReadStore }: ServedStores,
  signal: AbortSignal,
  work: (served: { store: ReadStore; generation: number }, signal: AbortSignal) => Promise<void>,
): Promise<void> {
  while (!signal.aborted) {
    const current = await generations.current()
    if (!current?.intact || current.shape !== shape) {
      await untilNextLook(signal)
      continue
    }
    const store = await openReadStore(current.place)
    const left = new AbortController()
    const both = AbortSignal.any([signal, left.signal])
    const watched = untilReplaced(current.number, { generations, signal: both }).finally(() => left.abort())
    try {
      await work({ store, generation: current.number }, both)
    } finally {
      left.abort()
      await watched
      await store.close()
    }
  }
}

async function untilReplaced(
  number: number,
  { generations, signal }: Pick<ServedStores, 'generations'> & { signal: AbortSignal },
): Promise<void> {
  while (!signal.aborted) {
    await untilNextLook(signal)
    if ((await generations.current())?.number !== number) return
  }
}

/** Ends at the signal, without an error. */
async function untilNextLook(signal: AbortSignal): Promise<void> {
  await delay(lookEveryMs, undefined, { signal }).catch((error: Error) => {
    if (error.name !== 'AbortError') throw error
  })
}
