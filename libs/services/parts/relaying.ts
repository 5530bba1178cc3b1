/**
 * The relay in a process of its own: of several, one publishes, and the others wait for its place. It follows the log
 * and the read models, which others write.
 */
import type { Logger } from 'pino'
import { business } from '#crm'
import { type KafkaSettings, openScratchReadStore } from '#engines'
import type { ReadStore } from '#kernel'
import { HeldReferences } from '#operations'
import type { FurtherGauge } from '#platform'
import { type Relay, type RelayLag, relayWorks } from '#streams'
import type { Configuration } from '../configuration/index.js'
import { openedOnceFounded } from './once-founded.js'
import { OpenedRelay } from './opened-relay.js'

/** To whom it says how it goes. */
export interface RelayListeners {
  log: Logger
  /** A calm line for the terminal. */
  onStep: (line: string) => void
  onFailure: (error: Error) => void
}

export class Relaying {
  readonly members: HeldReferences
  private readonly stopping = new AbortController()

  private constructor(
    private readonly opened: OpenedRelay,
    private readonly scratch: ReadStore,
    listeners: RelayListeners,
  ) {
    const failed = (error: Error) => listeners.onFailure(error)
    this.members = new HeldReferences({ ...business, log: opened.log, store: scratch, failed })
  }

  /** @throws StartRefused, LogRefused, EnginesRefused with one line */
  static async open(
    configuration: Configuration,
    { kafka, ...listeners }: { kafka: KafkaSettings } & RelayListeners,
  ): Promise<Relaying> {
    const onTrouble = (reason: string) => listeners.log.warn({ reason }, 'publishing is tried again')
    const followed = await openedOnceFounded(configuration.engines, listeners.onStep)
    const opened = await OpenedRelay.open(configuration, { followed, kafka, onTrouble })
    const relaying = new Relaying(opened, await openScratchReadStore(configuration.locale), listeners)
    await relaying.members.start()
    opened.run(relaying.stopping.signal).catch((error: Error) => listeners.onFailure(error))
    return relaying
  }

  /** Sentences about why topics are not as they are to be. */
  reasons(): Promise<string[]> {
    return this.opened.relay.reasons()
  }

  get gauges(): FurtherGauge[] {
    return gaugesOf(this.opened.relay)
  }

  async close(): Promise<void> {
    this.stopping.abort()
    await this.members.stop()
    await this.opened.close()
    await this.scratch.close()
  }
}

function gaugesOf(relay: Relay): FurtherGauge[] {
  const each = (of: (lag: RelayLag) => number) => async () => {
    const lags = await Promise.all(relayWorks.map((work) => relay.lagOf(work, Date.now())))
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
      read: async () => new Map([['all', relay.troubles]]),
    },
  ]
}
