/**
 * One installation in one process: log and keys here, the projector and the query service on threads of
 * their own, and which of them serves from which read models.
 */

import { business, contactsView } from '#crm'
import { generationsOf, type OpenForWriting, openForWriting, openLeases, startOver } from '#engines'
import type { AccessFilter, EventLog, Generation, KeyVault, Leases, Position } from '#kernel'
import {
  type BackedUp,
  clearFilesBehind,
  type Exporting,
  finishErasures,
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
import { type Answer, type AnswerDraft, AuditedAccess, type Question, readBack, type WrittenAnswer } from '#queries'
import { tableOf } from '#read-models'
import {
  type Configuration,
  closeServed,
  DerivedReadModels,
  type EngineListeners,
  foundWhereEmpty,
  giveThreadsBoundsOfTheirOwn,
  ImportsOnAThread,
  notifyServed,
  openServed,
  type Served,
  startQueries,
  stop,
  type Thread,
  type ThreadStart,
} from '#services'

/** How long files of plaintext are waited for that may hold something yet. */
const patienceMs = 60_000

interface Opened {
  written: OpenForWriting
  start: ThreadStart
  accessLog: AuditedAccess
  leases: Leases
  listeners: EngineListeners
  isFirstStart: boolean
}

export class LocalInstallation implements Installation {
  readonly registry = business.registry
  readonly writeAccess = business.writeAccess
  private queryService: Thread | undefined
  private isStopping = false
  readonly core: LocalCore
  readonly imports: ImportsOnAThread

  private constructor(
    private readonly o: Opened,
    private readonly readModels: DerivedReadModels,
    private served: Served,
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
    vault.onDestroyed((keyIds) => {
      return this.imports.keysDestroyed(keyIds)
    })
  }

  private importsOf(appended: () => void): ImportsOnAThread {
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
    return new ImportsOnAThread(parts, this.readModels.generation.place)
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
    const { log, vault, accessEntries, identity } = written
    const start = { engines: settings.engines, locale: settings.locale, identity }
    const accessLog = new AuditedAccess({ entries: accessEntries, vault, clock: () => new Date() })
    const isFirstStart = await foundWhereEmpty({ log, vault, settings, onStep: listeners.onStep })
    const installing: { installation?: LocalInstallation } = {}
    const readModels = await DerivedReadModels.start({
      ...{ start, log, openReadStore: written.openReadStore, listeners },
      generations: generationsOf(settings.engines),
      onWritten: () => installing.installation?.written(),
    })
    const served = await openServed(readModels.generation.place, { written, start })
    const leases = await openLeases(settings.engines)
    await retireClearFilesBut(served.clear.name, leases)
    const opened = { written, start, accessLog, leases, listeners, isFirstStart }
    const installation = new LocalInstallation(opened, readModels, served)
    installing.installation = installation
    await installation.core.start()
    await installation.answerFrom(readModels.generation)
    // Before anybody is answered: a restored backup knows nothing of erasures since.
    await finishErasures(tableOf(contactsView), installation.rights())
    return installation
  }

  private async answerFrom({ place }: Generation): Promise<void> {
    this.queryService = this.listen(await startQueries({ ...this.o.start, place }))
  }

  private written(): void {
    notifyServed(this.served)
  }

  private listen(thread: Thread): Thread {
    serve(thread.worker, {
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
    await this.readModels.idle()
    return clearFilesBehind(this.o.leases, { position, patienceMs })
  }

  rebuild(): Promise<void> {
    return this.readModels.rebuild((generation) => this.serveFrom(generation))
  }

  private async serveFrom(generation: Generation): Promise<void> {
    const [oldQueryService, oldServed] = [this.queryService, this.served]
    this.served = await openServed(generation.place, this.o)
    await this.core.serveFrom(this.served.store, this.served.clear)
    await this.answerFrom(generation)
    await this.imports.serveFrom(generation.place)
    await stop(oldQueryService)
    await closeServed(oldServed)
    await retireClearFilesBut(this.served.clear.name, this.o.leases)
  }

  verify(): Promise<Verification> {
    return this.readModels.verify()
  }

  backup(folder: string): Promise<BackedUp> {
    return this.o.written.backUp(folder)
  }

  retry(partition: string): Promise<boolean> {
    return this.readModels.retry(partition)
  }

  parked(): Promise<Parked[]> {
    return this.readModels.parked()
  }

  private async draftElsewhere(question: Question): Promise<AnswerDraft<Answer>> {
    if (!this.queryService) return this.core.queryService.draft(question)
    const { answer, opened } = await this.queryService.calls.call<AnswerDraft<WrittenAnswer>>('draft', question)
    return { answer: readBack(answer), opened }
  }

  private notify(): void {
    this.readModels.notify()
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
    await stop(this.queryService)
    await this.readModels.stop()
    await this.log.close()
    for (const each of [this.o.accessLog, this.o.leases]) await each.close()
    await this.vault.close()
    await this.readModels.settle()
  }
}
