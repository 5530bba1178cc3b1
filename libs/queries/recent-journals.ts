/**
 * Journals read lately, so that stepping through a customer's past reads them once. What was known by
 * a position never changes, so what was read up to it answers for every earlier one; what a later
 * one needs besides is in the end of the log.
 */
import type { Catalogue, EventLog, Partition, Position, ReadStore, StoredEvent } from '#kernel'
import { CHECKPOINT, type Journal, partitionKey, partitionsOf } from '#read-models'
import { PartitionPast } from './documents/partition-past.js'

interface Known {
  /** Everything up to here is in it. */
  upTo: Position
  past: PartitionPast
}

interface Held {
  reading: Promise<Known>
  /** Events in it; none until it is read. */
  size: number
}

interface ReadFrom {
  store: Pick<ReadStore, 'checkpoint'>
  journal: Journal
  log: Pick<EventLog, 'readAll'>
  catalogue: Catalogue
}

/** Events held in all; the journals asked for longest ago go first. */
const mostEvents = 60_000
/** Of more events since, reading the journal again costs less than reading the log. */
const mostSince = 2000

export class RecentJournals {
  private readonly known = new Map<string, Held>()
  private held = 0

  constructor(private readonly from: ReadFrom) {}

  /**
   * The events of the partition, at least all up to a position that the read models have passed; those
   * after it may be there or not. Without one, as the read models hold them now.
   */
  async read(partition: Partition, upTo?: Position): Promise<PartitionPast> {
    if (upTo === undefined) return (await this.fresh(partition)).past
    const key = keysOf(partition).join(' ')
    const held = { reading: this.readUpTo(partition, upTo, this.known.get(key)?.reading), size: 0 }
    this.drop(key)
    this.known.set(key, held)
    try {
      const { past } = await held.reading
      if (this.known.get(key) === held) this.keep(key, held, past.events.length)
      return past
    } catch (error) {
      if (this.known.get(key) === held) this.drop(key)
      throw error
    }
  }

  /** What is empty costs nothing to read again. */
  private keep(key: string, held: Held, size: number): void {
    if (size === 0) this.known.delete(key)
    this.held += size
    held.size = size
    for (const oldest of this.known.keys()) {
      if (this.held <= mostEvents) break
      this.drop(oldest)
    }
  }

  private drop(key: string): void {
    this.held -= this.known.get(key)?.size ?? 0
    this.known.delete(key)
  }

  /** As far as the read models are: what they have not seen must not pass for known. */
  private async fresh(partition: Partition): Promise<Known> {
    const upTo = await this.from.store.checkpoint(CHECKPOINT)
    return { upTo, past: new PartitionPast(partition, await this.from.journal.read(keysOf(partition))) }
  }

  private async readUpTo(partition: Partition, upTo: Position, found: Promise<Known> | undefined): Promise<Known> {
    const known = await found?.catch(() => undefined)
    if (!known || upTo - known.upTo > mostSince) return this.fresh(partition)
    if (known.upTo >= upTo) return known
    const { past } = known
    const since = await this.since(partition, { after: known.upTo, until: upTo })
    const last = past.events.at(-1)?.position ?? 0
    const unknown = since.filter(({ position }) => position > last)
    if (unknown.length === 0) return { upTo, past }
    // A correction may bring with it what was filed elsewhere until then.
    if (unknown.some(({ metadata }) => metadata.corrects)) return this.fresh(partition)
    const read = unknown.map((event) => this.from.catalogue.read(event))
    return { upTo, past: new PartitionPast(partition, [...past.events, ...read]) }
  }

  private async since(partition: Partition, range: { after: Position; until: Position }): Promise<StoredEvent[]> {
    const keys = new Set(keysOf(partition))
    const events = await this.from.log.readAll({ ...range, limit: mostSince })
    return events.filter((event) => partitionsOf(event).some((key) => keys.has(key)))
  }
}

const keysOf = ({ kind, ids }: Partition): string[] => ids.map((id) => partitionKey(kind, id))
