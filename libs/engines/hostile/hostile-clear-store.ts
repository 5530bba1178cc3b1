/**
 * Plaintext in memory for tests, kept in the least convenient way: answers come late and each of another state, unless
 * a moment keeps them together.
 */
import {
  type AskedShared,
  type ClearReads,
  type ClearStore,
  type ClearWrite,
  type Position,
  type Row,
  type SharedValue,
  TableShape,
  type TableSpec,
} from '#kernel'
import { seeded } from './hostile-event-log.js'
import { HostileReadStore, type HostileReads } from './read-store/hostile-read-store.js'

const followed = 'plaintext'

export class HostileClearStore implements ClearStore {
  private readonly rows: HostileReadStore
  private readonly reads: ClearReads
  private readonly chance: () => number

  /** @param like a store that is opened once more, as another process does */
  constructor(options: { seed: number; locale?: string }, like?: HostileClearStore) {
    this.rows = new HostileReadStore(options, like?.rows.memory)
    this.reads = clearReads(this.rows)
    this.chance = seeded(options.seed)
  }

  find: ClearReads['find'] = (table, query) => this.reads.find(table, query)
  search: ClearReads['search'] = (table, query) => this.reads.search(table, query)
  scan: ClearReads['scan'] = (table, query) => this.reads.scan(table, query)
  shared: ClearReads['shared'] = (table, asked) => this.reads.shared(table, asked)
  position: ClearReads['position'] = () => this.reads.position()

  moment<T>(work: (reads: ClearReads) => Promise<T>): Promise<T> {
    return this.rows.moment((reads) => work(clearReads(reads)))
  }

  async declare(tables: readonly TableSpec[], options?: { unindexed?: boolean }): Promise<void> {
    const held = this.rows.memory.state.tables
    const isHeld = (spec: TableSpec) => {
      const table = held.get(spec.name)
      return table?.ready === true && table.shape.identity === new TableShape(spec).identity
    }
    if (tables.length !== held.size || !tables.every(isHeld)) await this.beginAnew()
    await this.rows.declare(tables, options)
  }

  write(writes: readonly ClearWrite[], position: Position): Promise<void> {
    return this.rows.write(writes, { name: followed, position })
  }

  async *progress({ after, signal }: { after: Position; signal: AbortSignal }): AsyncGenerator<Position> {
    for await (const { position } of this.rows.progress({ name: followed, after, signal })) yield position
  }

  bulkLoad(table: string, rows: Iterable<Row>): Promise<void> {
    return this.rows.bulkLoad(table, rows)
  }

  finishLoad(tables: readonly string[]): Promise<void> {
    return this.rows.finishLoad(tables)
  }

  async forget(named: readonly string[]): Promise<number> {
    let forgotten = 0
    for (const table of await this.rows.tables()) forgotten += await this.rows.forget(table, named)
    return forgotten
  }

  /** Now and then somebody reads. */
  async sweep(): Promise<boolean> {
    return this.chance() < 0.7
  }

  async beginAnew(): Promise<void> {
    await this.rows.drop(await this.rows.tables())
    await this.rows.write([], { name: followed, position: 0 })
  }

  close(): Promise<void> {
    return this.rows.close()
  }
}

const clearReads = (reads: HostileReads): ClearReads => ({
  find: (table, query) => reads.find(table, query),
  search: (table, query) => reads.search(table, query),
  scan: (table, query) => reads.scan(table, query),
  shared: async (table, asked) => {
    await reads.count(table, { column: asked.column, has: '' })
    return sharedIn(reads.scan(table, {}), asked)
  },
  position: () => reads.checkpoint(followed),
})

async function sharedIn(all: AsyncIterable<Row[]>, { column, beginnings, most }: AskedShared): Promise<SharedValue[]> {
  const found = new Map<string, string[]>()
  for await (const rows of all)
    for (const { key, columns } of rows)
      for (const value of columns[column] as string[]) found.set(value, [...(found.get(value) ?? []), key])
  return [...found]
    .filter(
      ([value, keys]) => keys.length > 1 && keys.length <= most && beginnings.some((one) => value.startsWith(one)),
    )
    .map(([value, keys]) => ({ value, keys }))
}
