/** Holds a lease for as long as its work goes on. */
import { setTimeout as delay } from 'node:timers/promises'
import { type Lease, LeaseLost, type Leases } from '#kernel'

export interface HeldLease {
  lease: Lease
  /** Ends the renewing and lets go, after the work has ended. */
  release(): Promise<void>
}

/** Often enough that one that comes late does no harm. */
const renewalsPerTerm = 3
/** Often, since nobody does the work from when a lease has run out until that is seen; a look that finds it held changes nothing. */
const looksPerTerm = 20

/** How long whoever holds a lease lets pass before it is renewed. */
export const pauseMsOf = ({ termMs }: Pick<Leases, 'termMs'>): number => termMs / renewalsPerTerm

/** How long whoever waits for a lease lets pass before it looks again. */
const lookMsOf = ({ termMs }: Pick<Leases, 'termMs'>): number => termMs / looksPerTerm

/**
 * Takes a lease as soon as nobody else holds it, and renews it from then on.
 * @param onLost told when it is lost, or cannot be renewed; then it is renewed no more
 */
export async function holdLease(leases: Leases, name: string, onLost: (reason: unknown) => void): Promise<HeldLease> {
  for (;;) {
    const held = await tryLease(leases, name, onLost)
    if (held) return held
    await delay(lookMsOf(leases))
  }
}

/** The same until the signal; undefined where that came first. */
export async function awaitLease(
  leases: Leases,
  name: string,
  { onLost, signal }: { onLost: (reason: unknown) => void; signal: AbortSignal },
): Promise<HeldLease | undefined> {
  while (!signal.aborted) {
    const held = await tryLease(leases, name, onLost)
    if (held) return held
    await delay(lookMsOf(leases), undefined, { signal }).catch(() => undefined)
  }
  return undefined
}

/** The same unless somebody else holds it. */
export async function tryLease(
  leases: Leases,
  name: string,
  onLost: (reason: unknown) => void,
): Promise<HeldLease | undefined> {
  const lease = await leases.take(name)
  if (!lease) return undefined
  const ending = new AbortController()
  const { signal } = ending
  const renewed = renewing(leases, lease, signal).catch((error: unknown) => {
    // The pause that was under way ends by an error of its own.
    if (!signal.aborted) onLost(error)
  })
  return {
    lease,
    release: async () => {
      ending.abort()
      await renewed
      await leases.release(lease)
    },
  }
}

async function renewing(leases: Leases, lease: Lease, signal: AbortSignal): Promise<void> {
  for (;;) {
    // Keeps no process going.
    await delay(pauseMsOf(leases), undefined, { signal, ref: false })
    if (!(await leases.renew(lease))) throw new LeaseLost(lease.name)
  }
}
