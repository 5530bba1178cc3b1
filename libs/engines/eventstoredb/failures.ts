/** What the client's errors mean for whoever asked: by code and message, since their classes do not tell. */
import { setTimeout as delay } from 'node:timers/promises'
import { LogRefused, LogUnreachable } from '#kernel'

/** Nothing came from the server for longer than is waited for. */
export class Silence extends Error {
  constructor(waitedMs: number) {
    super(`the server has not answered for ${waitedMs} ms`)
    this.name = 'Silence'
  }
}

/** No answer came, or none that can be trusted: whether anything was done is not known. */
export interface Lost {
  lost: Error
}

const codes = { unauthenticated: 16, denied: 7, unimplemented: 12, invalid: 3 } as const

const codeOf = (error: unknown): number | undefined => {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  return typeof code === 'number' ? code : undefined
}

const typeOf = (error: unknown): unknown => (error instanceof Error && 'type' in error ? error.type : undefined)

/** A stream that nothing was appended to. */
export const isStreamNotFound = (error: unknown): boolean => typeOf(error) === 'stream-not-found'

/** A read says that there is no record at just the position that it names. */
export const isNoRecord = (error: unknown): boolean =>
  error instanceof Error &&
  (/Unexpected ReadAllResult/.test(error.message) ||
    (codeOf(error) === codes.invalid && /position/i.test(error.message)))

/** A subscription says so in words that may mean anything else as well: a read tells. */
export const mayBeNoRecord = (error: unknown): boolean =>
  isNoRecord(error) || (error instanceof Error && /Exception was thrown by handler/.test(error.message))

/** What asking again will not change, as it is to be said; undefined for everything that may pass. */
export function finalRefusal(error: unknown): LogRefused | undefined {
  if (error instanceof LogRefused) return error
  const code = codeOf(error)
  if (code === codes.unauthenticated || code === codes.denied || typeOf(error) === 'access-denied')
    return refused('refuses whom the URL names, or what is asked of it', error)
  if (code === codes.unimplemented) return refused('is none that can be used: it takes version 23.10 or later', error)
  if (typeOf(error) === 'stream-deleted') return refused('has deleted a stream that is part of the log', error)
  return undefined
}

const refused = (why: string, cause: unknown): LogRefused => new LogRefused(`The event log's server ${why}.`, { cause })

/** @param cause what was heard last */
export const unreachable = (patienceMs: number, cause: unknown): LogUnreachable =>
  new LogUnreachable(
    `The event log's server of EVENT_LOG_URL gave no good answer within ${patienceMs / 1000} s: ${
      cause instanceof Error ? cause.message || cause.name : String(cause)
    }`,
    { cause },
  )

const firstPauseMs = 25
const lastPauseMs = 1_000

/** How long to wait before the next attempt, longer each time and never in step with others. */
export class Pauses {
  #nextMs = firstPauseMs

  /** In milliseconds; longer each time. */
  next(): number {
    const ms = this.#nextMs * (0.5 + Math.random() / 2)
    this.#nextMs = Math.min(2 * this.#nextMs, lastPauseMs)
    return ms
  }

  async pause(signal: AbortSignal): Promise<void> {
    await delay(this.next(), undefined, { signal }).catch((error) => {
      if (!signal.aborted) throw error
    })
  }

  reset(): void {
    this.#nextMs = firstPauseMs
  }
}

/**
 * Asks again until there is an answer or it has been long enough; only for what may be asked twice.
 * @throws LogRefused when asking again is of no use, or was not
 */
export async function patiently<T>(patienceMs: number, ask: () => Promise<T>): Promise<T> {
  const deadline = performance.now() + patienceMs
  const pauses = new Pauses()
  for (;;) {
    try {
      return await ask()
    } catch (error) {
      const reason = error instanceof RangeError ? error : finalRefusal(error)
      if (reason) throw reason
      const pauseMs = pauses.next()
      if (performance.now() + pauseMs > deadline) throw unreachable(patienceMs, error)
      await delay(pauseMs)
    }
  }
}
