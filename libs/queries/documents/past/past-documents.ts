/**
 * Documents of a past moment: the facts of the partition asked for, folded up to it. What other
 * partitions are asked for on the way (a contact's name, a parent) is folded at the same moment.
 */
import {
  type Documents,
  type Find,
  type FindEach,
  type Found,
  findsOf,
  type JsonObject,
  type Partition,
  pageOfRows,
  type ReadScope,
  refuse,
  type Scalar,
  type SharedTrait,
  type SummedDocuments,
  type View,
  type Where,
} from '#kernel'
import { readsAll, through } from '../gate.js'
import type { FoldedDocuments } from './partition-past.js'

export interface PastSource {
  reading: ReadScope
  locale: string
  /** The partition a document's key belongs to; undefined when that cannot be told. */
  partitionOf(view: View, key: string): Partition | undefined
  /** The documents of a partition at the moment. */
  documents(view: View, partition: Partition): Promise<FoldedDocuments>
  /** Units that deal with a customer today: rights are today's. */
  unitsToday(partition: Partition): Promise<readonly string[]>
}

export class PastDocuments implements Documents {
  /** @param asked the partition whose past is asked for; queries over many documents see it alone */
  constructor(
    private readonly source: PastSource,
    private readonly asked: Partition,
  ) {}

  async get<D extends object>(view: View<D>, key: string): Promise<D | undefined> {
    const partition = this.source.partitionOf(view, key) ?? this.asked
    const document = (await this.documentsOf(view, partition)).get(key)?.document
    if (!document) return undefined
    const unitsToday = await this.unitsToday(view, partition)
    return through(this.source.reading, view, document as JsonObject, unitsToday) as D | undefined
  }

  async find<D extends object>(view: View<D>, query: Find): Promise<Found<D>> {
    const documents = await this.documentsOf(view, this.asked)
    const unitsToday = await this.unitsToday(view, this.asked)
    const compared = { columns: view.columns, locale: this.source.locale }
    const seen = [...documents].flatMap(([key, { document }]) => {
      const row = document ? through(this.source.reading, view, document as JsonObject, unitsToday) : undefined
      return row ? [{ key, columns: row, row: row as D }] : []
    })
    const { rows, next } = pageOfRows(seen, query, compared)
    return { documents: rows, next }
  }

  findEach<D extends object>(view: View<D>, query: FindEach): Promise<Found<D>[]> {
    return Promise.all(findsOf(query).map((each) => this.find(view, each)))
  }

  async count(view: View, where?: Where): Promise<number> {
    return (await this.find(view, { where, limit: Number.POSITIVE_INFINITY })).documents.length
  }

  async counts(view: View, { where, column }: { where?: Where; column: string }): Promise<ReadonlyMap<Scalar, number>> {
    const { documents } = await this.find(view, { where, limit: Number.POSITIVE_INFINITY })
    const counts = new Map<Scalar, number>()
    for (const document of documents) {
      const value = ((document as JsonObject)[column] ?? null) as Scalar
      counts.set(value, (counts.get(value) ?? 0) + 1)
    }
    return counts
  }

  async sums(): Promise<SummedDocuments[]> {
    return refuse('no-past')
  }

  async search<D extends object>(): Promise<Found<D>> {
    return refuse('no-past')
  }

  async alike(): Promise<readonly SharedTrait[]> {
    return refuse('no-past')
  }

  private async unitsToday(view: View, partition: Partition): Promise<readonly string[] | undefined> {
    if (readsAll(this.source.reading) || !('units' in view.columns)) return undefined
    return this.source.unitsToday(partition)
  }

  private async documentsOf(view: View, partition: Partition): Promise<FoldedDocuments> {
    return partition.kind === view.partition ? this.source.documents(view, partition) : new Map()
  }
}
