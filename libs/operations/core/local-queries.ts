/** Answers from the read models that this process has open, and what changes in them. */
import {
  type AccessLog,
  type ClearStore,
  type EventLog,
  earlierPosition,
  FairQueue,
  type KeyVault,
  type PayloadClass,
  type Position,
  parse,
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
  scan: { atOnce: 1, atOnceOfOne: 1, waitingOfOne: 60 },
  fold: { atOnce: 1, atOnceOfOne: 1, waitingOfOne: 60 },
  usual: { atOnce: 24, atOnceOfOne: 3, waitingOfOne: 300 },
  light: { atOnce: Number.POSITIVE_INFINITY, atOnceOfOne: 12, waitingOfOne: 300 },
}
/** Of what a history is folded for one may be long; beyond that it costs no more, so that counting it is quick. */
const mostFiled = 5000
/** In what takes a list's time: to look through all of one metric, and how much filed is folded meanwhile. */
const times = { scan: 10, filed: 50 }

type Kind = keyof typeof limits

/** How long a question about the past waits for the read models to have seen its moment. */
const patienceMs = 10_000

export class LocalQueries implements Queries {
  queryService: QueryService
  private readonly changed: ChangeFeed
  private readonly opened: FollowedPlaintext
  /** Questions that the other thread has not answered yet, or that wait for it. */
  private readonly away = { light: 0, heavy: 0 }
  /** What scans goes one by one, and so does what folds a history: the rest never waits for more than one of each. */
  private readonly queues = {
    scan: new FairQueue(limits.scan),
    fold: new FairQueue(limits.fold),
    usual: new FairQueue(limits.usual),
    light: new FairQueue(limits.light),
  }

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
   * Lists, search, figures, histories and the past may take long and are asked elsewhere, so that nobody waits for
   * them here. A question about one record is as well, as long as it need not wait there: recording goes on meanwhile.
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
    if (!this.p.elsewhere) return this.queryService.draft(question, signal)
    const page = this.p.registry.queries.get(question.page)
    const kind = page ? this.kindOf(page, question) : 'usual'
    const cost = page ? await this.costOf(kind, page, question) : 1
    const turn = { asker: question.viewer.member, cost, signal, refused: () => refuse('too-much-asked') }
    return this.queues[kind].take(turn, () => this.begun(question, kind === 'light' ? 'light' : 'heavy', signal))
  }

  private kindOf(page: Query, { moment, params, query, file }: Question): Kind {
    const { past, scans, folds } = page
    if (scans || file) return 'scan'
    if (moment || folds === true) return 'fold'
    const isAsked = (name: string) => (query as Readonly<Record<string, unknown>>)[name] !== undefined
    // Of records that were merged no index tells what came twice.
    if (folds?.some(isAsked) || (folds && this.queryService.keysOf(page, params).length > 1)) return 'fold'
    return past ? 'light' : 'usual'
  }

  private async begun(question: Question, weight: 'light' | 'heavy', signal?: AbortSignal) {
    const { elsewhere } = this.p
    const isBusy = this.away.heavy > 0 || this.away.light >= mostLightAway
    if (!elsewhere || (weight === 'light' && isBusy)) return this.queryService.draft(question, signal)
    this.away[weight]++
    try {
      return await elsewhere({ ...question, references: this.held.holder.position }, signal)
    } finally {
      this.away[weight]--
    }
  }

  /** @throws InvalidInput where what is asked tells how much is to be looked through */
  private async costOf(kind: Kind, page: Query, { query, params }: Question): Promise<number> {
    if (kind === 'scan') return times.scan * scansIn(page, query)
    if (kind !== 'fold') return 1
    return 1 + (await this.queryService.filedWith(page, params, mostFiled)) / times.filed
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

/** How many metrics are looked through. */
function scansIn({ scans, query: form }: Query, query: object): number {
  if (typeof scans !== 'string') return 1
  const each = (parse(form as PayloadClass, query) as Record<string, readonly unknown[]>)[scans]
  return Math.max(1, each?.length ?? 0)
}
