/** The work of a verification: derives clean read models and holds those that serve against them, at one moment of theirs. */
import type { EventLog, KeyVault, ReadStore } from '#kernel'
import { openerOf } from '#privacy'
import { compareStores, type FoldingRules, Rebuild, type RebuildOptions, type Verification } from '#projections'
import { CHECKPOINT } from '#read-models'

export interface Verifying extends FoldingRules, Pick<RebuildOptions, 'inShares'> {
  log: EventLog
  vault: Pick<KeyVault, 'fetch'>
  kept: ReadStore
  /** Empty. */
  clean: ReadStore
}

export async function verifying({ vault, kept, clean, ...o }: Verifying): Promise<Verification> {
  // The projector goes on, what is compared stays as it was.
  return kept.moment(async (reads) => {
    const position = await reads.checkpoint(CHECKPOINT)
    await new Rebuild({ ...o, store: clean, openerOf: openerOf(vault), until: position }).run()
    return compareStores(reads, clean, { registry: o.registry, position })
  })
}
