/** What was noted within the last minutes, so that a reader who goes to and fro leaves one entry. */
import type { OpenedValues } from '#kernel'

const coalescedMs = 10 * 60_000
/** Beyond this many, what has run out is dropped. */
const keptLooks = 10_000

interface Look {
  sinceMs: number
  /** Settles once the entry is durable, or could not be recorded. */
  recording: Promise<void>
}

export class RecentReads {
  private readonly noted = new Map<string, Look>()

  /** Of the partitions those that no entry of the last ten minutes covers, and the entries that cover the others. */
  covered(
    { viewer, page, reason, partitions }: OpenedValues,
    nowMs: number,
  ): { unnoted: string[]; recordings: Promise<void>[] } {
    const unnoted: string[] = []
    const recordings = new Set<Promise<void>>()
    for (const partition of partitions) {
      const look = this.noted.get(keyOf({ viewer, page, reason, partition }))
      if (look === undefined || nowMs - look.sinceMs >= coalescedMs) unnoted.push(partition)
      else recordings.add(look.recording)
    }
    return { unnoted, recordings: [...recordings] }
  }

  /** Counts the partitions as covered from now on by an entry that is being recorded. */
  keep({ viewer, page, reason }: OpenedValues, partitions: readonly string[], look: Look): void {
    if (this.noted.size > keptLooks) this.dropSpent(look.sinceMs)
    for (const partition of partitions) this.noted.set(keyOf({ viewer, page, reason, partition }), look)
  }

  /** Takes back what could not be recorded. */
  forget({ viewer, page, reason }: OpenedValues, partitions: readonly string[]): void {
    for (const partition of partitions) this.noted.delete(keyOf({ viewer, page, reason, partition }))
  }

  private dropSpent(nowMs: number): void {
    for (const [key, { sinceMs }] of this.noted) if (nowMs - sinceMs >= coalescedMs) this.noted.delete(key)
  }
}

const keyOf = (look: { viewer: string; page: string; reason?: string; partition: string }): string =>
  JSON.stringify([look.viewer, look.page, look.partition, look.reason ?? ''])
