/**
 * Keeps a store of plaintext up with the read models: opens names and what people wrote, by what the log says and as
 * the read models have it. It may lag, stop and go on; where it has nothing, it derives everything anew.
 */
import {
  type ClearStore,
  type ClearWrite,
  type EventLog,
  type Position,
  type ReadStore,
  ReferenceHolder,
  type Registry,
  type Rules,
  SerialQueue,
  type StoredEvent,
} from '#kernel'
import {
  CHECKPOINT,
  canBeRead,
  clearTablesOf,
  partitionKey,
  readWhatCan,
  regroupingOf,
  startReferences,
  Versions,
  WRITINGS,
} from '#read-models'
import type { ProjectionListener } from '../projector.js'
import { ChangedDocuments } from './changed-documents.js'
import { deriveClear } from './derive-clear.js'
import { firstOf, type OpenerOf, type WritingParts, writingsOf, writingWrite } from './writings.js'

export interface ClearFollowing extends Pick<Rules, 'identitySets' | 'privateWriting' | 'withholding'> {
  registry: Registry
  log: EventLog
  /** The read models that are followed. */
  store: ReadStore
  clear: ClearStore
  openerOf: OpenerOf
  /** Told of each event before anything of it is opened: lets go of keys that were destroyed. */
  letGo?: (event: StoredEvent) => void
  /** Told up to where nothing is left of what was destroyed: once it is open, and after each destruction. */
  forgotten?: (position: Position) => Promise<void>
  /** Told when that fails while nobody waits for it. */
  failed?: (error: unknown) => void
}

const page = 500
/** How soon it is tried again to leave no trace while somebody reads. */
const sweepAgainMs = 100

export class ClearFollower implements ProjectionListener {
  private readonly references: ReferenceHolder
  private reached: Position = 0
  private sweeping: NodeJS.Timeout | undefined
  /** One thing at a time on the store: what was opened before a key was destroyed is written before it is forgotten. */
  private readonly turns = new SerialQueue()

  constructor(private readonly o: ClearFollowing) {
    this.references = new ReferenceHolder(o.registry.references)
  }

  /** Up to where the plaintext is. */
  get position(): Position {
    return this.reached
  }

  /** Brings the plaintext to where the read models are, whatever stands there. */
  open(): Promise<void> {
    return this.turns.take(async () => {
      const { clear, store, registry } = this.o
      await clear.declare(clearTablesOf(registry))
      const projected = await store.checkpoint(CHECKPOINT)
      this.reached = await clear.position()
      // What knows more than the read models followed others.
      if (this.reached === 0 || this.reached > projected) await this.deriveAnew(projected)
      else await this.refer(this.reached)
      await this.catchUp(projected)
      // Whoever wrote it before may have died between forgetting and leaving no trace.
      await this.sweep()
    })
  }

  /** Ends what is tried again, after what is under way. */
  close(): Promise<void> {
    clearTimeout(this.sweeping)
    return this.turns.take(async () => clearTimeout(this.sweeping))
  }

  /** Follows the read models until the signal, where nobody tells of what was written. */
  async run(signal: AbortSignal): Promise<void> {
    const following = { name: CHECKPOINT, after: this.reached, signal }
    for await (const { position, partitions = [] } of this.o.store.progress(following)) {
      if (position > this.reached) await this.turns.take(() => this.catchUp(position))
      else if (partitions.length > 0) await this.refolded(partitions)
    }
  }

  /** Takes events that the read models have just passed; those that were taken before change nothing. */
  projected(events: readonly StoredEvent[], { after, upTo }: { after: Position; upTo: Position }): Promise<void> {
    return this.turns.take(async () => {
      // Where something failed in between, there is more to take.
      await this.catchUp(after)
      await this.take(events, upTo)
    })
  }

  /** Opens all that stands in partitions anew: they were folded over their histories without a new event. */
  refolded(partitions: readonly string[]): Promise<void> {
    return this.turns.take(async () => {
      const { store, clear } = this.o
      const documents = this.documents()
      await documents.in(partitions, true)
      const writes = await documents.writes(this.reached)
      for (const key of partitions.filter((each) => each.startsWith('customer:'))) {
        const where = { column: 'customer', eq: key.slice('customer:'.length) }
        for await (const rows of clear.scan(WRITINGS, { where }))
          writes.push(...rows.map((row) => ({ table: WRITINGS, remove: row.key, position: row.position })))
        const stored = await store.filings.history([key])
        const parts = { ...this.writingParts(), openerOf: this.o.openerOf }
        for await (const { table, row } of writingsOf([key], stored, parts)) writes.push({ table, put: row })
      }
      await clear.write(writes, this.reached)
    })
  }

