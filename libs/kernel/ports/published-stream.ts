/**
 * The port to what others read of us: topics of messages, in order per key. Whoever publishes keeps how far it is in
 * the same transaction as the messages, so that whatever happens to it nothing is there twice and nothing is missing.
 * Of all who publish under one name the last to take over is the one who does; the others cannot any more.
 */
import type { Position } from '../events/position.js'

export interface StreamMessage {
  /** As declared. */
  topic: string
  /** Messages of one key stay in order. No personal value: a key is never erased. */
  key: string
  /** Null takes the key out of a table. */
  value: string | null
  headers?: Readonly<Record<string, string>>
}

export interface TopicSpec {
  /** Lower case, digits, `-` and `.`; an engine puts the prefix of the installation in front. */
  name: string
  /** A table keeps the last message of each key, for ever; else every message is kept for ever. */
  isTable: boolean
}

/** How far publishing has come. */
export interface Bookmark {
  position: Position
  /** What else whoever goes on must know: at most 10,000 characters. */
  note: string
}

/** Where it is not to be reached, or does not answer in time, everything throws PublishingFailed: try again. */
export interface PublishedStream {
  /**
   * Creates the topics that are missing.
   * @throws EnginesRefused with one line when one is there that forgets, or is partitioned in another way
   */
  declare(topics: readonly TopicSpec[]): Promise<void>
  /**
   * From when this resolves on nobody who took over before publishes under that name, also one who was held up, and
   * what it had begun is not there. What others have published is in the bookmark.
   * @param name of the work, lower case
   */
  takeOver(name: string): Promise<Publisher>
  /** Keys of a table that have a value, of all that was published under names that were taken over since. */
  keysOf(table: string): Promise<ReadonlySet<string>>
  close(): Promise<void>
}

export interface Publisher {
  /** Up to where has been published under this name; undefined while nothing has. */
  readonly bookmark: Bookmark | undefined
  /**
   * Publishes the messages in this order, and the bookmark, together or not at all; resolves once that is durable.
   * One at a time. After an error this publisher publishes nothing more: take over again, and go on from its bookmark.
   * @throws PublishingFailed: whether it is there is not known
   * @throws TakenOver: it is not there
   */
  publish(messages: readonly StreamMessage[], bookmark: Bookmark): Promise<void>
  close(): Promise<void>
}

/** Nobody knows whether it was published: whoever takes over learns it from the bookmark. */
export class PublishingFailed extends Error {
  constructor(reason: string, options?: ErrorOptions) {
    super(reason, options)
    this.name = 'PublishingFailed'
  }
}

/** Another publishes under this name by now. */
export class TakenOver extends Error {
  constructor(name: string) {
    super(`another has taken over publishing ${name}`)
    this.name = 'TakenOver'
  }
}
