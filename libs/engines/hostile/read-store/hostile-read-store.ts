/**
 * A ReadStore for tests that keeps every promise of the port in the least convenient way: in memory, answering
 * late and in any order, with copies of what it holds. Outside a moment each answer is of another state; in one,
 * nothing moves, and nothing is answered once it has ended. What it does is chosen by a seed.
 */
import {
  type Checkpoint,
  type ClearReads,
  type Contributions,
  type FilingRow,
  type Filings,
  type FollowProgress,
  type Lease,
  laterPosition,
  type ProgressStep,
  type ReadStore,
  type Row,
  type StoreReads,
  stepsAfter,
  TableShape,
  type TableSpec,
  type Write,
} from '#kernel'
import type { Beside } from '../hostile-event-log.js'
import { inPieces, Lateness } from '../late.js'
import { filedVersionsOf, MemoryFilings } from './filings.js'
import { MemoryReads } from './reads.js'
import {
  afterWrites,
  HostileMemory,
  replaced,
  requireClaims,
  rowAsGiven,
  type State,
  type Table,
  tableIn,
} from './state.js'

export interface HostileReadStoreOptions {
  seed: number
  /** BCP 47; `en` unless told. */
  locale?: string
  /** The log beside it, whose events are filed here; without it no history can be read. */
  log?: Beside
}

/** Its rows serve plaintext as well, which is searched. */
export type HostileReads = StoreReads & Pick<ClearReads, 'search'>

/** Answers a question by a state, once it is asked. */
type Ask = <T>(question: (state: State) => T) => Promise<T>

export class HostileReadStore implements ReadStore {
  #loading: FilingRow[] = []
  #isOpen = true
  readonly #late: Lateness
  readonly #claims = new Map<string, Lease>()
  readonly #reads: HostileReads
  readonly contributions: Contributions
  readonly filings: Filings

