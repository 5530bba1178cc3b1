/**
 * Appends of whoever records beside the one that writes: made ready where they are decided, handed over many at
 * once, and written there like any others.
 */
import type { Appended, ExpectedRevision } from '#kernel'
import type { Append, EncodedEvent, Outcome } from './appender.js'
import { settleAppend, type WaitingAppend } from './waiting-append.js'

/** Appends made ready, as columns: they cross to another thread in few pieces. */
export interface HandedAppends {
  streams: string[]
  expected: ExpectedRevision[]
  /** How many of the events are each append's. */
  counts: number[]
  ids: string[]
  types: string[]
  data: string[]
  metadata: string[]
}

/** Takes appends and answers each once it is durable. @throws LogRefused when the log takes none */
export type HandOver = (appends: HandedAppends) => Promise<Outcome[]>

/** Appends handed over in one piece: whoever writes is kept by them for some milliseconds at most. */
const mostAtOnce = 256

/** Gathers the appends of one turn, so that they are handed over together. */
export class HandedOver {
  #waiting: WaitingAppend[] = []
  #underWay: Promise<unknown> = Promise.resolve()

  constructor(private readonly handOver: HandOver) {}

  append(append: Append): Promise<Appended> {
    const answer = Promise.withResolvers<Appended>()
    this.#waiting.push({ ...append, answer })
    if (this.#waiting.length === 1) setImmediate(() => this.#turn())
    return answer.promise
  }

  /** Resolves once everything that was asked for is answered. */
  async close(): Promise<void> {
    this.#turn()
    await this.#underWay
  }

  #turn(): void {
    while (this.#waiting.length > 0) {
      const batch = this.#waiting.splice(0, mostAtOnce)
      this.#underWay = Promise.all([this.#underWay, this.#settle(batch)])
    }
  }

  async #settle(batch: readonly WaitingAppend[]): Promise<void> {
    try {
      const answers = await this.handOver(columnsOf(batch))
      for (const [at, append] of batch.entries()) settleAppend(append, answers[at])
    } catch (error) {
      for (const { answer } of batch) answer.reject(error)
    }
  }
}

function columnsOf(appends: readonly Append[]): HandedAppends {
  const columns: HandedAppends = { streams: [], expected: [], counts: [], ids: [], types: [], data: [], metadata: [] }
  for (const { stream, expected, events } of appends) {
    columns.streams.push(stream)
    columns.expected.push(expected)
    columns.counts.push(events.length)
    for (const { id, type, data, metadata } of events) {
      columns.ids.push(id)
      columns.types.push(type)
      columns.data.push(data)
      columns.metadata.push(metadata)
    }
  }
  return columns
}

/** The appends as the one that writes takes them: recorded at the moment at which it does. */
export function handedAppends(columns: HandedAppends, recordedAt: string): Append[] {
  const recordedAtMs = Date.parse(recordedAt)
  let next = 0
  const event = (): EncodedEvent => {
    const at = next++
    const metadata = restamped(columns.metadata[at] as string, recordedAt)
    const { ids, types, data } = columns
    return { id: ids[at] as string, type: types[at] as string, data: data[at] as string, metadata, recordedAtMs }
  }
  return columns.streams.map((stream, at) => ({
    stream,
    expected: columns.expected[at] as ExpectedRevision,
    events: Array.from({ length: columns.counts[at] as number }, event),
  }))
}

const stamp = '"recordedAt":"'

/** In canonical JSON a quote inside a text is escaped, so that only the member's own name looks like this. */
function restamped(metadata: string, recordedAt: string): string {
  const from = metadata.indexOf(stamp) + stamp.length
  return metadata.slice(0, from) + recordedAt + metadata.slice(metadata.indexOf('"', from))
}
