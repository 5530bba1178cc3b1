/**
 * The live loop: takes what the log delivers, files it in the journal, folds it, and writes
 * documents, figures, search and checkpoint in one transaction.
 */
import type { Business, EventLog, Position, ReadStore, Row, StoredEvent, Write } from '#kernel'
import { ReferenceHolder, refuse, SerialQueue } from '#kernel'
import {
  type Caused,
  CellSums,
  CHECKPOINT,
  eventsOf,
  FoldPlan,
  type Held,
  JOURNAL,
  Journal,
  partitionKey,
  plaintextTables,
  readWhatCan,
  tablesOf,
} from '#read-models'
import { BatchMemory } from './folds/batch-memory.js'
import { foldParked } from './folds/fold-parked.js'
import { Projection, type ProjectionParts, partitionsAt } from './folds/projection.js'
import { Parking } from './parking.js'
import { clearWrite, hasClear } from './rows/clear.js'
import { JoinSources, joinedColumns } from './rows/joined-columns.js'
import { documentWrite, figureWrites, groupZoneOf } from './rows/rows.js'
import { type OpenValue, type WritingParts, writingWrite } from './rows/writings.js'

/** Few enough that readers hear of the first while the next are written. */
const fewEvents = 32
/** When so many wait, nobody is served by the first of them: together they share the histories they are folded with. */
const manyEvents = 128

export interface ProjectorOptions {
  log: EventLog
  store: ReadStore
  business: Business
  /** Opens sealed markers, for the search. */
  open: OpenValue
  /** Told after each batch: the position reached and the partitions that changed. */
  onProgress?: (position: Position, partitions: string[]) => void
}

export class Projector {
  readonly parking = new Parking()
  readonly references: ReferenceHolder
  private readonly plan: FoldPlan
  private readonly journal: Journal
  private position: Position = 0
  /** One thing at a time on the store: a batch that was opened before a key was destroyed is written before it is forgotten. */
  private readonly turns = new SerialQueue()

  constructor(private readonly o: ProjectorOptions) {
    this.references = new ReferenceHolder(o.business.registry.references)
    this.plan = new FoldPlan(o.business.registry)
    this.journal = new Journal(o.store, o.business.registry.catalogue)
  }

  /** Prepares the tables and everything held in memory; answers with the position to go on from. */
  async open(): Promise<Position> {
    await this.o.store.declare(tablesOf(this.o.business.registry))
    await this.parking.load(this.o.store)
    this.position = await this.o.store.checkpoint(CHECKPOINT)
    await this.loadReferences(this.position)
    return this.position
  }

  /** Projects until the signal, catching up first. */
  async run(signal: AbortSignal): Promise<void> {
    for await (const batch of this.o.log.subscribe({ after: this.position, signal })) {
      const size = batch.length < manyEvents ? fewEvents : batch.length
      for (let at = 0; at < batch.length; at += size) await this.project(batch.slice(at, at + size))
    }
  }

  /** Projects everything there is and stops. */
  async catchUp(): Promise<Position> {
    for (;;) {
      const batch = await this.o.log.readAll({ after: this.position, limit: 500 })
      if (batch.length === 0) return this.position
      await this.project(batch)
    }
  }

  /** Projects a batch in recorded order; what was projected before is passed over. */
  project(batch: readonly StoredEvent[]): Promise<void> {
    return this.turns.take(() => this.projectInTurn(batch))
  }

  /**
   * Removes all plaintext of these subjects (and key ids), leaving no trace in any file. Their keys
   * must be destroyed by then, so that nothing is opened anew.
   * @returns how many rows went
   */
  forget(subjects: readonly string[]): Promise<number> {
    return this.turns.take(async () => {
      let forgotten = 0
      for (const table of plaintextTables(this.o.business.registry)) {
        forgotten += await this.o.store.forget(table, subjects)
      }
      return forgotten
    })
  }

  /**
   * Folds a parked partition anew from its journal, after whatever stopped it was mended; with a
   * customer all that it was ever merged with.
   * @throws DomainError `not-found` when it is not parked
   * @returns whether it folds now; otherwise it stays parked, with the reason of this attempt
   */
  retry(partition: string): Promise<boolean> {
    return this.turns.take(async () => {
      const { parking, plan, references, journal } = this
      const { store, business } = this.o
      if (!parking.has(partition)) refuse('not-found')
      const writing = this.writingParts()
      const outcome = await foldParked(partition, { store, business, writing, parking, plan, references, journal })
      await store.write(outcome.writes)
      parking.adopt(outcome.parking)
      parking.written()
      if (outcome.folds) this.o.onProgress?.(this.position, outcome.partitions)
      return outcome.folds
    })
  }

  private async projectInTurn(batch: readonly StoredEvent[]): Promise<void> {
    let run: StoredEvent[] = []
    for (const event of batch.filter(({ position }) => position > this.position)) {
      const regroups = this.o.business.identityTypes.has(event.type)
      // A merge is folded over what is written, so what precedes it is written first.
      if (regroups && run.length > 0) await this.projectRun(run)
      run = regroups ? [] : [...run, event]
      if (regroups) await this.projectRun([event])
    }
    if (run.length > 0) await this.projectRun(run)
  }

