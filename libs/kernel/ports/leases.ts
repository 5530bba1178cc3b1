/**
 * The port to leases: who does work that one process at a time does, such as writing one generation of read models.
 * A lease is a promise by the clock; a process that was held up does not know that it has run out. What must not
 * happen then is kept from it by the epoch, which is compared where it writes (`ReadStore.claim`).
 */
import type { Position } from '../events/position.js'

export interface Lease {
  name: string
  /** Grows each time the lease is taken: of two, the later has taken over. */
  epoch: number
}

/** How far the work under a lease has come. */
export interface ReportedWork {
  name: string
  reached: Position
}

export interface Leases {
  /** How long a lease is held after it was taken or renewed, in milliseconds. */
  readonly termMs: number
  /** Takes a lease for a term; undefined while somebody else holds it. Where there is one process, it is always had. */
  take(name: string): Promise<Lease | undefined>
  /** Holds it for another term from now on; false when it was lost: somebody else has taken it since. */
  renew(lease: Lease): Promise<boolean>
  /** Lets go, so that it can be taken at once. Nothing happens where it was lost. */
  release(lease: Lease): Promise<void>
  /**
   * Says how far the work under a lease has come; it stays said when the lease is let go or lost, until the work is
   * taken up again and says so. False, and nothing is said, where it was lost.
   */
  report(lease: Lease, reached: Position): Promise<boolean>
  /** All that is said of work whose names begin so, whoever does it or has done it, in no promised order. */
  reported(prefix: string): Promise<ReportedWork[]>
  /** The work is no more, and nobody need wait for it: what was said of it is forgotten. */
  retire(name: string): Promise<void>
  close(): Promise<void>
}

/** Somebody else has taken over; whoever hears it leaves the work to them. */
export class LeaseLost extends Error {
  constructor(name: string) {
    super(`the lease ${name} was taken by somebody else, who goes on with the work`)
    this.name = 'LeaseLost'
  }
}
