/** Reads events as they are kept, all that is asked for in one answer of the server as far as that holds them. */
import type { ClientSession, Db, Document, Filter } from 'mongodb'
import { type Position, storedPosition } from '#kernel'
import { eventsCollection, eventsIn, type KeptEvent } from './kept-events.js'

export interface ReadKept {
  db: Db
  session: ClientSession
}

/** More than an answer of 16 MB holds; the server sends fewer at first unless told. */
const together = 100_000

/** @param limit 0: all of them, in no promised order */
export function readKept({ db, session }: ReadKept, filter: Filter<KeptEvent>, limit = 0): Promise<KeptEvent[]> {
  return eventsIn(db).find(filter, { session, limit, batchSize: together }).toArray()
}

/** Of few events each with what it corrects, looked up beside it: `firsts` is empty where it corrects nothing. */
const besideFirsts: readonly Document[] = [
  { $addFields: { corrected: { $cond: [{ $eq: [{ $ifNull: ['$first', '$_id'] }, '$_id'] }, [], ['$first']] } } },
  { $lookup: { from: eventsCollection, localField: 'corrected', foreignField: '_id', as: 'firsts' } },
]

/** Few events, in the order asked for, and with them what they correct. */
export async function readWithFirsts(
  { db, session }: ReadKept,
  stages: readonly Document[],
): Promise<{ rows: KeptEvent[]; all: KeptEvent[] }> {
  const rows = await eventsIn(db)
    .aggregate<KeptEvent & { firsts: KeptEvent[] }>([...stages, ...besideFirsts], { session, batchSize: together })
    .toArray()
  const all = new Map([...rows.flatMap(({ firsts }) => firsts), ...rows].map((each) => [each._id, each]))
  return { rows, all: [...all.values()].sort((a, b) => a._id - b._id) }
}

/** First events whose places are asked for, as far as they are filed in one of the partitions. */
export interface AskedPlaces {
  partitions: readonly string[]
  firsts: readonly string[]
}

/** Where first events stand, by their ids; of all who ask about the same partitions in one question. */
export async function placesOf(
  { db, session }: ReadKept,
  all: readonly AskedPlaces[],
): Promise<ReadonlyMap<string, Position>[]> {
  const found = new Map<string, Map<string, Position>>()
  const keyOf = ({ partitions }: AskedPlaces) => JSON.stringify(partitions)
  for (const [key, asked] of Map.groupBy(all, keyOf)) {
    const event = { $in: [...new Set(asked.flatMap(({ firsts }) => firsts))] }
    const filter = { event, filed: { $in: [...(asked[0]?.partitions ?? [])] } }
    const options = { session, projection: { event: 1, first: 1 }, batchSize: together }
    const kept = await eventsIn(db).find(filter, options).toArray()
    found.set(key, new Map(kept.map(({ _id, event: id = '', first = _id }) => [id, storedPosition(first)])))
  }
  return all.map((each) => {
    const places = found.get(keyOf(each))
    return new Map(
      each.firsts.flatMap((first) => {
        const place = places?.get(first)
        return place === undefined ? [] : [[first, place] as const]
      }),
    )
  })
}

/** Of each of these partitions the positions of what is filed there, and of what that corrects; in recorded order. */
export function positionsIn(partitions: readonly string[], kept: readonly KeptEvent[]): Map<string, number[]> {
  const found = new Map(partitions.map((partition) => [partition, new Set<number>()]))
  for (const { _id, first = _id, filed = [] } of kept) for (const each of filed) found.get(each)?.add(first).add(_id)
  return new Map([...found].map(([partition, positions]) => [partition, positionsInOrder(positions)]))
}

export const positionsInOrder = (positions: Iterable<number>): number[] => [...positions].sort((a, b) => a - b)

/** In recorded order, each once, with those that they correct: where a fact was moved, that is filed elsewhere. */
export async function withFirsts(of: ReadKept, kept: readonly KeptEvent[]): Promise<KeptEvent[]> {
  const found = new Map(kept.map((each) => [each._id, each]))
  const missing = new Set(kept.flatMap(({ _id, first = _id }) => (found.has(first) ? [] : [first])))
  if (missing.size > 0) for (const each of await readKept(of, { _id: { $in: [...missing] } })) found.set(each._id, each)
  return [...found.values()].sort((a, b) => a._id - b._id)
}
