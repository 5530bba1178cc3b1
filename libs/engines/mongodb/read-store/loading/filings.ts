/** Loads events that nobody reads yet, and then says of each version of a fact how long it holds. */
import type { AnyBulkWriteOperation, Db } from 'mongodb'
import type { FiledEvent, Filings } from '#kernel'
import { derived } from '../../mongo-connection.js'
import { MongoFilings } from '../filings/filings.js'
import {
  dropEventIndexes,
  eventsIn,
  type FiledPartition,
  filedPartitionsOf,
  indexEvents,
  type KeptEvent,
  keptEvent,
  keptPartition,
  partitionsIn,
} from '../filings/kept-events.js'
import type { NamedPartitions } from '../filings/named-partitions.js'
import type { Questions } from '../questions.js'

const loadedTogether = 1000
const unordered = { ordered: false, writeConcern: derived } as const

/** Filings of whoever writes them. */
export class LoadedFilings extends MongoFilings implements Filings {
  private hasBegun = false

  constructor(
    questions: Questions,
    private readonly named: NamedPartitions,
  ) {
    super(questions)
  }

  /** Where something was filed, that stays so. */
  override async unfiled(partitions: readonly string[]): Promise<ReadonlySet<string>> {
    const unknown = this.named.missing(partitions)
    const unfiled = await super.unfiled([...unknown])
    this.named.add(unknown.difference(unfiled))
    return unfiled
  }

  async loadFilings(events: Iterable<FiledEvent>): Promise<void> {
    const { db } = this.questions
    if (!this.hasBegun) await dropEventIndexes(db)
    this.hasBegun = true
    let together: FiledEvent[] = []
    for (const event of events) {
      together.push(event)
      if (together.length < loadedTogether) continue
      await this.load(together)
      together = []
    }
    await this.load(together)
  }

  async finishFilings(): Promise<void> {
    const { db } = this.questions
    await indexEvents(db)
    await endVersions(db)
    this.hasBegun = false
  }

  private async load(events: readonly FiledEvent[]): Promise<void> {
    if (events.length === 0) return
    const { db } = this.questions
    await eventsIn(db).insertMany(events.map(keptEvent), unordered)
    const fresh = this.named.missing(events.flatMap(filedPartitionsOf))
    if (fresh.size > 0) await partitionsIn(db).bulkWrite([...fresh].map(namedOnce), unordered)
    this.named.add(fresh)
  }
}

function namedOnce(partition: string): AnyBulkWriteOperation<FiledPartition> {
  const { _id, ...fields } = keptPartition(partition)
  return { updateOne: { filter: { _id }, update: { $setOnInsert: fields }, upsert: true } }
}

/** Each version ends where the next of its fact begins. */
async function endVersions(db: Db): Promise<void> {
  const corrections = { $expr: { $ne: ['$first', '$_id'] }, first: { $exists: true } }
  const versions = { _id: '$first', positions: { $push: '$_id' } }
  const corrected = eventsIn(db).aggregate<{ _id: number; positions: number[] }>(
    [{ $match: corrections }, { $group: versions }],
    { allowDiskUse: true, batchSize: loadedTogether },
  )
  while (await corrected.hasNext()) {
    const ending = corrected.readBufferedDocuments().flatMap(({ _id, positions }) => {
      const inOrder = [_id, ...positions.sort((a, b) => a - b)]
      return inOrder.slice(0, -1).map((position, at): AnyBulkWriteOperation<KeptEvent> => {
        const update = { $set: { until: inOrder[at + 1] ?? null } }
        return { updateOne: { filter: { _id: position }, update } }
      })
    })
    if (ending.length > 0) await eventsIn(db).bulkWrite(ending, unordered)
  }
}
