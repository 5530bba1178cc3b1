/** The work of a verification: derives clean read models and holds those that serve against them, at one moment of theirs. */
import { setTimeout as delay } from 'node:timers/promises'
import type { ClearReads, ClearStore, EventLog, KeyVault, Position, ReadStore, StoreReads } from '#kernel'
import { openerOf } from '#privacy'
import { compareStores, type FoldingRules, Rebuild, type RebuildOptions, type Verification } from '#projections'
import { CHECKPOINT } from '#read-models'
import { holdKeys } from '../leases/key-holders.js'

/** Read models with their plaintext, where that is kept with them. */
interface Pair {
  store: ReadStore
  clear?: ClearStore
}

export interface Verifying extends FoldingRules, Pick<RebuildOptions, 'inShares'> {
  log: EventLog
  vault: Pick<KeyVault, 'fetch' | 'shared'>
  kept: Pair
  /** Empty. */
  clean: Pair
}

interface AtOneMoment {
  reads: StoreReads
  clear: ClearReads | undefined
  position: Position
}

/** How long plaintext may take to be where the read models are, and how often it is looked. */
const patienceMs = 30_000
const lookMs = 20

export async function verifying({ vault, kept, clean, ...o }: Verifying): Promise<Verification> {
  const holding = await holdKeys({ ...o, vault })
  try {
    // The projector goes on, what is compared stays as it was.
    return await atOneMoment(kept, async ({ reads, clear, position }) => {
      const opening = clean.clear && { into: clean.clear, openerOf: openerOf(vault) }
      await new Rebuild({ ...o, store: clean.store, opening, until: position }).run()
      const compared = clear && clean.clear && { kept: clear, clean: clean.clear }
      return compareStores(reads, clean.store, { registry: o.registry, position, clear: compared })
    })
  } finally {
    await holding.release()
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
