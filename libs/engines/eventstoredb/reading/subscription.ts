/** One subscription of the server: what has come by it and was not taken yet, and how far that reaches. */
import { laterPosition, type Position, type StoredEvent } from '#kernel'
import type { Following, ServerRecord } from '../connection.js'
import { Silence } from '../failures.js'
import { letGo } from './each-record.js'
import { eventOf, positionOf, type StreamNames } from './records.js'

/** So many events are held for whoever takes them; where more come, the server is let wait, or ends the subscription. */
const most = 4_000

export interface Subscribed {
  /** @param passed is told that a search goes on */
  begin: (passed: () => void) => Following
  after: Position
  names: StreamNames
  /** Those of other streams are passed over; all are taken where it is undefined. */
  prefixes: readonly string[] | undefined
  /** Whether it ends when it has caught up. */
  onlyCatchesUp: boolean
}

export class Subscription {
  #events: StoredEvent[] = []
  #reached: Position
  #told: Position
  #heard = false
  #caughtUp = false
  #failed: unknown
  #wake: () => void = () => undefined
  readonly #call: Following

  constructor(private readonly o: Subscribed) {
    this.#reached = o.after
    this.#told = o.after
    this.#call = o.begin(() => this.#note(() => undefined))
    this.#call.on('data', (record) => this.#note(() => this.#take(record)))
    this.#call.on('caughtUp', () => this.#note(() => this.#catchUp()))
    // Also for what is said when it was let go of, which would end the process.
    this.#call.on('error', (error) => this.fail(error))
    this.#call.on('end', () => this.fail(new Error('the server ended the subscription')))
    this.#call.on('close', () => this.fail(new Error('the subscription was closed')))
  }

  /** Everything up to here has come. */
  get reached(): Position {
    return this.#reached
  }

  /** Whether anything was heard since this was asked last, or it waits for whoever takes. */
  heard(): boolean {
    const heard = this.#heard || this.#call.isPaused()
    this.#heard = false
    return heard
  }

  /** The next events, at most so many; none where only the place they reach to has moved on; undefined when nothing has. */
  next(count: number): { events: StoredEvent[]; upTo: Position } | undefined {
    const events = this.#events.length > count ? this.#events.splice(0, count) : this.#events
    if (events === this.#events) this.#events = []
    const upTo = this.#events.length > 0 ? (events.at(-1)?.position ?? this.#told) : this.#reached
    if (this.#call.isPaused() && this.#events.length < most / 2) this.#call.resume()
    if (events.length === 0 && upTo <= this.#told) return undefined
    this.#told = upTo
    return { events, upTo }
  }

  /** Whether all has been taken of one that only catches up. @throws what ended it */
  isOver(): boolean {
    if (this.o.onlyCatchesUp && this.#caughtUp && this.#call.readableLength === 0) return this.#events.length === 0
    if (this.#failed !== undefined) throw this.#failed
    return false
  }

  /** Resolves when something has come, or it has ended. */
  more(): Promise<void> {
    return new Promise((resolve) => {
      this.#wake = resolve
    })
  }

  fail(error: unknown): void {
    this.#failed ??= error ?? new Silence(0)
    this.#wake()
  }

  wake(): void {
    this.#wake()
  }

  end(): void {
    this.#failed ??= new Error('it was let go of')
    letGo(this.#call)
  }

  #note(work: () => void): void {
    if (this.#failed !== undefined) return
    this.#heard = true
    try {
      work()
    } catch (error) {
      this.#failed = error
    }
    this.#wake()
  }

  #take(record: ServerRecord): void {
    const { prefixes, names } = this.o
    const stream = record.event && names.given(record.event.streamId)
    // Of the server's own records nobody is told: no head is there.
    if (stream === undefined) return
    const isWanted = prefixes === undefined || prefixes.some((prefix) => stream.startsWith(prefix))
    const event = isWanted ? eventOf(record, names) : undefined
    if (event) this.#events.push(event)
    this.#reached = laterPosition(this.#reached, positionOf(record))
    if (this.#events.length >= most) this.#call.pause()
  }

  #catchUp(): void {
    this.#caughtUp = true
    // Records that were sent before may still be on their way out of the client.
    setImmediate(() => this.#wake())
  }
}
