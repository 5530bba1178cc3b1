/**
 * One transaction of changes: rows are put and removed by the positions that stand there, read first and in the same
 * transaction, so that nothing is learned by an error; then everything is written at once.
 */
import type { AnyClientBulkWriteModel, Document } from 'mongodb'
import { BEYOND, type FiledEvent, type Part, type Write } from '#kernel'
import type { MongoConnection } from '../../mongo-connection.js'
import { appending, partsCounter } from '../contributions.js'
import { filedPartitionsOf, filing, naming } from '../filings/kept-events.js'
import type { NamedPartitions } from '../filings/named-partitions.js'
import type { MongoCatalogue } from '../tables/catalogue.js'
import type { StoredRow } from '../tables/stored-rows.js'
import type { Standing, StandingAsked } from './standing.js'

type Model = AnyClientBulkWriteModel<Document>
type RowWrite = Extract<Write, { table: string }>

export interface WriteInto {
  connection: MongoConnection
  /** The database. */
  place: string
  catalogue: MongoCatalogue
  named: NamedPartitions
}

/** What a key comes to: the row that is to stand there, or none. */
interface Outcome {
  /** Whether a row stands there already. */
  stands: boolean
  position: number
  /** Undefined while nothing is to change. */
  row?: StoredRow | null
}

/** Changes that were looked at, to be written in a transaction, as often as that begins again. */
export class StoreChanges {
  private readonly parts: Part[] = []
  private readonly filed: FiledEvent[] = []
  private readonly rows = new Map<string, { write: RowWrite; stored: StoredRow | undefined }[]>()

  private constructor(private readonly into: WriteInto) {}

  /** @throws Error when a table or a row is not what it should be; nothing is written then */
  static async of(into: WriteInto, writes: readonly Write[]): Promise<StoreChanges> {
    const changes = new StoreChanges(into)
    for (const write of writes) {
      if ('append' in write) changes.parts.push(write.append)
      else if ('file' in write) changes.filed.push(write.file)
      else await changes.take(write)
    }
    return changes
  }

  /** Those in which something is filed. */
  get partitions(): string[] {
    return this.filed.flatMap(filedPartitionsOf)
  }

  /** What it must be told of what stands there. */
  get asked(): Pick<StandingAsked, 'counters' | 'keys'> {
    const keysOf = (writes: readonly { write: RowWrite }[]) => [...new Set(writes.map(({ write }) => keyOf(write)))]
    return {
      counters: this.parts.length > 0 ? [partsCounter] : [],
      keys: new Map([...this.rows].map(([table, writes]) => [table, keysOf(writes)])),
    }
  }

  /** What is written, by what the same transaction has read. */
  models({ positions, counters }: Standing): Model[] {
    const { connection, place, named } = this.into
    const db = connection.db(place)
    return [
      ...naming(db, named.missing(this.partitions)),
      ...this.filed.flatMap((each) => filing(db, each)),
      ...[...this.rows.keys()].flatMap((table) => this.rowModels(table, positions.get(table))),
      ...appending(db, this.parts, counters.get(partsCounter)),
    ]
  }

  private async take(write: RowWrite): Promise<void> {
    const table = await this.into.catalogue.ready(write.table)
    const stored = 'put' in write ? table.stored(write.put) : undefined
    const known = this.rows.get(write.table)
    if (known) known.push({ write, stored })
    else this.rows.set(write.table, [{ write, stored }])
  }

  private rowModels(table: string, positions: ReadonlyMap<string, number> | undefined): Model[] {
    const outcomes = new Map<string, Outcome>()
    for (const { write, stored } of this.rows.get(table) ?? []) {
      const key = keyOf(write)
      const position = positions?.get(key)
      const before = outcomes.get(key) ?? { stands: position !== undefined, position: position ?? -1 }
      outcomes.set(key, changed(before, write, stored))
    }
    const namespace = `${this.into.place}.${table}`
    return [...outcomes].flatMap(([key, outcome]) => modelOf(namespace, key, outcome))
  }
}

const keyOf = (write: RowWrite): string => ('put' in write ? write.put.key : write.remove)

function changed(before: Outcome, write: RowWrite, stored: StoredRow | undefined): Outcome {
  if (stored && 'put' in write)
    return before.position < write.put.position ? { ...before, position: write.put.position, row: stored } : before
  const isThere = before.position >= 0
  const position = 'put' in write ? BEYOND : write.position
  return isThere && before.position <= position ? { ...before, position: -1, row: null } : before
}

function modelOf(namespace: string, key: string, { stands, row }: Outcome): Model[] {
  if (row === undefined) return []
  const filter = { _id: key as never }
  if (row === null) return stands ? [{ namespace, name: 'deleteOne', filter }] : []
  const document = row as unknown as Document
  if (!stands) return [{ namespace, name: 'insertOne', document }]
  const { _id, ...replacement } = document
  return [{ namespace, name: 'replaceOne', filter, replacement }]
}
