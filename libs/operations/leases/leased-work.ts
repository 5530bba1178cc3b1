/**
 * Work on single things, each of which one process at a time has in hand, by its lease. What another has in hand
 * is looked at again until its lease is to be had: then that one has ended it, or cannot go on.
 */
import { type Leases, RevisionConflict } from '#kernel'
import { type HeldLease, pauseMsOf, tryLease } from './held-lease.js'

export class LeasedWork {
  /** What another has in hand, with when it is looked at again. */
  private readonly elsewhere = new Map<string, NodeJS.Timeout>()
  private isStopping = false

  constructor(
    private readonly leases: Leases,
    private readonly o: {
      nameOf: (id: string) => string
      /** Told when a thing is to be looked at again. */
      again: (id: string) => void
    },
  ) {}

  /**
   * Does the work unless another has the thing in hand. What is written meanwhile at the same place by another, who
   * has taken over, ends it without an error.
   * @param work ends as soon as it can once the lease is lost
   * @throws whatever else the work throws
   */
  async on(id: string, work: (isLost: () => boolean) => Promise<void>): Promise<void> {
    let isLost = false
    const lost = () => {
      isLost = true
    }
    const held = await this.take(id, lost)
    if (!held) return this.look(id)
    try {
      await work(() => isLost)
    } catch (error) {
      if (!(error instanceof RevisionConflict)) throw error
      isLost = true
    } finally {
      await held.release()
      if (isLost) this.look(id)
    }
  }

  /** The lease of a thing, for what is done at once; undefined when another has it in hand. */
  take(id: string, onLost: () => void = () => undefined): Promise<HeldLease | undefined> {
    return tryLease(this.leases, this.o.nameOf(id), onLost)
  }

  /** What another has in hand. */
  get waiting(): string[] {
    return [...this.elsewhere.keys()]
  }

  /** Looks at nothing again. */
  stop(): void {
    this.isStopping = true
    for (const timer of this.elsewhere.values()) clearTimeout(timer)
    this.elsewhere.clear()
  }

  private look(id: string): void {
    if (this.isStopping || this.elsewhere.has(id)) return
    const timer = setTimeout(() => {
      this.elsewhere.delete(id)
      this.o.again(id)
    }, pauseMsOf(this.leases))
    // Keeps no process going.
    this.elsewhere.set(id, timer.unref())
  }
}
