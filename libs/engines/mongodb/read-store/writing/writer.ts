/**
 * Who writes, by a document that says which of its writes was the last: where the answer to a write was lost, that tells
 * whether it was done. It goes by itself some time after its writer.
 */
import { randomUUID } from 'node:crypto'
import type { AnyClientBulkWriteModel, Collection, Db, Document } from 'mongodb'
import type { Standing } from './standing.js'

interface StoredWriter {
  _id: string
  turn: number
  at: Date
}

const collectionName = '~writers'
const keptSeconds = 24 * 60 * 60

const writersIn = (db: Db): Collection<StoredWriter> => db.collection(collectionName)

export async function prepareWriters(db: Db): Promise<void> {
  await writersIn(db).createIndex({ at: 1 }, { name: 'ends', expireAfterSeconds: keptSeconds })
}

export class Writer {
  readonly id = randomUUID()
  private turn = 0

  /** A write that is to be told apart from all others. */
  next(): number {
    return ++this.turn
  }

  /** Whether it was done before, by what stands. */
  hasDone(turn: number, { writers }: Standing): boolean {
    return writers.get(this.id) === turn
  }

  /** What a transaction writes of it. */
  marking(db: Db, turn: number): AnyClientBulkWriteModel<Document> {
    const { namespace } = writersIn(db)
    const update = { $set: { turn, at: new Date() } }
    return { namespace, name: 'updateOne', filter: { _id: this.id as never }, update, upsert: true }
  }
}
