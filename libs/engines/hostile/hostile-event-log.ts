/**
 * An EventLog for tests that keeps every promise of the port in the least convenient way, so that
 * nothing is built on the kindness of one adapter. What it does is chosen by a seed.
 */
import { setTimeout as delay } from 'node:timers/promises'
import {
  type Appended,
  type Delivered,
  type EventLog,
  type ExpectedRevision,
  laterPosition,
  type NewEvent,
  type Position,
  type ReadAll,
  RevisionConflict,
  type StoredEvent,
  type Subscribe,
  storedPosition,
} from '#kernel'

/** Each a probability from 0 to 1. */
export interface Hostility {
  seed: number
  /** An append is recorded, but its caller hears an error. */
  lostAnswers?: number
  /** Events that were delivered before come again, ahead of a batch. */
  duplicates?: number
  /** A subscription breaks off and begins anew at an earlier place. */
  drops?: number
  /** An answer comes up to 5 ms late, behind those of later calls. */
  delays?: number
}

/** Answers to appends are lost on a connection that broke; whether they took place, only the stream tells. */
export class AnswerLost extends Error {
  constructor() {
    super('the connection broke before the answer came; read the stream to see whether the append took place')
    this.name = 'AnswerLost'
  }
}

const most = { lostAnswers: 0.05, duplicates: 0.2, drops: 0.1, delays: 0.3 }

/** Positions lie so far apart, more or less, as those of a log that counts in bytes. */
const stride = 700

/** What read models that lie beside a log ask of it. */
export interface Beside {
  eventsAt(positions: readonly Position[]): StoredEvent[]
  eventsOf(streams: readonly string[], upTo: Position): StoredEvent[]
}

export class HostileEventLog implements EventLog {
  readonly #rates: Required<Hostility>
  readonly #chance: () => number
  readonly #before: Promise<Position>
  readonly #answered = new Set<Position>()
  readonly #seed: number

  constructor(
    private readonly log: EventLog & Partial<Beside>,
    hostility: Hostility,
  ) {
    this.#rates = { ...most, ...hostility }
    this.#seed = hostility.seed
    this.#chance = seeded(hostility.seed)
    this.#before = log.head()
  }

  /** Repeats are not recognised, at no revision; answers come late or, after recording, not at all. */
  async append(stream: string, expected: ExpectedRevision, events: readonly NewEvent[]): Promise<Appended> {
    const { revision, position } = await this.#late(this.log.append(stream, expected, events))
    if (position <= (await this.#before) || this.#answered.has(position)) {
      const stored = await this.log.readStream(stream)
      throw new RevisionConflict(stream, expected, stored.at(-1)?.revision ?? 'no-stream')
    }
    this.#answered.add(position)
    if (this.#happens(this.#rates.lostAnswers)) throw new AnswerLost()
    return { revision, position: this.#spread(position) }
  }

  async readStream(stream: string): Promise<StoredEvent[]> {
    return (await this.#late(this.log.readStream(stream))).map((event) => this.#spreadOut(event))
  }

  /** For read models that lie beside it; as prompt as those demand. */
  eventsAt(positions: readonly Position[]): StoredEvent[] {
    if (!this.log.eventsAt) throw new Error('the log underneath lies beside nothing')
    const own = positions.map((position) => this.#atMost(position))
    const given = own.filter((position, at) => this.#spread(position) === positions[at])
    return this.log.eventsAt(given).map((event) => this.#spreadOut(event))
  }

  eventsOf(streams: readonly string[], upTo: Position): StoredEvent[] {
    if (!this.log.eventsOf) throw new Error('the log underneath lies beside nothing')
    return this.log.eventsOf(streams, this.#atMost(upTo)).map((event) => this.#spreadOut(event))
  }

  async readAll({ after, until, ...rest }: ReadAll): Promise<StoredEvent[]> {
    const bound = until === undefined ? {} : { until: this.#atMost(until) }
    const page = this.log.readAll({ ...rest, ...bound, after: this.#given(after) })
    return (await this.#late(page)).map((event) => this.#spreadOut(event))
  }

  async eventAt(position: Position): Promise<StoredEvent | undefined> {
    const own = this.#atMost(position)
    const event = await this.#late(this.#spread(own) === position ? this.log.eventAt(own) : undefined)
    return event && this.#spreadOut(event)
  }

  /** Delivers at least once: duplicates ahead of a batch, and after a drop. */
  async *subscribe({ after, signal, ...rest }: Subscribe): AsyncGenerator<Delivered, void, undefined> {
    let newest = this.#given(after)
    let before = newest
    let recent: StoredEvent[] = []
    while (!signal.aborted) {
      const resumed = this.#happens(0.5) ? before : newest
      for await (const { events, upTo } of this.log.subscribe({ ...rest, after: resumed, signal })) {
        yield* await this.#delivered({ events, upTo }, { events: recent, upTo: newest })
        before = events.at(-3)?.position ?? newest
        newest = laterPosition(newest, upTo)
        recent = events.slice(-3)
        if (signal.aborted || this.#happens(this.#rates.drops)) break
      }
    }
  }

  /** A batch, late, and at times after some that came before. */
  async #delivered(batch: Delivered, recent: Delivered): Promise<Delivered[]> {
    await this.#late(undefined)
    const again = recent.events.length > 0 && this.#happens(this.#rates.duplicates)
    return (again ? [recent, batch] : [batch]).map(({ events, upTo }) => ({
      events: events.map((event) => this.#spreadOut(event)),
      upTo: this.#spread(upTo),
    }))
  }

  async head(): Promise<Position> {
    return this.#spread(await this.#late(this.log.head()))
  }

  close(): Promise<void> {
    return this.log.close()
  }

  /** Positions are sparse: those of the log underneath, spread out at random. */
  #spread(own: Position): Position {
    return storedPosition(own === 0 ? 0 : own * stride + Math.floor(seeded(this.#seed ^ own)() * (stride - 100)))
  }

  #spreadOut(event: StoredEvent): StoredEvent {
    return { ...event, position: this.#spread(event.position) }
  }

  /** The last position underneath that is no later. */
  #atMost(position: Position): Position {
    const own = storedPosition(Math.floor(position / stride))
    return own > 0 && this.#spread(own) > position ? storedPosition(own - 1) : own
  }

  /** @throws RangeError for what lies between two events */
  #given(position: Position): Position {
    const own = this.#atMost(position)
    if (this.#spread(own) !== position) throw new RangeError(`this log has never given the position ${position}`)
    return own
  }

  #happens(probability: number): boolean {
    return this.#chance() < probability
  }

  async #late<T>(answer: T | Promise<T>): Promise<T> {
    const lateMs = this.#happens(this.#rates.delays) ? this.#chance() * 5 : 0
    const settled = await answer
    if (lateMs > 0) await delay(lateMs)
    return settled
  }
}

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}
