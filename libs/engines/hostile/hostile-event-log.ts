/**
 * An EventLog for tests that keeps every promise of the port in the least convenient way, so that
 * nothing is built on the kindness of one adapter. What it does is chosen by a seed.
 */
import { setTimeout as delay } from 'node:timers/promises'
import {
  type Appended,
  type EventLog,
  type ExpectedRevision,
  type NewEvent,
  type Position,
  type ReadAll,
  RevisionConflict,
  type StoredEvent,
  type Subscribe,
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

/** Positions are sparse: those of the log underneath, spread out. */
const spread = (position: Position): Position => (position === 0 ? 0 : position * 7 + 3)
const narrow = (position: Position): Position => Math.max(0, Math.floor((position - 3) / 7))

export class HostileEventLog implements EventLog {
  readonly #rates: Required<Hostility>
  readonly #chance: () => number
  readonly #before: Promise<Position>
  readonly #answered = new Set<Position>()

  constructor(
    private readonly log: EventLog,
    hostility: Hostility,
  ) {
    this.#rates = { ...most, ...hostility }
    this.#chance = seeded(hostility.seed)
    this.#before = log.head()
  }

  /** Repeats are not recognised, at no revision; answers come late or, after recording, not at all. */
  async append(stream: string, expected: ExpectedRevision, events: readonly NewEvent[]): Promise<Appended> {
    const { revision, positions } = await this.#late(this.log.append(stream, expected, events))
    const first = positions[0] ?? 0
    if (first <= (await this.#before) || this.#answered.has(first)) {
      const stored = await this.log.readStream(stream)
      throw new RevisionConflict(stream, expected, stored.at(-1)?.revision ?? 'no-stream')
    }
    this.#answered.add(first)
    if (this.#happens(this.#rates.lostAnswers)) throw new AnswerLost()
    return { revision, positions: positions.map(spread) }
  }

  async readStream(stream: string): Promise<StoredEvent[]> {
    return (await this.#late(this.log.readStream(stream))).map(spreadOut)
  }

  async readAll({ after, until, ...rest }: ReadAll): Promise<StoredEvent[]> {
    const bound = until === undefined ? {} : { until: narrow(until) }
    const page = this.log.readAll({ ...rest, ...bound, after: narrow(after) })
    return (await this.#late(page)).map(spreadOut)
  }

  /** Delivers at least once: duplicates ahead of a batch, and after a drop. */
  async *subscribe({ after, signal, ...rest }: Subscribe): AsyncGenerator<StoredEvent[], void, undefined> {
    let newest = narrow(after)
    let recent: StoredEvent[] = []
    while (!signal.aborted) {
      const resumed = recent.length > 0 && this.#happens(0.5) ? (recent[0]?.position ?? newest) - 1 : newest
      for await (const batch of this.log.subscribe({ ...rest, after: resumed, signal })) {
        yield* await this.#delivered(batch, recent)
        newest = Math.max(newest, batch.at(-1)?.position ?? 0)
        recent = batch.slice(-3)
        if (signal.aborted || this.#happens(this.#rates.drops)) break
      }
    }
  }

  /** A batch, late, and at times after some that came before. */
  async #delivered(batch: StoredEvent[], recent: StoredEvent[]): Promise<StoredEvent[][]> {
    await this.#late(undefined)
    const again = recent.length > 0 && this.#happens(this.#rates.duplicates)
    return (again ? [recent, batch] : [batch]).map((events) => events.map(spreadOut))
  }

  async head(): Promise<Position> {
    return spread(await this.#late(this.log.head()))
  }

  async positionAt(instant: string): Promise<Position> {
    return spread(await this.#late(this.log.positionAt(instant)))
  }

  close(): Promise<void> {
    return this.log.close()
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

function spreadOut(event: StoredEvent): StoredEvent {
  return { ...event, position: spread(event.position) }
}

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}
