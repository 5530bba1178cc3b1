/**
 * One installation in one process: log and keys here, the projector and the query service on threads of
 * their own, and which of them serves from which read models.
 */

import { business, contactsView } from '#crm'
import { generationsOf, type OpenForWriting, openForWriting, openLeases, startOver } from '#engines'
import {
  type AccessFilter,
  type EventLog,
  type Generation,
  type Generations,
  type KeyVault,
  type Leases,
  type Position,
  SerialQueue,
} from '#kernel'
import {
  type BackedUp,
  clearFilesBehind,
  type Exporting,
  finishErasures,
  generationToServe,
  hasImports,
  type Installation,
  LocalCore,
  notifying,
  pacedNotice,
  retireClearFilesBut,
  rightsOver,
  Uploads,
} from '#operations'
import { type CrossedError, crossed, ended, serve } from '#operations/workers'
import type { Parked, Verification } from '#projections'
import {
  type Answer,
  type AnswerDraft,
  AuditedAccess,
  caughtUp,
  type Question,
  readBack,
  type WrittenAnswer,
} from '#queries'
import { shapeOf, tableOf } from '#read-models'
import type { ThreadStart } from '../threads/thread-start.js'
import type { Configuration } from './configuration.js'
import { foundWhereEmpty } from './founding.js'
import { LocalImports } from './local-imports.js'
import { closeServed, notifyServed, openServed, type Served } from './served.js'
import {
  type EngineListeners,
  giveThreadsBoundsOfTheirOwn,
  runVerification,
  startProjector,
  startQueries,
  stop,
  type Thread,
} from './threads.js'

/** How long a projector that is to take over may take to catch up. */
const patienceMs = 60_000

interface Opened {
  written: OpenForWriting
  start: ThreadStart
  generations: Generations
  accessLog: AuditedAccess
  leases: Leases
  listeners: EngineListeners
  isFirstStart: boolean
}

/** What deriving read models needs. */
type Deriving = Pick<Opened, 'written' | 'start' | 'generations' | 'listeners'>

export class LocalInstallation implements Installation {
  readonly registry = business.registry
  readonly writeAccess = business.writeAccess
  private projector: Thread | undefined
  private queryService: Thread | undefined
  private isStopping = false
  /** Ends with the last work that derives read models; one such work goes on at a time. */
  private readonly deriving = new SerialQueue()
  readonly core: LocalCore
  readonly imports: LocalImports
  readonly rewrapKeys: Installation['rewrapKeys']

  private constructor(
    private readonly o: Opened,
    private served: Served,
    /** What the projector writes, and everybody reads. */
    private generation: Generation,
  ) {
    const { start } = o
    const { log, vault } = o.written
    const notify = pacedNotice(() => this.notify())
    this.core = new LocalCore({
      ...business,
      log: notifying(log, notify),
      ...served,
      vault,
      clock: () => new Date(),
      locale: start.locale,
      parked: async () => (await this.parked()).length,
      elsewhere: (question) => this.draftElsewhere(question),
      accessLog: o.accessLog,
      failed: (error) => o.listeners.onFailure(error),
      processFailed: o.listeners.onProcessFailure,
    })
    this.imports = this.importsOf(notify)
    vault.onDestroyed((keyIds) => this.imports.keysDestroyed(keyIds))
    this.rewrapKeys = o.written.rewrapKeys
  }

  private importsOf(appended: () => void): LocalImports {
    const { start, written, listeners } = this.o
    const { log, vault, importFiles: files } = written
    const { clock, hash } = this.core.ports
    const parts = {
      start,
      writer: written.writerCalls({ clock, appended }),
      uploads: new Uploads({ files, vault, hash }),
      hasImports: () => hasImports(log),
      listeners,
    }
    return new LocalImports(parts, this.generation.place)
  }

  get log(): EventLog {
    return this.o.written.log
  }

  get vault(): KeyVault {
    return this.o.written.vault
  }

  /** Whether the log was empty when this program opened it. */
  get isFirstStart(): boolean {
    return this.o.isFirstStart
  }

  /**
   * Opens everything; derives the read models first when there are none or another program's.
   * @throws StartRefused, LogRefused, ReadStoreRefused with one line
   */
  static async open(settings: Configuration, listeners: EngineListeners): Promise<LocalInstallation> {
    giveThreadsBoundsOfTheirOwn()
    startOver(settings.engines.folder)
    const written = await openForWriting(settings.engines)
    const { vault, accessEntries, identity } = written
    const start = { engines: settings.engines, locale: settings.locale, identity }
    const accessLog = new AuditedAccess({ entries: accessEntries, vault, clock: () => new Date() })
    const isFirstStart = await foundWhereEmpty({ ...written, settings, onStep: listeners.onStep })
    const generations = generationsOf(settings.engines)
    const begun = await LocalInstallation.startStore({ written, start, generations, listeners })
    const leases = await openLeases(settings.engines)
    await retireClearFilesBut(begun.served.clear.name, leases)
    const opened = { written, start, generations, accessLog, leases, listeners, isFirstStart }
    const installation = new LocalInstallation(opened, begun.served, begun.generation)
    await installation.core.start()
    await installation.serveFrom(begun.generation, begun.thread)
    // Before anybody is answered: a restored backup knows nothing of erasures since.
    await finishErasures(tableOf(contactsView), installation.rights())
    return installation
  }

