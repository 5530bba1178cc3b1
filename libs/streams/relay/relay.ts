/** Both relays of a group beside each other, and how far they are. */
import { type EventLog, earlierPosition, type Position, type PublishingFailed } from '#kernel'
import { EventRelay, type EventRelaying } from './event-relay.js'
import { StateRelay, type StateRelaying } from './state-relay.js'

export interface RelayParts extends Omit<EventRelaying & StateRelaying, 'log'> {
  log: EventLog
}

export interface RelayLag {
  reached: Position
  /** Events behind that, counted up to `mostWaiting`. */
  waiting: number
  /** Age of the first of them. */
  lagMs: number
}

/** Of more events the lag is told as so many: counting is reading. */
export const mostWaiting = 1000

/** What is relayed. */
export const relayWorks = ['events', 'state'] as const
export type RelayWork = (typeof relayWorks)[number]

export class Relay {
  private readonly events: EventRelay
  private readonly state: StateRelay
  private troubled = 0
  private trouble: { reached: Position } | undefined
  private firstHead: Position | undefined

  constructor(private readonly parts: RelayParts) {
    const onTrouble = (error: PublishingFailed) => {
      this.troubled++
      this.trouble = { reached: this.reached }
      parts.onTrouble(error)
    }
    this.events = new EventRelay({ ...parts, onTrouble })
    this.state = new StateRelay({ ...parts, onTrouble })
  }

  /** Publishes until the signal; where one of the two cannot go on, both end. */
  async run(signal: AbortSignal): Promise<void> {
    const failing = new AbortController()
    const either = AbortSignal.any([signal, failing.signal])
    const ended = [this.events, this.state].map((each) =>
      each.run(either).catch((error: unknown) => {
        failing.abort()
        throw error
      }),
    )
    const [failed] = (await Promise.allSettled(ended)).filter(({ status }) => status === 'rejected')
    if (failed) throw (failed as PromiseRejectedResult).reason
  }

  /** How often publishing was tried again. */
  get troubles(): number {
    return this.troubled
  }

  /** Up to where all was published. */
  get reached(): Position {
    return earlierPosition(this.events.reached, this.state.reached)
  }

  /** @param nowMs of the clock by which events were recorded */
  async lagOf(work: RelayWork, nowMs: number): Promise<RelayLag> {
    const { reached } = this[work]
    const waiting = await this.parts.log.readAll({ after: reached, limit: mostWaiting })
    const [first] = waiting
    const lagMs = first ? Math.max(0, nowMs - Date.parse(first.metadata.recordedAt)) : 0
    return { reached, waiting: waiting.length, lagMs }
  }

  /** Sentences about why topics are not as they are to be; none once all is published that there was at the first look. */
  async reasons(): Promise<string[]> {
    this.firstHead ??= await this.parts.log.head()
    const troubled = this.trouble && this.trouble.reached === this.reached && this.reached < this.firstHead
    return [
      ...(this.reached < this.firstHead ? ['What was recorded before the start is not published yet.'] : []),
      ...(troubled ? ['What is published to is not to be reached.'] : []),
    ]
  }
}
