/**
 * Derives all read models anew, into a store that nobody reads yet: one ordered pass over the log
 * files every event and fills the search, then the partitions are folded over their filings, and the
 * indexes are built last.
 */
import {
  type Business,
  type EventLog,
  type FilingRow,
  type Position,
  type ReadStore,
  ReferenceHolder,
  type Row,
  type StoredEvent,
} from '#kernel'
import { CHECKPOINT, filingRows, PARKED, partitionsOf, tablesOf, Versions, WRITINGS } from '#read-models'
import type { ShareDone } from './fold/share-fold.js'
import { Parking } from './parking.js'
import { rebuildShare, type SharedWork } from './rebuild-share.js'
import { type OpenValue, type WritingParts, writingWrite } from './rows/writings.js'

export interface RebuildOptions {
  log: EventLog
  /** Empty. */
  store: ReadStore
  business: Business
  open: OpenValue
  /** Derive up to here only; to the head unless told. */
  until?: Position
  /** Folds on threads, into the store in the end; here, one partition after the other, unless told. */
  inShares?: (work: SharedWork, onFolded: (events: number) => void) => Promise<ShareDone>
  /** Told now and then: which phase, and how much of it is done. */
  onProgress?: (progress: { phase: 'journal' | 'fold'; done: number; total: number }) => void
}

const page = 5000

export class Rebuild {
  private readonly references: ReferenceHolder
  private readonly parking = new Parking()
  /** Ids of first events that were corrected, with their streams. */
  private readonly corrected = new Map<string, string>()
  /** Partition key → the partitions it was ever one with. */
  private readonly merged = new Map<string, Set<string>>()
  private filed = 0

  constructor(private readonly o: RebuildOptions) {
    this.references = new ReferenceHolder(o.business.registry.references)
  }

  /** Derives everything up to the head as it is now; answers with that position. */
  async run(): Promise<Position> {
    const { store, log, business } = this.o
    const head = this.o.until ?? (await log.head())
    const tables = tablesOf(business.registry)
    const loaded = tables.filter(({ name }) => name !== PARKED)
    await store.declare(tables.filter(({ name }) => name === PARKED))
    await store.declare(loaded, { unindexed: true })
    await this.loadReferences(head)
    await this.fileAll(head)
    await store.filings.finishFilings()
    await store.finishLoad([WRITINGS])
    await this.correctWritings()
    const done = await this.foldAll(head)
    await store.finishLoad(loaded.map(({ name }) => name))
    await this.putStrays(done.strays)
    for (const parked of done.parked) this.parking.put(parked)
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

  private async fileAll(until: Position): Promise<void> {
    let after = 0
    let done = 0
    for (;;) {
      const events = await this.o.log.readAll({ after, until, limit: page })
      if (events.length === 0) return
      await this.filePage(events)
      after = events.at(-1)?.position ?? until
      done += events.length
      this.o.onProgress?.({ phase: 'journal', done, total: until })
    }
  }

  private async filePage(events: readonly StoredEvent[]): Promise<void> {
    const { log, store, business } = this.o
    const versions = await Versions.of(events, (stream) => log.readStream(stream))
    const parts = this.writingParts()
    const filings: FilingRow[] = []
    const writings: Row[] = []
    for (const event of events) {
      if (business.identityTypes.has(event.type)) this.noteMerge(event)
      for (const row of filingRows(event, versions.before(event))) filings.push(row)
      const isReadable = this.isReadable(event)
      if (event.metadata.corrects) this.corrected.set(event.metadata.corrects.eventId, event.stream)
      else if (isReadable) {
        const write = writingWrite(event, parts)
        if (write && 'put' in write) writings.push(write.put)
      }
    }
    this.filed += filings.length
    await store.filings.loadFilings(filings)
    await store.bulkLoad(WRITINGS, writings)
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

  /** What corrected facts say by now, as far as it can be read. */
  private async correctWritings(): Promise<void> {
    const { log, store } = this.o
    const parts = this.writingParts()
    const entries = [...this.corrected]
    for (let at = 0; at < entries.length; at += 500) {
      const some = entries.slice(at, at + 500)
      const streams = new Map<string, StoredEvent[]>()
      for (const [, stream] of some) if (!streams.has(stream)) streams.set(stream, await log.readStream(stream))
      const writes = some.flatMap(([first, stream]) => {
        const versions = (streams.get(stream) ?? []).filter(
          ({ id, metadata, position }) =>
            (id === first || metadata.corrects?.eventId === first) && position <= (this.o.until ?? position),
        )
        const last = versions.findLast((event) => this.isReadable(event))
        return last && last.id !== first ? (writingWrite(last, parts) ?? []) : []
      })
      await store.write(writes)
    }
  }

  private foldAll(until: Position): Promise<ShareDone> {
    const { store, business, open, onProgress, inShares } = this.o
    const work = { sets: this.sets(), parked: this.parking.list(), until }
    let done = 0
    const onFolded = (events: number) => {
      done += events
      onProgress?.({ phase: 'fold', done, total: this.filed })
    }
    if (inShares) return inShares(work, onFolded)
    const { references } = this
    const share = { index: 0, of: 1 }
    return rebuildShare({ source: store, into: store, business, references, open, share, work, onFolded })
  }

  private sets(): string[][] {
    return [...new Set(this.merged.values())].map((keys) => [...keys])
  }

  private async putStrays(strays: ShareDone['strays']): Promise<void> {
    const { store } = this.o
    for (const { table, row } of strays)
      if ((await store.get(table, row.key)) === null) await store.write([{ table, put: row }])
  }
}
