/**
 * Journals read lately, so that stepping through a customer's past reads them once. What was known by
 * a position never changes, so what was read up to it answers for every earlier one; what a later
 * one needs besides is in the end of the log.
 */
import type { Catalogue, EventLog, Partition, Position, ReadStore, StoredEvent } from '#kernel'
import { PartitionPast } from '#readmodel/docs/partition-past.js'
import { CHECKPOINT } from '#readmodel/engine/projector.js'
import { type Journal, partitionKey, partitionsOf } from '#readmodel/engine/rows/journal.js'

interface Known {
  /** Everything up to here is in it. */
  upTo: Position
  past: PartitionPast
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
  private readonly known = new Map<string, Promise<Known>>()

  constructor(private readonly from: ReadFrom) {}

  /**
   * The events of the partition, at least all up to a position that the read models have passed; those
   * after it may be there or not. Without one, as the read models hold them now.
   */
  async read(partition: Partition, upTo?: Position): Promise<PartitionPast> {
    if (upTo === undefined) return (await this.fresh(partition)).past
    const key = keysOf(partition).join(' ')
    const found = this.known.get(key)
    const reading = this.readUpTo(partition, upTo, found)
    this.known.delete(key)
    this.known.set(key, reading)
    try {
      const { past } = await reading
      await this.makeRoom()
      return past
    } catch (error) {
      this.known.delete(key)
      throw error
    }
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

  private async makeRoom(): Promise<void> {
    let held = 0
    for (const [key, reading] of [...this.known].reverse()) {
      // Whoever asked for one that cannot be read is told so.
      held += await reading.then(
        ({ past }) => past.events.length,
        () => 0,
      )
      if (held > mostEvents) this.known.delete(key)
    }
  }
}

const keysOf = ({ kind, ids }: Partition): string[] => ids.map((id) => partitionKey(kind, id))
