/** Checkpoints of read models in MongoDB, and what was changed on the way: the last writes, each with what they touched. */
import type { AnyClientBulkWriteModel, Collection, Db, Document } from 'mongodb'
import { type Checkpoint, type FollowProgress, type ProgressStep, stepsAfter, storedPosition } from '#kernel'
import { type Arrivals, firstPollMs, lastPollMs } from '../../../embedded/arrivals.js'
import { isPassing } from '../../patience.js'
import type { Questions } from '../questions.js'
import { type Reached, reachedOf } from './checkpoints.js'
import type { ServerNews } from './server-news.js'

interface StoredWrite {
  name: string
  number: number
  before: number
  position: number
  partitions: string[]
}

/** Writes that are kept, and how many more are let come before those are removed together. */
const kept = 1000
const removedTogether = 250
const readTogether = 500
/** Whoever is told of what is written looks by itself no more often. */
const unaskedMs = 5_000

const writesIn = (db: Db): Collection<StoredWrite> => db.collection('~progress')

export async function prepareProgress(db: Db): Promise<void> {
  await writesIn(db).createIndex({ name: 1, number: 1 }, { name: 'numbers' })
}

/** Where a checkpoint is once it was moved on. */
export const reachedBy = ({ position, partitions }: Checkpoint, before: Reached): Reached => ({
  position,
  told: before.told + (partitions === undefined ? 0 : 1),
})

/**
 * What moves a checkpoint on.
 * @param of.before where it is, as the transaction has read it, or as it is to be found there where that is only `known`
 */
export function advancing(
  db: Db,
  checkpoint: Checkpoint,
  { before, isKnown = false }: { before: Reached; isKnown?: boolean },
): AnyClientBulkWriteModel<Document>[] {
  const { name, position, partitions } = checkpoint
  const { told: number } = reachedBy(checkpoint, before)
  const namespace = (collection: string) => `${db.databaseName}.${collection}`
  const models: AnyClientBulkWriteModel<Document>[] = [
    {
      namespace: namespace('~checkpoints'),
      name: 'updateOne',
      filter: { _id: name as never, ...(isKnown && before) },
      update: { $set: { position, told: number } },
      upsert: !isKnown,
    },
  ]
  if (partitions === undefined) return models
  const document = { name, number, before: before.position, position, partitions: [...partitions] }
  models.push({ namespace: namespace('~progress'), name: 'insertOne', document })
  if (number % removedTogether === 0) {
    const filter = { name, number: { $lte: number - kept } }
    models.push({ namespace: namespace('~progress'), name: 'deleteMany', filter })
  }
  return models
}

/**
 * Looks again when something was written, which the server tells, since any process may write; where it does not, by itself.
 * @param isOpen whether there is still something to follow
 */
export async function* follow(
  questions: Questions,
  { name, after, signal }: FollowProgress,
  { arrivals, news, isOpen }: { arrivals: Arrivals; news: ServerNews; isOpen: () => boolean },
): AsyncGenerator<ProgressStep, void, undefined> {
  let place = { position: after, told: 0 }
  let pollMs = firstPollMs
  news.begin()
  while (!signal.aborted && isOpen()) {
    // Before it is looked, so that nothing that comes meanwhile is missed.
    const next = arrivals.next(signal, news.isHeard ? unaskedMs : pollMs)
    const { steps, told } = await stepsOrNone(questions, name, place)
    for (const step of steps) {
      if (signal.aborted) return
      yield step
    }
    place = { position: steps.at(-1)?.position ?? place.position, told }
    if (steps.length === 0 && isOpen()) await next
    pollMs = steps.length > 0 ? firstPollMs : Math.min(2 * pollMs, lastPollMs)
  }
}

/** None while the server is away. */
async function stepsOrNone(questions: Questions, name: string, place: Reached): ReturnType<typeof stepsFrom> {
  try {
    return await stepsFrom(questions, name, place)
  } catch (error) {
    if (isPassing(error)) return { steps: [], told: place.told }
    throw error
  }
}

/** With the number of the last write among them. */
function stepsFrom(
  questions: Questions,
  name: string,
  place: Reached,
): Promise<{ steps: ProgressStep[]; told: number }> {
  return questions.put(async (session) => {
    // Before the writes, which are then there for everything up to it.
    const last = await reachedOf(questions.db, name, session)
    if (last.position === place.position && last.told === place.told) return { steps: [], told: place.told }
    // Once the place is one of a write, others that stayed there may follow it.
    const beyond = place.told === 0 ? { position: { $gt: place.position } } : {}
    const numbered = { name, number: { $gt: place.told }, ...beyond }
    const options = { session, sort: { number: 1 }, limit: readTogether } as const
    const writes = await writesIn(questions.db).find(numbered, options).toArray()
    const told = writes.map(({ before, position, partitions }) => ({
      before: storedPosition(before),
      position: storedPosition(position),
      partitions,
    }))
    const isAll = writes.length < readTogether
    const steps = stepsAfter(place.position, told, isAll ? last.position : 0)
    return { steps, told: writes.at(-1)?.number ?? (isAll ? last.told : place.told) }
  })
}
