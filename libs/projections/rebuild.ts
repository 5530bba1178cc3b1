/**
 * Derives all read models anew, into a store that nobody reads yet: the journal first, in bulk, then
 * customer after customer, and whatever was recorded meanwhile by the ordinary projector.
 */
import {
  type Business,
  type EventLog,
  type Position,
  type ReadStore,
  ReferenceHolder,
  type Row,
  type StoredEvent,
} from '#kernel'
import {
  CELLS,
  CellSums,
  CHECKPOINT,
  eventsOf,
  FIGURES,
  FoldPlan,
  JOURNAL,
  Journal,
  PARKED,
  partitionsOf,
  readWhatCan,
  tablesOf,
  WRITINGS,
} from '#read-models'
import { PendingRows } from './folds/pending-rows.js'
import { RebuiltFold } from './folds/rebuilt-fold.js'
import { type Parked, Parking } from './parking.js'
import { figureRows, groupZoneOf } from './rows/rows.js'
import { type OpenValue, type WritingParts, writingWrite } from './rows/writings.js'

export interface RebuildOptions {
  log: EventLog
  /** Empty. */
  store: ReadStore
  business: Business
  open: OpenValue
  /** Derive up to here only; to the head unless told. */
  until?: Position
  /** Told now and then: which phase, and how much of it is done. */
  onProgress?: (progress: { phase: 'journal' | 'fold'; done: number; total: number }) => void
}

const page = 5000

export class Rebuild {
  private readonly references: ReferenceHolder
  private readonly plan: FoldPlan
  private readonly journal: Journal
  private readonly parking = new Parking()
  private readonly cells: CellSums
  private readonly folded: PendingRows
  private readonly corrections: { event: StoredEvent; isReadable: boolean }[] = []
  /** Partition key → the partitions it was ever grouped with. */
  private readonly merged = new Map<string, Set<string>>()

  constructor(private readonly o: RebuildOptions) {
    this.references = new ReferenceHolder(o.business.registry.references)
    this.plan = new FoldPlan(o.business.registry)
    this.cells = new CellSums(o.business.registry.metrics)
    this.journal = new Journal(o.store, o.business.registry.catalogue)
    this.folded = new PendingRows(o.store)
  }

  /** Derives everything up to the head as it is now; answers with that position. */
  async run(): Promise<Position> {
    const { store, log, business } = this.o
    const head = this.o.until ?? (await log.head())
    const tables = tablesOf(business.registry)
    const plain = tables.filter(({ name }) => name === PARKED)
    await store.declare(plain)
    await store.declare(
      tables.filter(({ name }) => name !== PARKED),
      { unindexed: true },
    )
    await this.loadReferences(head)
    await this.loadJournal(head)
    await store.finishLoad([JOURNAL])
    await store.finishLoad([WRITINGS])
    await this.applyCorrections()
    await this.foldPartitions(await store.count(JOURNAL))
    await this.folded.flush()
    await store.bulkLoad(CELLS, this.cells.rows())
    await store.finishLoad(tables.map(({ name }) => name).filter((name) => ![JOURNAL, WRITINGS, PARKED].includes(name)))
    await store.write(this.parking.writes, { name: CHECKPOINT, position: head })
    return head
  }

  /** All of them first: what is withheld by now never comes into the search. */
  private async loadReferences(until: Position): Promise<void> {
    const { catalogue } = this.o.business.registry
    const { prefixes } = this.references
    for (let after = 0; ; ) {
      const events = await this.o.log.readAll({ after, until, limit: page, prefixes })
      for (const event of events) this.references.take(catalogue.read(event))
      after = events.at(-1)?.position ?? until
      if (events.length < page) return
    }
  }

  private writingParts(): WritingParts {
    const { business, open } = this.o
    return { business, open, withheld: business.withheldEvents(this.references.at()) }
  }

  private async loadJournal(until: Position): Promise<void> {
    let after = 0
    let done = 0
    for (;;) {
      const events = await this.o.log.readAll({ after, until, limit: page })
      if (events.length === 0) return
      await this.loadPage(events)
      after = events.at(-1)?.position ?? until
      done += events.length
      this.o.onProgress?.({ phase: 'journal', done, total: until })
    }
  }

  private async loadPage(events: readonly StoredEvent[]): Promise<void> {
    const rows: Row[] = []
    const writings: Row[] = []
    for (const event of events) {
      if (this.o.business.identityTypes.has(event.type)) this.noteMerge(event)
      if (event.metadata.corrects) {
        this.corrections.push({ event, isReadable: this.isReadable(event) })
        continue
      }
      for (const partition of partitionsOf(event))
        rows.push(this.journal.row(partition, { first: event, corrections: [] }))
      if (!this.isReadable(event)) continue
      const write = writingWrite(event, this.writingParts())
      if (write && 'put' in write) writings.push(write.put)
    }
    await this.o.store.bulkLoad(JOURNAL, rows)
    await this.o.store.bulkLoad(WRITINGS, writings)
  }

