/**
 * Which tables the database has and of what shape, and what makes and removes them. The shapes are kept beside the
 * rows, so that a reader in another process needs no declarations.
 */
import type { Collection, Db } from 'mongodb'
import { TableShape, type TableSpec } from '#kernel'
import type { TableRead } from './pages.js'
import { MongoTable, type StoredRow } from './stored-rows.js'

interface Declared {
  _id: string
  spec: string
  /** False while it is being loaded in bulk. */
  isReady: boolean
  /** Whether a key was loaded twice. */
  hasTwice: boolean
}

interface Entry {
  table: MongoTable
  isReady: boolean
}

export class MongoCatalogue {
  private entries = new Map<string, Entry>()
  private readonly declared: Collection<Declared>

  /** @param asking has a question asked again while its server is away */
  constructor(
    private readonly db: Db,
    private readonly locale: string,
    private readonly asking: <T>(question: () => Promise<T>) => Promise<T>,
  ) {
    this.declared = db.collection('~tables')
  }

  rowsIn(name: string): Collection<StoredRow> {
    return this.db.collection(name)
  }

  /** Looks at what others may have declared since. */
  async load(): Promise<void> {
    const all = await this.asking(() => this.declared.find().sort({ _id: 1 }).toArray())
    this.entries = new Map(
      all.map(({ _id, spec, isReady }) => [_id, { table: new MongoTable(JSON.parse(spec), this.locale), isReady }]),
    )
  }

  /** Makes the missing ones. @throws Error when one exists with another shape */
  async declare(specs: readonly TableSpec[], isReady: boolean): Promise<void> {
    await this.load()
    for (const spec of specs) this.requireShape(new TableShape(spec))
    const missing = specs.filter(({ name }) => !this.entries.has(name))
    for (const spec of missing) {
      // What a process that died has made of it is none of ours.
      await this.rowsIn(spec.name).drop()
      await this.db.createCollection(spec.name)
      if (isReady) await this.index(spec.name, new MongoTable(spec, this.locale))
      await this.declared.insertOne({ _id: spec.name, spec: JSON.stringify(spec), isReady, hasTwice: false })
    }
    await this.load()
  }

  /** A table that can be read and written. @throws Error when there is none, or it is being loaded */
  async ready(name: string): Promise<MongoTable> {
    // Another process may have made or finished it since this one looked.
    if (!this.entries.get(name)?.isReady) await this.load()
    const { table, isReady } = this.entry(name)
    if (!isReady) throw new Error(`table "${name}" is being loaded: call finishLoad first`)
    return table
  }

  /** A table that rows are loaded into. @throws Error when there is none, or it is in use */
  async loading(name: string): Promise<MongoTable> {
    await this.load()
    const { table, isReady } = this.entry(name)
    if (isReady) throw new Error(`table "${name}" is in use: bulkLoad takes tables declared as unindexed`)
    return table
  }

  /** Remembers that a key was loaded twice, which is an error once the load is finished. */
  async noteTwice(name: string): Promise<void> {
    await this.declared.updateOne({ _id: name }, { $set: { hasTwice: true } })
  }

  /** @throws Error when a table was loaded with a key twice */
  async finish(names: readonly string[]): Promise<void> {
    await this.load()
    for (const name of names) {
      const { table, isReady } = this.entry(name)
      if (isReady) continue
      if (await this.declared.findOne({ _id: name, hasTwice: true }))
        throw new Error(`table "${name}" was loaded with the same key twice: drop it and load it again`)
      await this.index(name, table)
      await this.declared.updateOne({ _id: name }, { $set: { isReady: true } })
    }
    await this.load()
  }

  async drop(names: readonly string[]): Promise<void> {
    await this.declared.deleteMany({ _id: { $in: [...names] } })
    for (const name of names) if (this.entries.has(name)) await this.rowsIn(name).drop()
    await this.load()
  }

  async names(): Promise<string[]> {
    await this.load()
    return [...this.entries.keys()]
  }

  async placed(name: string, session: TableRead['session']): Promise<TableRead> {
    return { table: await this.ready(name), collection: this.rowsIn(name), session }
  }

  private requireShape({ name, identity }: TableShape): void {
    const known = this.entries.get(name)?.table.shape
    if (known && known.identity !== identity)
      throw new Error(`table "${name}" exists with another shape: give the new one another version`)
  }

  private entry(name: string): Entry {
    const entry = this.entries.get(name)
    if (!entry) throw new Error(`there is no table "${name}": declare it first`)
    return entry
  }

  private async index(name: string, table: MongoTable): Promise<void> {
    const keys = table.indexKeys()
    if (keys.length > 0) await this.rowsIn(name).createIndexes(keys.map((key) => ({ key, name: nameOf(key) })))
  }
}

/** The names of indexes are bounded, those of their fields are not. */
const nameOf = (key: object): string => Object.keys(key).join('~')
