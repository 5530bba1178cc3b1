/**
 * Whether this process still counts as a member of its group. The group deals its partitions to others only once it
 * has not been heard of for a session; the clock of that is ours, and begins before the broker's.
 */
import { NoLongerHeld } from '#kernel'

export const sessionMs = 10_000
const beatMs = sessionMs / 5

export class HeldMembership {
  private untilMs = 0
  private lost: unknown

  /** @param beat asks the group whether we are in it. @throws what it says where we are not */
  constructor(private readonly beat: () => Promise<void>) {}

  /** @throws what the group says where it has gone on without us */
  async renew(): Promise<void> {
    // One that is under way for another caller may have begun long ago.
    await this.beat()
    const fromMs = performance.now()
    await this.beat()
    this.untilMs = fromMs + sessionMs
  }

  requireHeld(): void {
    if (this.lost !== undefined || performance.now() >= this.untilMs) throw new NoLongerHeld()
  }

  /** Stays a member while the work goes on. @throws what the group says, behind the work */
  async during<T>(work: () => Promise<T>): Promise<T> {
    await this.renew()
    const timer = setInterval(() => {
      this.renew().catch((error: unknown) => {
        this.lost = error
      })
    }, beatMs)
    try {
      const done = await work()
      if (this.lost !== undefined) throw this.lost
      return done
    } catch (error) {
      throw this.lost ?? error
    } finally {
      clearInterval(timer)
    }
  }
}
