/** What was noted within the last minutes, so that a reader who goes to and fro leaves one entry. */
import type { Opened } from '#kernel'

const coalescedMs = 10 * 60_000
/** Beyond this many, what has run out is dropped. */
const keptLooks = 10_000

export class RecentLooks {
  private readonly noted = new Map<string, number>()

  /** The partitions that are not covered by an entry of the last ten minutes; they are from now on. */
  unnoted({ viewer, page, reason, partitions }: Opened, nowMs: number): string[] {
    const fresh = partitions.filter((partition) => {
      const since = this.noted.get(keyOf({ viewer, page, reason, partition }))
      return since === undefined || nowMs - since >= coalescedMs
    })
    if (this.noted.size > keptLooks) this.dropSpent(nowMs)
    for (const partition of fresh) this.noted.set(keyOf({ viewer, page, reason, partition }), nowMs)
    return fresh
  }

  /** Takes back what could not be recorded. */
  forget({ viewer, page, reason }: Opened, partitions: readonly string[]): void {
    for (const partition of partitions) this.noted.delete(keyOf({ viewer, page, reason, partition }))
  }

  private dropSpent(nowMs: number): void {
    for (const [key, since] of this.noted) if (nowMs - since >= coalescedMs) this.noted.delete(key)
  }
}

const keyOf = (look: { viewer: string; page: string; reason?: string; partition: string }): string =>
  JSON.stringify([look.viewer, look.page, look.partition, look.reason ?? ''])
