/** How questions reach a database: each by itself, or all of a moment one after the other. */
import type { AbstractCursor, ClientSession, Db } from 'mongodb'
import { SerialQueue } from '#kernel'
import type { MongoConnection } from '../mongo-connection.js'

export interface Questions {
  db: Db
  /** Puts a question, in a session. */
  put<T>(question: (session: ClientSession) => Promise<T>): Promise<T>
  /** What cursors are opened with, which outlast a question. */
  lasting: { session?: ClientSession }
}

export const questionsTo = (connection: MongoConnection, db: Db): Questions => ({
  db,
  put: (question) => connection.session(question),
  lasting: {},
})

/**
 * Work whose questions are all of one moment: a transaction that only reads. (A session of one snapshot would do as
 * well, but is given up after minutes without a word by some servers.)
 */
export async function inMoment<T>(
  connection: MongoConnection,
  db: Db,
  work: (questions: Questions) => Promise<T>,
): Promise<T> {
  // A transaction takes one operation at a time.
  const turns = new SerialQueue()
  let hasEnded = false
  return connection.session(async (session) => {
    session.startTransaction({ readConcern: { level: 'snapshot' }, readPreference: 'primary' })
    const put: Questions['put'] = (question) =>
      turns.take(async () => {
        if (hasEnded) throw new Error('what is read belongs to a moment that has ended')
        return question(session)
      })
    try {
      // Its first question is what fixes the moment.
      await put(() => db.collection('~settings').findOne({}, { session }))
      return await work({ db, put, lasting: { session } })
    } finally {
      hasEnded = true
      await turns.idle()
      // There is nothing to commit.
      await session.abortTransaction()
    }
  })
}

/** What a cursor gives, as it comes. */
export async function* batchesOf<T>({ put }: Questions, cursor: AbstractCursor<T>): AsyncGenerator<T[]> {
  try {
    while (await put(() => cursor.hasNext())) yield cursor.readBufferedDocuments() as T[]
  } finally {
    await cursor.close()
  }
}
