/** One transaction of changes: rows are put and removed by the positions that stand there; everything is written at once. */
import type { AnyClientBulkWriteModel, Document } from 'mongodb'
import { BEYOND, type FiledEvent, type Part, type Write } from '#kernel'
import type { MongoConnection } from '../../mongo-connection.js'
import { appending, partsCounter } from '../contributions.js'
import { ending, filedPartitionsOf, filing, type KeptEvent, keptEvent, naming } from '../filings/kept-events.js'
import type { NamedPartitions } from '../filings/named-partitions.js'
import type { MongoCatalogue } from '../tables/catalogue.js'
import type { StoredRow } from '../tables/stored-rows.js'
import type { RememberedRows } from './remembered-rows.js'
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
  /** Of the row that stands there already; undefined where none does. */
  standing: number | undefined
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

  /**
   * What takes rows away of which it is not remembered whether they stand: where they do. Undefined where some are taken
   * away that are known to stand, or are put as well.
   */
  removals(remembered: RememberedRows): Model[] | undefined {
    const models: Model[] = []
    for (const [table, writes] of this.rows) {
      for (const { write } of writes) {
        if ('put' in write) continue
        const row = remembered.row(table, write.remove)
        const isPut = writes.some((other) => 'put' in other.write && keyOf(other.write) === write.remove)
        if (row || isPut) return undefined
        const filter = standingAt(write.remove, { $lte: ['$position', write.position] })
        if (row === undefined) models.push({ namespace: `${this.into.place}.${table}`, name: 'deleteOne', filter })
      }
    }
    return models
  }

  /** How many parts of contributions are appended. */
  get appended(): number {
    return this.parts.length
  }

  /** The events that are filed, where none of them is filed already. */
  get events(): KeptEvent[] {
    return this.filed.map(keptEvent)
  }

  /** What files them where they may be. */
  get filings(): Model[] {
    return this.filed.map((each) => filing(this.db, each))
  }

  /** Where its rows stand by what is remembered, those left out of which nothing is known. */
  positionsIn(remembered: RememberedRows): Standing['positions'] {
    return new Map(
      [...this.asked.keys].map(([table, keys]) => {
        const known = keys.flatMap((key) => remembered.row(table, key) ?? [])
        return [table, new Map(known.map(({ _id, position }) => [_id, position]))]
      }),
    )
  }

  /** What is written beside the events, by what stands. */
  models({ positions, counters }: Standing): Model[] {
    return [
      ...naming(this.db, this.into.named.missing(this.partitions)),
      ...this.filed.flatMap((each) => ending(this.db, each)),
      ...[...this.outcomes(positions)].map(({ table, key, outcome }) =>
        modelOf(`${this.into.place}.${table}`, key, outcome),
      ),
      ...appending(this.db, this.parts, counters.get(partsCounter)),
    ]
  }

  /** The rows that stand once it is written, and where none does any more. */
  *outcome({ positions }: Standing): Generator<{ table: string; key: string; row: StoredRow | null }> {
    for (const { table, key, outcome } of this.outcomes(positions)) yield { table, key, row: outcome.row }
  }

  private get db() {
    return this.into.connection.db(this.into.place)
  }

  private async take(write: RowWrite): Promise<void> {
    const table = await this.into.catalogue.ready(write.table)
    const stored = 'put' in write ? table.stored(write.put) : undefined
    const known = this.rows.get(write.table)
    if (known) known.push({ write, stored })
    else this.rows.set(write.table, [{ write, stored }])
  }

  /** Of keys where something changes. */
  private *outcomes(positions: Standing['positions']): Generator<{ table: string; key: string; outcome: Changed }> {
    for (const [table, writes] of this.rows) {
      const outcomes = new Map<string, Outcome>()
      for (const { write, stored } of writes) {
        const key = keyOf(write)
        const standing = positions.get(table)?.get(key)
        const before = outcomes.get(key) ?? { standing, position: standing ?? -1 }
        outcomes.set(key, changed(before, write, stored))
      }
      for (const [key, { standing, row }] of outcomes)
        if (row || (row === null && standing !== undefined)) yield { table, key, outcome: { standing, row } }
    }
  }
}

type Changed = Pick<Outcome, 'standing'> & { row: StoredRow | null }

const keyOf = (write: RowWrite): string => ('put' in write ? write.put.key : write.remove)

function changed(before: Outcome, write: RowWrite, stored: StoredRow | undefined): Outcome {
  if (stored && 'put' in write)
    return before.position < write.put.position ? { ...before, position: write.put.position, row: stored } : before
  const isThere = before.position >= 0
  const position = 'put' in write ? BEYOND : write.position
  return isThere && before.position <= position ? { ...before, position: -1, row: null } : before
}

/** As an expression: a condition of a second field has some servers look through all indexes for one that holds both. */
const standingAt = (key: string, $expr: Document): Document => ({ _id: key, $expr })

function modelOf(namespace: string, key: string, { standing, row }: Changed): Model {
  if (row && standing === undefined) return { namespace, name: 'insertOne', document: row as unknown as Document }
  const filter = standingAt(key, { $eq: ['$position', standing] })
  if (row === null) return { namespace, name: 'deleteOne', filter }
  const { _id, ...replacement } = row as unknown as Document
  return { namespace, name: 'replaceOne', filter, replacement }
}
