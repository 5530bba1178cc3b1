/**
 * What the stand-in of EventStoreDB keeps: streams with revisions, one order of all, and positions that are places in
 * its file. The file is one line per append, so that a kill leaves an append whole or not there at all.
 */
import { closeSync, mkdirSync, openSync, readFileSync, truncateSync, writeSync } from 'node:fs'
import { join } from 'node:path'

export interface Proposed {
  id: string
  type: string
  isJson: boolean
  data: Uint8Array
  metadata: Uint8Array
}

export interface Recorded extends Proposed {
  stream: string
  revision: number
  position: number
  createdMs: number
}

export type Expected = number | 'no_stream' | 'any' | 'stream_exists'

/** Of the last event; -1 is a stream that has none. A repeat has the position it had at first. */
export type Outcome = { revision: number; position: number | undefined } | { current: number }

type Line = [stream: string, createdMs: number, ...events: [string, string, boolean, string, string][]]

/** Where the first event stands: a real log begins with records of its own. */
const begin = 1_024
/** Between the events of one append; a line is always longer than so much for each. */
const apart = 64

export class StoredLog {
  readonly events: Recorded[] = []
  readonly #streams = new Map<string, Recorded[]>()
  readonly #at = new Map<number, number>()
  /** Where an id was seen first, which appends at any revision are held against; a restart forgets it. */
  readonly #recent = new Map<string, Recorded>()
  readonly #listeners = new Set<() => void>()
  readonly #file: number | undefined
  #end = begin

  /** @param folder of its file; it is kept in memory alone where none is given */
  constructor(folder?: string) {
    if (!folder) return
    mkdirSync(folder, { recursive: true })
    const path = join(folder, 'log.jsonl')
    this.#file = openSync(path, 'a+')
    const text = readFileSync(path)
    const whole = text.lastIndexOf(10) + 1
    if (whole < text.length) truncateSync(path, whole)
    for (let at = 0; at < whole; ) {
      const next = text.indexOf(10, at) + 1
      this.#take(JSON.parse(text.toString('utf8', at, next)) as Line, next - at)
      at = next
    }
    this.#recent.clear()
  }

  /** The index of the event at just this position. */
  indexAt(position: number): number | undefined {
    return this.#at.get(position)
  }

  /** Positions from here on are beyond the end. */
  get end(): number {
    return this.#end
  }

  stream(name: string): readonly Recorded[] | undefined {
    return this.#streams.get(name)
  }

  append(stream: string, expected: Expected, events: readonly Proposed[]): Outcome {
    const known = this.#streams.get(stream) ?? []
    const current = known.length - 1
    const earlier = typeof expected === 'number' || expected === 'no_stream' ? exact : this.#loose
    const found = earlier.call(this, { stream, known, expected, events })
    if (found) return found
    if (events.length === 0) return { revision: Math.max(0, current), position: this.#end }
    const line: Line = [
      stream,
      Date.now(),
      ...events.map(({ id, type, isJson, data, metadata }): Line[2] => [
        id,
        type,
        isJson,
        Buffer.from(data).toString(isJson ? 'utf8' : 'base64'),
        Buffer.from(metadata).toString('utf8'),
      ]),
    ]
    const text = Buffer.from(`${JSON.stringify(line)}\n`)
    if (this.#file !== undefined) writeSync(this.#file, text)
    const last = this.#take(line, text.length)
    for (const listener of this.#listeners) listener()
    return { revision: last?.revision ?? 0, position: last?.position }
  }

  /** Told after every append; returns what ends it. */
  onAppend(listener: () => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  close(): void {
    if (this.#file !== undefined) closeSync(this.#file)
  }

  /** What is known of an append at any revision: the ids, as long as this process has seen them. */
  #loose({ stream, known, expected, events }: Asked): Outcome | undefined {
    if (expected === 'stream_exists' && known.length === 0) return { current: -1 }
    const seen = events.map(({ id }) => this.#recent.get(id)).map((one) => (one?.stream === stream ? one : undefined))
    if (events.length === 0 || !seen[0]) return undefined
    const last = seen.at(-1)
    return seen.includes(undefined) || !last ? { current: known.length - 1 } : last
  }

  #take([stream, createdMs, ...events]: Line, length: number): Recorded | undefined {
    const known = this.#streams.get(stream) ?? []
    this.#streams.set(stream, known)
    for (const [nth, [id, type, isJson, data, metadata]] of events.entries()) {
      const recorded: Recorded = {
        ...{ id, type, isJson, stream, createdMs },
        data: Buffer.from(data, isJson ? 'utf8' : 'base64'),
        metadata: Buffer.from(metadata),
        revision: known.length,
        position: this.#end + nth * apart,
      }
      this.#at.set(recorded.position, this.events.push(recorded) - 1)
      known.push(recorded)
      if (!this.#recent.has(id)) this.#recent.set(id, recorded)
    }
    this.#end += length
    return known.at(-1)
  }
}

interface Asked {
  stream: string
  known: readonly Recorded[]
  expected: Expected
  events: readonly Proposed[]
}

/** An append at an exact revision is written there, was written there, or is refused. */
function exact({ known, expected, events }: Asked): Outcome | undefined {
  const after = expected === 'no_stream' ? -1 : Number(expected)
  const current = known.length - 1
  if (after === current) return undefined
  const there = known.slice(after + 1, after + 1 + events.length)
  const isRepeat = events.length > 0 && events.every(({ id }, nth) => there[nth]?.id === id)
  const last = there.at(-1)
  return after < current && isRepeat && last ? last : { current }
}