  private async projectRun(raw: readonly StoredEvent[]): Promise<void> {
    const events = raw.flatMap((event) => this.readOrPark(event))
    for (const event of events) this.references.take(event)
    const { store, log, business } = this.o
    const { catalogue } = business.registry
    const memory = new BatchMemory({ store, log, catalogue, journal: this.journal }, this.plan)
    const projection = new Projection(this.partsFor(), memory)
    await memory.prefetch(events, projection)
    const lent = new JoinSources(this.plan.views, memory.held)
    for (const event of events) await projection.take(event)
    projection.settle()
    const rows = await this.journalRows(raw)
    const writes = [
      ...[...rows.values()].map((put) => ({ table: JOURNAL, put })),
      ...documentWrites(memory.held, projection.removed.values(), this.o.open),
      ...(await lent.writes(this.o.store, projection.removed)),
      ...(await this.figureWrites(projection.figures)),
      ...this.writingWrites(events, raw),
      ...(await this.withholdingWrites(events, rows)),
      ...this.parking.writes,
    ]
    const position = raw.at(-1)?.position ?? this.position
    await this.o.store.write(writes, { name: CHECKPOINT, position })
    this.parking.written()
    this.position = position
    this.o.onProgress?.(position, this.changedPartitions(events))
  }

  private readOrPark(event: StoredEvent): StoredEvent[] {
    try {
      return [this.o.business.registry.catalogue.read(event)]
    } catch (error) {
      this.refuseReference(event, error)
      for (const key of this.partitionKeys(event)) this.parking.park(key, event, error)
      return []
    }
  }

  /** What everything else is folded with must be read, or nothing can be. */
  private refuseReference({ stream, type, position }: StoredEvent, cause: unknown): void {
    if (!this.references.prefixes.some((prefix) => stream.startsWith(prefix))) return
    const reason = cause instanceof Error ? cause.message : String(cause)
    throw new Error(`the reference event ${type} at position ${position} cannot be read: ${reason}`, { cause })
  }

  private partsFor(): ProjectionParts {
    return {
      plan: this.plan,
      references: this.references,
      business: this.o.business,
      park: (partition, event, error) => this.parking.park(partition, event, error),
      isParked: (partition) => this.parking.has(partition),
    }
  }

  private async journalRows(events: readonly StoredEvent[]): Promise<Map<string, Row>> {
    const rows = new Map<string, Row>()
    for (const event of events) for (const row of await this.journal.rowsFor(event, rows)) rows.set(row.key, row)
    return rows
  }

  private async figureWrites(figures: readonly Caused[]): Promise<Write[]> {
    const sums = new CellSums(this.o.business.registry.metrics)
    for (const figure of figures) sums.add(figure)
    const zoneAt = groupZoneOf({ business: this.o.business, references: this.references })
    return [...figureWrites(figures, zoneAt), ...(await sums.writes(this.o.store))]
  }

  private writingWrites(events: readonly StoredEvent[], raw: readonly StoredEvent[]): Write[] {
    const readable = new Set(events.map((event) => event.id))
    const parts = this.writingParts()
    return raw.filter((event) => readable.has(event.id)).flatMap((event) => writingWrite(event, parts) ?? [])
  }

  /** What is withheld leaves the search, and what is released comes back. */
  private async withholdingWrites(events: readonly StoredEvent[], rows: ReadonlyMap<string, Row>): Promise<Write[]> {
    const writes: Write[] = []
    const parts = this.writingParts()
    for (const event of events) {
      for (const id of this.o.business.withholdsNow(event)) {
        const keys = event.metadata.customers.map((customer) => `${partitionKey('customer', customer)}/${id}`)
        const [stored] = await this.o.store.getMany(JOURNAL, keys)
        const row = keys.flatMap((key) => rows.get(key) ?? [])[0] ?? stored
        if (!row) continue
        const last = readWhatCan(eventsOf(row), this.o.business.registry.catalogue).events.at(-1)
        if (last) writes.push(...[writingWrite(last, parts, event.position) ?? []].flat())
      }
    }
    return writes
  }

  private writingParts(): WritingParts {
    const { business, open } = this.o
    return { business, open, withheld: business.withheldEvents(this.references.at()) }
  }

  private changedPartitions(events: readonly StoredEvent[]): string[] {
    return [...new Set(events.flatMap((event) => this.toldOf(event)))]
  }

  /** Partitions that readers are told of; whom a private note names is nobody's to hear. */
  private toldOf(event: StoredEvent): string[] {
    const keys = this.partitionKeys(event)
    return this.o.business.isPrivate(event.type) ? keys.filter((key) => key.startsWith('customer:')) : keys
  }

  private partitionKeys(event: StoredEvent): string[] {
    return partitionsAt(event, event.position, { references: this.references, business: this.o.business }).map(
      ({ kind, ids }) => partitionKey(kind, ids[0]),
    )
  }

  private async loadReferences(until: Position): Promise<void> {
    const { catalogue } = this.o.business.registry
    let after = 0
    for (;;) {
      const page = await this.o.log.readAll({ after, until, limit: 1000, prefixes: this.references.prefixes })
      for (const event of page) this.references.take(catalogue.read(event))
      if (page.length < 1000) return
      after = page.at(-1)?.position ?? until
    }
  }
}

function documentWrites(held: ReadonlyMap<string, Held>, removed: Iterable<Held>, open: OpenValue): Write[] {
  const changed = [...removed, ...[...held.values()].filter((document) => document.changed)]
  return changed.flatMap((document) => {
    const write = documentWrite(document, joinedColumns(document, held))
    return hasClear(document) ? [write, clearWrite(document, open)] : [write]
  })
}
