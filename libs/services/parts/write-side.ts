/**
 * The write side in a process of its own: commands, imports and the rights of persons, over read models that another
 * process derives. It answers what these need to know, and nobody's questions.
 */
import { setTimeout as delay } from 'node:timers/promises'
import { business, contactsView } from '#crm'
import {
  generationsOf,
  type OpenForWriting,
  type OpenReadStore,
  openForWriting,
  openLeases,
  requireShared,
} from '#engines'
import type { Leases, Position } from '#kernel'
import {
  clearFilesBehind,
  clockLeap,
  type Exporting,
  finishErasures,
  LocalCore,
  type RecordingSide,
  rightsOver,
} from '#operations'
import { parkedIn } from '#projections'
import { AuditedAccess } from '#queries'
import { tableOf } from '#read-models'
import type { Configuration } from '../configuration/index.js'
import type { ThreadStart } from '../threads/thread-start.js'
import { type EngineListeners, giveThreadsBoundsOfTheirOwn } from '../threads/threads.js'
import { foundWhereEmpty } from './founding.js'
import { ImportsOnAThread } from './imports-on-a-thread.js'
import { ServingGeneration } from './serving-generation.js'

/** How long files of plaintext are waited for that may hold something yet: longer than whoever keeps one takes. */
const patienceMs = 10_000
/** How long until erasures that could not be finished are tried again. */
const againMs = 60_000

interface Opened {
  written: OpenForWriting
  start: ThreadStart
  leases: Leases
  accessLog: AuditedAccess
  serving: ServingGeneration
  listeners: EngineListeners
}

export class WriteSide implements RecordingSide {
  readonly registry = business.registry
  readonly writeAccess = business.writeAccess
  readonly core: LocalCore
  readonly imports: ImportsOnAThread
  private readonly stopping = new AbortController()
  private followed: Promise<void> = Promise.resolve()

  private constructor(
    private readonly o: Opened,
    private store: OpenReadStore,
  ) {
    const { written, start, accessLog, listeners } = o
    const { log, vault } = written
    this.core = new LocalCore({
      ...business,
      ...{ log, store, vault, accessLog },
      clock: () => new Date(),
      leap: clockLeap(start.clockChecked),
      locale: start.locale,
      parked: async () => (await parkedIn(this.store)).length,
      failed: (error) => listeners.onFailure(error),
      processFailed: listeners.onProcessFailure,
      sharesLog: true,
    })
    const appended = () => this.imports.notify()
    this.imports = ImportsOnAThread.over(written, {
      ...{ start, ports: this.core.ports, listeners, appended, place: o.serving.place },
    })
    vault.onDestroyed((keyIds) => this.imports.keysDestroyed(keyIds))
  }

  /**
   * Opens everything, and founds the group where the log is empty; waits for read models, which another derives.
   * @throws StartRefused, LogRefused, ReadStoreRefused with one line
   */
  static async open(settings: Configuration, listeners: EngineListeners): Promise<WriteSide> {
    giveThreadsBoundsOfTheirOwn()
    const { engines, locale, clockChecked } = settings
    requireShared(engines)
    const written = await openForWriting(engines)
    const { log, vault, accessEntries, identity } = written
    const start = { engines, locale, identity, keepsPlaintext: false, clockChecked }
    await foundWhereEmpty({ log, vault, settings, onStep: listeners.onStep, founded: written.founded })
    const serving = await ServingGeneration.awaited({ generations: generationsOf(engines), locale, ...listeners })
    const store = await written.openReadStore({ place: serving.place, readOnly: true, identity })
    const accessLog = new AuditedAccess({ entries: accessEntries, vault, clock: () => new Date() })
    const leases = await openLeases(engines)
    const side = new WriteSide({ written, start, leases, accessLog, serving, listeners }, store)
    const head = await log.head()
    await side.core.start()
    side.followed = side.followOthers(head).catch((error: Error) => listeners.onFailure(error))
    serving.follow((place) => side.serveFrom(place))
    return side
  }

  /** Goes on with what was under way when it was last here: imports, processes, erasures. */
  resume(): Promise<unknown> {
    this.imports.resume()
    return Promise.all([this.core.processes.resume(), this.finishErasures()])
  }

  /** A restored backup knows nothing of erasures since. Who is away is waited for: nothing else hangs by it. */
  private async finishErasures(): Promise<void> {
    const { signal } = this.stopping
    while (!signal.aborted) {
      try {
        await finishErasures(tableOf(contactsView), this.rights())
        return
      } catch (error) {
        this.o.listeners.onProcessFailure?.(error as Error)
        await delay(againMs, undefined, { signal }).catch(() => undefined)
      }
    }
  }

  rights(): Exporting {
    const { written, accessLog, leases } = this.o
    const { log, vault } = written
    return rightsOver({
      ...business,
      ...{ core: this.core, log, vault, accessLog, store: this.store },
      notForgottenBy: (position) => clearFilesBehind(leases, { position, patienceMs }),
    })
  }

  get rewrapKeys(): (() => Promise<number>) | undefined {
    return this.o.written.rewrapKeys
  }

  get plaintextLeases(): Leases {
    return this.o.leases
  }

  /** Recorded time agrees with recorded order as far as clocks do: none is behind what it has seen of others. */
  private async followOthers(after: Position): Promise<void> {
    const { signal } = this.stopping
    for await (const { events } of this.o.written.log.subscribe({ after, signal }))
      for (const event of events) this.core.recordedElsewhere(event)
  }

  private async serveFrom(place: string): Promise<void> {
    const old = this.store
    this.store = await this.o.written.openReadStore({ place, readOnly: true, identity: this.o.start.identity })
    await this.core.serveFrom(this.store)
    await this.imports.serveFrom(place)
    await old.close()
  }

  /** Which logs take nothing more, since the disk failed under them. */
  failed(): ReturnType<OpenForWriting['failed']> {
    return this.o.written.failed()
  }

  async close(): Promise<void> {
    const { written, accessLog, leases, serving } = this.o
    this.stopping.abort()
    await this.followed
    await serving.stop()
    await this.imports.stop()
    await this.core.stop()
    await this.store.close()
    for (const each of [written.log, accessLog, written.importFiles, leases, written.vault]) await each.close()
  }
}