  /** @param memory of a store that is opened once more, as another process does */
  constructor(
    private readonly o: HostileReadStoreOptions,
    readonly memory = new HostileMemory(),
  ) {
    this.#late = new Lateness(o.seed)
    // The state is that of when the answer leaves, not of when the question came.
    this.#reads = this.#readsBy(async (question) => {
      await this.#late.pass()
      return question(this.memory.state)
    })
    const { contributions, filings } = this.#reads
    const replace: Contributions['replace'] = (ids, by) => this.#change((state) => replaced(state, ids, by))
    this.contributions = { ...contributions, replace }
    this.filings = {
      ...filings,
      loadFilings: async (events) => {
        for (const { rows } of events) this.#loading.push(...rows)
      },
      finishFilings: () => this.#finishFilings(),
    }
  }

  get = (table: string, key: string) => this.#reads.get(table, key)
  getMany: StoreReads['getMany'] = (wanted) => this.#reads.getMany(wanted)
  find: StoreReads['find'] = (table, query) => this.#reads.find(table, query)
  findEach: StoreReads['findEach'] = (table, query) => this.#reads.findEach(table, query)
  count: StoreReads['count'] = (table, where) => this.#reads.count(table, where)
  scan: StoreReads['scan'] = (table, query) => this.#reads.scan(table, query)
  aggregate: StoreReads['aggregate'] = (table, query) => this.#reads.aggregate(table, query)
  search: HostileReads['search'] = (table, query) => this.#reads.search(table, query)
  checkpoint = (name: string) => this.#reads.checkpoint(name)

  async moment<T>(work: (reads: HostileReads) => Promise<T>): Promise<T> {
    await this.#late.pass()
    const state = this.memory.state
    let hasEnded = false
    const reads = this.#readsBy(async (question) => {
      if (!hasEnded) await this.#late.pass()
      if (hasEnded) throw new Error('what is read belongs to a moment that has ended')
      return question(state)
    })
    try {
      return await work(reads)
    } finally {
      hasEnded = true
    }
  }

  declare(specs: readonly TableSpec[], { unindexed = false }: { unindexed?: boolean } = {}): Promise<void> {
    return this.#changeTables((tables) => {
      for (const spec of specs) {
        const shape = new TableShape(structuredClone(spec))
        const known = tables.get(spec.name)
        if (known && known.shape.identity !== shape.identity)
          throw new Error(`table "${spec.name}" exists with another shape: give the new one another version`)
        if (!known) tables.set(spec.name, { shape, ready: !unindexed, rows: new Map(), loaded: [] })
      }
    })
  }

  claim(lease: Lease): Promise<void> {
    this.#claims.set(lease.name, lease)
    return this.#change((state) => ({ ...state, claims: new Map(state.claims).set(lease.name, lease.epoch) }))
  }

  async write(writes: readonly Write[], checkpoint?: Checkpoint): Promise<void> {
    // Whoever hands something over may do with it what they like.
    const own = structuredClone(writes)
    await this.#change((state) => afterWrites(state, own, checkpoint))
  }

  async *progress({ name, after, signal }: FollowProgress): AsyncGenerator<ProgressStep, void, undefined> {
    let place = { position: after, id: 0 }
    while (!signal.aborted && this.#isOpen) {
      const { told, checkpoints } = this.memory.state
      const from = place
      const isNews = ({ id, position }: typeof place) => id > from.id && (from.id > 0 || position > from.position)
      const writes = told.filter((write) => write.name === name && isNews(write))
      const last = checkpoints.get(name) ?? 0
      place = { position: laterPosition(last, place.position), id: writes.at(-1)?.id ?? place.id }
      for (const step of stepsAfter(from.position, writes, last)) {
        await this.#late.pass()
        if (signal.aborted) return
        yield step
      }
      if (this.memory.state.told === told && this.memory.state.checkpoints === checkpoints) await this.#news(signal)
    }
  }

  bulkLoad(name: string, rows: Iterable<Row>): Promise<void> {
    const own = structuredClone([...rows])
    return this.#changeTables((tables, state) => {
      const table = tableIn(state, name)
      if (table.ready) throw new Error(`table "${name}" is in use: bulkLoad takes tables declared as unindexed`)
      for (const row of own) table.shape.requireColumns(row.columns)
      const fresh = own.map((row) => rowAsGiven(table.shape, row))
      tables.set(name, { ...table, loaded: [...table.loaded, ...fresh] })
    })
  }

  finishLoad(names: readonly string[]): Promise<void> {
    return this.#changeTables((tables, state) => {
      for (const name of names) {
        const table = tableIn(state, name)
        if (table.ready) continue
        const rows = new Map(table.loaded.map((row) => [row.key, row]))
        if (rows.size < table.loaded.length)
          throw new Error(`table "${name}" was loaded with the same key twice: drop it and load it again`)
        tables.set(name, { ...table, ready: true, rows, loaded: [] })
      }
    })
  }

  /** As `ClearStore.forget`, in one table. */
  async forget(name: string, named: readonly string[]): Promise<number> {
    const forgotten = new Set(named)
    let gone = 0
    await this.#changeTables((tables, state) => {
      const table = tableIn(state, name)
      const lists = table.shape.forgottenBy()
      const stays = ({ columns }: Row) =>
        !lists.some(({ name: list }) => (columns[list] as string[]).some((each) => forgotten.has(each)))
      const rows = new Map([...table.rows].filter(([, row]) => stays(row)))
      const loaded = table.loaded.filter(stays)
      gone = table.rows.size - rows.size + table.loaded.length - loaded.length
      tables.set(name, { ...table, rows, loaded })
    })
    return gone
  }

  drop(names: readonly string[]): Promise<void> {
    return this.#changeTables((tables) => {
      for (const name of names) tables.delete(name)
    })
  }

  async tables(): Promise<string[]> {
    await this.#late.pass()
    return [...this.memory.state.tables.keys()]
  }

  async close(): Promise<void> {
    await this.memory.writes.idle()
    this.#isOpen = false
    for (const wake of [...this.memory.followers]) wake()
  }

  #finishFilings(): Promise<void> {
    const rows = this.#loading.splice(0)
    return this.#change((state) => {
      const filings = new Map(state.filings)
      for (const [partition, own] of Map.groupBy(rows, (row) => row.partition))
        filings.set(partition, filedVersionsOf(own))
      return { ...state, filings }
    })
  }

  /** One change after the other, each whole or not at all. */
  #change(next: (state: State) => State): Promise<void> {
    return this.memory.writes.take(async () => {
      await this.#late.pass()
      if (!this.#isOpen) throw new Error('the read store is closed')
      requireClaims(this.memory.state, this.#claims.values())
      this.memory.state = next(this.memory.state)
      for (const wake of [...this.memory.followers]) wake()
      await this.#late.pass()
    })
  }

  #changeTables(work: (tables: Map<string, Table>, state: State) => void): Promise<void> {
    return this.#change((state) => {
      const tables = new Map(state.tables)
      work(tables, state)
      return { ...state, tables }
    })
  }

  #readsBy(ask: Ask): HostileReads {
    const { log, locale = 'en' } = this.o
    const rows = <T>(question: (reads: MemoryReads) => T) => ask((state) => question(new MemoryReads(state, locale)))
    const filed = <T>(question: (filings: MemoryFilings) => T) =>
      ask((state) => question(new MemoryFilings(state, log)))
    return {
      get: async (table, key) => (await rows((reads) => reads.getMany([{ table, keys: [key] }])))[0]?.[0] ?? null,
      getMany: (wanted) => rows((reads) => reads.getMany(wanted)),
      find: (table, query) => rows((reads) => reads.find(table, query)),
      findEach: (table, query) => rows((reads) => reads.findEach(table, query)),
      count: (table, where) => rows((reads) => reads.count(table, where)),
      scan: (table, query) => inPieces(() => rows((reads) => reads.scan(table, query))),
      aggregate: (table, query) => rows((reads) => reads.aggregate(table, query)),
      search: (table, query) => rows((reads) => reads.search(table, query)),
      checkpoint: (name) => ask(({ checkpoints }) => checkpoints.get(name) ?? 0),
      contributions: {
        heads: (metric) => rows((reads) => reads.heads(metric)),
        read: (ids, piece) => rows((reads) => reads.read(ids, piece)),
      },
      filings: {
        history: (partitions, range) => filed((filings) => filings.history(partitions, range)),
        histories: (lists) => filed((filings) => lists.map((partitions) => filings.history(partitions))),
        unfiled: (partitions) => filed((filings) => filings.unfiled(partitions)),
        count: (partitions, most) => filed((filings) => filings.count(partitions, most)),
        versions: (partitions, events) => filed((filings) => filings.versions(partitions, events)),
        positions: (partitions, events) => filed((filings) => filings.positions(partitions, events)),
        ofStreams: (streams, upTo) => filed((filings) => filings.ofStreams(streams, upTo)),
        timelineCount: (query) => filed((filings) => filings.timelineCount(query)),
        ofUnit: (unit, most) => filed((filings) => filings.ofUnit(unit, most)),
        timeline: (query) => filed((filings) => filings.timeline(query)),
        async *partitions(share) {
          yield* await filed((filings) => filings.partitions(share))
        },
        standing: (after) => inPieces(() => filed((filings) => filings.standing(after))),
      },
    }
  }

  /** Resolves with the next change, or at the signal. */
  #news(signal: AbortSignal): Promise<void> {
    if (signal.aborted) return Promise.resolve()
    return new Promise((resolve) => {
      const wake = () => {
        this.memory.followers.delete(wake)
        signal.removeEventListener('abort', wake)
        resolve()
      }
      this.memory.followers.add(wake)
      signal.addEventListener('abort', wake)
    })
  }
}
