/** Where checkpoints of read models are. */
import type { ClientSession, Collection, Db } from 'mongodb'
import { type Position, storedPosition } from '#kernel'

interface StoredCheckpoint {
  _id: string
  position: number
  /** How many writes said what they changed; the last of them bears this number. */
  told: number
}

export interface Reached {
  position: Position
  /** As it is stored. */
  told: number
}

const checkpointsIn = (db: Db): Collection<StoredCheckpoint> => db.collection('~checkpoints')

export const reachedAt = (position = 0, told = 0): Reached => ({ position: storedPosition(position), told })

export async function reachedOf(db: Db, name: string, session: ClientSession): Promise<Reached> {
  const found = await checkpointsIn(db).findOne({ _id: name }, { session })
  return reachedAt(found?.position, found?.told)
}

/** Where all of them are. */
export async function allReached(db: Db, session: ClientSession): Promise<ReadonlyMap<string, Position>> {
  const all = await checkpointsIn(db).find({}, { session }).toArray()
  return new Map(all.map(({ _id, position }) => [_id, storedPosition(position)]))
}
