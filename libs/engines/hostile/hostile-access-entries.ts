/**
 * Entries of the access log for tests, kept in memory in the least convenient way: late, as copies, and in an order
 * that says nothing of when they came.
 */
import { type AccessEntries, type AccessEntry, type EntriesWanted, LogRefused } from '#kernel'
import { Lateness } from './late.js'

/** What all processes of one installation see. */
export class SharedEntries {
  readonly all: Kept[] = []
}

interface Kept {
  entry: AccessEntry
  writer: number
  /** Among those of its writer. */
  turn: number
}

const instantOf = ({ entry }: Kept): number => Date.parse(entry.metadata.recordedAt)

export class HostileAccessEntries implements AccessEntries {
  private readonly late: Lateness
  private turns = 0
  private isOpen = true

  constructor(
    private readonly shared: SharedEntries,
    private readonly seed: number,
  ) {
    this.late = new Lateness(seed)
  }

  add(entry: AccessEntry): Promise<void> {
    // Whoever hands something over may do with it what they like.
    const added = { entry: structuredClone(entry), writer: this.seed, turn: this.turns++ }
    return this.late.of(() => {
      if (!this.isOpen) throw new LogRefused('The access log is closed.')
      const { all } = this.shared
      all.splice(Math.floor(this.late.chance() * (all.length + 1)), 0, added)
    })
  }

  find({ from, until, upTo, actor, partitions, limit }: EntriesWanted): Promise<AccessEntry[]> {
    const all = [...partitions]
    return this.late.of(() => {
      const fitting = this.shared.all.filter(({ entry: { data, metadata } }) => {
        const day = metadata.recordedAt.slice(0, 10)
        if (upTo !== undefined && metadata.recordedAt > upTo) return false
        if (day < from || day > until || (actor !== undefined && metadata.actor !== actor)) return false
        return all.every((each) => data.partitions.includes(each))
      })
      const newestFirst = fitting.sort((a, b) => instantOf(b) - instantOf(a) || a.writer - b.writer || b.turn - a.turn)
      return structuredClone(newestFirst.slice(0, limit).map(({ entry }) => entry))
    })
  }

  async close(): Promise<void> {
    await this.late.pass()
    this.isOpen = false
  }
}