  /** The current generation with its projector; derived anew where there is none that fits. */
  private static async startStore({ written, start, generations, listeners }: Deriving) {
    const { log, openReadStore } = written
    const { generation, anew } = await generationToServe(generations, {
      shape: shapeOf(business.registry, start.locale),
      head: await log.head(),
      open: ({ place }) => openReadStore({ place, readOnly: true, identity: start.identity }),
    })
    const rebuild = anew !== undefined
    if (rebuild && generation.number > 1) listeners.onStep(`the read models are derived anew: ${anew}`)
    const { place } = generation
    if (!rebuild) await generations.switchTo(generation)
    const thread = await startProjector({ ...start, place, rebuild }, listeners)
    if (rebuild) await generations.switchTo(generation)
    await generations.clean()
    return { generation, thread, served: await openServed(place, { written, start }) }
  }

  private async serveFrom(generation: Generation, projector: Thread): Promise<void> {
    this.generation = generation
    this.projector = this.listen(projector)
    this.queryService = this.listen(await startQueries({ ...this.o.start, place: generation.place }))
  }

  private listen(thread: Thread): Thread {
    serve(thread.worker, {
      written: () => notifyServed(this.served),
      failed: (reason: CrossedError) => this.o.listeners.onFailure(crossed(reason)),
      findAccesses: (filter: AccessFilter) => this.o.accessLog.find(filter),
    })
    void ended(thread.worker).then((error) => {
      thread.calls.end(error ?? new Error('the thread has ended'))
      if (!this.isStopping && error) this.o.listeners.onFailure(error)
    })
    return thread
  }

  rights(): Exporting {
    const { accessLog } = this.o
    const { core, served, log, vault } = this
    const { store } = served
    const notForgottenBy = (position: Position) => this.notForgottenBy(position)
    return rightsOver({ ...business, core, log, vault, accessLog, store, notForgottenBy })
  }

  /** What is being derived may hold what is to be forgotten, so it is waited for. */
  private async notForgottenBy(position: Position): Promise<string[]> {
    await this.deriving.idle()
    return clearFilesBehind(this.o.leases, { position, patienceMs })
  }

  rebuild(): Promise<void> {
    return this.deriving.take(() => this.deriveAnew())
  }

  private async deriveAnew(): Promise<void> {
    const { generations, start, listeners, leases } = this.o
    const generation = await generations.next(shapeOf(business.registry, start.locale))
    const { place } = generation
    const thread = await startProjector({ ...start, place, rebuild: true }, listeners)
    const served = await openServed(place, this.o)
    await caughtUp(served.store, { until: this.core.projected.position, patienceMs })
    if (this.isStopping) {
      await closeServed(served)
      return stop(thread)
    }
    const [oldProjector, oldQueryService, oldServed] = [this.projector, this.queryService, this.served]
    await generations.switchTo(generation)
    this.served = served
    await this.core.serveFrom(served.store, served.clear)
    await this.serveFrom(generation, thread)
    await this.imports.serveFrom(place)
    for (const old of [oldQueryService, oldProjector]) await stop(old)
    await closeServed(oldServed)
    await generations.clean()
    await retireClearFilesBut(served.clear.name, leases)
  }

  verify(): Promise<Verification> {
    const { start, generations } = this.o
    const verify = (cleanPlace: string) => runVerification({ ...start, place: this.generation.place, cleanPlace })
    return this.deriving.take(() => generations.aside(verify))
  }

  backup(folder: string): Promise<BackedUp> {
    return this.o.written.backUp(folder)
  }

  retry(partition: string): Promise<boolean> {
    return this.projector?.calls.call<boolean>('retry', partition) ?? Promise.resolve(false)
  }

  parked(): Promise<Parked[]> {
    return this.projector?.calls.call<Parked[]>('parked') ?? Promise.resolve([])
  }

  private async draftElsewhere(question: Question): Promise<AnswerDraft<Answer>> {
    if (!this.queryService) return this.core.queryService.draft(question)
    const { answer, opened } = await this.queryService.calls.call<AnswerDraft<WrittenAnswer>>('draft', question)
    return { answer: readBack(answer), opened }
  }

  private notify(): void {
    this.projector?.calls.tell('notify')
    this.imports.notify()
  }

  /** Which logs take nothing more, since the disk failed under them. */
  failed(): ReturnType<OpenForWriting['failed']> {
    return this.o.written.failed()
  }

  /** Ends the threads after what they are doing, then closes the engines. */
  async close(): Promise<void> {
    this.isStopping = true
    await this.imports.stop()
    await this.core.stop()
    await closeServed(this.served)
    for (const thread of [this.queryService, this.projector]) await stop(thread)
    await this.log.close()
    for (const each of [this.o.accessLog, this.o.leases]) await each.close()
    await this.vault.close()
    await this.settle()
  }

  /** Not to settle is no loss but time: the read models are then derived anew if the machine stops before the next start. */
  private async settle(): Promise<void> {
    try {
      await this.o.generations.settle(this.generation)
    } catch (error) {
      this.o.listeners.onStep(`the read models are not settled: ${(error as Error).message}`)
    }
  }
}
