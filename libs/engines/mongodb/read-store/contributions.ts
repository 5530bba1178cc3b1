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

/** The counter that says which parts have been given out. */
export const partsCounter = collectionName

/**
 * What appends parts in a transaction. Their ids follow each other in the order of transactions.
 * @param last id given out, as the transaction has read it
 */
export function appending(
  db: Db,
  parts: readonly Part[],
  last: number | undefined,
): AnyClientBulkWriteModel<Document>[] {
  if (parts.length === 0) return []
  if (last === undefined)
    throw new Error('the read models do not say which parts they have given out: derive them anew')
  const namespace = `${db.databaseName}.${collectionName}`
  const counted: AnyClientBulkWriteModel<Document> = {
    namespace: countersIn(db).namespace,
    name: 'updateOne',
    filter: { _id: collectionName as never, last },
    update: { $set: { last: last + parts.length } },
  }
  const appended = parts.map((part, at): AnyClientBulkWriteModel<Document> => {
    const document = { _id: last + at + 1, ...partOf(part), columns: part.columns, origins: part.origins }
    return { namespace, name: 'insertOne', document: document as Document }
  })
  return [counted, ...appended]
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
