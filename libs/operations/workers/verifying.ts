/**
 * The work of a verification: derives clean read models and holds those that serve against them. No moment of those
 * that serve need last for long, which not every server grants: the clean ones are folded without one, and brought to
 * each moment in which some of them are compared.
 */
import { setTimeout as delay } from 'node:timers/promises'
import type { ClearReads, ClearStore, Position, ReadStore, StoreReads } from '#kernel'
import { Comparison, type Verification } from '#projections'
import { CHECKPOINT } from '#read-models'
import { holdKeys } from '../leases/key-holders.js'
import { type CleanFolding, CleanReadModels } from './clean-read-models.js'

/** Read models with their plaintext, where that is kept with them. */
interface Pair {
  store: ReadStore
  clear?: ClearStore
}

export interface Verifying extends Omit<CleanFolding, 'until'> {
  kept: Pair
  /** For how long at most one moment is compared; 5 s unless told. */
  momentMs?: number
}

interface AtOneMoment {
  reads: StoreReads
  clear: ClearReads | undefined
  position: Position
}

/** How long plaintext may take to be where the read models are, and how often it is looked. */
const patienceMs = 30_000
const lookMs = 20
/** A twelfth of what MongoDB grants a transaction. */
const usualMomentMs = 5_000

/** Whatever is recorded meanwhile goes into both, and is folded into the clean ones as it comes. */
export async function verifying({ kept, momentMs = usualMomentMs, ...o }: Verifying): Promise<Verification> {
  const holding = await holdKeys(o)
  try {
    const clean = await CleanReadModels.fold({ ...o, until: await kept.store.checkpoint(CHECKPOINT) })
    try {
      return await comparing(kept, clean, { registry: o.registry, momentMs })
    } finally {
      await clean.close()
    }
  } finally {
    await holding.release()
  }
}

async function comparing(
  kept: Pair,
  clean: CleanReadModels,
  { registry, momentMs }: Pick<Verifying, 'registry'> & { momentMs: number },
): Promise<Verification> {
  const comparison = new Comparison(registry, { withPlaintext: Boolean(kept.clear && clean.clear) })
  for (;;) {
    // Nearly all of the way before the moment begins.
    await clean.bringTo(await kept.store.checkpoint(CHECKPOINT))
    const position = await atOneMoment(kept, async ({ reads, clear, position }) => {
      const until = performance.now() + momentMs
      await clean.bringTo(position)
      const plaintext = clear && clean.clear && { kept: clear, clean: clean.clear }
      const stores = { kept: reads, clean: clean.store, clear: plaintext }
      return (await comparison.goOn(stores, () => performance.now() > until)) ? position : undefined
    })
    if (position !== undefined) return { position, ...comparison.found }
  }
}

/** @throws Error when the plaintext does not come to where the read models are */
async function atOneMoment<T>({ store, clear }: Pair, work: (of: AtOneMoment) => Promise<T>): Promise<T> {
  const patience = AbortSignal.timeout(patienceMs)
  for (;;) {
    const done = await store.moment(async (reads) => {
      const position = await reads.checkpoint(CHECKPOINT)
      if (!clear) return { result: await work({ reads, clear, position }) }
      return clear.moment(async (opened) =>
        (await opened.position()) === position ? { result: await work({ reads, clear: opened, position }) } : undefined,
      )
    })
    if (done) return done.result
    if (patience.aborted) throw new Error('the plaintext does not come to where the read models are')
    await delay(lookMs)
  }
}
