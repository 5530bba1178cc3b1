/**
 * Lets concurrent appends share one transaction and one flush. What is asked for in one turn of
 * the event loop is written together at its end; each caller hears after the commit, or not at all.
 */
import type { StatementSync } from 'node:sqlite'
import { type Appended, type LogRefused, RevisionConflict } from '#kernel'
import { type Append, Appender } from './appender.js'
import type { Connection } from './connection.js'
import { isDiskFailure, refusal } from './refusals.js'

interface Waiting extends Append {
  answer: PromiseWithResolvers<Appended>
}

/** A batch is closed when it holds so many events; a transaction holds its thread for some milliseconds at most. */
const batchEvents = 512

export class GroupCommit {
  readonly #appender: Appender
  readonly #begin: StatementSync
  readonly #commit: StatementSync
  #waiting: Waiting[] = []
  #failed: LogRefused | undefined

  /** `committed` is told after every commit that recorded something. */
  constructor(
    private readonly connection: Connection,
    private readonly committed: () => void,
  ) {
    this.#appender = new Appender(connection.db)
    this.#begin = connection.db.prepare('BEGIN IMMEDIATE')
    this.#commit = connection.db.prepare('COMMIT')
  }

  /** Whether nothing more is written until a fresh start, because a flush failed. */
  get hasFailed(): boolean {
    return this.#failed !== undefined
  }

  append(append: Append): Promise<Appended> {
    if (this.#failed) return Promise.reject(this.#failed)
    const answer = Promise.withResolvers<Appended>()
    this.#waiting.push({ ...append, answer })
    if (this.#waiting.length === 1) setImmediate(() => this.#turn())
    return answer.promise
  }

  /** Commits everything that waits. */
  drain(): void {
    while (this.#waiting.length > 0) this.#write(this.#take())
  }

  #turn(): void {
    if (this.#waiting.length > 0) this.#write(this.#take())
    if (this.#waiting.length > 0) setImmediate(() => this.#turn())
  }

  #take(): Waiting[] {
    let events = 0
    const full = this.#waiting.findIndex((append) => {
      events += append.events.length
      return events > batchEvents
    })
    return this.#waiting.splice(0, full === -1 ? this.#waiting.length : full)
  }

  #write(batch: readonly Waiting[]): void {
    let outcomes: (Appended | RevisionConflict)[]
    try {
      if (this.#failed) throw this.#failed
      this.#begin.run()
      this.#appender.begin()
      outcomes = batch.map((append) => this.#appender.apply(append))
      this.#commit.run()
    } catch (error) {
      this.#refuse(batch, error)
      return
    }
    this.committed()
    for (const [i, { answer }] of batch.entries()) settle(answer, outcomes[i])
  }

  #refuse(batch: readonly Waiting[], error: unknown): void {
    const { db, file } = this.connection
    if (db.isOpen && db.isTransaction) db.exec('ROLLBACK')
    const reason = refusal(file, error)
    // After a failed flush the system may drop our pages and report the next flush as good: only a fresh start tells.
    if (isDiskFailure(error)) this.#failed = reason
    for (const { answer } of batch) answer.reject(reason)
  }
}

function settle(answer: PromiseWithResolvers<Appended>, outcome: Appended | RevisionConflict | undefined): void {
  if (outcome instanceof RevisionConflict) answer.reject(outcome)
  else if (outcome) answer.resolve(outcome)
}
