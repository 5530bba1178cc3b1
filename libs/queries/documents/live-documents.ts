/** Documents of the present, from the read store; which of them are searched or sorted by opened fields, plaintext says. */
import {
  all,
  beginningOfTrait,
  type ClearReads,
  type Documents,
  type Find,
  type FindEach,
  type Found,
  type JsonObject,
  type ReadScope,
  type RowPage,
  refuse,
  type Scalar,
  type Search,
  type SharedTrait,
  type SummedDocuments,
  traitKept,
  type View,
  type Where,
} from '#kernel'
import { clearTableOf, TRAITS, tableOf } from '#read-models'
import { gateOf, through } from './gate.js'
import type { GatheredReads } from './gathered-reads.js'

export class LiveDocuments implements Documents {
  /** What one answer asks twice is read once. */
  private readonly found = new Map<string, Promise<RowPage>>()

  private readonly reads: GatheredReads
  private readonly clear: Pick<ClearReads, 'find' | 'search' | 'shared'>

  constructor(
    from: { reads: GatheredReads; clear: Pick<ClearReads, 'find' | 'search' | 'shared'> },
    private readonly reading: ReadScope,
  ) {
    this.reads = from.reads
    this.clear = from.clear
  }

  async get<D extends object>(view: View<D>, key: string): Promise<D | undefined> {
    const row = await this.reads.get(tableOf(view), key)
    return row?.doc ? (through(this.reading, view, row.doc) as D | undefined) : undefined
  }

  async find<D extends object>(view: View<D>, query: Find): Promise<Found<D>> {
    const where = all(query.where, gateOf(this.reading, view))
    return this.seen(view, await this.once(tableOf(view), { ...query, where, columns: [] }))
  }

  async findEach<D extends object>(view: View<D>, query: FindEach): Promise<Found<D>[]> {
    const where = all(query.where, gateOf(this.reading, view))
    const pages = await this.reads.all.findEach(tableOf(view), { ...query, where, columns: [] })
    return pages.map((page) => this.seen(view, page))
  }

  private seen<D extends object>(view: View<D>, { rows, next }: RowPage): Found<D> {
    const documents = rows.flatMap((row) => through(this.reading, view, row.doc as JsonObject) ?? [])
    return { documents: documents as D[], next }
  }

  private once(table: string, query: Find): Promise<RowPage> {
    const key = JSON.stringify([table, query])
    const found = this.found.get(key) ?? this.reads.all.find(table, query)
    this.found.set(key, found)
    return found
  }

  count(view: View, where?: Where): Promise<number> {
    return this.reads.all.count(tableOf(view), all(where, gateOf(this.reading, view)))
  }

  async counts(view: View, { where, column }: { where?: Where; column: string }): Promise<ReadonlyMap<Scalar, number>> {
    const gated = all(where, gateOf(this.reading, view))
    const query = { where: gated, group: [column], values: { count: { count: true } } } as const
    const rows = await this.reads.all.aggregate(tableOf(view), { ...query, group: [column] })
    return new Map(rows.map((row) => [row[column] ?? null, Number(row.count)]))
  }

  async sums(
    view: View,
    { where, by, sum }: { where?: Where; by: readonly string[]; sum: readonly string[] },
  ): Promise<SummedDocuments[]> {
    const sums = Object.fromEntries(sum.map((column) => [`${column}-sum`, { sum: column }]))
    const rows = await this.reads.all.aggregate(tableOf(view), {
      where: all(where, gateOf(this.reading, view)),
      group: [...by],
      values: { ...sums, 'count-of-all': { count: true } },
    })
    return rows.map((row) => ({
      of: Object.fromEntries(by.map((column) => [column, row[column] ?? null])),
      count: Number(row['count-of-all']),
      sums: Object.fromEntries(sum.map((column) => [column, Number(row[`${column}-sum`] ?? 0)])),
    }))
  }

  async search<D extends object>(view: View<D>, query: Search): Promise<Found<D>> {
    const where = all(query.where, gateOf(this.reading, view))
    const { text, ...find } = { ...query, where, columns: [] }
    const isAsked = text.trim() !== ''
    // Whether a name is found tells the name; for whoever reads none, nobody has one.
    if (!this.reading.personal) return isAsked ? refuse('reason-needed') : { documents: [] }
    const table = clearTableOf(view)
    const page = isAsked ? await this.clear.search(table, { ...find, text }) : await this.clear.find(table, find)
    const keys = page.rows.map((row) => row.key)
    const rows = new Map((await this.reads.getMany(tableOf(view), keys)).map((row) => [row.key, row]))
    const documents = keys.flatMap((key) => {
      const document = rows.get(key)?.doc
      return document ? (through(this.reading, view, document) ?? []) : []
    })
    return { documents: documents as D[], next: page.next }
  }

  async alike(view: View, { by, most }: Parameters<Documents['alike']>[1]): Promise<readonly SharedTrait[]> {
    // Whether two share a value tells the value.
    if (!this.reading.personal) refuse('reason-needed')
    const beginnings = by.map(beginningOfTrait)
    const shared = await this.clear.shared(clearTableOf(view), { column: TRAITS, beginnings, most })
    return shared.map(({ value, keys }) => ({ trait: traitKept(value), keys }))
  }
}
