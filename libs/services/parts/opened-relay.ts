/** The relay with all that it works on: the log and read models that others write, and where it publishes to. */
import { setTimeout as delay } from 'node:timers/promises'
import { business } from '#crm'
import { generationsOf, type KafkaSettings, type OpenForFollowing, openLeases, openStream } from '#engines'
import type { Generations, Leases, PublishedStream } from '#kernel'
import { awaitLease } from '#operations'
import { shapeOf } from '#read-models'
import { Relay } from '#streams'
import type { Configuration } from '../configuration/index.js'

interface Opened {
  followed: OpenForFollowing
  leases: Leases
  generations: Generations
  stream: PublishedStream
}

export interface OpeningRelay {
  /** What it publishes of; closed with it. */
  followed: OpenForFollowing
  kafka: KafkaSettings
  /** Told of what is tried again. */
  onTrouble: (reason: string) => void
}

/** What is under way is given up then: whoever takes over ends it. */
const patienceMs = 500

export class OpenedRelay {
  private running: Promise<void> = Promise.resolve()

  private constructor(
    private readonly o: Opened,
    private readonly prefix: string,
    readonly relay: Relay,
  ) {}

  /** @throws StartRefused, LogRefused, EnginesRefused with one line */
  static async open(
    { engines, locale }: Configuration,
    { followed, kafka, onTrouble }: OpeningRelay,
  ): Promise<OpenedRelay> {
    const leases = await openLeases(engines)
    const generations = generationsOf(engines)
    const stream = await openStream(kafka)
    const { log, identity, openReadStore } = followed
    const relay = new Relay({
      ...{ ...business, log, identity, stream, generations },
      shape: shapeOf(business.registry, locale),
      openReadStore: (place) => openReadStore({ place, readOnly: true }),
      onTrouble: ({ message }) => onTrouble(message),
    })
    return new OpenedRelay({ followed, leases, generations, stream }, kafka.prefix, relay)
  }

  get log(): OpenForFollowing['log'] {
    return this.o.followed.log
  }

  /** Publishes until the signal, once nobody else does. @throws LeaseLost, TakenOver once another does, EnginesRefused */
  run(signal: AbortSignal): Promise<void> {
    const running = this.runLeased(signal)
    this.running = running.catch(() => undefined)
    return running
  }

  private async runLeased(signal: AbortSignal): Promise<void> {
    const lost = new AbortController()
    const onLost = (reason: unknown) => lost.abort(reason)
    const held = await awaitLease(this.o.leases, `relay:${this.prefix}`, { signal, onLost })
    if (!held) return
    try {
      await this.relay.run(AbortSignal.any([signal, lost.signal]))
    } finally {
      await held.release()
    }
    if (lost.signal.aborted) throw lost.signal.reason
  }

  /** After the signal; soon, whatever is under way. */
  async close(): Promise<void> {
    await Promise.race([this.running, delay(patienceMs)])
    const { followed, leases, generations, stream } = this.o
    for (const each of [stream, generations, leases, followed.log, followed.vault]) await each.close()
  }
}
