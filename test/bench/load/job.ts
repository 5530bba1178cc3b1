/** What the load generator is told to do, and what it tells of it; plain values, for they cross processes. */
import type { Request } from './connection.js'

export interface Job {
  url: string
  tokens: readonly string[]
  /** Asked in turn, each with the next token; writes get a key of their own. */
  requests: readonly Omit<Request, 'token' | 'key'>[]
  connections: number
  /** Requests per second over all connections; as many as they can when absent. */
  perSecond?: number
  durationMs: number
  /** After each write, reads this path until it shows the write: `:customer` is that of the write. */
  untilVisibleIn?: string
  /** Where that is read, unless it is where it is written; tokens belong to the same members. */
  readsAt?: { url: string; tokens: readonly string[] }
}

export interface Outcome {
  answered: number
  /** Answers that were no success, by status. */
  refused: Record<string, number>
  seconds: number
  /** Of each request; with `untilVisibleIn`, from the answer to a write until it was visible. In order of size. */
  latenciesMs: number[]
  /** The highest position that was answered. */
  position: number
}

/** The value below which so many of every hundred lie. */
export function percentile(sorted: readonly number[], percent: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor((sorted.length * percent) / 100))] ?? Number.NaN
}
