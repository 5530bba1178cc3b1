/** Answers from the read models that this process has open, and what changes in them. */
import {
  type AccessLog,
  type ClearStore,
  type EventLog,
  earlierPosition,
  FairQueue,
  type KeyVault,
  type Position,
  type Query,
  type ReadStore,
  refuse,
  type StoredEvent,
  type Viewer,
  type Waiting,
} from '#kernel'
import {
  type Answer,
  type AnswerDraft,
  type AnsweringRules,
  type Change,
  ChangeFeed,
  countStuck,
  FollowedPlaintext,
  QueryService,
  type Question,
} from '#queries'
import { type Lag, mostCounted, type Queries } from './core.js'
import type { HeldReferences } from './held-references.js'

export interface QueriesParts extends AnsweringRules {
  log: EventLog
  store: ReadStore
  /** Absent where nothing is asked that searches names or writing. */
  clear?: ClearStore
  vault: Pick<KeyVault, 'fetch' | 'hashKey'>
  clock: () => Date
  /** BCP 47; how the group sorts. */
  locale: string
  /** Customers and contacts whose documents stopped because of an event that cannot be folded. */
  parked: () => Promise<number>
  /** Keeps account of who opened whose personal values. */
  accessLog?: AccessLog
  /** Told when the read models can no longer be followed. */
  failed?: (error: Error) => void
  /** Drafts answers on another thread; absent: all on this one. */
  elsewhere?: (question: Question, gone?: AbortSignal) => Promise<AnswerDraft<Answer>>
}

/** Questions about one record that wait on the other thread: as many as it answers in the time that recording may take to show. */
const mostLightAway = 96

/** One member's pages ask some things at once; whoever has more waiting than any page asks is refused. */
const limits = {
  dear: { atOnce: 1, atOnceOfOne: 1, waitingOfOne: 60 },
  usual: { atOnce: 24, atOnceOfOne: 3, waitingOfOne: 300 },
}
/** Beside a list, a page of the past folds what a list has at hand, and a scan looks through all that is counted. */
const costs = { usual: 1, past: 4, scan: 10 }

/** How long a question about the past waits for the read models to have seen its moment. */
const patienceMs = 10_000

export class LocalQueries implements Queries {
  queryService: QueryService
  private readonly changed: ChangeFeed
  private readonly opened: FollowedPlaintext
  /** Questions that the other thread has not answered yet, or that wait for it. */
  private readonly away = { light: 0, heavy: 0 }
  /** What scans, or folds a past, goes one by one, so that the rest never waits for more than one of it. */
  private readonly queues = { dear: new FairQueue(limits.dear), usual: new FairQueue(limits.usual) }

  constructor(
    private readonly p: QueriesParts,
    private readonly held: HeldReferences,
  ) {
    this.queryService = this.queryServiceOf(p.store, p.clear)
    this.changed = new ChangeFeed(
      () => this.queryService,
      (error) => p.failed?.(error),
    )
    this.opened = new FollowedPlaintext((error) => p.failed?.(error))
  }

  async start(): Promise<void> {
    await this.opened.follow(this.p.clear)
    await this.changed.follow(this.p.store)
  }

  async stop(): Promise<void> {
    for (const each of [this.changed, this.opened]) await each.stop()
  }

  /** How far the read models are. */
  get projected(): Waiting {
    return this.changed.projected
  }

  /** Answers from another generation of read models from now on. */
  async serveFrom(store: ReadStore, clear?: ClearStore): Promise<void> {
    this.queryService = this.queryServiceOf(store, clear)
    await this.opened.follow(clear)
    await this.changed.follow(store)
    this.changed.unsettle()
  }

  private queryServiceOf(store: ReadStore, clear: ClearStore | undefined): QueryService {
    const waitFor = async (position: Position) => {
      if (!(await this.waitFor(position, patienceMs))) refuse('not-yet-visible')
    }
    return new QueryService({ ...this.p, store, clear, references: this.held.holder, waitFor })
  }

  /**
   * Lists, search, figures and the past may take long and are asked elsewhere, so that nobody waits for them
   * here. A question about one record is as well, as long as it need not wait there: recording goes on meanwhile.
   */
  async ask(question: Question, signal?: AbortSignal): Promise<Answer> {
    return this.given(await this.drafted(question, signal))
  }

  /** Whoever saw personal values is on record before the answer is given. */
  private async given<T>({ answer, opened }: AnswerDraft<T>): Promise<T> {
    if (opened) await this.p.accessLog?.note(opened)
    return answer
  }

  private async drafted(question: Question, signal?: AbortSignal): Promise<AnswerDraft<Answer>> {
    const { elsewhere, registry } = this.p
    const page = registry.queries.get(question.page)
    const isLight = question.moment === undefined && page?.past !== undefined
    const isBusy = this.away.heavy > 0 || this.away.light >= mostLightAway
    if (!elsewhere || (isLight && isBusy)) return this.queryService.draft(question)
    const weight = isLight ? 'light' : 'heavy'
    this.away[weight]++
    const ask = () => elsewhere({ ...question, references: this.held.holder.position }, signal)
    try {
      return isLight ? await ask() : await this.inTurn(question, { page, signal }, ask)
    } finally {
      this.away[weight]--
    }
  }

  private inTurn<T>(
    { viewer, moment }: Question,
    { page, signal }: { page: Query | undefined; signal: AbortSignal | undefined },
    ask: () => Promise<T>,
  ): Promise<T> {
    const kind = page?.scans ? 'scan' : moment ? 'past' : 'usual'
    const queue = kind === 'usual' ? this.queues.usual : this.queues.dear
    const refused = () => refuse('too-much-asked')
    return queue.take({ asker: viewer.member, cost: costs[kind], signal, refused }, ask)
  }

  async event(position: Position, viewer: Viewer, reason?: string): Promise<StoredEvent> {
    return this.given(await this.queryService.event(position, viewer, reason))
  }

  survivorOf(customer: string): string {
    return this.p.identitySets.setOf('customer', customer, this.held.references())[0]
  }

  sees(viewer: Viewer, customer: string): Promise<boolean> {
    return this.changed.sees(viewer, this.survivorOf(customer))
  }

  head(): Promise<Position> {
    return this.p.log.head()
  }

  /** Rights, names and merges come from references, search from plaintext: reads show a position once all have passed it. */
  async waitFor(position: Position, timeoutMs: number): Promise<boolean> {
    const all = [this.projected, this.held.reached, this.opened.reached]
    const waited = await Promise.all(all.map((one) => one.wait(position, timeoutMs)))
    return waited.every((reached) => reached)
  }

  changes(viewer: Viewer, signal: AbortSignal, after?: Position): AsyncIterable<Change> {
    return this.changed.of(viewer, signal, after)
  }

  async lag(): Promise<Lag> {
    const head = await this.p.log.head()
    const projected = earlierPosition(this.projected.position, this.opened.reached.position)
    const stuck = await countStuck(this.queryService.store)
    const behind = projected < head ? await this.p.log.readAll({ after: projected, limit: mostCounted }) : []
    return { head, projected, waiting: behind.length, parked: await this.p.parked(), stuck }
  }
}
