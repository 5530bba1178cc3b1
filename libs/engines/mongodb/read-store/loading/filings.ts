/** Loads filings that nobody reads yet, and then says of each version how long it holds. */
import type { Db } from 'mongodb'
import type { FiledEvent, Filings } from '#kernel'
import { MongoFilings } from '../filings/filings.js'
import { filingsIn, indexFilings, storedFiling } from '../filings/stored-filings.js'

const loadedTogether = 1000

/** Filings of whoever writes them. */
export class LoadedFilings extends MongoFilings implements Filings {
  loadFilings(events: Iterable<FiledEvent>): Promise<void> {
    return loadFilings(this.questions.db, events)
  }

  finishFilings(): Promise<void> {
    return finishFilings(this.questions.db)
  }
}

async function loadFilings(db: Db, events: Iterable<FiledEvent>): Promise<void> {
  let together: ReturnType<typeof storedFiling>[] = []
  const load = async () => {
    if (together.length > 0) await filingsIn(db).insertMany(together, { ordered: false })
    together = []
  }
  for (const { rows } of events) {
    together.push(...rows.map(storedFiling))
    if (together.length >= loadedTogether) await load()
  }
  await load()
}

/** Each version ends where the next of its fact begins. */
async function finishFilings(db: Db): Promise<void> {
  const versions = { _id: { partition: '$partition', first: '$first' }, positions: { $push: '$position' } }
  const corrected = filingsIn(db).aggregate<{ _id: { partition: string; first: number }; positions: number[] }>(
    [{ $group: versions }, { $match: { 'positions.1': { $exists: true } } }],
    { allowDiskUse: true },
  )
  await indexFilings(db)
  for await (const { _id, positions } of corrected) {
    const inOrder = positions.sort((a, b) => a - b)
    const ending = inOrder.slice(0, -1).map((position, at) => {
      const filter = { _id: `${_id.partition} ${_id.first} ${position}` }
      return { updateOne: { filter, update: { $set: { until: inOrder[at + 1] ?? null } } } }
    })
    await filingsIn(db).bulkWrite(ending, { ordered: false })
  }
}
