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
  private last: number | undefined

  /** A write that is to be told apart from all others. */
  next(): number {
    return ++this.turn
  }

  /** Once it is written. */
  wrote(turn: number): void {
    this.last = turn
  }

  /** What stands of it, by what it has written last; nothing before that. */
  get standing(): Standing['writers'] {
    return new Map(this.last === undefined ? [] : [[this.id, this.last]])
  }

  /** Whether it was done before, by what stands. */
  hasDone(turn: number, { writers }: Standing): boolean {
    return writers.get(this.id) === turn
  }

  /**
   * What a transaction writes of it.
   * @param known what is to stand of it until then; anything unless told
   */
  marking(db: Db, turn: number, known?: Pick<Standing, 'writers'>): AnyClientBulkWriteModel<Document> {
    const { namespace } = writersIn(db)
    const update = { $set: { turn, at: new Date() } }
    const filter = { _id: this.id as never, ...(known && { turn: known.writers.get(this.id) }) }
    return { namespace, name: 'updateOne', filter, update, upsert: !known }
  }
}
