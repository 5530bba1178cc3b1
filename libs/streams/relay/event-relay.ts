/** From the log to the topic of all events: each that is published once, in recorded order per key. */
import {
  EnginesRefused,
  type EventLog,
  type Position,
  type PublishedStream,
  type Publisher,
  type PublishingFailed,
  type Registry,
  type StreamMessage,
} from '#kernel'
import { type PlacedEvent, placedInCommands } from '../cloud-events/command-places.js'
import { sourceOf } from '../cloud-events/envelope.js'
import { EventMessages } from '../cloud-events/event-messages.js'
import { topicsOfEvents } from '../topics.js'
import { keepPublishing } from './publishing.js'
import { UnderWay } from './under-way.js'

export interface EventRelaying {
  registry: Pick<Registry, 'catalogue' | 'slices'>
  log: Pick<EventLog, 'subscribe' | 'readStream' | 'eventAt'>
  /** Of the group: stands in what is published. */
  identity: string
  stream: PublishedStream
  onTrouble: (error: PublishingFailed) => void
}

/** The name that events are published under. */
export const eventsPublisher = 'events'
/** In one transaction at most. */
const batch = 500

export class EventRelay {
  private readonly messages: EventMessages
  #reached: Position = 0

  constructor(private readonly o: EventRelaying) {
    this.messages = new EventMessages(o.registry, sourceOf(o.identity))
  }

  /** Up to where everything was published. */
  get reached(): Position {
    return this.#reached
  }

  /**
   * Publishes until the signal, catching up first.
   * @throws TakenOver, EnginesRefused with one line, DomainError `event-unreadable`: nothing is passed over
   */
  run(signal: AbortSignal): Promise<void> {
    const work = (publisher: Publisher, went: () => void) => this.relay(publisher, { signal, went })
    return keepPublishing({ ...this.o, name: eventsPublisher, topics: topicsOfEvents, signal, work })
  }

  private async relay(
    publisher: Publisher,
    { signal, went }: { signal: AbortSignal; went: () => void },
  ): Promise<void> {
    const { log } = this.o
    this.#reached = await this.begin(publisher)
    let taken = this.#reached
    const underWay = new UnderWay(signal)
    for await (const { events } of log.subscribe({ after: taken, signal: underWay.signal, batch })) {
      const fresh = events.filter(({ position }) => position > taken)
      const last = fresh.at(-1)
      if (!last) continue
      const messages = (await placedInCommands(fresh, log)).flatMap((placed) => this.messagesOf(placed))
      taken = last.position
      await underWay.next(async () => {
        // What nobody reads is read once more after a restart, which costs less than a transaction.
        if (messages.length > 0) await publisher.publish(messages, { position: last.position, note: last.id })
        this.#reached = last.position
        went()
      })
    }
    await underWay.ended()
  }

  /** The note of a bookmark is the id of the event there: another log has another. */
  private async begin({ bookmark }: Publisher): Promise<Position> {
    if (!bookmark) return 0
    const event = await this.o.log.eventAt(bookmark.position)
    if (event?.id !== bookmark.note)
      throw new EnginesRefused(
        'filesApart',
        'the topics hold what another log says, or a log that had more in it; publish this one under another KAFKA_TOPIC_PREFIX',
      )
    return bookmark.position
  }

  private messagesOf({ event, place }: PlacedEvent): StreamMessage[] {
    const message = this.messages.of(event, place)
    return message ? this.messages.topicsOf(event.type).map((topic) => ({ topic, ...message })) : []
  }
}
