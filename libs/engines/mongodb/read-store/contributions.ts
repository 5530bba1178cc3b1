/** Contributions of metrics in MongoDB: a document for each part, whose heads an index holds. */
import type { AnyClientBulkWriteModel, ClientSession, Collection, Db, Document } from 'mongodb'
import { type Part, type PartHead, storedPosition } from '#kernel'
import type { Questions } from './questions.js'

interface StoredPart extends Part {
  _id: number
}

interface Counter {
  _id: string
  last: number
}

const collectionName = '~contributions'
const heads = ['metric', 'count', 'firstCause', 'lastCause', 'firstDay', 'lastDay'] as const
const headIndex = Object.fromEntries(heads.map((name) => [name, 1]))
const readTogether = 20
const headsRead = { columns: 0, origins: 0 }

const partsIn = (db: Db): Collection<StoredPart> => db.collection(collectionName)
const countersIn = (db: Db): Collection<Counter> => db.collection('~counters')

/** Makes what parts are kept in, where it is missing. */
export async function prepareContributions(db: Db): Promise<void> {
  await partsIn(db).createIndex(headIndex, { name: 'heads' })
  await countersIn(db).updateOne({ _id: collectionName }, { $setOnInsert: { last: 0 } }, { upsert: true })
}

export class ContributionReads {
  constructor(private readonly questions: Questions) {}

  heads(metric?: string): Promise<PartHead[]> {
    const wanted = metric === undefined ? {} : { metric: { $in: [metric, null] } }
    return this.questions.put(async (session) => {
      const found = partsIn(this.questions.db).find(wanted, { session, projection: headsRead, sort: { _id: 1 } })
      return (await found.toArray()).map(headOf)
    })
  }

  read(ids: readonly number[], piece: 'columns' | 'origins'): Promise<(Uint8Array | null | undefined)[]> {
    return this.questions.put(async (session) => {
      const wanted = { _id: { $in: [...ids] } }
      const found = await partsIn(this.questions.db)
        .find(wanted, { session, projection: { [piece]: 1 } })
        .toArray()
      const byId = new Map(found.map((part) => [part._id, bytesOf(part[piece])]))
      return ids.map((id) => byId.get(id))
    })
  }
}

/** All parts, some at a time. */
export async function* storedParts(db: Db): AsyncGenerator<Part[]> {
  const cursor = partsIn(db).find({}, { sort: { _id: 1 }, batchSize: readTogether })
  while (await cursor.hasNext())
    yield cursor.readBufferedDocuments().map((part) => {
      const { id: _, ...span } = headOf(part)
      return { ...span, columns: bytesOf(part.columns) ?? new Uint8Array(), origins: bytesOf(part.origins) }
    })
}

/** What appends parts, inside the transaction of whoever calls. Their ids follow each other in the order of transactions. */
export async function appending(
  db: Db,
  parts: readonly Part[],
  session: ClientSession,
): Promise<AnyClientBulkWriteModel<Document>[]> {
  if (parts.length === 0) return []
  const counted = { $inc: { last: parts.length } }
  const counter = await countersIn(db).findOneAndUpdate({ _id: collectionName }, counted, {
    session,
    returnDocument: 'after',
  })
  if (!counter) throw new Error('the read models do not say which parts they have given out: derive them anew')
  const before = counter.last - parts.length
  const namespace = `${db.databaseName}.${collectionName}`
  return parts.map((part, at) => {
    const document = { _id: before + at + 1, ...partOf(part), columns: part.columns, origins: part.origins }
    return { namespace, name: 'insertOne', document: document as Document }
  })
}

/** Removes parts inside the transaction of whoever calls. @throws Error when one of them is not there */
export async function removeParts(db: Db, ids: readonly number[], session: ClientSession): Promise<void> {
  const wanted = { _id: { $in: [...ids] } }
  const found = await partsIn(db)
    .find(wanted, { session, projection: { _id: 1 } })
    .toArray()
  const known = new Set(found.map(({ _id }) => _id))
  const missing = ids.find((id) => !known.has(id))
  if (missing !== undefined) throw new Error(`there is no part ${missing} of contributions to replace`)
  await partsIn(db).deleteMany(wanted, { session })
}

const partOf = (part: Part) => Object.fromEntries(heads.map((name) => [name, part[name]]))

/** Bytes come back as the driver wraps them, or as they are. */
function bytesOf(value: unknown): Uint8Array | null {
  if (value === null || value === undefined) return null
  if (value instanceof Uint8Array) return value
  return (value as { buffer: Uint8Array; position: number }).buffer.subarray(
    0,
    (value as { position: number }).position,
  )
}

function headOf({ _id, metric, count, firstCause, lastCause, firstDay, lastDay }: StoredPart): PartHead {
  const causes = { firstCause: storedPosition(firstCause), lastCause: storedPosition(lastCause) }
  return { id: _id, metric, count, ...causes, firstDay, lastDay }
}
