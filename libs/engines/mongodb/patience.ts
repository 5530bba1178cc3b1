/**
 * Waits for a server that is away, or of whose members another becomes the primary, and asks it again: none of that is
 * anybody's to mend by hand here.
 */
import { setTimeout as delay } from 'node:timers/promises'
import {
  MongoClientClosedError,
  MongoError,
  MongoNetworkError,
  MongoNotConnectedError,
  MongoServerSelectionError,
  MongoTopologyClosedError,
} from 'mongodb'
import { ReadStoreRefused } from '#kernel'

/** By which servers and the driver say that the same may be tried again. */
const labels = ['TransientTransactionError', 'RetryableWriteError', 'UnknownTransactionCommitResult', 'RetryableError']
/** A member that is no primary any more, shuts down, has not caught up with who asks, or gave a transaction or its snapshot up. */
const codes = new Set<unknown>([91, 189, 10107, 11600, 11602, 13435, 13436, 10058, 239, 246, 251])

/** The driver has lost sight of every server that it was told of, and looks for none any more. */
function isLost(error: unknown): boolean {
  if (error instanceof MongoServerSelectionError)
    return error.reason !== undefined && 'servers' in error.reason && error.reason.servers.size === 0
  return [MongoClientClosedError, MongoNotConnectedError, MongoTopologyClosedError].some((of) => error instanceof of)
}

/** Whether an error passes by itself. */
export function isPassing(error: unknown): boolean {
  if (isLost(error) || error instanceof MongoServerSelectionError || error instanceof MongoNetworkError) return true
  return error instanceof MongoError && (codes.has(error.code) || labels.some((label) => error.hasErrorLabel(label)))
}

/** What is said of work that is not done again: of a server that is away as elsewhere, of anything else as it is. */
export const unrepeated = (error: unknown): unknown => (isPassing(error) ? unanswered(error) : error)

/** Whoever asked is told so, and may ask again. */
const unanswered = (cause: unknown): ReadStoreRefused =>
  new ReadStoreRefused('the server of the read models, or of the keys, gives no answer', { cause })

const usualMs = 30_000
const firstPauseMs = 50
const lastPauseMs = 2_000

export class Patience {
  private readonly ending = new AbortController()
  private reviving: Promise<void> | undefined

  /**
   * @param revive has the driver begin again with the servers of its URL
   * @param mostMs how long a server is waited for
   */
  constructor(
    private readonly revive: () => Promise<unknown>,
    private mostMs = usualMs,
  ) {}

  /** From here on however long it takes: whoever asks has nothing else to do, as one that writes what it follows. */
  lastForEver(): void {
    this.mostMs = Number.POSITIVE_INFINITY
  }

  /** However long it takes: of who has nothing else to do. */
  endlessly<T>(work: () => Promise<T>): Promise<T> {
    return this.asking(work, () => true, Number.POSITIVE_INFINITY)
  }

  /** Nobody waits any more. */
  end(): void {
    this.ending.abort()
  }

  /**
   * @param work done again where its error passes
   * @param mayRepeat asked before that
   * @param atLeastMs how long the server is waited for, where that is longer than usual
   * @throws ReadStoreRefused where it may not be done again, or has not passed in time
   */
  async asking<T>(work: () => Promise<T>, mayRepeat = () => true, atLeastMs = 0): Promise<T> {
    const since = performance.now()
    for (let pauseMs = firstPauseMs; ; pauseMs = Math.min(2 * pauseMs, lastPauseMs)) {
      try {
        return await work()
      } catch (error) {
        if (!isPassing(error)) throw error
        const isOver = this.ending.signal.aborted || performance.now() - since > Math.max(this.mostMs, atLeastMs)
        if (isOver || !mayRepeat()) throw unanswered(error)
        if (isLost(error)) await this.revived()
      }
      await this.pause(pauseMs)
    }
  }

  /** For all who ask, once. */
  private async revived(): Promise<void> {
    const ended = () => {
      this.reviving = undefined
    }
    // Where no server is there yet, the next attempt says so.
    this.reviving ??= this.revive().then(ended, ended)
    await this.reviving
  }

  /** Ends early where nobody waits any more. */
  async pause(ms: number): Promise<void> {
    const { signal } = this.ending
    try {
      await delay(ms, undefined, { signal })
    } catch (error) {
      if (!signal.aborted) throw error
    }
  }
}
