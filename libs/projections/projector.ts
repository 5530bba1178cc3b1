/**
 * The live loop: takes what the log delivers a batch at a time, files it, folds it, and writes filings,
 * documents, contributions and checkpoint in one transaction. It opens nothing that is sealed.
 */
import type { EventLog, Position, ReadStore, StoredEvent, Worth, Write } from '#kernel'
import { ReferenceHolder, refuse, SerialQueue } from '#kernel'
import {
  CHECKPOINT,
  FoldPlan,
  filingRows,
  type Held,
  KeptReferences,
  keyOfPartition,
  LiveContributions,
  MARKS,
  Marker,
  partitionsAt,
  processWrites,
  REFERENCES,
  tablesOf,
  Versions,
  WarmFolds,
  Zones,
} from '#read-models'
import { LiveBatch } from './fold/live-batch.js'
import { RecordedStreams } from './fold/standing-documents.js'
import type { FoldingRules } from './folding-rules.js'
import { Parking } from './parking.js'
import { retryParked } from './retry.js'
import { type BeginningReferences, begunReferences } from './rows/begun-references.js'
import { JoinSources, joinedColumns } from './rows/joined-columns.js'
import { documentWrite } from './rows/rows.js'
import { Revaluing, valuedColumns } from './rows/valued-columns.js'

/** Few enough that readers hear of the first while the next are written. */
const fewEvents = 32
/** When so many wait, nobody is served by the first of them: together they share the histories they are folded with. */
const manyEvents = 128

export interface ProjectorOptions extends FoldingRules, BeginningReferences {
  log: EventLog
  store: ReadStore
  /** Told before the next batch is begun: keeps up with the read models without looking. */
  listener?: ProjectionListener
}

/** Told of what was written, once it is. */
export interface ProjectionListener {
  /** @param passed where the read models were before these events, and are with them */
  projected(events: readonly StoredEvent[], passed: { after: Position; upTo: Position }): Promise<void>
  /** Partitions were folded over their histories, where the read models are. */
  refolded(partitions: readonly string[]): Promise<void>
}

export class Projector {
  readonly parking = new Parking()
  readonly references: ReferenceHolder
  private readonly plan: FoldPlan
  private readonly zones: Zones
  private readonly warm = new WarmFolds()
  private readonly contributions: LiveContributions
  private readonly revaluing: Revaluing
  private position: Position = 0
  private marker = Marker.atStart()
  private kept: KeptReferences
  /** One thing at a time on the store. */
  private readonly turns = new SerialQueue()

  constructor(private readonly o: ProjectorOptions) {
    this.references = new ReferenceHolder(o.registry.references)
    this.kept = KeptReferences.atStart(o.registry)
    this.plan = new FoldPlan(o.registry)
    this.zones = new Zones(this.references, o.calendar)
    this.contributions = new LiveContributions(o.store)
    this.revaluing = new Revaluing({ valuation: o.valuation, references: this.references, views: this.plan.views })
  }

  /** Prepares the tables and everything held in memory; answers with the position to go on from. */
  async open(): Promise<Position> {
    await this.o.store.declare(tablesOf(this.o.registry))
    await this.parking.load(this.o.store)
    await this.contributions.open()
    this.position = await this.o.store.checkpoint(CHECKPOINT)
    this.marker = await Marker.at(this.position, this.o)
    this.kept = await begunReferences(this.references, this.position, this.o)
    return this.position
  }

