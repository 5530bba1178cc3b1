/** Filings in MongoDB as they are asked for, joined with the log beside them. */
import type { Document, Filter } from 'mongodb'
import {
  BadCursor,
  comparePositions,
  type Filings,
  type FilingsPage,
  type FilingsQuery,
  type HistoryRange,
  type Position,
  ReadStoreRefused,
  readCursor,
  type Share,
  type StandingFiling,
  type StoredEvent,
  storedPosition,
  writeCursor,
} from '#kernel'
import { batchesOf, type Questions } from '../questions.js'
import { filingsIn, type StoredFiling, standingFiling } from './stored-filings.js'

/** Where the events lie that filings point at. */
export interface LogBeside {
  /** The events at these positions, in recorded order; those that are not there are left out. */
  eventsAt(positions: readonly Position[]): StoredEvent[] | Promise<StoredEvent[]>
  /** The events of these streams up to a position, in recorded order. */
  eventsOf(streams: readonly string[], upTo: Position): StoredEvent[] | Promise<StoredEvent[]>
}

const usualLimit = 50
const highestLimit = 500
const scanned = 500

type Places = Pick<StoredFiling, 'partition' | 'first' | 'position' | 'event'>
const places = { _id: 0, partition: 1, first: 1, position: 1, event: 1 } as const
const positionsOf = ({ first, position }: Pick<Places, 'first' | 'position'>): Position[] => [
  storedPosition(first),
  storedPosition(position),
]

export class MongoFilings implements Omit<Filings, 'loadFilings' | 'finishFilings'> {
  constructor(
    protected readonly questions: Questions,
    private readonly beside: LogBeside | undefined,
  ) {}

  async history(partitions: readonly string[], range: HistoryRange = {}): Promise<StoredEvent[]> {
    return this.eventsAt((await this.rowsIn(partitions, positioned(range))).flatMap(positionsOf))
  }

  async histories(lists: readonly (readonly string[])[]): Promise<StoredEvent[][]> {
    const rows = Map.groupBy(await this.rowsIn(lists.flat(), {}), ({ partition }) => partition)
    const events = await this.eventsAt([...rows.values()].flat().flatMap(positionsOf))
    return lists.map((partitions) => {
      const own = new Set<number>(partitions.flatMap((each) => rows.get(each) ?? []).flatMap(positionsOf))
      return events.filter(({ position }) => own.has(position))
    })
  }

  async unfiled(partitions: readonly string[]): Promise<ReadonlySet<string>> {
    const filed = await this.questions.put((session) =>
      filingsIn(this.questions.db).distinct('partition', { partition: { $in: [...partitions] } }, { session }),
    )
    return new Set(partitions).difference(new Set(filed))
  }

  async versions(partitions: readonly string[], firsts: readonly (string | Position)[]): Promise<StoredEvent[]> {
    const ids = firsts.filter((first) => typeof first === 'string')
    const positions = firsts.filter((first) => typeof first === 'number')
    const wanted = { $or: [{ event: { $in: ids } }, { first: { $in: positions } }] }
    return this.eventsAt((await this.rowsIn(partitions, wanted)).flatMap(positionsOf))
  }

  async positions(partitions: readonly string[], firsts: readonly string[]): Promise<ReadonlyMap<string, Position>> {
    const rows = await this.rowsIn(partitions, { event: { $in: [...firsts] } })
    return new Map(rows.map(({ event, first }) => [event, storedPosition(first)]))
  }

  ofStreams(streams: readonly string[], upTo: Position): Promise<StoredEvent[]> {
    return this.questions.put(async () => this.log().eventsOf(streams, upTo))
  }

  async ofUnit(unit: string, most: number): Promise<StoredEvent[]> {
    const facts = { _id: { first: '$first', position: '$position' } }
    const stages = [{ $match: { unit, until: null } }, { $group: facts }, { $limit: most }]
    const rows = await this.questions.put((session) =>
      filingsIn(this.questions.db).aggregate<{ _id: Places }>(stages, { session }).toArray(),
    )
    return this.eventsAt(rows.flatMap(({ _id }) => positionsOf(_id)))
  }

