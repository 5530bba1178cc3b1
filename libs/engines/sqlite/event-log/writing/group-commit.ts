/**
 * Lets concurrent appends share one transaction and one flush. What is asked for in one turn of the event
 * loop, and while others are written, is written together; each caller hears after the commit, or not at all.
 */
import { setTimeout as delay, setImmediate as nextTurn } from 'node:timers/promises'
import { type Appended, LogRefused } from '#kernel'
import { isDiskFailure, refusal } from '../refusals.js'
import type { Append } from './appender.js'
import type { Commits } from './committer.js'
import { settleAppend, type WaitingAppend } from './waiting-append.js'

/** A batch is closed when it holds so many events; a transaction holds its thread for some milliseconds at most. */
const batchEvents = 512

export class GroupCommit {
  #waiting: WaitingAppend[] = []
  /** Ends when nothing waits. */
  #writing: Promise<void> | undefined
  #failed: LogRefused | undefined
  /** When the last batch was begun. */
  #begunMs = Number.NEGATIVE_INFINITY

  /** @param committed told after every commit that recorded something */
  constructor(
    private readonly file: string,
    private readonly commits: Commits,
    private readonly committed: () => void,
  ) {}

  /** Whether nothing more is written until a fresh start, because a flush failed. */
  get hasFailed(): boolean {
    return this.#failed !== undefined
  }

  append(append: Append): Promise<Appended> {
    if (this.#failed) return Promise.reject(this.#failed)
    const answer = Promise.withResolvers<Appended>()
    this.#waiting.push({ ...append, answer })
    this.#writing ??= this.#writeAll()
    return answer.promise
  }

  /** Commits everything that waits, and ends. */
  async close(): Promise<void> {
    await this.#writing
    await this.commits.close?.()
  }

  async #writeAll(): Promise<void> {
    while (this.#waiting.length > 0) {
      await this.#pause()
      await this.#write(this.#take())
    }
    this.#writing = undefined
  }

  async #pause(): Promise<void> {
    const { leastPauseMs = 0 } = this.commits
    const waitMs = this.#begunMs + leastPauseMs - performance.now()
    await (waitMs > 0 ? delay(waitMs) : nextTurn())
    this.#begunMs = performance.now()
  }

  #take(): WaitingAppend[] {
    let events = 0
    const full = this.#waiting.findIndex((append) => {
      events += append.events.length
      return events > batchEvents
    })
    return this.#waiting.splice(0, full === -1 ? this.#waiting.length : full)
  }

  async #write(batch: readonly WaitingAppend[]): Promise<void> {
    try {
      if (this.#failed) throw this.#failed
      const outcomes = await this.commits.commit(batch.map(({ answer: _, ...append }) => append))
      this.committed()
      for (const [at, append] of batch.entries()) settleAppend(append, outcomes[at])
    } catch (error) {
      const reason = refusal(this.file, error)
      // After a failed flush the system may drop our pages and report the next flush as good: only a fresh start tells.
      if (isDiskFailure(error) || error instanceof LogRefused) this.#failed = reason
      for (const { answer } of batch) answer.reject(reason)
    }
  }
}
