/** The read side in a process of its own: it answers from read models that another derives, and keeps plaintext for that. */
import { business } from '#crm'
import {
  generationsOf,
  keepPlaintextOf,
  type OpenForFollowing,
  openAccessEntries,
  openLeases,
  requireShared,
} from '#engines'
import type { Leases } from '#kernel'
import { LocalCore, retireClearFilesBut } from '#operations'
import { lettingGo } from '#privacy'
import { parkedIn } from '#projections'
import { AuditedAccess } from '#queries'
import type { Configuration } from '../configuration/index.js'
import { type EngineListeners, giveThreadsBoundsOfTheirOwn } from '../threads/threads.js'
import { openedOnceFounded } from './once-founded.js'
import { ServedReadModels } from './served-read-models.js'
import { ServingGeneration } from './serving-generation.js'

interface Opened {
  followed: OpenForFollowing
  accessLog: AuditedAccess
  leases: Leases
  serving: ServingGeneration
  listeners: EngineListeners
}

export class ReadSide {
  readonly core: LocalCore

  private constructor(
    private readonly o: Opened,
    private readonly served: ServedReadModels,
    private readonly settings: Configuration,
  ) {
    const { locale } = settings
    const { followed, accessLog, listeners } = o
    const { log, vault } = followed
    this.core = new LocalCore({
      ...business,
      ...{ log, vault, accessLog, locale },
      ...{ store: served.store, clear: served.clear },
      clock: () => new Date(),
      parked: async () => (await parkedIn(served.store)).length,
      elsewhere: (question, gone) => served.draft(question, gone),
      taken: lettingGo(vault, business.withholding),
      failed: (error) => listeners.onFailure(error),
    })
  }

  /**
   * Waits for read models, which another derives, and derives their plaintext.
   * @throws StartRefused, LogRefused, ReadStoreRefused with one line
   */
  static async open(settings: Configuration, listeners: EngineListeners): Promise<ReadSide> {
    giveThreadsBoundsOfTheirOwn()
    const { engines, locale } = settings
    requireShared(engines)
    const followed = await openedOnceFounded(engines, listeners.onStep)
    const { vault, identity, openReadStore } = followed
    const clock = () => new Date()
    const accessLog = new AuditedAccess({ entries: await openAccessEntries(engines), vault, clock })
    const leases = await openLeases(engines)
    const serving = await ServingGeneration.awaited({ generations: generationsOf(engines), locale, ...listeners })
    const start = { engines, locale, identity, keepsPlaintext: false }
    const parts = { start, openReadStore, accessLog, listeners, keepsPlaintext: true }
    const served = await ServedReadModels.open(parts, serving.place)
    const side = new ReadSide({ followed, accessLog, leases, serving, listeners }, served, settings)
    await side.core.start()
    await side.forgetOthers()
    serving.follow((place) => side.serveFrom(place))
    return side
  }

  private async serveFrom(place: string): Promise<void> {
    await this.served.serveFrom(place, ({ store, clear }) => this.core.serveFrom(store, clear))
    await this.forgetOthers()
  }

  /** Plaintext of read models that serve no more. */
  private async forgetOthers(): Promise<void> {
    keepPlaintextOf(this.settings.engines, this.served.place)
    await retireClearFilesBut(this.served.clear.name, this.o.leases)
  }

  async close(): Promise<void> {
    const { followed, accessLog, leases, serving } = this.o
    await serving.stop()
    await this.core.stop()
    await this.served.close()
    for (const each of [followed.log, accessLog, leases, followed.vault]) await each.close()
  }
}
