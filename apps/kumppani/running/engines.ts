/**
 * One installation in one process: log and keys here, the projector and the query service on threads of
 * their own, and which of them serves from which read models.
 */

import { join } from 'node:path'
import { business, contactsView } from '#crm'
import {
  backUp,
  type Generation,
  type Generations,
  generationsOf,
  type OpenForWriting,
  type OpenReadStore,
  openForWriting,
  openReadStore,
  startOver,
  whyAnew,
  writerCalls,
} from '#engines'
import { type AccessFilter, type OpenedValues as AccessOpened, SerialQueue } from '#kernel'
import {
  type BackedUp,
  type Exporting,
  finishErasures,
  hasImports,
  type Installation,
  LocalCore,
  notifying,
  pacedNotice,
  rightsOver,
  Uploads,
} from '#operations'
import { type CrossedError, crossed, ended, serve } from '#operations/workers'
import type { Parked, Verification } from '#projections'
import { type Answer, caughtUp, EventAccessLog, type Question, readBack, type WrittenAnswer } from '#queries'
import { CHECKPOINT, plaintextTables, shapeOf, tableOf } from '#read-models'
import type { ThreadStart } from '../threads/thread-start.js'
import type { Configuration } from './configuration.js'
import { foundWhereEmpty } from './founding.js'
import { LocalImports } from './local-imports.js'
import { type EngineListeners, runVerification, startProjector, startQueries, stop, type Thread } from './threads.js'

/** How long a projector that is to take over may take to catch up. */
const patienceMs = 60_000

const personTables = { contacts: tableOf(contactsView), plaintext: plaintextTables(business.registry) }

/** `accesses` is what the access log is written to. */
interface Opened extends OpenForWriting {
  start: ThreadStart
  generations: Generations
  accessLog: EventAccessLog
  listeners: EngineListeners
  isFirstStart: boolean
}

export class Engines implements Installation {
  readonly registry = business.registry
  readonly writeAccess = business.writeAccess
  private projector: Thread | undefined
  private queryService: Thread | undefined
  /** What the projector writes. */
  private generation: Generation | undefined
  private isStopping = false
  /** Ends with the last work that derives read models; one such work goes on at a time. */
  private readonly deriving = new SerialQueue()
  readonly core: LocalCore
  readonly imports: LocalImports

  private constructor(
    private readonly o: Opened,
    private store: OpenReadStore,
  ) {
    const { log, vault, start } = o
    const notify = pacedNotice(() => this.notify())
    this.core = new LocalCore({
      ...business,
      log: notifying(log, notify),
      store,
      vault,
      clock: () => new Date(),
      locale: start.locale,
      parked: async () => (await this.parked()).length,
      elsewhere: (question) => this.askElsewhere(question),
      accessLog: o.accessLog,
      failed: (error) => o.listeners.onFailure(error),
      processFailed: o.listeners.onProcessFailure,
    })
    this.imports = this.importsOf(notify)
    vault.onDestroyed((keyIds) => {
      this.tellAll('keysDestroyed', keyIds)
      return this.imports.keysDestroyed(keyIds)
    })
  }

  private importsOf(appended: () => void): LocalImports {
    const { start, log, vault, listeners } = this.o
    const { clock, hash } = this.core.ports
    const folder = join(start.engines.folder, 'imports')
    const parts = {
      start: { ...start, folder },
      writer: writerCalls({ log, vault }, { clock, appended }),
      uploads: new Uploads({ folder, vault, hash }),
      hasImports: () => hasImports(log),
      listeners,
    }
    return new LocalImports(parts, this.store.file.path)
  }

  get log(): OpenForWriting['log'] {
    return this.o.log
  }

  get accesses(): OpenForWriting['accesses'] {
    return this.o.accesses
  }

  get vault(): OpenForWriting['vault'] {
    return this.o.vault
  }

  /** Whether the log was empty when this program opened it. */
  get isFirstStart(): boolean {
    return this.o.isFirstStart
  }

  /**
   * Opens everything; derives the read models first when there are none or another program's.
   * @throws StartRefused, LogRefused, ReadStoreRefused with one line
   */
  static async open(settings: Configuration, listeners: EngineListeners): Promise<Engines> {
    startOver(settings.engines.folder)
    const { log, vault, accesses } = await openForWriting(settings.engines)
    const start = { engines: settings.engines, locale: settings.locale, identity: vault.identity }
    const accessLog = new EventAccessLog({ log: accesses, vault, clock: () => new Date() })
    const isFirstStart = await foundWhereEmpty({ log, vault, settings, onStep: listeners.onStep })
    const generations = generationsOf(settings.engines)
    const store = await Engines.startStore(generations, { start, log, listeners })
    const engines = new Engines(
      { start, generations, log, vault, accessLog, accesses, listeners, isFirstStart },
      store.store,
    )
    await engines.core.start()
    await engines.serveFrom(store.generation, store.thread)
    // Before anybody is answered: a restored backup knows nothing of erasures since.
    await finishErasures(personTables, engines.rights())
    return engines
  }

