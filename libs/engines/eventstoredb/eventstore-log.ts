/**
 * The event log on EventStoreDB: any number of processes append to it and follow it. Events lie there under their own
 * ids, in streams of their own names, as canonical JSON; positions are the server's, which are sparse.
 */
import { randomUUID } from 'node:crypto'
import {
  type Appended,
  canonicalJson,
  type Delivered,
  type ExpectedRevision,
  type FollowedLog,
  LogRefused,
  type NewEvent,
  type Position,
  type ReadAll,
  RevisionConflict,
  type StoredEvent,
  type Subscribe,
} from '#kernel'
import type { SentAppend } from './appending/append-messages.js'
import { AppendSession } from './appending/append-session.js'
import { checkedAppend } from './appending/checked.js'
import { type AppendPatience, appendSurely } from './appending/repeating.js'
import { EventStoreConnection } from './connection.js'
import { isStreamNotFound, patiently } from './failures.js'
import { eachRecord } from './reading/each-record.js'
import { followLog } from './reading/follow.js'
import { Head } from './reading/head.js'
import { eventAt, type RecordSource, recordedPage } from './reading/pages.js'
import { eventOf, StreamNames } from './reading/records.js'
import { partsOfUrl } from './url.js'

export interface OpenEventStoreLog {
  /** How long an append or a read is tried for, in milliseconds. */
  patienceMs?: number
  /** How long one answer is waited for. */
  answerMs?: number
}

const oldest = [23, 10] as const

export class EventStoreLog implements FollowedLog {
  readonly #source: RecordSource
  readonly #session: AppendSession
  readonly #head: Head
  readonly #patience: AppendPatience
  readonly #closed = new AbortController()
  readonly #appends = new Set<Promise<unknown>>()
  #closing: Promise<void> | undefined

  private constructor(
    private readonly connection: EventStoreConnection,
    private readonly names: StreamNames,
    { patienceMs = 15_000, answerMs = 4_000 }: OpenEventStoreLog,
  ) {
    this.#patience = { patienceMs, answerMs }
    this.#source = { connection, names, silentMs: answerMs }
    this.#session = new AppendSession(connection)
    this.#head = new Head(this.#source)
  }

  /**
   * @throws EnginesRefused `badSetting` for a URL the client does not take; LogRefused when no server that can be used
   * answers
   */
  static async open(url: string, options: OpenEventStoreLog = {}): Promise<EventStoreLog> {
    const { server, streamPrefix } = partsOfUrl(url)
    const log = new EventStoreLog(new EventStoreConnection(server), new StreamNames(streamPrefix), options)
    try {
      await log.#requireServer()
      return log
    } catch (error) {
      await log.close()
      throw error
    }
  }

  async #requireServer(): Promise<void> {
    const version = await patiently(this.#patience.patienceMs, () => this.connection.serverVersion())
    const [major = 0, minor = 0] = version.split('.').map(Number)
    const isTooOld = major < oldest[0] || (major === oldest[0] && minor < oldest[1])
    if (/^\d+\.\d+/.test(version) && isTooOld)
      throw new LogRefused(`The event log's server is of version ${version}: it takes ${oldest.join('.')} or later.`)
    await this.head()
  }

  async append(stream: string, expected: ExpectedRevision, events: readonly NewEvent[]): Promise<Appended> {
    this.#requireOpen()
    const append = checkedAppend(stream, expected, events)
    try {
      return await this.#append({ ...append, stream: this.names.kept(stream) })
    } catch (error) {
      throw error instanceof RevisionConflict ? new RevisionConflict(stream, expected, error.actual) : error
    }
  }

  async readStream(stream: string): Promise<StoredEvent[]> {
    return await this.#patiently(async () => {
      const events: StoredEvent[] = []
      await this.#eachOf(stream, (event) => events.push(event))
      return events
    })
  }

  async eventAt(position: Position): Promise<StoredEvent | undefined> {
    return position === 0 ? undefined : await this.#patiently(() => eventAt(this.#source, position))
  }

  async readAll(options: ReadAll): Promise<StoredEvent[]> {
    const { limit } = options
    if (!(Number.isInteger(limit) && limit >= 1 && limit <= 10_000))
      throw new RangeError(`a page has 1 to 10,000 events, not ${limit}`)
    return await this.#patiently(() => recordedPage(this.#source, options))
  }

  /** Also ends, without an error, when the log is closed. */
  subscribe(options: Subscribe): AsyncIterable<Delivered> {
    this.#requireOpen()
    const signal = AbortSignal.any([options.signal, this.#closed.signal])
    return followLog({ ...this.#source, head: () => this.#head.read() }, { ...options, signal })
  }

  notify(): void {
    // The server tells whoever subscribes by itself.
  }

  async head(): Promise<Position> {
    return await this.#patiently(() => this.#head.read())
  }

  /** Which group's log this is; undefined while it was told none. */
  async identity(): Promise<string | undefined> {
    let identity: string | undefined
    const { connection, silentMs } = this.#source
    const read = () =>
      eachRecord({
        begin: () => connection.readStream(this.names.identity),
        silentMs,
        take: ({ event }) => {
          identity = String((event?.data as { identity?: unknown })?.identity)
          return true
        },
      })
    await this.#patiently(() => read().catch(unlessNotFound))
    return identity
  }

  /**
   * Makes it the log of a group for good; whoever does so first has it.
   * @throws LogRefused when it is another group's
   */
  async adopt(identity: string): Promise<void> {
    const event = { id: randomUUID(), type: 'log.adopted', data: bytes({ identity }), metadata: bytes({}) }
    try {
      await this.#append({ stream: this.names.identity, expected: 'no-stream', events: [event] })
    } catch (error) {
      if (!(error instanceof RevisionConflict)) throw error
      if ((await this.identity()) !== identity)
        throw new LogRefused('The event log of EVENT_LOG_URL is that of another group: name the one that belongs here.')
    }
  }

  /** Waits for what is being appended. */
  close(): Promise<void> {
    this.#closing ??= this.#close()
    return this.#closing
  }

  async #close(): Promise<void> {
    this.#closed.abort()
    await Promise.allSettled(this.#appends)
    await this.connection.close()
  }

  async #append(append: SentAppend): Promise<Appended> {
    this.#requireOpen()
    const appended = appendSurely(this.#session, append, this.#patience)
    this.#appends.add(appended)
    try {
      return await appended
    } finally {
      this.#appends.delete(appended)
    }
  }

  async #eachOf(stream: string, take: (event: StoredEvent) => void): Promise<void> {
    const { connection, names, silentMs } = this.#source
    await eachRecord({
      begin: () => connection.readStream(names.kept(stream)),
      silentMs,
      take: (record) => {
        const event = eventOf(record, names)
        if (event) take(event)
        return false
      },
    }).catch(unlessNotFound)
  }

  async #patiently<T>(ask: () => Promise<T>): Promise<T> {
    this.#requireOpen()
    return await patiently(this.#patience.patienceMs, ask)
  }

  #requireOpen(): void {
    if (this.#closing) throw new LogRefused('The event log is closed.')
  }
}

const bytes = (value: object): Uint8Array => Buffer.from(canonicalJson(value))

/** A stream that is not there has no events. */
function unlessNotFound(error: unknown): void {
  if (!isStreamNotFound(error)) throw error
}
