/** Starts the threads that work on a data folder: the projector, which writes the read models, and the query service. */
import { setFlagsFromString } from 'node:v8'
import { Worker } from 'node:worker_threads'
import { ended, progressLines, serve, ThreadCaller } from '#operations/workers'
import type { Verification } from '#projections'
import type { ImportThreadStart } from './import-thread.js'
import type { PlaintextThreadStart } from './plaintext-thread.js'
import type { ProjectorThreadStart } from './projector-thread.js'
import type { QueryThreadStart } from './query-thread.js'
import type { VerifyThreadStart } from './verify-thread.js'

export interface EngineListeners {
  /** A calm line for the terminal. */
  onStep: (line: string) => void
  /** A thread ended by itself; the program cannot go on. */
  onFailure: (error: Error) => void
  /** Told of what stopped a process that nobody waits for. */
  onProcessFailure?: (error: Error) => void
  /** Told of what stopped an import; its own stream says so as well. */
  onImportStopped?: (error: Error) => void
}

export interface Thread {
  worker: Worker
  calls: ThreadCaller
  /** Whether it was told to end: the end of any other is a failure, however it ended. */
  isEnding?: boolean
}

/**
 * Room in which a thread makes what it soon drops. Where it is small, much outlives it that was not to be kept,
 * and is looked through again and again; where it is large, the program needs more memory.
 */
const writing = { maxYoungGenerationSizeMb: 24 }
const asking = { maxYoungGenerationSizeMb: 24 }
const importing = { maxYoungGenerationSizeMb: 12 }

/** Before the first of them begins: the bound that the program is started with is the main thread's, and would hold for all. */
export const giveThreadsBoundsOfTheirOwn = (): void => setFlagsFromString('--max-semi-space-size=0')

const threadFile = (name: string): URL => new URL(`./${name}.js`, import.meta.url)

/** Resolves once the projector follows the log. */
export async function startProjector(start: ProjectorThreadStart, listeners: EngineListeners): Promise<Thread> {
  const report = progressLines(listeners.onStep)
  const worker = new Worker(threadFile('projector-thread'), { workerData: start, resourceLimits: writing })
  const thread = { worker, calls: new ThreadCaller(worker) }
  await new Promise<void>((resolve, reject) => {
    const referencesAnew = (reason: string) =>
      listeners.onStep(`references are read anew from the log, as those that were kept do not fit: ${reason}`)
    serve(worker, { opened: resolve, rebuilding: report, referencesAnew })
    void ended(worker).then((error) => reject(error ?? new Error('the projector ended before it had begun')))
  })
  return thread
}

/**
 * @param served what the thread may have done here
 * @param onEnd told when it has ended by itself
 */
export async function startImports(
  start: ImportThreadStart,
  served: object,
  onEnd: (error: Error) => void,
): Promise<Thread> {
  const worker = new Worker(threadFile('import-thread'), { workerData: start, resourceLimits: importing })
  const thread = { worker, calls: new ThreadCaller(worker) }
  await new Promise<void>((resolve, reject) => {
    serve(worker, { ...served, opened: resolve })
    void ended(worker).then((error) => reject(error ?? new Error('the thread of imports ended before it had begun')))
    watchEnd(thread, 'imports', onEnd)
  })
  return thread
}

export const startQueries = (start: QueryThreadStart): Promise<Thread> =>
  begun(new Worker(threadFile('query-thread'), { workerData: start, resourceLimits: asking }), 'the query service')

/** Resolves once the plaintext is where the read models are. */
export const startPlaintext = (start: PlaintextThreadStart): Promise<Thread> =>
  begun(new Worker(threadFile('plaintext-thread'), { workerData: start, resourceLimits: writing }), 'the plaintext')

async function begun(worker: Worker, name: string): Promise<Thread> {
  const thread = { worker, calls: new ThreadCaller(worker) }
  await new Promise<void>((resolve, reject) => {
    serve(worker, { opened: resolve })
    void ended(worker).then((error) => reject(error ?? new Error(`${name} ended before it had begun`)))
  })
  return thread
}

/** Compares the read models with a clean fold, on a thread that ends with it. */
export async function runVerification(start: VerifyThreadStart): Promise<Verification> {
  const worker = new Worker(threadFile('verify-thread'), { workerData: start, resourceLimits: writing })
  const calls = new ThreadCaller(worker)
  void ended(worker).then((error) => calls.end(error ?? new Error('the verification ended early')))
  try {
    return await calls.call<Verification>('verify')
  } finally {
    await worker.terminate()
  }
}

/** Rejects what waits for the thread once it has ended, and tells of an end that nobody asked for. */
export function watchEnd(thread: Thread, name: string, onFailure: (error: Error) => void): void {
  void ended(thread.worker).then((error) => {
    const reason = error ?? new Error(`the thread of ${name} has ended`)
    thread.calls.end(reason)
    if (!thread.isEnding) onFailure(reason)
  })
}

/** Ends a thread after what it is doing; one that has ended by itself is no reason not to end the others. */
export async function stop(thread: Thread | undefined): Promise<void> {
  if (thread) thread.isEnding = true
  try {
    await thread?.calls.call('stop')
  } catch (error) {
    if (!thread?.calls.hasEnded) throw error
  }
}
