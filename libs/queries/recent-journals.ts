/**
 * Journals read lately, by their filings from the log, so that stepping through a customer's past reads
 * them once. What was known by a position never changes, so what was read up to it answers for every
 * earlier one; of what a later one needs besides only that is read.
 */
import { LRUCache } from 'lru-cache'
import {
  type Catalogue,
  comparePositions,
  earlierPosition,
  laterPosition,
  type Partition,
  type Position,
  type StoredEvent,
  type StoreReads,
  type UnitZones,
} from '#kernel'
import { CHECKPOINT, keysOfPartition } from '#read-models'
import { PartitionPast } from './documents/past/partition-past.js'

interface Known {
  /** Everything up to here is in it. */
  upTo: Position
  past: PartitionPast
}

/** Of one moment. */
type JournalReads = Pick<StoreReads, 'checkpoint' | 'filings'>

interface ReadFrom {
  catalogue: Catalogue
  zones: UnitZones
}

/** Events held in all; the journals asked for longest ago go first. */
const mostEvents = 60_000

export class RecentJournals {
  private readonly known = new LRUCache<string, Promise<Known>>({ maxSize: mostEvents })

  constructor(private readonly from: ReadFrom) {}

  /**
   * The events of the partition, at least all up to a position that the read models have passed; those
   * after it may be there or not. Without one, as the read models hold them now.
   */
  async read(partition: Partition, reads: JournalReads, upTo?: Position): Promise<PartitionPast> {
    if (upTo === undefined) return (await this.fresh(partition, reads)).past
    const key = keysOfPartition(partition).join(' ')
    const reading = this.readUpTo(partition, { reads, upTo, found: this.known.get(key) })
    // Others wait for the same reading; how much it is of shows once it is read.
    this.known.set(key, reading, { size: 1 })
    try {
      const { past } = await reading
      this.keep(key, reading, past.events.length)
      return past
    } catch (error) {
      if (this.known.peek(key) === reading) this.known.delete(key)
      throw error
    }
  }

  /** What is empty costs nothing to read again. */
  private keep(key: string, reading: Promise<Known>, size: number): void {
    if (this.known.peek(key) !== reading) return
    this.known.delete(key)
    if (size > 0) this.known.set(key, reading, { size })
  }

  /** As far as the read models are: what they have not seen must not pass for known. */
  private async fresh(partition: Partition, reads: JournalReads): Promise<Known> {
    const { catalogue } = this.from
    const upTo = await reads.checkpoint(CHECKPOINT)
    const events = await reads.filings.history(keysOfPartition(partition))
    return {
      upTo,
      past: this.pastOf(
        partition,
        events.map((event) => catalogue.readOrMark(event)),
      ),
    }
  }

  private pastOf(partition: Partition, events: readonly StoredEvent[]): PartitionPast {
    return new PartitionPast(partition, events, this.from.zones)
  }

  private async readUpTo(
    partition: Partition,
    { reads, upTo, found }: { reads: JournalReads; upTo: Position; found: Promise<Known> | undefined },
  ): Promise<Known> {
    const known = await found?.catch(() => undefined)
    if (!known) return this.fresh(partition, reads)
    if (known.upTo >= upTo) return known
    const { catalogue } = this.from
    const { past } = known
    // What the read models have not seen yet must not pass for known.
    const seen = earlierPosition(upTo, await reads.checkpoint(CHECKPOINT))
    const since = await reads.filings.history(keysOfPartition(partition), { after: known.upTo, upTo: seen })
    const ids = new Set(past.events.map(({ id }) => id))
    const unknown = since.filter(({ id }) => !ids.has(id)).map((event) => catalogue.readOrMark(event))
    if (unknown.length === 0) return { upTo: laterPosition(known.upTo, seen), past }
    // A correction may bring with it what was filed elsewhere until then.
    const events = [...past.events, ...unknown].sort((a, b) => comparePositions(a.position, b.position))
    return { upTo: seen, past: this.pastOf(partition, events) }
  }
}
