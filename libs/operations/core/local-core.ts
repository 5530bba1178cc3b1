/**
 * The core over engines of this machine: dispatch onto the log, answers from the read models, changes
 * as the projector reports them.
 */

import { dispatch, Gathering, ProcessRunner } from '#commands'
import {
  type AccessLog,
  type Caller,
  type CommandRequest,
  type CorrectionRequest,
  type Dispatching,
  DomainError,
  type EventLog,
  followReferences,
  isSystem,
  type KeyVault,
  loadReferences,
  type Position,
  type ReadStore,
  type Recorded,
  ReferenceHolder,
  type References,
  type Registry,
  type Rules,
  refuse,
  type StoredEvent,
  type Viewer,
  Waiting,
  type WriteAccess,
} from '#kernel'
import { derivedIds, EventSealer } from '#privacy'
import {
  type Answer,
  type AnsweringRules,
  type Change,
  ChangeFeed,
  countStuck,
  factsNaming,
  openProcesses,
  QueryService,
  type Question,
} from '#queries'
import { type ShownProcess, shownProcesses } from '../processes/stuck-processes.js'
import { forgetUnrecorded } from '../processes/unrecorded.js'
import { type Core, type Lag, mostCounted } from './core.js'

export interface LocalParts extends AnsweringRules {
  members: Rules['members']
  writeAccess: WriteAccess
  log: EventLog
  store: ReadStore
  vault: KeyVault
  clock: () => Date
  /** BCP 47; how the group sorts. */
  locale: string
  /** Customers and contacts whose documents stopped because of an event that cannot be folded. */
  parked: () => Promise<number>
  /** Keeps account of who opened whose personal values. */
  accessLog?: AccessLog
  /** Told when what is held in memory cannot be kept up to date: rights and refusals go by it. */
  failed?: (error: Error) => void
  /** Told when a process that nobody waits for stopped at what is no refusal; it is run again at the next start. */
  processFailed?: (error: Error) => void
  /** Answers lists, search, figures and the past on another thread; absent: all on this one. */
  elsewhere?: (question: Question) => Promise<Answer>
}

/** How long a question about the past waits for the read models to have seen its moment. */
const patienceMs = 10_000
/** Commands that are done in one piece while others wait. */
const mostGathered = 256

function rethrow(error: Error): never {
  throw error
}

export class LocalCore implements Core {
  readonly registry: Registry
  queryService: QueryService
  /** How far the references held here are. */
  private readonly referred = new Waiting()
  private readonly holder: ReferenceHolder
  /** What dispatch writes with; imports read and checkpoint by it. */
  readonly ports: Dispatching
  /** Does what spans several streams, to its end. */
  readonly processes: ProcessRunner
  private readonly changed: ChangeFeed
  private readonly gathering: Gathering
  private readonly following = new AbortController()
  private followed: Promise<void> = Promise.resolve()
  /** When what is newest in the log was recorded. */
  private newestMs = 0

  constructor(private readonly p: LocalParts) {
    const { registry, identitySets, calendar, writeAccess, log, vault } = p
    this.registry = registry
    this.holder = new ReferenceHolder(registry.references)
    this.queryService = this.queryServiceOf(p.store)
    this.changed = new ChangeFeed(
      () => this.queryService,
      (error) => p.failed?.(error),
    )
    this.ports = {
      log,
      registry,
      sealer: new EventSealer(vault, registry.catalogue),
      hash: derivedIds(vault.hashKey()),
      clock: () => this.now(),
      references: (moment) => this.holder.at(moment),
      follow: () => loadReferences(this.holder, this.p),
      zoneOf: (unit) => calendar.zoneOf(unit, this.holder.at()),
      aliases: (stream) => identitySets.aliasOf(stream, this.holder.at()),
      factsNaming: (stream, filed) =>
        factsNaming(stream, filed, { store: this.queryService.store, registry: this.registry }),
      access: {
        requireWrite: async (viewer, resource, filed) => {
          // Systems write everywhere: nobody looks where that is.
          const isAsked = filed.unit === undefined && !isSystem(viewer)
          const unitsAround = isAsked ? await this.queryService.unitsAround(filed.customers) : []
          writeAccess.requireWrite(viewer, resource, { filed, unitsAround, references: this.holder.at() })
        },
        requireMove: async (viewer, resource, filed) => {
          const unitsAround = filed.unit === undefined ? await this.queryService.unitsAround(filed.customers) : []
          writeAccess.requireMove(viewer, resource, { filed, unitsAround, references: this.holder.at() })
        },
        requireSwitchedOn: (viewer, category, filed) =>
          writeAccess.requireSwitchedOn(viewer, category, { filed, references: this.holder.at() }),
        requireCorrection: async (...correction) => writeAccess.requireCorrection(...correction),
      },
    }
    this.gathering = new Gathering((batch) => dispatch(batch, this.ports), mostGathered)
    this.processes = new ProcessRunner({
      ports: this.ports,
      dispatch: (...command) => this.dispatchAlone(...command),
      viewer: (member) => this.viewer(member),
      unfinished: async () => {
        const open = await openProcesses({ store: this.queryService.store, log })
        return open.flatMap(({ id, state }) => (state === 'running' ? [id] : []))
      },
      forget: (stream) => forgetUnrecorded(stream, p),
      failed: p.processFailed ?? rethrow,
    })
  }