  /** The current generation with its projector; derived anew where there is none that fits. */
  private static async startStore(
    generations: Generations,
    from: { start: ThreadStart; log: OpenForWriting['log']; listeners: EngineListeners },
  ) {
    const shape = shapeOf(business.registry, from.start.locale)
    const current = generations.current()
    const reason = await whyAnew(current, {
      shape,
      identity: from.start.identity,
      head: await from.log.head(),
      checkpoint: CHECKPOINT,
    })
    if (current && reason !== undefined) from.listeners.onStep(`the read models are derived anew: ${reason}`)
    const serves = current !== undefined && reason === undefined
    const generation = serves ? current : generations.next(shape)
    const rebuild = !serves
    if (serves) generations.switchTo(generation)
    const thread = await startProjector({ ...from.start, storeFile: generation.file, rebuild }, from.listeners)
    if (rebuild) generations.switchTo(generation)
    generations.clean()
    return { generation, thread, store: openReadStore({ file: generation.file, readOnly: true, log: from.log }) }
  }

  private async serveFrom(generation: Generation, projector: Thread): Promise<void> {
    this.generation = generation
    this.projector = this.listen(projector)
    this.queryService = this.listen(await startQueries({ ...this.o.start, storeFile: generation.file }))
  }

  private listen(thread: Thread): Thread {
    serve(thread.worker, {
      written: () => {
        this.store.notify()
        this.queryService?.calls.tell('written')
      },
      failed: (reason: CrossedError) => this.o.listeners.onFailure(crossed(reason)),
      noteAccess: (opened: AccessOpened) => this.o.accessLog.note(opened),
      findAccesses: (filter: AccessFilter) => this.o.accessLog.find(filter),
    })
    void ended(thread.worker).then((error) => {
      thread.calls.end(error ?? new Error('the thread has ended'))
      if (!this.isStopping && error) this.o.listeners.onFailure(error)
    })
    return thread
  }

  rights(): Exporting {
    const { log, vault, accessLog } = this.o
    const { core, store } = this
    return rightsOver({ core, log, vault, accessLog, store, forget: (subjects) => this.forget(subjects) })
  }

  /** What is being derived may hold what is to be forgotten, so it is waited for. */
  private async forget(subjects: readonly string[]): Promise<number> {
    await this.deriving.idle()
    return this.projector?.calls.call<number>('forget', subjects) ?? 0
  }

  rebuild(): Promise<void> {
    return this.deriving.take(() => this.deriveAnew())
  }

  private async deriveAnew(): Promise<void> {
    const generation = this.o.generations.next(shapeOf(business.registry, this.o.start.locale))
    const thread = await startProjector(
      { ...this.o.start, storeFile: generation.file, rebuild: true },
      this.o.listeners,
    )
    const store = openReadStore({ file: generation.file, readOnly: true, log: this.o.log })
    await caughtUp(store, { until: this.core.projected.position, patienceMs })
    if (this.isStopping) {
      await store.close()
      return stop(thread)
    }
    const [oldProjector, oldQueryService, oldStore] = [this.projector, this.queryService, this.store]
    this.o.generations.switchTo(generation)
    this.store = store
    await this.core.serveFrom(store)
    await this.serveFrom(generation, thread)
    await this.imports.serveFrom(generation.file)
    for (const old of [oldQueryService, oldProjector]) await stop(old)
    await oldStore.close()
    this.o.generations.clean()
  }

  verify(): Promise<Verification> {
    const { start, generations } = this.o
    const verify = (cleanFile: string) => runVerification({ ...start, storeFile: this.store.file.path, cleanFile })
    return this.deriving.take(() => generations.aside(verify))
  }

  backup(folder: string): Promise<BackedUp> {
    const { log, vault, start } = this.o
    return backUp(folder, { log, vault, dataFolder: start.engines.folder })
  }

  retry(partition: string): Promise<boolean> {
    return this.projector?.calls.call<boolean>('retry', partition) ?? Promise.resolve(false)
  }

  parked(): Promise<Parked[]> {
    return this.projector?.calls.call<Parked[]>('parked') ?? Promise.resolve([])
  }

  private async askElsewhere(question: Question): Promise<Answer> {
    if (!this.queryService) return this.core.queryService.ask(question)
    return readBack(await this.queryService.calls.call<WrittenAnswer>('ask', question))
  }

  private notify(): void {
    this.tellAll('notify')
    this.imports.notify()
  }

  private tellAll(name: string, ...args: unknown[]): void {
    for (const thread of [this.projector, this.queryService]) thread?.calls.tell(name, ...args)
  }

  /** Ends the threads after what they are doing, then closes the engines. */
  async close(): Promise<void> {
    this.isStopping = true
    await this.imports.stop()
    await this.core.stop()
    await this.store.close()
    for (const thread of [this.queryService, this.projector]) await stop(thread)
    await this.o.log.close()
    await this.o.accessLog.close()
    await this.o.vault.close()
    this.settle()
  }

  /** Not to settle is no loss but time: the read models are then derived anew if the machine stops before the next start. */
  private settle(): void {
    try {
      if (this.generation) this.o.generations.settle(this.generation)
    } catch (error) {
      this.o.listeners.onStep(`the read models are not settled: ${(error as Error).message}`)
    }
  }
}
