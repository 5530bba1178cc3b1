/**
 * The embedded engines of one data folder and the threads that work on them: the log and the keys
 * here, the projector and the query service on threads of their own.
 */

import { business, contactsView } from '#crm'
import {
  type Generation,
  Generations,
  openSqliteReadStore,
  type SqliteEventLog,
  type SqliteKeyVault,
  type SqliteReadStore,
} from '#engines/sqlite'
import { type AccessFilter, type OpenedValues as AccessOpened, refuse, SerialQueue, type Viewer } from '#kernel'
import { type Exporting, finishErasures, LocalCore } from '#operations'
import type { DataFolder, Settings } from '#platform/config'
import type { Parked, Verification } from '#projections'
import { type Answer, EventAccessLog, type Question, readBack, type WrittenAnswer } from '#queries'
import { plaintextTables, shapeOf, tableOf } from '#read-models'
import { type CrossedError, crossed, ended, serve } from '../threads/calls.js'
import type { ThreadFiles } from '../threads/opening.js'
import { type BackedUp, backUp, filesIn, requireReadModelsApart } from './backup-files.js'
import { openTogether } from './files/opening-files.js'
import { whyAnew } from './files/read-models.js'
import { firstStart } from './first-start.js'
import { notifying } from './notifying.js'
import {
  caughtUp,
  type EngineListeners,
  runVerification,
  startProjector,
  startQueries,
  stop,
  type Thread,
} from './threads.js'
import { startOver } from './unfinished-start.js'

/** How long work on a person's rights waits for the read models to have seen what it just recorded. */
const patienceMs = 60_000

const personTables = { contacts: tableOf(contactsView), plaintext: plaintextTables(business.registry) }

interface Opened {
  files: ThreadFiles
  generations: Generations
  log: SqliteEventLog
  vault: SqliteKeyVault
  accessLog: EventAccessLog
  /** What the access log is written to. */
  accesses: SqliteEventLog
  listeners: EngineListeners
  isFirstStart: boolean
}

export class Engines {
  private projector: Thread | undefined
  private queryService: Thread | undefined
  /** What the projector writes. */
  private generation: Generation | undefined
  private isStopping = false
  /** Ends with the last work that derives read models; one such work goes on at a time. */
  private readonly deriving = new SerialQueue()
  readonly core: LocalCore

  private constructor(
    private readonly o: Opened,
    private store: SqliteReadStore,
  ) {
    const { log, vault, files } = o
    this.core = new LocalCore({
      business,
      log: notifying(log, () => this.notify()),
      store,
      vault,
      clock: () => new Date(),
      locale: files.locale,
      parked: async () => (await this.parked()).length,
      elsewhere: (question) => this.askElsewhere(question),
      accessLog: o.accessLog,
      failed: (error) => o.listeners.onFailure(error),
    })
    vault.onDestroyed((keyIds) => this.tellAll('keysDestroyed', keyIds))
  }

  get log(): SqliteEventLog {
    return this.o.log
  }

  get accesses(): SqliteEventLog {
    return this.o.accesses
  }

