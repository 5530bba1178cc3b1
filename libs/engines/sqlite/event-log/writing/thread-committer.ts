/** Has the file of the log written by a thread: reading and answering go on while it waits for the disk. */
import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import { LogRefused } from '#kernel'
import type { Written } from './append-thread.js'
import type { Append, Outcome } from './appender.js'
import type { Commits } from './committer.js'

/** It keeps nothing between two batches. */
const resourceLimits = { maxYoungGenerationSizeMb: 4 }

export class ThreadCommitter implements Commits {
  readonly #thread: Worker
  /** The batch that is being written: one at a time, what comes meanwhile is the next. */
  #written = Promise.withResolvers<Written>()
  #lost: LogRefused | undefined
  #isClosing = false

  constructor(private readonly file: string) {
    this.#thread = new Worker(new URL('./append-thread.js', import.meta.url), { workerData: { file }, resourceLimits })
    this.#thread.on('message', (written: Written) => this.#written.resolve(written))
    this.#thread.on('error', (error) => this.#lose(error))
    this.#thread.on('exit', () => this.#lose())
    // While nothing is written it keeps no program from ending.
    this.#thread.unref()
  }

  async commit(batch: readonly Append[]): Promise<Outcome[]> {
    if (this.#lost) throw this.#lost
    this.#written = Promise.withResolvers()
    this.#thread.ref()
    this.#thread.postMessage(batch)
    const written = await this.#written.promise
    this.#thread.unref()
    if ('error' in written) throw Object.assign(new Error(written.error.message), written.error)
    return written.outcomes
  }

  async close(): Promise<void> {
    if (this.#lost) return
    this.#isClosing = true
    const ended = once(this.#thread, 'exit')
    this.#thread.ref()
    this.#thread.postMessage('close')
    await ended
  }

  /** Whether what it was writing is written only a fresh start tells. */
  #lose(cause?: unknown): void {
    if (this.#isClosing || this.#lost) return
    const reason = `The event log ${this.file} lost the thread that writes it: ${String(cause ?? 'it ended')}. Restart.`
    this.#lost = new LogRefused(reason, { cause })
    this.#written.reject(this.#lost)
  }
}
