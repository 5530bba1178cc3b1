/** Writes appends to the file of the log: many in one transaction and one flush, all of them or none. */
import type { DatabaseSync, StatementSync } from 'node:sqlite'
import { type Append, Appender, type Outcome } from './appender.js'

/** Whoever writes the file, on whatever thread. */
export interface Commits {
  /** From the beginning of one batch to that of the next, in milliseconds; none where absent. */
  readonly leastPauseMs?: number
  /** What each append comes to, once it is durable. @throws what SQLite says, when nothing was written; LogRefused when that cannot be told */
  commit(batch: readonly Append[]): Outcome[] | Promise<Outcome[]>
  close?(): Promise<void>
}

export class Committer implements Commits {
  readonly #appender: Appender
  readonly #begin: StatementSync
  readonly #commit: StatementSync

  constructor(private readonly db: DatabaseSync) {
    this.#appender = new Appender(db)
    this.#begin = db.prepare('BEGIN IMMEDIATE')
    this.#commit = db.prepare('COMMIT')
  }

  commit(batch: readonly Append[]): Outcome[] {
    try {
      this.#begin.run()
      this.#appender.begin()
      const outcomes = batch.map((append) => this.#appender.apply(append))
      this.#commit.run()
      return outcomes
    } catch (error) {
      if (this.db.isOpen && this.db.isTransaction) this.db.exec('ROLLBACK')
      throw error
    }
  }
}
