/**
 * The work of whoever writes read models: derives them anew when told to, and follows the log from then on.
 */
import type { ClearStore, FollowedKeys, FollowedLog, FollowProgress, Leases, ReadStore } from '#kernel'
import { lettingGo, openerOf } from '#privacy'
import { ClearFollower, type FoldingRules, type Parked, Projector, Rebuild, type RebuildOptions } from '#projections'
import { CHECKPOINT } from '#read-models'
import { holdClearFile } from '../leases/clear-files.js'
import { holdLease } from '../leases/held-lease.js'
import { holdKeys } from '../leases/key-holders.js'

export interface Projecting extends FoldingRules {
  log: FollowedLog
  vault: FollowedKeys
  store: ReadStore
  /** The plaintext of whoever answers beside it; absent where others keep theirs. */
  clear?: ClearStore & { readonly name: string }
  /** Which read models it is that are written: one process at a time writes them. */
  place: string
  leases: Leases
  /** Derive everything anew first, on threads where it says how. */
  rebuild?: Pick<RebuildOptions, 'inShares' | 'onProgress'>
  /** Told after each write: a hint to those who follow the read models, who read there what was written. */
  onWritten: () => void
  /** Told why what was kept of the references is put anew, where it did not fit. */
  onReferencesAnew?: (reason: string) => void
  /** Told when following ends by an error, and when another has taken over, whose the read models are from then on. */
  onFailure: (error: unknown) => void
}

export interface Projection {
  /** What may be asked of it, by name: also by another thread. */
  calls: {
    notify(): void
    parked(): Parked[]
    retry(partition: string): Promise<boolean>
    /** Ends after the batch that is under way, and closes what it works on. */
    stop(): Promise<void>
  }
}

export async function projecting(o: Projecting): Promise<Projection> {
  const { log, vault, store, leases } = o
  const held = await holdLease(leases, `projection:${o.place}`, o.onFailure)
  await store.claim(held.lease)
  const holding = await holdKeys({ ...o, failed: o.onFailure })
  const opening = o.clear && { into: o.clear, openerOf: openerOf(vault) }
  const file = o.clear && (await holdClearFile(leases, o.clear.name, o.onFailure))
  if (o.rebuild) {
    const { inShares, onProgress } = o.rebuild
    await new Rebuild({ ...o, opening, inShares, onProgress }).run()
  }
  const follower =
    opening &&
    new ClearFollower({
      ...{ ...o, clear: opening.into, openerOf: opening.openerOf, failed: o.onFailure },
      letGo: lettingGo(vault, o.withholding),
      forgotten: (position) => file?.forgottenUpTo(position) ?? Promise.resolve(),
    })
  await follower?.open()
  const projector = new Projector({ ...o, listener: follower })
  const from = await projector.open()
  const stopping = new AbortController()
  const ended = projector.run(stopping.signal).catch(o.onFailure)
  const following = { onWritten: o.onWritten, after: from, signal: stopping.signal }
  const told = tellOfWrites(store, following).catch(o.onFailure)
  return {
    calls: {
      notify: () => log.notify(),
      parked: () => projector.parking.list(),
      retry: (partition) => projector.retry(partition),
      stop: async () => {
        stopping.abort()
        log.notify()
        await Promise.all([ended, told])
        await follower?.close()
        await holding.release()
        for (const lease of [held, file]) await lease?.release()
        await o.clear?.close()
        for (const each of [store, leases, log, vault]) await each.close()
      },
    },
  }
}

async function tellOfWrites(
  store: ReadStore,
  { onWritten, ...following }: Pick<Projecting, 'onWritten'> & Pick<FollowProgress, 'after' | 'signal'>,
): Promise<void> {
  for await (const _ of store.progress({ name: CHECKPOINT, ...following })) onWritten()
}
