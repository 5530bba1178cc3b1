/**
 * From the read models to tables that others read: the rows of documents as they then are, gone where a document is
 * gone. It follows what the read models have passed, and knows from the events which documents those may have changed;
 * where it has published nothing yet, or read models were derived anew, it publishes all that stand.
 */
import type {
  Bookmark,
  EventLog,
  Position,
  PublishedStream,
  Publisher,
  PublishingFailed,
  ReadStore,
  Registry,
  Rules,
} from '#kernel'
import { CHECKPOINT, tableOf } from '#read-models'
import { publishedViews } from '../tables/published-rows.js'
import { topicsOfTables } from '../topics.js'
import { FollowedDocuments } from './followed-documents.js'
import { keepPublishing } from './publishing.js'
import { onServedStores, type ServedStores } from './served-store.js'
import { LastRows, messagesOfSlots, removalMessage, rowMessage, topicOfView } from './state-messages.js'

export interface StateRelaying extends ServedStores, Pick<Rules, 'identitySets'> {
  registry: Registry
  log: EventLog
  stream: PublishedStream
  onTrouble: (error: PublishingFailed) => void
}

/** The name that tables are published under. */
export const statePublisher = 'state'
/** The note of a bookmark while all that stands is being published: whoever takes over begins again. */
const filling: Bookmark = { position: 0, note: 'filling' }

/** What is worked on while a generation serves and nobody else publishes. */
interface Relaying {
  publisher: Publisher
  store: ReadStore
  /** By what the tables were filled. */
  filledBy: string
  signal: AbortSignal
  went: () => void
}

export class StateRelay {
  private readonly views
  #reached: Position = 0

  constructor(private readonly o: StateRelaying) {
    this.views = publishedViews(o.registry)
  }

  /** Up to where the tables show what the read models have passed. */
  get reached(): Position {
    return this.#reached
  }

  /** Publishes until the signal. @throws TakenOver, EnginesRefused with one line */
  run(signal: AbortSignal): Promise<void> {
    const topics = topicsOfTables(this.o.registry)
    return onServedStores(this.o, signal, ({ store, generation }, left) => {
      const versions = this.views.map((view) => [view.name, view.version, view.published.name, view.published.version])
      const filledBy = JSON.stringify([generation, ...versions])
      const work = (publisher: Publisher, went: () => void) =>
        this.relay({ publisher, store, filledBy, signal: left, went })
      return keepPublishing({ ...this.o, name: statePublisher, topics, signal: left, work })
    })
  }

  private async relay(relaying: Relaying): Promise<void> {
    const { publisher, store, filledBy, signal, went } = relaying
    const { bookmark } = publisher
    const last = new LastRows()
    this.#reached = bookmark?.note === filledBy ? bookmark.position : await this.fill(relaying)
    const documents = await FollowedDocuments.at(this.#reached, { ...this.o, store, views: this.views })
    for await (const step of store.progress({ name: CHECKPOINT, after: this.#reached, signal })) {
      for await (const { slots, upTo } of documents.changedBy(step)) {
        const messages = last.fresh(await messagesOfSlots(slots, store))
        // Where nothing is new it is found out once more after a restart.
        if (messages.length > 0) await publisher.publish(messages, { position: upTo, note: filledBy })
        last.published(messages)
        this.#reached = upTo
        went()
      }
    }
  }

  /** Publishes all that stand, and takes out what does not. @returns where the read models were before it */
  private async fill({ publisher, store, filledBy, signal, went }: Relaying): Promise<Position> {
    const { stream } = this.o
    const position = await store.checkpoint(CHECKPOINT)
    for (const view of this.views) {
      const gone = new Set(await stream.keysOf(topicOfView(view)))
      for await (const rows of store.scan(tableOf(view), {})) {
        if (signal.aborted) return 0
        await publisher.publish(
          rows.map((row) => rowMessage(view, row)),
          filling,
        )
        for (const { key } of rows) gone.delete(key)
        went()
      }
      await publisher.publish(
        [...gone].map((key) => removalMessage(view, key)),
        filling,
      )
    }
    await publisher.publish([], { position, note: filledBy })
    return position
  }
}
