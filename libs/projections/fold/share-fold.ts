/**
 * A share of a rebuild: every partition of it folded over its filings, one after the other, and
 * handed on as rows. It reads what the shares have in common and writes nothing of theirs, so that
 * shares can be folded side by side.
 */
import type { Catalogue, ReadStore, Row, Share, StoredEvent, Worth } from '#kernel'
import {
  type Caused,
  type Ground,
  type Held,
  type HeldDocuments,
  readWhatCan,
  SetFold,
  type SetParts,
  slotOf,
  tableOf,
} from '#read-models'
import { clearIn, clearWrite, hasClear } from '../clear/opened-fields.js'
import { type OpenerOf, type OpenValue, type WritingParts, writingsOf } from '../clear/writings.js'
import type { Parked } from '../parking.js'
import { joinedColumns } from '../rows/joined-columns.js'
import { documentRow } from '../rows/rows.js'
import { valuedColumns } from '../rows/valued-columns.js'

export interface ShareParts extends SetParts {
  source: Pick<ReadStore, 'filings'>
  catalogue: Catalogue
  /** Opens what is sealed, for plaintext beside; absent where none is derived. */
  openerOf?: OpenerOf
  writing: Omit<WritingParts, 'open'>
  worth: Worth
  share: Share
  /** Keys of customers that were ever one, each set folded as a whole. */
  sets: readonly (readonly string[])[]
}

/** Where the rows of a share go. */
export interface ShareSink {
  row(table: string, row: Row): void
  /** A row of plaintext. */
  clear(table: string, row: Row): void
  contribute(caused: readonly Caused[]): void
  /** Told after each partition, with how many events were folded. */
  folded(events: number): Promise<void>
}

export interface ShareDone {
  parked: Parked[]
  strays: Stray[]
}

/** A document of a record that begins in another partition: it stands where no other has a better ground. */
export interface Stray extends FoldedRow {
  ground: Ground
}

export class ShareFold {
  private readonly done: ShareDone = { parked: [], strays: [] }

  constructor(
    private readonly parts: ShareParts,
    private readonly sink: ShareSink,
  ) {}

  async run(): Promise<ShareDone> {
    const { source, share, sets } = this.parts
    const apart = new Set(sets.flat())
    for await (const { partition, events } of source.filings.partitions(share))
      if (!apart.has(partition)) await this.fold([partition], events)
    for (const [at, keys] of sets.entries())
      if (at % share.of === share.index) await this.fold(keys, await source.filings.history(keys))
    return this.done
  }

  private async fold(keys: readonly string[], stored: readonly StoredEvent[]): Promise<void> {
    const { rows, strays, held, contributions, parked } = foldSet(keys, stored, this.parts)
    for (const { table, row } of rows) this.sink.row(table, row)
    const { openerOf, writing } = this.parts
    if (openerOf) await this.open([...held.values()], openerOf)
    if (openerOf)
      for await (const { table, row } of writingsOf(keys, stored, { ...writing, openerOf })) this.sink.clear(table, row)
    this.sink.contribute(contributions)
    await this.keepStrays(strays)
    if (parked) this.done.parked.push(...keys.map((partition) => ({ ...parked, partition })))
    await this.sink.folded(stored.length)
  }

  /** Keys are held for seconds: they are fetched once the partition is folded, however long that took. */
  private async open(documents: readonly Held[], openerOf: OpenerOf): Promise<void> {
    const open = await openerOf(documents.map(clearIn))
    for (const document of documents) {
      const clear = clearRow(document, open)
      if (clear) this.sink.clear(clear.table, clear.row)
    }
  }

  private async keepStrays(strays: FoldedSet['strays']): Promise<void> {
    const open = await this.parts.openerOf?.(strays.map(({ document }) => clearIn(document)))
    for (const { document, ...stray } of strays) {
      const clear = open && clearRow(document, open)
      this.done.strays.push({ ...stray, ...(clear && { clear }) })
    }
  }
}

export interface TableRow {
  table: string
  row: Row
}

/** A document's row. */
export interface FoldedRow extends TableRow {
  /** Its opened fields, where there are any and they are derived. */
  clear?: TableRow
}

/** Partitions folded over their history, as rows. */
export interface FoldedSet {
  rows: TableRow[]
  strays: (Stray & { document: Held })[]
  contributions: readonly Caused[]
  /** The documents of the rows. */
  held: HeldDocuments
  /** What stopped them, where something did; then the rest is what precedes it. */
  parked?: Omit<Parked, 'partition'>
}

/** Folds partitions that are or were one over all that is filed in them, up to whatever stops that. */
export function foldSet(
  keys: readonly string[],
  stored: readonly StoredEvent[],
  parts: SetParts & { catalogue: Catalogue; worth: Worth },
): FoldedSet {
  const { events, unreadable } = readWhatCan(stored, parts.catalogue)
  const [first] = unreadable
  const readable = first ? events.filter(({ position }) => position < first.event.position) : events
  const { fold, stopped = first } = SetFold.of(new Set(keys), readable, parts)
  const held: HeldDocuments = new Map()
  const apart: { document: Held; ground: Ground }[] = []
  for (const { ground, ...document } of fold.documents()) {
    const standing = { ...document, changed: true }
    // Of what stopped, a record may stand elsewhere by now: that was moved after the stop.
    if (ground && (stopped || !ground.isBeginning)) apart.push({ document: standing, ground })
    else held.set(slotOf(document.view, document.key), standing)
  }
  const rowOf = (document: Held) => foldedRow(document, held, parts)
  return {
    rows: [...held.values()].map(rowOf),
    strays: apart.map((each) => ({ ...rowOf(each.document), ...each })),
    held,
    contributions: fold.contributions,
    parked: stopped && parkedBy(stopped.event, stopped.error),
  }
}

/** The row of a document, with what the documents at hand lend it. */
export function foldedRow(document: Held, held: HeldDocuments, { worth }: { worth: Worth }): TableRow {
  const derived = { ...joinedColumns(document, held), ...valuedColumns(document, worth) }
  return { table: tableOf(document.view), row: documentRow(document, derived) }
}

/** The row of a document's opened fields, where it has any. */
function clearRow(document: Held, open: OpenValue): TableRow | undefined {
  const write = hasClear(document) ? clearWrite(document, open) : undefined
  return write && 'put' in write ? { table: write.table, row: write.put } : undefined
}

const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))

const parkedBy = ({ type, position, metadata }: StoredEvent, error: unknown): Omit<Parked, 'partition'> => ({
  type,
  position,
  reason: reasonOf(error),
  since: metadata.recordedAt,
})
