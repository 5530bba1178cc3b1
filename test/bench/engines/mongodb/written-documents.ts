/** Keeps the documents that a MongoDB client writes, so that a bare client can write as many of the same size. */
import type { Document, MongoClient } from 'mongodb'

/** By the collections they are in. */
export type DocumentsByCollection = ReadonlyMap<string, readonly Document[]>

interface BulkOperation {
  /** Places in what the command calls `nsInfo`. */
  insert?: number
  update?: number
  delete?: number
  document?: Document
  filter?: Document
  updateMods?: Document
}

interface UpdateStatement {
  q: Document
  u: Document
}

export class WrittenDocuments {
  private written = new Map<string, Document[]>()

  /** As `ConnectionOptions.watch`. */
  readonly watch = (client: MongoClient): void => {
    client.on('commandStarted', ({ commandName, command }) => {
      if (commandName === 'insert') this.note(command.insert, command.documents)
      if (commandName === 'update')
        this.note(
          command.update,
          (command.updates as UpdateStatement[]).map(({ q, u }) => asOneDocument(q, u)),
        )
      if (commandName === 'bulkWrite') this.noteBulk(command)
    })
  }

  /** Those that were written since this was called last. */
  take(): DocumentsByCollection {
    const taken = this.written
    this.written = new Map()
    return taken
  }

  private noteBulk({ ops, nsInfo }: Document): void {
    for (const operation of ops as BulkOperation[]) {
      const { insert, update, delete: removed, document, filter = {}, updateMods = {} } = operation
      const { ns } = nsInfo[insert ?? update ?? removed ?? 0]
      this.note(ns.slice(ns.indexOf('.') + 1), [document ?? asOneDocument(filter, updateMods)])
    }
  }

  private note(collection: string, documents: readonly Document[]): void {
    const known = this.written.get(collection)
    if (known) known.push(...documents)
    else this.written.set(collection, [...documents])
  }
}

/** The document that stands there in place of another, or what an update says of it. */
function asOneDocument({ _id }: Document, { $set, $setOnInsert, $inc, ...replacement }: Document): Document {
  return { _id, ...replacement, ...$setOnInsert, ...$inc, ...$set }
}
