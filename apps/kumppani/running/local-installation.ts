/**
 * One installation in one process: log and keys here, the projector and the query service on threads of
 * their own, and which of them serves from which read models.
 */

import { business, contactsView } from '#crm'
import { generationsOf, type OpenForWriting, openForWriting, openLeases, startOver } from '#engines'
import type { EventLog, Generation, KeyVault, Leases, Position } from '#kernel'
import {
  type BackedUp,
  clearFilesBehind,
  clockLeap,
  type Exporting,
  finishErasures,
  type Installation,
  LocalCore,
  notifying,
  pacedNotice,
  retireClearFilesBut,
  rightsOver,
} from '#operations'
import type { Parked, Verification } from '#projections'
import { AuditedAccess } from '#queries'
import { tableOf } from '#read-models'
import {
  type Configuration,
  DerivedReadModels,
  type EngineListeners,
  foundWhereEmpty,
  giveThreadsBoundsOfTheirOwn,
  ImportsOnAThread,
  ServedReadModels,
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
  readonly core: LocalCore
  readonly imports: ImportsOnAThread

  private constructor(
    private readonly o: Opened,
    private readonly readModels: DerivedReadModels,
    private readonly served: ServedReadModels,
  ) {
    const { start } = o
    const { log, vault } = o.written
    const notify = pacedNotice(() => this.notify())
    this.core = new LocalCore({
      ...business,
      log: notifying(log, notify),
      ...{ store: served.store, clear: served.clear },
      vault,
      clock: () => new Date(),
      leap: clockLeap(start.clockChecked),
      locale: start.locale,
      parked: async () => (await this.parked()).length,
      elsewhere: (question, gone) => served.draft(question, gone),
      accessLog: o.accessLog,
      failed: (error) => o.listeners.onFailure(error),
      processFailed: o.listeners.onProcessFailure,
    })
    this.imports = ImportsOnAThread.over(o.written, {
      ...{ start, ports: this.core.ports, listeners: o.listeners, appended: notify },
      place: readModels.generation.place,
    })
    vault.onDestroyed((keyIds) => {
      return this.imports.keysDestroyed(keyIds)
    })
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
    const { engines, locale, clockChecked } = settings
    const start = { engines, locale, identity, keepsPlaintext: true, clockChecked }
    const accessLog = new AuditedAccess({ entries: accessEntries, vault, clock: () => new Date() })
    const { onStep } = listeners
    const isFirstStart = await foundWhereEmpty({ log, vault, settings, onStep, founded: written.founded })
    const installing: { installation?: LocalInstallation } = {}
    const readModels = await DerivedReadModels.start({
      ...{ start, log, openReadStore: written.openReadStore, listeners },
      generations: generationsOf(engines, identity),
      onWritten: () => installing.installation?.written(),
    })
    const { openReadStore } = written
    const serving = { start, openReadStore, accessLog, listeners }
    const served = await ServedReadModels.open(serving, readModels.generation.place)
    const leases = await openLeases(settings.engines)
    await retireClearFilesBut(served.clear.name, leases)
    const opened = { written, start, accessLog, leases, listeners, isFirstStart }
    const installation = new LocalInstallation(opened, readModels, served)
    installing.installation = installation
    await installation.core.start()
    // Before anybody is answered: a restored backup knows nothing of erasures since.
    await finishErasures(tableOf(contactsView), installation.rights())
    return installation
  }

  private written(): void {
    this.served.notify()
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

  private async serveFrom({ place }: Generation): Promise<void> {
    await this.served.serveFrom(place, async ({ store, clear }) => {
      await this.core.serveFrom(store, clear)
      await this.imports.serveFrom(place)
    })
    await retireClearFilesBut(this.served.clear.name, this.o.leases)
  }

  verify(): Promise<Verification> {
    return this.readModels.verify()
  }

  async backup(folder: string): Promise<BackedUp> {
    const { backUp } = this.o.written
    if (!backUp) throw new Error('log and keys are on servers: copy them there, the log before the keys')
    return backUp(folder)
  }

  get rewrapKeys(): (() => Promise<number>) | undefined {
    return this.o.written.rewrapKeys
  }

  get plaintextLeases(): Leases {
    return this.o.leases
  }

  retry(partition: string): Promise<boolean> {
    return this.readModels.retry(partition)
  }

  parked(): Promise<Parked[]> {
    return this.readModels.parked()
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
    await this.imports.stop()
    await this.core.stop()
    await this.served.close()
    await this.readModels.stop()
    await this.log.close()
    for (const each of [this.o.accessLog, this.o.written.importFiles, this.o.leases]) await each.close()
    await this.vault.close()
    await this.readModels.close()
  }
}
