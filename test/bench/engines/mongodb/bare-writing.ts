/** The bare client of MongoDB writing documents that somebody else has made, into collections that have no index but that of keys. */
import type { Db, Document, MongoClient } from 'mongodb'
import { derived } from '#engines/mongodb/mongo-connection.js'
import type { DocumentsByCollection } from './written-documents.js'

const insertedTogether = 1000

export class BareWriting {
  private readonly keys = new FreshKeys()

  private constructor(
    private readonly client: MongoClient,
    private readonly db: Db,
  ) {}

  /** With every collection that is written to. */
  static async open(
    client: MongoClient,
    place: string,
    documents: readonly DocumentsByCollection[],
  ): Promise<BareWriting> {
    const db = client.db(place)
    for (const name of new Set(documents.flatMap((each) => [...each.keys()]))) await db.createCollection(name)
    return new BareWriting(client, db)
  }

  /** All of them in one transaction, at once and in no order. */
  async transaction(documents: DocumentsByCollection): Promise<void> {
    const models = [...documents].flatMap(([collection, each]) => {
      const namespace = `${this.db.databaseName}.${collection}`
      return this.keys.of(each).map((document) => ({ namespace, name: 'insertOne' as const, document }))
    })
    await this.client.withSession((session) =>
      session.withTransaction(() => this.client.bulkWrite(models, { session, ordered: false }), {
        writeConcern: derived,
      }),
    )
  }

  async insertMany(documents: DocumentsByCollection): Promise<void> {
    for (const [collection, each] of documents)
      for (let at = 0; at < each.length; at += insertedTogether)
        await this.db
          .collection(collection)
          .insertMany(this.keys.of(each.slice(at, at + insertedTogether)), { ordered: false, writeConcern: derived })
  }
}

/** The same documents by keys that nothing has yet. */
class FreshKeys {
  private count = 0

  of(documents: readonly Document[]): Document[] {
    return documents.map((document) => ({ ...document, _id: this.like(document._id) }))
  }

  /** Of the same kind and about as long. */
  private like(key: unknown): unknown {
    this.count++
    if (typeof key !== 'string') return this.count
    const begin = this.count.toString(36)
    return begin + key.slice(begin.length)
  }
}
