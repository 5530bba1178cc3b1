/**
 * Documents of several collections by their ids, in one question to the server: looked up beside the one document that
 * every database of read models has. A stage that unites collections would do as well, but no transaction takes it.
 */
import type { ClientSession, Db, Document } from 'mongodb'

export interface WantedIds {
  collection: string
  ids: readonly string[]
  /** Fields that are read, or left out. */
  projection: Document
}

/** All that is looked up comes in one document, of which a server takes 16 MB: so many of at most so many bytes. */
const mostTogether = 300
const mostBytes = 40_000

interface Large {
  _id: string
  /** Read by itself, since it would not fit with the others. */
  isLarge: true
}

/** Of each collection those of the ids that there are, in no promised order. */
export async function readTogether(
  of: { db: Db; session?: ClientSession },
  wanted: readonly WantedIds[],
): Promise<Document[][]> {
  const asked = wanted.filter(({ ids }) => ids.length > 0)
  const count = asked.reduce((sum, { ids }) => sum + ids.length, 0)
  const isOne = asked.length > 1 && count <= mostTogether
  const found = isOne ? await lookUp(of, asked) : []
  if (!isOne) for (const each of asked) found.push(await readOne(of, each))
  return wanted.map((each) => found[asked.indexOf(each)] ?? [])
}

async function lookUp(of: { db: Db; session?: ClientSession }, asked: readonly WantedIds[]): Promise<Document[][]> {
  const lookUps = asked.map(({ collection: from, ids, projection }) => ({
    ...{ from, ids },
    stages: [{ $project: projection }, unlessLarge],
  }))
  const rowsOf = await lookUpBeside(of, lookUps)
  const found: Document[][] = []
  for (const [at, each] of asked.entries()) {
    const rows = rowsOf[at] ?? []
    const large = rows.filter((one): one is Large => one.isLarge === true)
    const rest = large.length > 0 ? await readOne(of, { ...each, ids: large.map(({ _id }) => _id) }) : []
    found.push(large.length > 0 ? [...rows.filter(({ isLarge }) => !isLarge), ...rest] : rows)
  }
  return found
}

const among = (ids: readonly string[]) => ({ _id: { $in: [...ids] } })
const unlessLarge = {
  $replaceWith: { $cond: [{ $lt: [{ $bsonSize: '$$ROOT' }, mostBytes] }, '$$ROOT', { _id: '$_id', isLarge: true }] },
}

function readOne({ db, session }: { db: Db; session?: ClientSession }, wanted: WantedIds): Promise<Document[]> {
  const { collection, ids, projection } = wanted
  const options = { session, projection, batchSize: ids.length + 1 }
  return db.collection<{ _id: string }>(collection).find(among(ids), options).toArray()
}

export interface LookUp {
  from: string
  ids: readonly string[]
  /** What is made of each document. */
  stages: Document[]
}

/**
 * What is looked up, beside the one document that there is. Ids stand in that document as a list, of which each is looked
 * for by the index of ids: of a condition inside not every server sees that it is about them.
 */
export async function lookUpBeside(
  { db, session }: { db: Db; session?: ClientSession },
  lookUps: readonly LookUp[],
): Promise<Document[][]> {
  const ids = Object.fromEntries(lookUps.map((each, at) => [idsAt(at), { $literal: each.ids }]))
  const stages = lookUps.map(({ from, stages: pipeline }, at) => ({
    $lookup: { from, localField: idsAt(at), foreignField: '_id', pipeline, as: rowsAt(at) },
  }))
  const answered = lookUps.length > 0 ? [{ $project: Object.fromEntries(lookUps.map((_, at) => [rowsAt(at), 1])) }] : []
  const [row = {}] = await db
    .collection('~settings')
    .aggregate([{ $match: { _id: 'settings' } }, { $project: { _id: 1, ...ids } }, ...stages, ...answered], { session })
    .toArray()
  return lookUps.map((_, at) => row[rowsAt(at)] ?? [])
}

const idsAt = (at: number): string => `i${at}`
const rowsAt = (at: number): string => `r${at}`
