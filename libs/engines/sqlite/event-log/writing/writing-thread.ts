/** Has the files of logs written by a thread: reading and answering go on while it waits for the disk. */
import { Worker } from 'node:worker_threads'
import { LogRefused } from '#kernel'
import type { ForFile, Written } from './append-thread.js'
import type { Append, Outcome } from './appender.js'
import type { Commits } from './committer.js'

/**
 * Waking a thread, flushing and projecting cost about as much for several events as for one: what many record
 * goes together, and whoever records alone hardly notices.
 */
const leastPauseMs = 2
/** It keeps nothing between two batches. */
const resourceLimits = { maxYoungGenerationSizeMb: 4 }

/** One for all logs of a program: it begins with the first of them and ends with the last. */
export class WritingThread {
  #thread: Worker | undefined
  /** By file, what is asked and not answered: one thing at a time. */
  readonly #asked = new Map<string, PromiseWithResolvers<Written>>()
  readonly #files = new Set<string>()
  #lost: Error | undefined

  /** @param entry what the thread runs */
  constructor(private readonly entry = new URL('./append-thread.js', import.meta.url)) {}

  /** Whoever holds the file has it written here. */
  committerOf(file: string): Commits {
    this.#files.add(file)
    this.#thread ??= this.#begun()
    return { leastPauseMs, commit: (batch) => this.#commit(file, batch), close: () => this.#close(file) }
  }

  #begun(): Worker {
    const thread = new Worker(this.entry, { resourceLimits })
    thread.on('message', (written: Written) => {
      this.#asked.get(written.file)?.resolve(written)
      this.#settled(written.file)
    })
    thread.on('error', (error) => this.#lose(error))
    thread.on('exit', () => this.#lose(new Error('it ended')))
    // While nothing is written it keeps no program from ending.
    thread.unref()
    return thread
  }

  async #commit(file: string, batch: readonly Append[]): Promise<Outcome[]> {
    const written = await this.#ask({ file, batch })
    if ('error' in written) throw Object.assign(new Error(written.error.message), written.error)
    return 'outcomes' in written ? written.outcomes : []
  }

  async #close(file: string): Promise<void> {
    if (!this.#lost) await this.#ask({ file, ends: true })
    this.#files.delete(file)
    if (this.#files.size === 0) await this.#thread?.terminate()
  }

  #ask(asked: ForFile): Promise<Written> {
    const answer = Promise.withResolvers<Written>()
    if (this.#lost) return Promise.reject(lost(asked.file, this.#lost))
    this.#asked.set(asked.file, answer)
    this.#thread?.ref()
    this.#thread?.postMessage(asked)
    return answer.promise
  }

  #settled(file: string): void {
    this.#asked.delete(file)
    if (this.#asked.size === 0) this.#thread?.unref()
  }

  /** Whether what it was writing is written only a fresh start tells. */
  #lose(reason: Error): void {
    this.#lost ??= reason
    for (const [file, asked] of this.#asked) asked.reject(lost(file, this.#lost))
    this.#asked.clear()
  }
}

const lost = (file: string, cause: Error): LogRefused =>
  new LogRefused(`The event log ${file} lost the thread that writes it: ${cause.message}. Restart.`, { cause })
