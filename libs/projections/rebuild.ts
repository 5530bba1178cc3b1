/**
 * Derives all read models anew, into a store that nobody reads yet: one ordered pass over the log
 * files every event and sets the marks, then the partitions are folded over their filings, in shares, and the indexes are
 * built last.
 */
import {
  type ClearWrite,
  type EventLog,
  type FiledEvent,
  loadReferences,
  type Position,
  type ReadStore,
  ReferenceHolder,
  type Row,
  type StoredEvent,
} from '#kernel'
import {
  CHECKPOINT,
  clearTablesOf,
  compareGrounds,
  filingRows,
  KeptReferences,
  MARKS,
  Marker,
  marksTable,
  PARKED,
  PROCESSES,
  partitionsOf,
  processesAfter,
  processesTable,
  REFERENCES,
  sharedTables,
  tablesOf,
  Versions,
} from '#read-models'
import type { ShareDone, Stray } from './fold/share-fold.js'
import type { FoldingRules } from './folding-rules.js'
import { Parking } from './parking.js'
import { type Opening, rebuildShare, type SharedWork } from './rebuild-share.js'

export interface RebuildOptions extends FoldingRules {
  log: EventLog
  /** Empty. */
  store: ReadStore
  /** Derives the plaintext as well, into a store that holds nothing to keep. */
  opening?: Opening
  /** Derive up to here only; to the head unless told. */
  until?: Position
  /** Folds on threads, into the store in the end; here, one partition after the other, unless told. */
  inShares?: (work: SharedWork, onFolded: (events: number) => void) => Promise<ShareDone>
  /** Told now and then: how many events are filed (`journal`) or folded, and of how many once they have been counted. */
  onProgress?: (progress: { phase: 'journal' | 'fold'; done: number; total?: number }) => void
}

const page = 5000
/** Of fewer filings, threads would take longer to start than to fold. */
const worthThreads = 50_000

export class Rebuild {
  private readonly references: ReferenceHolder
  private readonly parking = new Parking()
  /** Partition key → the partitions it was ever one with. */
  private readonly merged = new Map<string, Set<string>>()
  private filed = 0
  private marker = Marker.atStart()
  /** Those that have not ended, by their ids. */
  private readonly processes = new Map<string, Row>()

  constructor(private readonly o: RebuildOptions) {
    this.references = new ReferenceHolder(o.registry.references)
  }

  /** Derives everything up to the head as it is now; answers with that position. */
  async run(): Promise<Position> {
    const { store, log, registry, opening } = this.o
    const head = this.o.until ?? (await log.head())
    const tables = tablesOf(registry)
    const loaded = sharedTables(registry)
    await store.declare(tables.filter(({ name }) => name === PARKED || name === REFERENCES))
    const along = [marksTable, processesTable]
    await store.declare([...loaded, ...along], { unindexed: true })
    await opening?.into.beginAnew()
    await opening?.into.declare(clearTablesOf(registry), { unindexed: true })
    // All of them first: what is withheld by now never comes into the search.
    await loadReferences(this.references, { log, registry, until: head })
    await this.fileAll(head)
    await store.filings.finishFilings()
    await store.bulkLoad(PROCESSES, this.processes.values())
    const done = await this.foldAll(head)
    this.o.onProgress?.({ phase: 'fold', done: this.filed, total: this.filed })
    await store.finishLoad([...loaded, ...along].map(({ name }) => name))
    await opening?.into.finishLoad(clearTablesOf(registry).map(({ name }) => name))
    await this.putStrays(done.strays, head)
    for (const parked of done.parked) this.parking.put(parked)
    const last = await log.eventAt(head)
    const kept = last ? KeptReferences.atStart(registry).upTo(last, this.references).rows : []
    const writes = [...kept.map((put) => ({ table: REFERENCES, put })), ...this.parking.writes]
    await store.write(writes, { name: CHECKPOINT, position: head })
    return head
  }

  private async fileAll(until: Position): Promise<void> {
    let after: Position = 0
    let done = 0
    for (;;) {
      const events = await this.o.log.readAll({ after, until, limit: page })
      if (events.length === 0) return
      await this.filePage(events)
      after = events.at(-1)?.position ?? until
      done += events.length
      this.o.onProgress?.({ phase: 'journal', done })
    }
  }

  private async filePage(events: readonly StoredEvent[]): Promise<void> {
    const { log, store, identitySets } = this.o
    const versions = await Versions.of(events, async (streams) =>
      (await Promise.all(streams.map((stream) => log.readStream(stream)))).flat(),
    )
    const filed: FiledEvent[] = []
    for (const event of events) {
      if (identitySets.changedBy.has(event.type)) this.noteMerge(event)
      const rows = filingRows(event, versions.before(event))
      filed.push({ event, rows })
      this.filed += rows.length
    }
    await store.filings.loadFilings(filed)
    const { marker, marks } = this.marker.pass(events)
    this.marker = marker
    await store.bulkLoad(MARKS, marks)
    for (const [id, row] of processesAfter(events)) {
      if ('ended' in row) this.processes.delete(id)
      else this.processes.set(id, row)
    }
  }

  private noteMerge(event: StoredEvent): void {
    const together = new Set<string>()
    for (const key of partitionsOf(event)) for (const other of this.merged.get(key) ?? [key]) together.add(other)
    for (const key of together) this.merged.set(key, together)
  }

  private foldAll(until: Position): Promise<ShareDone> {
    const { store, onProgress, inShares } = this.o
    const work = { sets: this.sets(), until }
    let done = 0
    const onFolded = (events: number) => {
      done += events
      onProgress?.({ phase: 'fold', done, total: this.filed })
    }
    if (inShares && this.filed >= worthThreads) return inShares(work, onFolded)
    const { references } = this
    const share = { index: 0, of: 1 }
    return rebuildShare({ ...this.o, source: store, into: store, references, share, work, onFolded })
  }

  private sets(): string[][] {
    return [...new Set(this.merged.values())].map((keys) => [...keys])
  }

  private async putStrays(strays: ShareDone['strays'], head: Position): Promise<void> {
    const { store, opening } = this.o
    const opened: ClearWrite[] = []
    for (const { table, row, clear } of bestOf(strays)) {
      if ((await store.get(table, row.key)) !== null) continue
      await store.write([{ table, put: row }])
      if (clear) opened.push({ table: clear.table, put: clear.row })
    }
    await opening?.into.write(opened, head)
  }
}

/** Of each document the one that has the best ground. */
function bestOf(strays: readonly Stray[]): Stray[] {
  const byDocument = Map.groupBy(strays, ({ table, row }) => `${table} ${row.key}`)
  return [...byDocument.values()].flatMap((each) => each.sort((a, b) => compareGrounds(a.ground, b.ground)).slice(0, 1))
}
