/**
 * Reads contributions for questions: the columns a question needs, of the parts that can hold what it
 * asks for. Unpacked columns are kept at hand up to a bound; parts never change, so neither do they.
 */
import { LRUCache } from 'lru-cache'
import { laterPosition, type Position, type StoreReads } from '#kernel'
import { BlockBuilder, type BlockColumn, inflatedOrigins, rowsOf, unpacked } from './block.js'
import type { ColumnCodes, Numbers } from './columns.js'
import { type Counted, causeOf, originColumns } from './counted.js'
import { Dictionary } from './dictionary.js'
import { blockRows } from './live-contributions.js'
import { Rollups } from './rollups.js'
import { rowsOfTail } from './tail.js'

/** Codes of one column: which entry each contribution has, and what each entry is in the whole store. */
export interface Entries {
  codes?: ColumnCodes
  /** Codes of the reader's dictionary; of days their numbers. */
  entries: Int32Array
}

/** Contributions of one metric as columns. */
export interface ReadPart {
  /** Of a full part alone: it never changes, and no other ever takes its place. */
  id?: number
  count: number
  lastCause: Position
  numbers: ReadonlyMap<string, Numbers>
  /** A column that is absent has no value anywhere. */
  coded: ReadonlyMap<string, Entries>
}

export interface Bounds {
  /** Causes up to here, days from and to here, all included; a part may hold others besides. */
  knownAt?: Position
  from?: string
  to?: string
  /** Full parts that need not be looked through again, where all of them are within these bounds. */
  rolledUp?: ReadonlySet<number>
}

export interface FoundParts {
  parts: ReadPart[]
  /** Whether the parts rolled up are all within the bounds, and not among those found. */
  isRolledUp: boolean
}

interface Kept extends ReadPart {
  numbers: Map<string, Numbers>
  coded: Map<string, Entries>
  /** Columns that were looked for. */
  names: Set<string>
  bytes: number
}

/** Bytes of columns held at hand. */
const mostBytes = 32 * 1024 * 1024
/** Parts whose bytes are in memory at one time. */
const readAtOnce = 16

type PartHead = Pick<Kept, 'count' | 'lastCause'> & { id: number }

/** What is at hand of a store, whichever moment of it is asked about. */
class AtHand {
  /** Where parts are kept that were read; those that wait to be packed are nowhere. */
  readonly heads = new WeakMap<ReadPart, PartHead>()
  readonly dictionaries = new Map<string, Dictionary>()
  tail: ReadonlyMap<number, readonly Counted[]> = new Map()
  /** Unpacked, by the part's id. */
  readonly parts = new LRUCache<number, Kept>({
    maxSize: mostBytes,
    // What is larger than all there is room for is kept as long as it is alone.
    sizeCalculation: ({ bytes }) => Math.min(mostBytes, bytes + 1),
  })
  readonly rollups = new Rollups()
}

export class ContributionReader {
  constructor(
    private readonly store: Pick<StoreReads, 'contributions'>,
    private readonly held = new AtHand(),
  ) {}

  /** The same store as it is at a moment. */
  at(moment: Pick<StoreReads, 'contributions'>): ContributionReader {
    return new ContributionReader(moment, this.held)
  }

  /** What was summed over parts that never change. */
  get rollups(): Rollups {
    return this.held.rollups
  }

  /** What the codes of a column stand for. */
  dictionary(column: string): Dictionary {
    const known = this.held.dictionaries.get(column) ?? new Dictionary()
    this.held.dictionaries.set(column, known)
    return known
  }

  /** A metric's contributions within bounds, with the columns named; all of one moment. */
  async parts(metric: string, names: readonly string[], bounds: Bounds): Promise<FoundParts> {
    for (;;) {
      const found = await this.partsNow(metric, new Set(names), bounds)
      // What is missing was packed into others since its head was read.
      if (found) return found
    }
  }

  /**
   * A part that was read, with further columns, for whoever needs these of few parts alone.
   * @returns undefined where it was packed into others since
   */
  async widened(part: ReadPart, names: readonly string[]): Promise<ReadPart | undefined> {
    const head = this.held.heads.get(part)
    return head ? (await this.blocks([head], new Set(names)))?.[0] : part
  }

  private async partsNow(metric: string, names: Set<string>, bounds: Bounds): Promise<FoundParts | undefined> {
    const heads = await this.store.contributions.heads(metric)
    const tail = await this.tailRows(heads.filter((head) => head.metric === null).map(({ id }) => id))
    if (!tail) return undefined
    const within = heads.filter(
      (head) =>
        head.metric !== null &&
        head.firstCause <= (bounds.knownAt ?? head.firstCause) &&
        head.firstDay <= (bounds.to ?? head.firstDay) &&
        head.lastDay >= (bounds.from ?? head.lastDay),
    )
    const { rolledUp } = bounds
    const isRolledUp = rolledUp?.isSubsetOf(new Set(within.map(({ id }) => id))) ?? false
    const wanted = isRolledUp ? within.filter(({ id }) => !rolledUp?.has(id)) : within
    const parts: ReadPart[] = []
    for (let at = 0; at < wanted.length; at += readAtOnce) {
      const some = await this.blocks(wanted.slice(at, at + readAtOnce), names)
      if (!some) return undefined
      parts.push(...some)
    }
    const waiting = tail.filter((row) => row.metric === metric)
    if (waiting.length > 0) parts.push(this.partOf(waiting))
    return { parts, isRolledUp }
  }

