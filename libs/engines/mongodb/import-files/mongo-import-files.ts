/**
 * Files of imports in MongoDB, by GridFS: pieces first, then what names them, so that nobody sees a file before it is
 * whole and kept by most members. What has taken the place of another removes it.
 */
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { GridFSBucket, type GridFSBucketWriteStream, type GridFSFile } from 'mongodb'
import type { ImportFiles } from '#kernel'
import { durable, type MongoConnection } from '../mongo-connection.js'
import { isPassing, unrepeated } from '../patience.js'

const bucketName = 'imports'
const latestFirst = { uploadDate: -1, _id: -1 } as const
const afterEverything = '\u{10FFFF}'

const pathOf = (owner: string, name: string): string => `${owner}/${name}`
const ownerIn = (path: string): string => path.slice(0, path.indexOf('/'))
/** Of all that belongs to an owner, by paths as by ids. */
const belonging = (owner: string) => ({ $gte: `${owner}/`, $lt: `${owner}/${afterEverything}` })

export class MongoImportFiles implements ImportFiles {
  private readonly bucket: GridFSBucket

  constructor(private readonly connection: MongoConnection) {
    const db = connection.db(connection.database)
    this.bucket = new GridFSBucket(db, { bucketName, writeConcern: durable })
  }

  async write(owner: string, name: string, content: AsyncIterable<Uint8Array>): Promise<void> {
    // The owner in it tells whose the pieces are of a file that never became whole.
    const id = `${owner}/${randomUUID()}` as never
    const upload = this.bucket.openUploadStreamWithId(id, pathOf(owner, name))
    try {
      for await (const piece of content) await put(upload, piece)
      await ended(upload)
    } catch (error) {
      await upload.abort().catch(unlessAway)
      throw unrepeated(error)
    }
    const [standing, ...replaced] = await this.filesAt([pathOf(owner, name)])
    if (standing) await this.removeAll(replaced)
  }

  async *read(owner: string, name: string): AsyncGenerator<Uint8Array, void, undefined> {
    const [file] = await this.filesAt([pathOf(owner, name)])
    if (!file) throw new Error('there is no such file of an import')
    try {
      yield* this.bucket.openDownloadStream(file._id)
    } catch (error) {
      throw unrepeated(error)
    }
  }

  async names(owner: string): Promise<string[]> {
    const files = await this.found({ filename: belonging(owner) })
    const names = files.map(({ filename }) => filename.slice(owner.length + 1))
    return [...new Set(names)].sort()
  }

  async owners(): Promise<string[]> {
    const files = await this.found({}, { projection: { filename: 1 } })
    return [...new Set(files.map(({ filename }) => ownerIn(filename)))]
  }

  async touchedAt(owner: string): Promise<number> {
    const [last] = await this.found({ filename: belonging(owner) }, { sort: latestFirst, limit: 1 })
    return last?.uploadDate.getTime() ?? 0
  }

  async remove(owner: string): Promise<void> {
    await this.removeAll(await this.found({ filename: belonging(owner) }))
    const chunks = this.connection.db(this.connection.database).collection(`${bucketName}.chunks`)
    await this.connection.asking(() => chunks.deleteMany({ files_id: belonging(owner) }, { writeConcern: durable }))
  }

  async removeOnly(owner: string, names: readonly string[]): Promise<void> {
    await this.removeAll(await this.filesAt(names.map((name) => pathOf(owner, name))))
  }

  close(): Promise<void> {
    return this.connection.close()
  }

  private found(filter: Parameters<GridFSBucket['find']>[0], options = {}): Promise<GridFSFile[]> {
    return this.connection.asking(() => this.bucket.find(filter, options).toArray())
  }

  /** The one that stands there first. */
  private filesAt(paths: readonly string[]): Promise<GridFSFile[]> {
    return this.found({ filename: { $in: [...paths] } }, { sort: latestFirst })
  }

  private async removeAll(files: readonly GridFSFile[]): Promise<void> {
    // All who remove the same at once do so in one order, in which none waits for another that waits for it.
    const ids = files.map(({ _id }) => _id).sort((one, other) => (String(one) < String(other) ? -1 : 1))
    for (const id of ids) await this.connection.asking(() => this.bucket.delete(id).catch(unlessGone))
  }
}

/** Pieces that nothing names are removed with what belongs to their owner. */
function unlessAway(error: unknown): void {
  if (!isPassing(error)) throw error
}

/** Two that take the place of a file both remove it. */
function unlessGone(error: unknown): void {
  if (!(error instanceof Error && error.message.startsWith('File not found'))) throw error
}

/** Once it is taken; what is handed over may be used again by whoever did. */
async function put(upload: GridFSBucketWriteStream, piece: Uint8Array): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>()
  upload.write(Buffer.from(piece), (error) => (error ? reject(error) : resolve()))
  await promise
}

async function ended(upload: GridFSBucketWriteStream): Promise<void> {
  const finished = once(upload, 'finish')
  upload.end()
  await finished
}
