/**
 * Documents of several collections by their ids, pages of others, and what is made of them, in one question to the server:
 * looked up beside the one document that every database of read models has. A stage that unites collections would do as
 * well, but no transaction takes it.
 */
import type { ClientSession, Db, Document } from 'mongodb'

export interface WantedIds {
  collection: string
  ids: readonly string[]
  /** Fields that are read, or left out. */
  projection: Document
}

/** The first documents that a filter lets through, in an order. */
export interface WantedPage {
  collection: string
  filter: Document
  /** Fields that the order takes beside those of the documents. */
  flags: readonly Document[]
  sort: Record<string, 1 | -1>
  /** So many of them are passed over. */
  skip: number
  limit: number
  projection: Document
}

/** Few and small documents, made of those of a collection. */
export interface WantedSums {
  collection: string
  stages: Document[]
}

export type WantedTogether = WantedIds | WantedPage | WantedSums

interface ReadFrom {
  db: Db
  session?: ClientSession
}

/** All that is looked up comes in one document, of which a server takes 16 MB: so many documents at most. */
const mostTogether = 3_000
const mostBytesTogether = 12_000_000
/** A larger one is read by itself, also where few are. */
const mostBytes = 40_000

const boundOf = (each: WantedTogether): number => {
  if ('stages' in each) return 0
  return 'ids' in each ? each.ids.length : each.limit
}

/** Of each the page, what is made, or those of the ids that there are, those in no promised order. */
export async function readTogether(of: ReadFrom, wanted: readonly WantedTogether[]): Promise<Document[][]> {
  const asked = wanted.filter((each) => !('ids' in each) || each.ids.length > 0)
  const bound = asked.reduce((sum, each) => sum + boundOf(each), 0)
  const isOne = asked.length > 1 && bound <= mostTogether
  const found = isOne ? await lookUp(of, asked, Math.min(mostBytes, Math.floor(mostBytesTogether / bound))) : []
  if (!isOne) for (const each of asked) found.push(await readOne(of, each))
  return wanted.map((each) => found[asked.indexOf(each)] ?? [])
}

/** @param most bytes of a document that comes with the others */
async function lookUp(of: ReadFrom, asked: readonly WantedTogether[], most: number): Promise<Document[][]> {
  const unlessLarge = {
    $replaceWith: { $cond: [{ $lt: [{ $bsonSize: '$$ROOT' }, most] }, '$$ROOT', { _id: '$_id', isLarge: true }] },
  }
  const lookUps = asked.map((each): LookUp => {
    const { collection: from } = each
    if ('stages' in each) return { from, stages: each.stages }
    if ('ids' in each) return { from, ids: each.ids, stages: [{ $project: each.projection }, unlessLarge] }
    return { from, stages: [...stagesOf(each), unlessLarge] }
  })
  const rowsOf = await lookUpBeside(of, lookUps)
  const found: Document[][] = []
  for (const [at, each] of asked.entries()) found.push(await withLarge(of, each, rowsOf[at] ?? []))
  return found
}

/** In the place of those that were too large what they are. */
async function withLarge(of: ReadFrom, each: WantedTogether, rows: Document[]): Promise<Document[]> {
  const ids = rows.filter(({ isLarge }) => isLarge === true).map(({ _id }) => _id as string)
  if ('stages' in each || ids.length === 0) return rows
  const { collection, projection } = each
  const large = new Map((await readOne(of, { collection, ids, projection })).map((row) => [row._id, row]))
  return rows.map((row) => large.get(row._id) ?? row)
}

function stagesOf({ filter, flags, sort, skip, limit, projection }: WantedPage): Document[] {
  const shown = Object.fromEntries(flags.flatMap((flag) => Object.keys(flag)).map((name) => [name, 0]))
  const isNarrow = Object.values(projection).some((of) => of === 1)
  return [
    { $match: filter },
    ...flags.map(($addFields) => ({ $addFields })),
    ...(Object.keys(sort).length > 0 ? [{ $sort: sort }] : []),
    ...(skip > 0 ? [{ $skip: skip }] : []),
    { $limit: limit },
    { $project: isNarrow ? projection : { ...projection, ...shown } },
  ]
}

const among = (ids: readonly string[]) => ({ _id: { $in: [...ids] } })

function readOne({ db, session }: ReadFrom, wanted: WantedTogether): Promise<Document[]> {
  const { collection: name } = wanted
  const collection = db.collection<{ _id: string }>(name)
  if ('stages' in wanted) return collection.aggregate(wanted.stages, { session }).toArray()
  const { projection } = wanted
  if ('ids' in wanted)
    return collection.find(among(wanted.ids), { session, projection, batchSize: wanted.ids.length + 1 }).toArray()
  const { filter, flags, sort, skip, limit } = wanted
  if (flags.length > 0) return collection.aggregate(stagesOf(wanted), { session }).toArray()
  return collection.find(filter, { session, projection, sort, skip, limit, batchSize: limit + 1 }).toArray()
}

export interface LookUp {
  from: string
  /** All documents unless told. */
  ids?: readonly string[]
  /** What is made of them. */
  stages: Document[]
}

/**
 * What is looked up, beside the one document that there is. Ids stand in that document as a list, of which each is looked
 * for by the index of ids: of a condition inside not every server sees that it is about them.
 */
export async function lookUpBeside({ db, session }: ReadFrom, lookUps: readonly LookUp[]): Promise<Document[][]> {
  const ids = Object.fromEntries(lookUps.flatMap((each, at) => (each.ids ? [[idsAt(at), { $literal: each.ids }]] : [])))
  const stages = lookUps.map(({ from, ids: some, stages: pipeline }, at) => ({
    $lookup: { from, ...(some && { localField: idsAt(at), foreignField: '_id' }), pipeline, as: rowsAt(at) },
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
