/**
 * The relay in a process of its own: of several, one publishes, and the others wait for its place. It follows the log
 * and the read models, which others write.
 */
import { setTimeout as delay } from 'node:timers/promises'
import type { Logger } from 'pino'
import { business } from '#crm'
import {
  generationsOf,
  type KafkaSettings,
  type OpenForFollowing,
  openForFollowing,
  openLeases,
  openScratchReadStore,
  openStream,
} from '#engines'
import type { Generations, Leases, PublishedStream, ReadStore } from '#kernel'
import { awaitLease, HeldReferences } from '#operations'
import type { FurtherGauge } from '#platform'
import { shapeOf } from '#read-models'
import { Relay, type RelayLag, relayWorks } from '#streams'
import type { Configuration } from '../configuration/index.js'

/** What it works on, and to whom it says how it goes. */
export interface RelayListeners {
  log: Logger
  onFailure: (error: Error) => void
}

interface Opened {
  followed: OpenForFollowing
  leases: Leases
  generations: Generations
  stream: PublishedStream
  scratch: ReadStore
}

/** What is under way is given up then: whoever takes over ends it. */
const patienceMs = 500

export class Relaying {
  readonly members: HeldReferences
  private readonly relay: Relay
  private readonly stopping = new AbortController()
  private running: Promise<void> = Promise.resolve()

  private constructor(
    private readonly o: Opened,
    private readonly settings: { prefix: string; locale: string } & RelayListeners,
  ) {
    const { followed, generations, stream, scratch } = o
    const { log, identity, openReadStore } = followed
    const failed = (error: Error) => settings.onFailure(error)
    this.members = new HeldReferences({ ...business, log, store: scratch, failed })
    this.relay = new Relay({
      ...{ ...business, log, identity, stream, generations },
      shape: shapeOf(business.registry, settings.locale),
      openReadStore: (place) => openReadStore({ place, readOnly: true }),
      onTrouble: ({ message }) => settings.log.warn({ reason: message }, 'publishing is tried again'),
    })
  }

  /** @throws StartRefused, LogRefused, EnginesRefused with one line */
  static async open(
    { engines, locale }: Configuration,
    { kafka, ...listeners }: { kafka: KafkaSettings } & RelayListeners,
  ): Promise<Relaying> {
    const opened: Opened = {
      followed: await openForFollowing(engines),
      leases: await openLeases(engines),
      generations: generationsOf(engines),
      stream: await openStream(kafka),
      scratch: await openScratchReadStore(locale),
    }
    const relaying = new Relaying(opened, { prefix: kafka.prefix, locale, ...listeners })
    await relaying.members.start()
    relaying.running = relaying.run().catch((error: Error) => listeners.onFailure(error))
    return relaying
  }

  private async run(): Promise<void> {
    const { signal } = this.stopping
    const lost = new AbortController()
    const held = await awaitLease(this.o.leases, `relay:${this.settings.prefix}`, {
      signal,
      onLost: (error) => {
        lost.abort()
        this.settings.onFailure(error as Error)
      },
    })
    if (!held) return
    try {
      await this.relay.run(AbortSignal.any([signal, lost.signal]))
    } finally {
      await held.release()
    }
  }

  /** Sentences about why topics are not as they are to be. */
  reasons(): Promise<string[]> {
    return this.relay.reasons()
  }

  get gauges(): FurtherGauge[] {
    const each = (of: (lag: RelayLag) => number) => async () => {
      const lags = await Promise.all(relayWorks.map((work) => this.relay.lagOf(work, Date.now())))
      return new Map(relayWorks.map((work, at) => [work, of(lags[at] as RelayLag)]))
    }
    return [
      {
        name: 'kumppani_relay_position',
        help: 'Position up to which was published.',
        read: each(({ reached }) => reached),
      },
      {
        name: 'kumppani_relay_lag_events',
        help: 'Events recorded and not yet published; 1000 stands for so many or more.',
        read: each(({ waiting }) => waiting),
      },
      {
        name: 'kumppani_relay_lag_seconds',
        help: 'Age of the oldest event that is not yet published.',
        read: each(({ lagMs }) => lagMs / 1000),
      },
      {
        name: 'kumppani_relay_retries_total',
        help: 'How often publishing was tried again.',
        read: async () => new Map([['all', this.relay.troubles]]),
      },
    ]
  }

  async close(): Promise<void> {
    this.stopping.abort()
    await Promise.race([this.running, delay(patienceMs)])
    await this.members.stop()
    const { followed, leases, generations, stream, scratch } = this.o
    for (const each of [stream, generations, leases, scratch, followed.log, followed.vault]) await each.close()
  }
}
