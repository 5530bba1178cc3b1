/** The work of whoever keeps plaintext for its own answers: it follows read models that another writes. */
import type { ClearStore, FollowedKeys, FollowedLog, FollowedStore, Leases } from '#kernel'
import { lettingGo, openerOf } from '#privacy'
import { ClearFollower, type FoldingRules } from '#projections'
import { holdClearFile } from '../leases/clear-files.js'
import { holdKeys } from '../leases/key-holders.js'

export interface KeepingPlaintext extends FoldingRules {
  log: FollowedLog
  vault: FollowedKeys
  /** What is followed. */
  store: FollowedStore
  clear: ClearStore & { readonly name: string }
  leases: Leases
  /** Told when following ends by an error, and when another keeps the file. */
  onFailure: (error: unknown) => void
}

/** What may be asked of it, by name: also by another thread. */
export interface PlaintextCalls {
  notify(): void
  /** Ends after the batch that is under way, and closes what it works on. */
  stop(): Promise<void>
}

/** Resolves once the plaintext is where the read models are. */
export async function keepingPlaintext(o: KeepingPlaintext): Promise<PlaintextCalls> {
  const { log, vault, store, clear, leases, onFailure } = o
  const holding = await holdKeys({ ...o, failed: onFailure })
  const file = await holdClearFile(leases, clear.name, onFailure)
  const follower = new ClearFollower({
    ...{ ...o, openerOf: openerOf(vault), failed: onFailure },
    letGo: lettingGo(vault, o.withholding),
    forgotten: (position) => file.forgottenUpTo(position),
  })
  await follower.open()
  const stopping = new AbortController()
  const followed = follower.run(stopping.signal).catch(onFailure)
  return {
    notify: () => store.notify(),
    stop: async () => {
      stopping.abort()
      store.notify()
      await followed
      await follower.close()
      await holding.release()
      await file.release()
      for (const each of [clear, store, leases, log, vault]) await each.close()
    },
  }
}