  get vault(): SqliteKeyVault {
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
  static async open(folder: DataFolder, settings: Settings, listeners: EngineListeners): Promise<Engines> {
    requireReadModelsApart(settings)
    startOver(folder.path)
    const { log, vault, accesses } = await openTogether(filesIn(settings))
    const { logFile, keysFile, erasuresFile } = filesIn(settings)
    const files = { logFile, keysFile, erasuresFile, locale: settings.locale, identity: vault.identity }
    const accessLog = new EventAccessLog({ log: accesses, vault, clock: () => new Date() })
    const isFirstStart = await firstStart({ folder, log, vault, settings, onStep: listeners.onStep })
    const generations = new Generations(settings.readStoreFile)
    const store = await Engines.startStore(generations, { files, log, listeners })
    const engines = new Engines(
      { files, generations, log, vault, accessLog, accesses, listeners, isFirstStart },
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
    from: { files: ThreadFiles; log: SqliteEventLog; listeners: EngineListeners },
  ) {
    const shape = shapeOf(business.registry, from.files.locale)
    const current = generations.current()
    const reason = await whyAnew(current, { shape, identity: from.files.identity, head: await from.log.head() })
    if (current && reason !== undefined) from.listeners.onStep(`the read models are derived anew: ${reason}`)
    const serves = current !== undefined && reason === undefined
    const generation = serves ? current : generations.next(shape)
    const rebuild = !serves
    if (serves) generations.switchTo(generation)
    const thread = await startProjector({ ...from.files, storeFile: generation.file, rebuild }, from.listeners)
    if (rebuild) generations.switchTo(generation)
    generations.clean()
    return { generation, thread, store: openSqliteReadStore({ file: generation.file, readOnly: true, log: from.log }) }
  }

  private async serveFrom(generation: Generation, projector: { thread: Thread; position: number }): Promise<void> {
    this.generation = generation
    this.projector = projector.thread
    this.core.progressed(projector.position, [])
    this.listen(projector.thread)
    this.queryService = this.listen(await startQueries({ ...this.o.files, storeFile: generation.file }))
    this.queryService.calls.tell('progressed', this.core.projected.position)
  }

  private listen(thread: Thread): Thread {
    serve(thread.worker, {
      progressed: (position: number, partitions: string[]) => {
        // One that has been replaced goes on until it is stopped.
        if (thread !== this.projector) return
        this.core.progressed(position, partitions)
        this.queryService?.calls.tell('progressed', position)
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

  /** Records that a viewer is handed what may name persons; resolves once that is durable. */
  async noteAccess(opened: Pick<AccessOpened, 'kind' | 'page' | 'partitions'> & { viewer: Viewer }): Promise<void> {
    const { accessLog, log } = this.o
    await accessLog.note({ ...opened, viewer: opened.viewer.member, position: await log.head() })
  }

  /** What erasures, exports and decisions about withheld writing work on. */
  rights(): Exporting {
    const { log, vault, accessLog } = this.o
    return {
      core: this.core,
      log,
      vault,
      accessLog,
      store: this.store,
      catalogue: business.registry.catalogue,
      clock: () => new Date(),
      projected: async (position) => {
        if (!(await this.core.waitFor(position, patienceMs))) refuse('not-yet-visible')
      },
      forget: (subjects) => this.forget(subjects),
      openShown: (value, viewer) => this.core.queryService.openFor(value, viewer),
    }
  }

  /** What is being derived may hold what is to be forgotten, so it is waited for. */
  private async forget(subjects: readonly string[]): Promise<number> {
    await this.deriving.idle()
    return this.projector?.calls.call<number>('forget', subjects) ?? 0
  }

  /** Derives the read models anew beside those that serve, then switches. */
  rebuild(): Promise<void> {
    return this.deriving.take(() => this.deriveAnew())
  }

  private async deriveAnew(): Promise<void> {
    const generation = this.o.generations.next(shapeOf(business.registry, this.o.files.locale))
    const { thread, position: derived } = await startProjector(
      { ...this.o.files, storeFile: generation.file, rebuild: true },
      this.o.listeners,
    )
    const position = await caughtUp({ thread, position: derived }, { until: this.core.projected.position, patienceMs })
    if (this.isStopping) return void (await stop(thread))
    const [oldProjector, oldQueryService, oldStore] = [this.projector, this.queryService, this.store]
    this.o.generations.switchTo(generation)
    this.store = openSqliteReadStore({ file: generation.file, readOnly: true, log: this.o.log })
    this.core.serveFrom(this.store, position)
    await this.serveFrom(generation, { thread, position })
    for (const old of [oldQueryService, oldProjector]) await stop(old)
    await oldStore.close()
    this.o.generations.clean()
  }

  /** Holds the read models, as they are at one moment, against a clean fold of the log. */
  verify(): Promise<Verification> {
    const { files, generations } = this.o
    const verify = (cleanFile: string) => runVerification({ ...files, storeFile: this.store.file.path, cleanFile })
    return this.deriving.take(() => generations.aside(verify))
  }

  /**
   * Copies log and keys into a folder while everything goes on.
   * @throws Error, LogRefused when it is the data folder, or already holds a backup, or cannot be written
   */
  backup(folder: string): Promise<BackedUp> {
    const { log, vault, files } = this.o
    return backUp(folder, { log, vault, keysFile: files.keysFile })
  }

  /** Folds a parked partition again; true when it folds now. */
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
  }

  private tellAll(name: string, ...args: unknown[]): void {
    for (const thread of [this.projector, this.queryService]) thread?.calls.tell(name, ...args)
  }

  /** Ends the threads after what they are doing, then closes the engines. */
  async close(): Promise<void> {
    this.isStopping = true
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