  /** Every contribution of the metrics that are wanted with where it comes from, some parts at a time; for the engine, not for questions. */
  async *rows(isWanted: (metric: string) => boolean = () => true): AsyncGenerator<Counted[]> {
    const { contributions } = this.store
    const heads = (await contributions.heads()).filter(({ metric }) => metric === null || isWanted(metric))
    for (let at = 0; at < heads.length; at += readAtOnce) {
      const some = heads.slice(at, at + readAtOnce)
      const pieces = await this.pieces(some, 'columns')
      const origins = some.every(({ metric }) => metric === null) ? [] : await this.pieces(some, 'origins')
      for (const [nth, { metric, count }] of some.entries()) {
        const columns = pieces[nth]
        if (!columns) throw new Error('contributions were replaced while they were read')
        if (metric === null) yield rowsOfTail(columns).filter((row) => isWanted(row.metric))
        else yield rowsOf(metric, { count, columns, origins: origins[nth] ?? null })
      }
    }
  }

  private async blocks(heads: readonly PartHead[], names: ReadonlySet<string>): Promise<ReadPart[] | undefined> {
    const lacking = heads.filter(({ id }) => !names.isSubsetOf(this.held.parts.get(id)?.names ?? new Set()))
    const pieces = await this.pieces(lacking, 'columns')
    const isOfOrigins = originColumns.some((name) => names.has(name))
    const origins = isOfOrigins ? await this.pieces(lacking, 'origins') : []
    const parts = new Map<number, Kept>()
    for (const { id } of heads) {
      const kept = this.held.parts.get(id)
      if (kept) parts.set(id, kept)
    }
    for (const [at, head] of lacking.entries()) {
      const bytes = pieces[at]
      if (!bytes) return undefined
      const origin = origins[at]
      parts.set(head.id, this.unpack(head, [bytes, ...(origin ? [inflatedOrigins(origin)] : [])], names))
    }
    for (const [id, part] of parts) this.held.parts.set(id, part)
    return heads.flatMap(({ id }) => parts.get(id) ?? [])
  }

  private pieces(heads: readonly { id: number }[], piece: 'columns' | 'origins') {
    const ids = heads.map(({ id }) => id)
    return ids.length > 0 ? this.store.contributions.read(ids, piece) : Promise.resolve([])
  }

  private unpack({ id, count, lastCause }: PartHead, pieces: readonly Uint8Array[], names: ReadonlySet<string>): Kept {
    const known = this.held.parts.get(id)
    const fresh: Kept = {
      ...{ ...(count >= blockRows && { id }), count, lastCause },
      numbers: new Map(known?.numbers),
      coded: new Map(known?.coded),
      names: new Set(known?.names),
      bytes: known?.bytes ?? 0,
    }
    const lacking = names.difference(fresh.names)
    for (const bytes of pieces) for (const [name, column] of unpacked(bytes, lacking)) this.put(fresh, name, column)
    for (const name of names) fresh.names.add(name)
    this.held.heads.set(fresh, { id, count, lastCause })
    return fresh
  }

  private put(part: Pick<Kept, 'numbers' | 'coded' | 'bytes'>, name: string, column: BlockColumn): void {
    if ('base' in column) {
      part.numbers.set(name, column)
      part.bytes += column.steps?.byteLength ?? 0
      return
    }
    const { codes } = column
    const entries = this.entriesOf(name, column.values)
    part.coded.set(name, { ...(codes && { codes }), entries })
    part.bytes += entries.byteLength + (codes?.byteLength ?? 0)
  }

  private entriesOf(name: string, values: readonly (string | number | null)[]): Int32Array {
    const dictionary = this.dictionary(name)
    const entries = new Int32Array(values.length)
    for (let at = 0; at < values.length; at++) {
      const value = values[at] ?? null
      entries[at] = typeof value === 'number' ? value : dictionary.codeOf(value)
    }
    return entries
  }

  private async tailRows(ids: readonly number[]): Promise<readonly Counted[] | undefined> {
    // Another question may look at another tail while this one waits.
    const known = this.held.tail
    const lacking = ids.filter((id) => !known.has(id))
    const pieces = lacking.length > 0 ? await this.store.contributions.read(lacking, 'columns') : []
    const fresh = new Map<number, readonly Counted[]>()
    for (const [at, id] of lacking.entries()) {
      const bytes = pieces[at]
      if (!bytes) return undefined
      fresh.set(id, rowsOfTail(bytes))
    }
    const tail = new Map(ids.map((id) => [id, fresh.get(id) ?? known.get(id) ?? []]))
    this.held.tail = tail
    return [...tail.values()].flat()
  }

  private partOf(rows: readonly Counted[]): ReadPart {
    const part = { numbers: new Map(), coded: new Map(), bytes: 0 }
    const columns = BlockBuilder.from(rows)
    for (const [name, column] of [...columns.read, ...columns.origins]) this.put(part, name, column)
    const lastCause = rows.map(causeOf).reduce(laterPosition, 0)
    return { count: rows.length, lastCause, ...part }
  }
}
