/** Reads events as they are kept, all that is asked for in one answer of the server as far as that holds them. */
import type { ClientSession, Db, Filter } from 'mongodb'
import { eventsIn, type KeptEvent } from './kept-events.js'

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
