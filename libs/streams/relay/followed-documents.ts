/** Which published documents may have changed, step by step as the read models pass the log. */
import {
  type EventLog,
  type Position,
  type ProgressStep,
  type ReadStore,
  ReferenceHolder,
  type Registry,
  type Rules,
  type StoredEvent,
} from '#kernel'
import {
  ChangedSlots,
  keysOfPartition,
  partitionNamed,
  readWhatCan,
  regroupingOf,
  type Slot,
  startReferences,
  Versions,
} from '#read-models'
import type { PublishedView } from '../tables/published-rows.js'

export interface FollowedParts extends Pick<Rules, 'identitySets'> {
  registry: Registry
  log: EventLog
  store: ReadStore
  views: readonly PublishedView[]
}

export interface ChangedAt {
  slots: Slot[]
  /** Which the read models have passed. */
  upTo: Position
}

/** Of the log at once: what they change is published together. */
const page = 500

export class FollowedDocuments {
  private readonly references: ReferenceHolder

  private constructor(
    private reached: Position,
    private readonly p: FollowedParts,
  ) {
    this.references = new ReferenceHolder(p.registry.references)
  }

  /** As of a position that the read models have passed. */
  static async at(position: Position, p: FollowedParts): Promise<FollowedDocuments> {
    const documents = new FollowedDocuments(position, p)
    await startReferences(documents.references, { ...p, until: position })
    return documents
  }

  /** What a step may have changed, in pieces. */
  async *changedBy({ position, partitions = [] }: ProgressStep): AsyncGenerator<ChangedAt> {
    const isSteady = position <= this.reached
    while (this.reached < position) {
      const events = await this.p.log.readAll({ after: this.reached, until: position, limit: page })
      const upTo = events.length < page ? position : (events.at(-1)?.position ?? position)
      const slots = await this.changedByEvents(events, upTo)
      this.reached = upTo
      yield { slots, upTo }
    }
    // They were folded over their histories without a new event.
    if (isSteady && partitions.length > 0) yield { slots: await this.changedIn(partitions), upTo: this.reached }
  }

  private async changedByEvents(raw: readonly StoredEvent[], upTo: Position): Promise<Slot[]> {
    const { identitySets, store } = this.p
    const { events } = readWhatCan(raw, this.p.registry.catalogue)
    for (const event of events) this.references.take(event)
    const versions = await Versions.of(raw, (streams) => store.filings.ofStreams(streams, upTo))
    const changed = this.slots()
    let previous = this.reached
    for (const event of events) {
      if (identitySets.changedBy.has(event.type)) {
        const { keys } = regroupingOf(event, previous, { identitySets, references: this.references })
        await this.addAllIn(keys, changed)
      } else changed.by(event, versions)
      previous = event.position
    }
    return [...changed.slots.values()]
  }

  private async changedIn(partitions: readonly string[]): Promise<Slot[]> {
    const changed = this.slots()
    const known = this.references.at()
    for (const key of partitions) {
      const { kind, id } = partitionNamed(key)
      await this.addAllIn(keysOfPartition({ kind, ids: this.p.identitySets.setOf(kind, id, known) }), changed)
    }
    return [...changed.slots.values()]
  }

  /** Also those that stood there and do not any more, which the histories tell. */
  private async addAllIn(keys: readonly string[], changed: ChangedSlots): Promise<void> {
    await changed.in(keys)
    changed.everIn(keys, await this.p.store.filings.history(keys))
  }

  private slots(): ChangedSlots {
    return new ChangedSlots({ ...this.p, catalogue: this.p.registry.catalogue, references: this.references })
  }
}