  private async deriveAnew(position: Position): Promise<void> {
    await this.o.clear.beginAnew()
    await this.refer(position)
    await deriveClear({ ...this.o, writing: this.writingParts(), position })
    this.reached = position
  }

  private async refer(until: Position): Promise<void> {
    await startReferences(this.references, { ...this.o, until })
  }

  /** @param until which the read models have passed */
  private async catchUp(until: Position): Promise<void> {
    while (this.reached < until) {
      const events = await this.o.log.readAll({ after: this.reached, until, limit: page })
      await this.take(events, events.length < page ? until : (events.at(-1)?.position ?? until))
    }
  }

  private async take(raw: readonly StoredEvent[], upTo: Position): Promise<void> {
    const fresh = raw.filter(({ position }) => position > this.reached)
    if (upTo <= this.reached) return
    const { events } = readWhatCan(fresh, this.o.registry.catalogue)
    const readable = new Set(events.map(({ id }) => id))
    for (const event of events) {
      this.references.take(event)
      this.o.letGo?.(event)
    }
    const { filings } = this.o.store
    const versions = await Versions.of(fresh, (streams) => filings.ofStreams(streams, upTo))
    const writes = [
      ...(await this.documentWrites(events, versions, upTo)),
      ...(await this.writingWrites(
        fresh.filter(({ id }) => readable.has(id)),
        versions,
      )),
      ...(await this.withholdingWrites(events)),
    ]
    await this.write(writes, upTo, [...new Set(events.flatMap((event) => this.o.withholding.destroyedBy(event)))])
  }

  /** @param destroyed owners and ids of keys: they are gone, so that nothing of theirs is opened any more */
  private async write(writes: readonly ClearWrite[], upTo: Position, destroyed: readonly string[]): Promise<void> {
    const { clear } = this.o
    if (destroyed.length > 0) {
      // It is forgotten before it counts as passed, so that it comes again where this is cut off.
      await clear.write(writes, this.reached)
      await clear.forget(destroyed)
    }
    await clear.write(destroyed.length > 0 ? [] : writes, upTo)
    this.reached = upTo
    if (destroyed.length > 0) await this.sweep()
  }

  /** Readers are waited for, and nobody waits for that. */
  private async sweep(): Promise<void> {
    clearTimeout(this.sweeping)
    if (await this.o.clear.sweep()) return this.o.forgotten?.(this.reached)
    const again = () => this.turns.take(() => this.sweep()).catch((error: unknown) => this.o.failed?.(error))
    this.sweeping = setTimeout(() => void again(), sweepAgainMs)
  }

  private documents(): ChangedDocuments {
    return new ChangedDocuments({ ...this.o, references: this.references })
  }

  private async documentWrites(
    events: readonly StoredEvent[],
    versions: Versions,
    upTo: Position,
  ): Promise<ClearWrite[]> {
    const { identitySets } = this.o
    const documents = this.documents()
    let previous = this.reached
    for (const event of events) {
      if (identitySets.changedBy.has(event.type))
        await documents.in(regroupingOf(event, previous, { identitySets, references: this.references }).keys)
      else documents.by(event, versions)
      previous = event.position
    }
    return documents.writes(upTo)
  }

  /** @param events as stored: by what is sealed in them a row is forgotten */
  private async writingWrites(events: readonly StoredEvent[], versions: Versions): Promise<ClearWrite[]> {
    const open = await this.o.openerOf(events.map(({ data }) => data))
    const parts = { ...this.writingParts(), open }
    return events.flatMap((event) => {
      const first = firstOf([...versions.before(event), event])
      return first === undefined ? [] : (writingWrite({ event, first }, parts) ?? [])
    })
  }

  /** What is withheld leaves the search, and what is released comes back. */
  private async withholdingWrites(events: readonly StoredEvent[]): Promise<ClearWrite[]> {
    const writes: ClearWrite[] = []
    const parts = this.writingParts()
    for (const event of events) {
      const ids = this.o.withholding.withholdsNow(event)
      if (ids.length === 0) continue
      const filed = event.metadata.customers.map((customer) => partitionKey('customer', customer))
      const known = await this.o.store.filings.versions(filed, ids)
      for (const id of ids) {
        const versions = known.filter((each) => each.id === id || each.metadata.corrects?.eventId === id)
        const last = versions.findLast((version) => canBeRead(version, this.o.registry.catalogue))
        const first = firstOf(versions)
        if (!last || first === undefined) continue
        const open = await this.o.openerOf(last.data)
        writes.push(...[writingWrite({ event: last, first, at: event.position }, { ...parts, open }) ?? []].flat())
      }
    }
    return writes
  }

  private writingParts(): Omit<WritingParts, 'open'> {
    const { registry, privateWriting, withholding } = this.o
    return { catalogue: registry.catalogue, privateWriting, withheld: withholding.withheldEvents(this.references.at()) }
  }
}
