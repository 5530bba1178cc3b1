/** The work of a verification: derives clean read models and holds those that serve against them, at one moment of theirs. */
import type { EventLog, KeyVault, ReadStore } from '#kernel'
import { openerOf } from '#privacy'
import { compareStores, type FoldingRules, Rebuild, type RebuildOptions, type Verification } from '#projections'
import { CHECKPOINT } from '#read-models'

export interface Verifying extends FoldingRules, Pick<RebuildOptions, 'inShares'> {
  log: EventLog
  vault: Pick<KeyVault, 'fetch'>
  /** As it is at one moment: the projector goes on, what is compared stays as it was. */
  kept: ReadStore
  /** Empty. */
  clean: ReadStore
}

export async function verifying({ vault, kept, clean, ...o }: Verifying): Promise<Verification> {
  const position = await kept.checkpoint(CHECKPOINT)
  await new Rebuild({ ...o, store: clean, openerOf: openerOf(vault), until: position }).run()
  return compareStores(kept, clean, { registry: o.registry, position })
}
