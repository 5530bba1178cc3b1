/**
 * A log inside another that holds more: streams of one beginning, after the place where the other ended. By it suites
 * that begin with an empty log run against a server that is not, and that nobody has to clear for them.
 */
import {
  type Appended,
  type Delivered,
  type EventLog,
  type ExpectedRevision,
  type NewEvent,
  type Position,
  type ReadAll,
  RevisionConflict,
  type StoredEvent,
  type Subscribe,
} from '#kernel'
import type { Condition } from '#test/lanes/describe-when.js'

/** For suites that are left out without a server. */
export const hasEventStore: Condition = {
  holds: Boolean(process.env.EVENTSTORE_TEST_URL),
  otherwise: 'no EventStoreDB server: set EVENTSTORE_TEST_URL, as in esdb://127.0.0.1:2113?tls=false',
}

const page = 1_000

export class LogWithin implements EventLog {
  readonly #prefix = `run${crypto.randomUUID().slice(0, 8)}-`

  private constructor(
    private readonly log: EventLog,
    private readonly begin: Position,
  ) {}

  static async in(log: EventLog): Promise<LogWithin> {
    return new LogWithin(log, await log.head())
  }

  async append(stream: string, expected: ExpectedRevision, events: readonly NewEvent[]): Promise<Appended> {
    try {
      return await this.log.append(this.#prefix + stream, expected, events)
    } catch (error) {
      throw error instanceof RevisionConflict ? new RevisionConflict(stream, expected, error.actual) : error
    }
  }

  async readStream(stream: string): Promise<StoredEvent[]> {
    return (await this.log.readStream(this.#prefix + stream)).map((event) => this.#own(event))
  }

  async eventAt(position: Position): Promise<StoredEvent | undefined> {
    const event = await this.log.eventAt(position)
    return event?.stream.startsWith(this.#prefix) ? this.#own(event) : undefined
  }

  async readAll(options: ReadAll): Promise<StoredEvent[]> {
    return (await this.log.readAll({ ...options, ...this.#within(options) })).map((event) => this.#own(event))
  }

  async *subscribe(options: Subscribe): AsyncGenerator<Delivered, void, undefined> {
    for await (const { events, upTo } of this.log.subscribe({ ...options, ...this.#within(options) })) {
      if (events.length > 0 || options.prefixes) yield { events: events.map((event) => this.#own(event)), upTo }
    }
  }

  async head(): Promise<Position> {
    let last: Position = 0
    for (;;) {
      const events = await this.readAll({ after: last, limit: page })
      last = events.at(-1)?.position ?? last
      if (events.length < page) return last
    }
  }

  close(): Promise<void> {
    return this.log.close()
  }

  #within({ after, prefixes }: Pick<ReadAll, 'after' | 'prefixes'>): { after: Position; prefixes: string[] } {
    const own = (prefixes ?? ['']).map((prefix) => this.#prefix + prefix)
    return { after: after === 0 ? this.begin : after, prefixes: own }
  }

  #own(event: StoredEvent): StoredEvent {
    return { ...event, stream: event.stream.slice(this.#prefix.length) }
  }
}