  /** Loads what is held in memory and follows the log from there. */
  async start(): Promise<void> {
    await this.changed.follow(this.p.store)
    await loadReferences(this.holder, this.p)
    const head = await this.p.log.head()
    const last = await this.p.log.eventAt(head)
    this.newestMs = last ? Date.parse(last.metadata.recordedAt) : 0
    const reached = (position: Position) => this.referred.reach(position)
    const followed = followReferences(this.holder, { ...this.p, reached }, this.following.signal)
    const { failed } = this.p
    this.followed = failed ? followed.catch((error: Error) => failed(error)) : followed
  }

  /** How far the read models are. */
  get projected(): Waiting {
    return this.changed.projected
  }

  /** Answers from another generation of read models from now on. */
  async serveFrom(store: ReadStore): Promise<void> {
    this.queryService = this.queryServiceOf(store)
    await this.changed.follow(store)
    this.changed.unsettle()
  }

  private queryServiceOf(store: ReadStore): QueryService {
    return new QueryService({
      ...this.p,
      store,
      references: this.holder,
      waitFor: (position) => this.waitOrRefuse(position),
    })
  }

  async stop(): Promise<void> {
    await this.processes.stop()
    this.following.abort()
    await this.followed
    await this.changed.stop()
  }

  /** Never behind what was recorded before, so that recorded order and recorded time agree. */
  private now(): Date {
    const ownMs = this.p.clock().getTime()
    if (this.newestMs - ownMs > 2000) refuse('clock-behind')
    this.newestMs = Math.max(this.newestMs, ownMs)
    return new Date(this.newestMs)
  }

  async dispatch(request: CommandRequest, caller: Caller): Promise<Recorded> {
    try {
      return await this.processes.record(request, caller, (...alone) => this.dispatchAlone(...alone))
    } catch (error) {
      throw error instanceof DomainError ? this.toldTo(caller.viewer, error) : error
    }
  }

  /** Those that have not ended, with what was refused of them. */
  openProcesses(): Promise<ShownProcess[]> {
    const { p, registry, processes } = this
    return shownProcesses({ log: p.log, store: this.queryService.store, registry, processes })
  }

  private dispatchAlone(request: CommandRequest, caller: Caller): Promise<Recorded> {
    return this.gathering.send({ request, caller })
  }

  /** A refusal, without what stands there for those who may write there and not read it. */
  private toldTo(viewer: Viewer, error: DomainError): DomainError {
    const { now, ...details } = error.details
    if (now === undefined || this.queryService.readingOf(viewer).personal) return error
    return new DomainError(error.code, error.sentence, error.kind, details)
  }

  correct(request: CorrectionRequest, caller: Caller): Promise<Recorded> {
    return this.gathering.send({ request, caller })
  }

  /** Queries about one record answer at once; whatever may take longer does so elsewhere. */
  ask(question: Question): Promise<Answer> {
    const isLight = question.moment === undefined && this.registry.queries.get(question.page)?.past !== undefined
    return this.p.elsewhere && !isLight ? this.p.elsewhere(question) : this.queryService.ask(question)
  }

  event(position: Position, viewer: Viewer, reason?: string): Promise<StoredEvent> {
    return this.queryService.event(position, viewer, reason)
  }

  commandId(...parts: string[]): string {
    return this.ports.hash.uuid('command', ...parts)
  }

  references(): References {
    return this.holder.at()
  }

  viewer(member: string): Viewer | undefined {
    return this.p.members.viewerOf(member, this.holder.at())
  }

  member(identity: string): string | undefined {
    return this.p.members.memberOf(identity, this.holder.at())
  }

  survivorOf(customer: string): string {
    return this.p.identitySets.setOf(customer, this.holder.at())[0]
  }

  /** Rights, names and merges come from references: reads show a position once these have passed it too. */
  async waitFor(position: Position, timeoutMs: number): Promise<boolean> {
    const waited = await Promise.all([this.projected, this.referred].map((one) => one.wait(position, timeoutMs)))
    return waited.every((reached) => reached)
  }

  private async waitOrRefuse(position: Position): Promise<void> {
    if (!(await this.waitFor(position, patienceMs))) refuse('not-yet-visible')
  }

  changes(viewer: Viewer, signal: AbortSignal, after?: Position): AsyncIterable<Change> {
    return this.changed.of(viewer, signal, after)
  }

  async lag(): Promise<Lag> {
    const head = await this.p.log.head()
    const projected = this.projected.position
    const stuck = await countStuck(this.queryService.store)
    const behind = projected < head ? await this.p.log.readAll({ after: projected, limit: mostCounted }) : []
    return { head, projected, waiting: behind.length, parked: await this.p.parked(), stuck }
  }
}
