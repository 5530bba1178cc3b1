/** How questions reach a database: each by itself, or all of a moment one after the other. */
import type { AbstractCursor, ClientSession, Db } from 'mongodb'
import { type Position, ReadStoreRefused } from '#kernel'
import type { MongoConnection } from '../mongo-connection.js'
import { allReached } from './writing/checkpoints.js'
import { YieldingQueue } from './yielding-queue.js'

export interface Questions {
  db: Db
  /**
   * Puts a question, in a session.
   * @param isLast after all that are waiting to be put in the same moment
   */
  put<T>(question: (session: ClientSession) => Promise<T>, isLast?: boolean): Promise<T>
  /** What cursors are opened with, which outlast a question. */
  lasting: { session?: ClientSession }
  /** Where checkpoints are, in a moment. */
  reached?: ReadonlyMap<string, Position>
}

export const questionsTo = (connection: MongoConnection, db: Db): Questions => ({
  db,
  put: (question) => connection.asking(() => connection.session(question)),
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
  let hasBegun = false
  const begun = () =>
    momentOf(connection, db, (questions) => {
      hasBegun = true
      return work(questions)
    })
  return connection.patience.asking(begun, () => !hasBegun)
}

function momentOf<T>(connection: MongoConnection, db: Db, work: (questions: Questions) => Promise<T>): Promise<T> {
  // A transaction takes one operation at a time.
  const turns = new YieldingQueue()
  let hasEnded = false
  return connection.reading(async (session) => {
    const put: Questions['put'] = (question, isLast) =>
      turns.take(async () => {
        if (hasEnded) throw new Error('what is read belongs to a moment that has ended')
        return question(session)
      }, isLast)
    try {
      // Its first question is what fixes the moment; nearly every moment asks it.
      const reached = await put(() => allReached(db, session))
      if (reached.size === 0) await put(() => requireStanding(db, session))
      return await work({ db, put, lasting: { session }, reached })
    } finally {
      hasEnded = true
      await turns.idle()
    }
  })
}

/** Read models that another generation has replaced are removed under whoever was held up; nothing in them is no answer. */
async function requireStanding(db: Db, session: ClientSession): Promise<void> {
  if (await db.collection('~settings').findOne({}, { session })) return
  throw new ReadStoreRefused(`the read models in ${db.databaseName} are gone: others serve by now`)
}

/** What a cursor gives, as it comes. */
export async function* batchesOf<T>({ put }: Questions, cursor: AbstractCursor<T>): AsyncGenerator<T[]> {
  try {
    while (await put(() => cursor.hasNext())) yield cursor.readBufferedDocuments() as T[]
  } finally {
    await cursor.close()
  }
}