  /** Projects until the signal, catching up first. */
  async run(signal: AbortSignal): Promise<void> {
    for await (const { events: batch } of this.o.log.subscribe({ after: this.position, signal })) {
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
   * Folds a parked partition over its history, after whatever stopped it was mended; with a
   * customer all that it was ever merged with.
   * @throws DomainError `not-found` when it is not parked
   * @returns whether it folds now; otherwise it stays parked, with the reason of this attempt
   */
  retry(partition: string): Promise<boolean> {
    return this.turns.take(async () => {
      const { parking, contributions } = this
      if (!parking.has(partition)) refuse('not-found')
      const { store } = this.o
      const recorded = RecordedStreams.upTo(this.position, store)
      const parts = { store, parking, recorded, contributions, worth: this.revaluing.worth }
      const outcome = await retryParked(partition, { ...this.setParts(), ...parts })
      const told = outcome.folds
        ? { name: CHECKPOINT, position: this.position, partitions: outcome.partitions }
        : undefined
      await store.write(outcome.writes, told)
      parking.adopt(outcome.parking)
      parking.written()
      for (const key of outcome.partitions) this.warm.drop(key)
      if (outcome.folds) await this.o.listener?.refolded(outcome.partitions)
      return outcome.folds
    })
  }

  private setParts() {
    const { plan, references, zones } = this
    const { identitySets, registry } = this.o
    return { plan, references, identitySets, zonesAt: zones.at, catalogue: registry.catalogue }
  }

  private async projectInTurn(batch: readonly StoredEvent[]): Promise<void> {
    let run: StoredEvent[] = []
    for (const event of batch.filter(({ position }) => position > this.position)) {
      // A merge is folded over what is written, and rates value what is written: what precedes them is written first.
      const isAlone = this.o.identitySets.changedBy.has(event.type) || this.revaluing.currenciesBy(event).length > 0
      if (isAlone && run.length > 0) await this.projectRun(run)
      run = isAlone ? [] : [...run, event]
      if (isAlone) await this.projectRun([event])
    }
    if (run.length > 0) await this.projectRun(run)
  }

  private async projectRun(raw: readonly StoredEvent[]): Promise<void> {
    const parkedBefore = this.parking.copy()
    const position = raw.at(-1)?.position ?? this.position
    try {
      await this.foldRun(raw, position)
    } catch (error) {
      // The batch comes again, onto what stands: nothing of this attempt may be held for folded or parked.
      this.warm.clear()
      this.parking.adopt(parkedBefore)
      throw error
    }
    this.parking.written()
    const passed = { after: this.position, upTo: position }
    this.position = position
    await this.o.listener?.projected(raw, passed)
    await this.contributions.compact()
  }

  /** Folds a run of events and writes what comes of it. */
  private async foldRun(raw: readonly StoredEvent[], position: Position): Promise<void> {
    const events = raw.flatMap((event) => this.readOrPark(event))
    for (const event of events) this.references.take(event)
    const { store, identitySets } = this.o
    const recorded = RecordedStreams.upTo(this.position, store, raw)
    const versions = await Versions.of(raw, (streams) => recorded.of(streams))
    const { parking, warm } = this
    const batch = new LiveBatch({ ...this.setParts(), store, parking, warm, versions, recorded })
    await batch.load(events)
    const lent = new JoinSources(this.plan.views, batch.held)
    const [event] = events
    if (event && identitySets.changedBy.has(event.type)) await batch.regroup(event, this.position)
    else await batch.fold()
    for (const each of events) await this.revaluing.write(each, store)
    const { marker, marks } = this.marker.pass(raw)
    const { kept, rows } = this.kept.pass(raw, this.references)
    const writes = [
      ...marks.map((put) => ({ table: MARKS, put })),
      ...rows.map((put) => ({ table: REFERENCES, put })),
      ...processWrites(raw),
      ...raw.map((event) => ({ file: { event, rows: filingRows(event, versions.before(event)) } })),
      ...documentWrites(batch.held, this.revaluing.worth),
      ...(await lent.writes(store)),
      ...this.contributions.writes(batch.contributions),
      ...parking.writes,
    ]
    await store.write(writes, { name: CHECKPOINT, position, partitions: this.changedPartitions(events, batch) })
    this.marker = marker
    this.kept = kept
  }

  private readOrPark(event: StoredEvent): StoredEvent[] {
    try {
      return [this.o.registry.catalogue.read(event)]
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

  private changedPartitions(events: readonly StoredEvent[], { elsewhere }: LiveBatch): string[] {
    return [...new Set([...events.flatMap((event) => this.toldOf(event)), ...elsewhere])]
  }

  /** Partitions that readers are told of; whom a private note names is nobody's to hear. */
  private toldOf(event: StoredEvent): string[] {
    const keys = this.partitionKeys(event)
    return this.o.privateWriting.isPrivate(event.type) ? keys.filter((key) => key.startsWith('customer:')) : keys
  }

  private partitionKeys(event: StoredEvent): string[] {
    return partitionsAt(event, event.position, this.setParts()).map(keyOfPartition)
  }
}

function documentWrites(held: ReadonlyMap<string, Held>, worth: Worth): Write[] {
  return [...held.values()]
    .filter(({ changed }) => changed)
    .map((document) => documentWrite(document, { ...joinedColumns(document, held), ...valuedColumns(document, worth) }))
}
