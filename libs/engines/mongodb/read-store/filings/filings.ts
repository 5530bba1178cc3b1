/** Filings in MongoDB as they are asked for, with the events that are filed. */
import type { Document, Filter } from 'mongodb'
import {
  BadCursor,
  type Filings,
  type FilingsCondition,
  type FilingsPage,
  type FilingsQuery,
  type HistoryRange,
  type Position,
  readCursor,
  type Share,
  type StandingFiling,
  type StoredEvent,
  writeCursor,
} from '#kernel'
import { Gathering } from '../gathering.js'
import type { Questions } from '../questions.js'
import { allHold, anyHolds } from '../tables/filters.js'
import { eventsIn, givenEvent, type KeptEvent, partitionsIn } from './kept-events.js'
import { inPartitions, standingFilings } from './partitions.js'
import {
  type AskedPlaces,
  placesOf,
  positionsIn,
  positionsInOrder,
  readKept,
  readWithFirsts,
  withFirsts,
} from './reading.js'

const usualLimit = 50
const highestLimit = 500

export class MongoFilings implements Omit<Filings, 'loadFilings' | 'finishFilings'> {
  private readonly places: Gathering<AskedPlaces, ReadonlyMap<string, Position>>

  constructor(protected readonly questions: Questions) {
    this.places = new Gathering(questions, (session, all) => placesOf({ db: questions.db, session }, all))
  }

  history(partitions: readonly string[], range: HistoryRange = {}): Promise<StoredEvent[]> {
    return this.events({ filed: inAny(partitions), ...positioned(range) })
  }

  async histories(lists: readonly (readonly string[])[]): Promise<StoredEvent[][]> {
    const partitions = lists.flat()
    if (partitions.length === 0) return lists.map(() => [])
    const kept = await this.kept({ filed: inAny(partitions) })
    const given = new Map(kept.map((each) => [each._id, givenEvent(each)]))
    const own = positionsIn(partitions, kept)
    return lists.map((list) => {
      const positions = new Set(list.flatMap((partition) => own.get(partition) ?? []))
      return positionsInOrder(positions).flatMap((position) => given.get(position) ?? [])
    })
  }

  async unfiled(partitions: readonly string[]): Promise<ReadonlySet<string>> {
    const asked = new Set(partitions)
    if (asked.size === 0) return asked
    const named = await this.questions.put((session) =>
      partitionsIn(this.questions.db)
        .find({ _id: { $in: [...asked] } }, { session, projection: { _id: 1 }, batchSize: asked.size + 1 })
        .toArray(),
    )
    return asked.difference(new Set(named.map(({ _id }) => _id)))
  }

  async count(partitions: readonly string[], most: number): Promise<number> {
    const counts = partitions.map((partition) =>
      this.questions.put((session) =>
        eventsIn(this.questions.db).countDocuments({ filed: inAny([partition]) }, { session, limit: most }),
      ),
    )
    return Math.min(
      most,
      (await Promise.all(counts)).reduce((sum, counted) => sum + counted, 0),
    )
  }

  async versions(partitions: readonly string[], firsts: readonly (string | Position)[]): Promise<StoredEvent[]> {
    const ids = firsts.filter((first) => typeof first === 'string')
    const positions = firsts.filter((first) => typeof first === 'number')
    const wanted = [
      ...(ids.length > 0 ? [{ event: { $in: ids } }] : []),
      ...(positions.length > 0 ? [{ first: { $in: positions } }] : []),
    ]
    if (wanted.length === 0) return []
    const stages = [{ $match: { filed: inAny(partitions), ...anyHolds(wanted) } }]
    return (await this.readWithFirsts(stages)).all.map(givenEvent)
  }

  async positions(partitions: readonly string[], firsts: readonly string[]): Promise<ReadonlyMap<string, Position>> {
    return firsts.length > 0 ? this.places.ask({ partitions, firsts }) : new Map()
  }