  /** Whether the event can be read; one that cannot parks its partitions. */
  private isReadable(event: StoredEvent): boolean {
    try {
      this.o.business.registry.catalogue.read(event)
      return true
    } catch (error) {
      for (const partition of partitionsOf(event)) this.parking.park(partition, event, error)
      return false
    }
  }

  private noteMerge(event: StoredEvent): void {
    const together = new Set<string>()
    for (const key of partitionsOf(event)) for (const other of this.merged.get(key) ?? [key]) together.add(other)
    for (const key of together) this.merged.set(key, together)
  }

  private async applyCorrections(): Promise<void> {
    const { store } = this.o
    for (let at = 0; at < this.corrections.length; at += 500) {
      const rows = new Map<string, Row>()
      const corrections = this.corrections.slice(at, at + 500)
      for (const { event } of corrections)
        for (const row of await this.journal.rowsFor(event, rows)) rows.set(row.key, row)
      const readable = corrections.filter(({ isReadable }) => isReadable)
      const writings = readable.flatMap(({ event }) => writingWrite(event, this.writingParts()) ?? [])
      await store.write([...[...rows.values()].map((put) => ({ table: JOURNAL, put })), ...writings])
    }
  }

  private async foldPartitions(total: number): Promise<void> {
    let done = 0
    let rows: Row[] = []
    const flush = async (next?: Row) => {
      const [first] = rows
      if (first && !this.merged.has(first.columns.partition as string)) await this.fold(rows)
      done += rows.length
      rows = next ? [next] : []
      this.o.onProgress?.({ phase: 'fold', done, total })
    }
    for await (const batch of this.o.store.scan(JOURNAL, { sort: [{ column: 'partition' }] })) {
      for (const row of batch) {
        if (rows[0] && rows[0].columns.partition !== row.columns.partition) await flush(row)
        else rows.push(row)
      }
    }
    await flush()
    for (const together of new Set(this.merged.values())) await this.foldMerged([...together])
  }

  /** Customers that were ever one are folded together, in recorded order, through every merge and un-merge. */
  private async foldMerged(partitions: readonly string[]): Promise<void> {
    const rows: Row[] = []
    for await (const batch of this.o.store.scan(JOURNAL, { where: { column: 'partition', in: [...partitions] } }))
      rows.push(...batch)
    await this.fold(rows)
  }

  private async fold(rows: readonly Row[]): Promise<void> {
    const partitions = new Set(rows.map((row) => row.columns.partition as string))
    const stored = new Map(rows.flatMap((row) => eventsOf(row).map((event) => [event.id, event])))
    const events = [...stored.values()].sort((a, b) => a.position - b.position)
    const fold = await this.foldedBeforeStop(partitions, events)
    for (const [table, documents] of fold.documents(this.o.open)) this.folded.add(table, documents)
    for (const figure of fold.figures) this.cells.add(figure)
    const zoneAt = groupZoneOf({ business: this.o.business, references: this.references })
    this.folded.add(FIGURES, figureRows(fold.figures, zoneAt))
    if (this.folded.size >= page) await this.folded.flush()
  }

  /** Partitions folded together, up to the first event that stops one of them: then all of them are parked. */
  private async foldedBeforeStop(
    partitions: ReadonlySet<string>,
    events: readonly StoredEvent[],
  ): Promise<RebuiltFold> {
    const stopped = this.firstParked(partitions)
    if (stopped) for (const partition of partitions) this.parking.put({ ...stopped, partition })
    const until = stopped?.position ?? Number.MAX_SAFE_INTEGER
    const { plan, references } = this
    const { business } = this.o
    const before = events.filter(({ position }) => position < until)
    const { events: readable, unreadable } = readWhatCan(before, business.registry.catalogue)
    const parking = new Parking()
    for (const { event, error } of unreadable) for (const partition of partitions) parking.park(partition, event, error)
    const fold = new RebuiltFold({ plan, references, business, parking }, partitions, readable)
    if (unreadable.length === 0) await fold.run()
    if (parking.list().length === 0) return fold
    for (const parked of parking.list()) this.parking.put(parked)
    return this.foldedBeforeStop(partitions, events)
  }

  private firstParked(partitions: ReadonlySet<string>): Parked | undefined {
    const parked = [...partitions].flatMap((partition) => this.parking.get(partition) ?? [])
    return parked.sort((a, b) => a.position - b.position)[0]
  }
}
