/**
 * The projector in a process of its own: of several, one derives and follows, and the others wait for its place. What
 * it writes is read by others, who keep their own plaintext.
 */
import { setTimeout as delay } from 'node:timers/promises'
import { business } from '#crm'
import {
  generationsOf,
  type OpenForFollowing,
  type OpenReadStore,
  openLeases,
  openScratchReadStore,
  requireShared,
} from '#engines'
import type { Leases, Position, ReadStore } from '#kernel'
import {
  awaitLease,
  type DerivingSide,
  type HeldLease,
  HeldReferences,
  type Lag,
  mostCounted,
  upkeepRefusals,
} from '#operations'
import type { FurtherGauge } from '#platform'
import { type Parked, parkedIn, type Verification } from '#projections'
import { countStuck } from '#queries'
import { CHECKPOINT } from '#read-models'
import type { Configuration } from '../configuration/index.js'
import { type EngineListeners, giveThreadsBoundsOfTheirOwn } from '../threads/threads.js'
import { DerivedReadModels } from './derived-read-models.js'
import { openedOnceFounded } from './once-founded.js'

/** Whoever reads the old read models looks for new ones more often than that, and has given its answers by then. */
const readersSwitchMs = 10_000

interface Opened {
  followed: OpenForFollowing
  leases: Leases
  settings: Configuration
  listeners: EngineListeners
}

export class Derivation implements DerivingSide {
  readonly members: HeldReferences
  private readonly generations
  private readonly stopping = new AbortController()
  private begun: Promise<void> = Promise.resolve()
  private held: HeldLease | undefined
  private derived: DerivedReadModels | undefined
  /** The read models that serve, whoever derives them. */
  private read: { place: string; store: OpenReadStore } | undefined

  private constructor(
    private readonly o: Opened,
    scratch: ReadStore,
  ) {
    const { followed, settings, listeners } = o
    this.generations = generationsOf(settings.engines, followed.identity)
    const failed = (error: Error) => listeners.onFailure(error)
    this.members = new HeldReferences({ ...business, log: followed.log, store: scratch, failed })
  }

  /** @throws StartRefused, LogRefused, ReadStoreRefused with one line */
  static async open(settings: Configuration, listeners: EngineListeners): Promise<Derivation> {
    giveThreadsBoundsOfTheirOwn()
    requireShared(settings.engines)
    const followed = await openedOnceFounded(settings.engines, listeners.onStep)
    const leases = await openLeases(settings.engines)
    const scratch = await openScratchReadStore(settings.locale)
    const derivation = new Derivation({ followed, leases, settings, listeners }, scratch)
    await derivation.members.start()
    derivation.begun = derivation.begin().catch((error: Error) => {
      if (!derivation.stopping.signal.aborted) listeners.onFailure(error)
    })
    return derivation
  }

  private async begin(): Promise<void> {
    const { followed, leases, settings, listeners } = this.o
    const { engines, locale } = settings
    const { signal } = this.stopping
    this.held = await awaitLease(leases, 'projector', {
      signal,
      onLost: (error) => listeners.onFailure(error as Error),
    })
    if (!this.held) return
    const start = { engines, locale, identity: followed.identity, keepsPlaintext: false }
    const { log, openReadStore } = followed
    this.derived = await DerivedReadModels.start({
      start,
      log,
      openReadStore,
      generations: this.generations,
      listeners,
      areReadElsewhere: true,
    })
  }

  /** Whether the read models are derived here, and not by another. */
  get isActive(): boolean {
    return this.derived !== undefined
  }

  get gauges(): FurtherGauge[] {
    return [
      {
        name: 'kumppani_lease_held',
        help: 'Whether this process does the work; 0 while another does and it waits.',
        read: async () => new Map([['projector', this.isActive ? 1 : 0]]),
      },
    ]
  }

  rebuild(): Promise<void> {
    return this.active().rebuild(() => delay(readersSwitchMs))
  }

  verify(): Promise<Verification> {
    return this.active().verify()
  }

  async parked(): Promise<Parked[]> {
    const store = await this.serving()
    return store ? parkedIn(store) : []
  }

  retry(partition: string): Promise<boolean> {
    return this.active().retry(partition)
  }

  private active(): DerivedReadModels {
    return this.derived ?? upkeepRefusals('projector-waits')
  }

  async lag(): Promise<Lag> {
    const { log } = this.o.followed
    const store = await this.serving()
    const head = await log.head()
    const projected: Position = (await store?.checkpoint(CHECKPOINT)) ?? 0
    const behind = projected < head ? await log.readAll({ after: projected, limit: mostCounted }) : []
    const [stuck, parked] = store ? [await countStuck(store), (await parkedIn(store)).length] : [0, 0]
    return { head, projected, waiting: behind.length, parked, stuck }
  }

  private async serving(): Promise<OpenReadStore | undefined> {
    const current = await this.generations.current()
    if (current?.place !== this.read?.place) {
      await this.read?.store.close()
      this.read = current && {
        place: current.place,
        store: await this.o.followed.openReadStore({ place: current.place, readOnly: true }),
      }
    }
    return this.read?.store
  }

  /** Ends after the batch that is under way, and lets another take its place. */
  async close(): Promise<void> {
    this.stopping.abort()
    await this.begun
    await this.members.stop()
    await this.derived?.stop()
    await (this.derived ?? this.generations).close()
    await this.held?.release()
    await this.read?.store.close()
    const { leases, followed } = this.o
    for (const each of [leases, followed.log, followed.vault]) await each.close()
  }
}