  ofStreams(streams: readonly string[], upTo: Position): Promise<StoredEvent[]> {
    return this.events({ stream: inAny(streams), _id: { $lte: upTo } })
  }

  ofUnit(unit: string, most: number): Promise<StoredEvent[]> {
    return this.events({ unit, until: null }, most)
  }

  timelineCount(query: FilingsCondition): Promise<number> {
    const { db, put } = this.questions
    return put((session) => eventsIn(db).countDocuments(conditionsOf(query), { session }))
  }

  async timeline(query: FilingsQuery): Promise<FilingsPage> {
    const limit = query.limit ?? usualLimit
    if (!Number.isInteger(limit) || limit < 1 || limit > highestLimit)
      throw new RangeError(`a page of a timeline has 1 to ${highestLimit} facts, not ${limit}`)
    const { cursor, limit: _, ...asked } = query
    const identity = JSON.stringify(asked)
    const parts = [conditionsOf(query), ...(cursor === undefined ? [] : [afterCursor(identity, cursor)])]
    const sort = { at: -1, first: -1 } as const
    const stages = [{ $match: allHold(parts) }, { $sort: sort }, { $limit: limit + 1 }]
    const { rows, all } = await this.readWithFirsts(stages)
    const events = new Map(all.map((kept) => [kept._id, givenEvent(kept)]))
    const shown = rows.slice(0, limit)
    const facts = shown.map(({ _id, first = _id }) => ({
      first: events.get(first) as StoredEvent,
      last: events.get(_id) as StoredEvent,
    }))
    const last = shown.at(-1)
    if (rows.length <= limit || !last) return { facts }
    return { facts, next: writeCursor(identity, [Number(last.at), Number(last.first)]) }
  }

  async *partitions({ index, of }: Share): AsyncGenerator<{ partition: string; events: StoredEvent[] }> {
    for await (const { partition, kept } of inPartitions(this.questions, { share: { $mod: [of, index] } }))
      yield { partition, events: kept.map(givenEvent) }
  }

  async *standing(after?: string): AsyncGenerator<StandingFiling[]> {
    yield* standingFilings(this.questions, after)
  }

  private async events(filter: Filter<KeptEvent>, limit = 0): Promise<StoredEvent[]> {
    return (await this.kept(filter, limit)).map(givenEvent)
  }

  private readWithFirsts(stages: readonly Document[]): ReturnType<typeof readWithFirsts> {
    const { db, put } = this.questions
    return put((session) => readWithFirsts({ db, session }, stages))
  }

  /** In recorded order, with what facts that were moved said first. */
  private kept(filter: Filter<KeptEvent>, limit = 0): Promise<KeptEvent[]> {
    const { db } = this.questions
    return this.questions.put(async (session) => {
      const of = { db, session }
      return withFirsts(of, await readKept(of, filter, limit))
    })
  }
}

const inAny = (names: readonly string[]) => ({ $in: [...new Set(names)] })

function positioned({ after = 0, upTo }: HistoryRange): Filter<KeptEvent> {
  if (after === 0 && upTo === undefined) return {}
  return { _id: { $gt: after, ...(upTo === undefined ? {} : { $lte: upTo }) } }
}

function conditionsOf({ partition, types, units, function: by, from, below }: FilingsCondition): Document {
  return {
    ...{ shown: partition, until: null },
    ...(types && { type: { $in: [...types] } }),
    ...(units && { unit: { $in: units.map((unit) => unit ?? null) } }),
    ...(by !== undefined && { function: by }),
    ...((from ?? below) !== undefined && {
      at: {
        ...(from !== undefined && { $gte: Date.parse(from) }),
        ...(below !== undefined && { $lt: Date.parse(below) }),
      },
    }),
  }
}

function afterCursor(identity: string, cursor: string): Document {
  const values = readCursor(identity, cursor)
  if (values.length !== 2) throw new BadCursor()
  const at = Number(values[0])
  return { $or: [{ at: { $lt: at } }, { at, first: { $lt: Number(values[1]) } }] }
}