  async timeline(query: FilingsQuery): Promise<FilingsPage> {
    const limit = query.limit ?? usualLimit
    if (!Number.isInteger(limit) || limit < 1 || limit > highestLimit)
      throw new RangeError(`a page of a timeline has 1 to ${highestLimit} facts, not ${limit}`)
    const { cursor, limit: _, ...asked } = query
    const identity = JSON.stringify(asked)
    const parts = [conditionsOf(query), ...(cursor === undefined ? [] : [afterCursor(identity, cursor)])]
    const options = { projection: { at: 1, first: 1, position: 1 }, sort: { at: -1, first: -1 } } as const
    const found = await this.questions.put((session) =>
      filingsIn(this.questions.db)
        .find({ $and: parts }, { ...options, session, limit: limit + 1 })
        .toArray(),
    )
    const rows = found.slice(0, limit)
    const facts = await this.factsOf(rows)
    const last = rows.at(-1)
    if (found.length <= limit || !last) return { facts }
    return { facts, next: writeCursor(identity, [last.at, last.first]) }
  }

  async *partitions({ index, of }: Share): AsyncGenerator<{ partition: string; events: StoredEvent[] }> {
    let own: Places[] = []
    for await (const rows of this.read({ share: { $mod: [of, index] } }, { partition: 1 }))
      for (const row of rows) {
        if (own[0] && own[0].partition !== row.partition) {
          yield { partition: own[0].partition, events: await this.eventsAt(own.flatMap(positionsOf)) }
          own = []
        }
        own.push(row)
      }
    if (own[0]) yield { partition: own[0].partition, events: await this.eventsAt(own.flatMap(positionsOf)) }
  }

  async *standing(): AsyncGenerator<StandingFiling[]> {
    for await (const rows of this.read({}, { partition: 1, at: 1, first: 1, position: 1 }))
      yield rows.map(standingFiling)
  }

  /** Some hundred at a time. */
  private async *read(filter: Filter<StoredFiling>, sort: Record<string, 1>): AsyncGenerator<StoredFiling[]> {
    const options = { ...this.questions.lasting, sort, batchSize: scanned, allowDiskUse: true }
    yield* batchesOf(this.questions, filingsIn(this.questions.db).find(filter, options))
  }

  private rowsIn(partitions: readonly string[], wanted: Filter<StoredFiling>): Promise<Places[]> {
    const filter = { $and: [{ partition: { $in: [...new Set(partitions)] } }, wanted] }
    return this.questions.put((session) =>
      filingsIn(this.questions.db).find<Places>(filter, { session, projection: places }).toArray(),
    )
  }

  private async eventsAt(positions: readonly Position[]): Promise<StoredEvent[]> {
    const sorted = [...new Set(positions)].sort(comparePositions)
    if (sorted.length === 0) return []
    const events = await this.log().eventsAt(sorted)
    if (events.length === sorted.length) return events
    throw new ReadStoreRefused('these read models are filed by another log: derive them anew.')
  }

  private log(): LogBeside {
    if (!this.beside) throw new Error('these read models were opened without the log that they are filed by')
    return this.beside
  }

  private async factsOf(rows: readonly Pick<StoredFiling, 'first' | 'position'>[]): Promise<FilingsPage['facts']> {
    const events = new Map<number, StoredEvent>()
    for (const event of await this.eventsAt(rows.flatMap(positionsOf))) events.set(event.position, event)
    return rows.map(({ first, position }) => ({
      first: events.get(first) as StoredEvent,
      last: events.get(position) as StoredEvent,
    }))
  }
}

function positioned({ after = 0, upTo }: HistoryRange): Filter<StoredFiling> {
  return { position: { $gt: after, ...(upTo === undefined ? {} : { $lte: upTo }) } }
}

function conditionsOf({ partition, types, units, function: by, from, below }: FilingsQuery): Document {
  return {
    ...{ partition, until: null, shown: true },
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
