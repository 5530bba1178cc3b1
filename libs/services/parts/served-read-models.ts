/**
 * What answers are made from: the read models of a generation and their plaintext, which others write, and a thread
 * that answers from them what takes longer. Another generation takes their place while answers go on.
 */
import { type OpenClearStore, type OpenForWriting, type OpenReadStore, openClearStore } from '#engines'
import type { AccessFilter, AccessLog } from '#kernel'
import { type CrossedError, crossed, serve } from '#operations/workers'
import { type Answer, type AnswerDraft, type Question, readBack, type WrittenAnswer } from '#queries'
import type { ThreadStart } from '../threads/thread-start.js'
import { type EngineListeners, startPlaintext, startQueries, stop, type Thread, watchEnd } from '../threads/threads.js'

export interface ServingParts {
  start: ThreadStart
  openReadStore: OpenForWriting['openReadStore']
  accessLog: Pick<AccessLog, 'find'>
  listeners: Pick<EngineListeners, 'onFailure'>
  /** Whether the plaintext is kept here, on a thread; else whoever writes the read models keeps it. */
  keepsPlaintext?: boolean
}

interface Serving {
  place: string
  store: OpenReadStore
  clear: OpenClearStore
  queryService: Thread
  plaintext?: Thread
}

export class ServedReadModels {
  private constructor(
    private readonly p: ServingParts,
    private serving: Serving,
  ) {
    this.listen(serving)
  }

  /** @param place of a generation that is written already */
  static async open(p: ServingParts, place: string): Promise<ServedReadModels> {
    return new ServedReadModels(p, await opened(p, place))
  }

  /** Of the generation. */
  get place(): string {
    return this.serving.place
  }

  get store(): OpenReadStore {
    return this.serving.store
  }

  get clear(): OpenClearStore {
    return this.serving.clear
  }

  /** There may be something new in them. */
  notify(): void {
    for (const each of [this.store, this.clear]) each.notify()
  }

  /** Drafts an answer on the thread. @throws NobodyWaits */
  async draft(question: Question, gone?: AbortSignal): Promise<AnswerDraft<Answer>> {
    const { calls } = this.serving.queryService
    const { answer, opened: seen } = await calls.callUntil<AnswerDraft<WrittenAnswer>>(gone, 'draft', question)
    return { answer: readBack(answer), opened: seen }
  }

  /**
   * Serves from another generation from now on.
   * @param taken by whoever answers from what is open; nobody asks the old ones once it resolves
   */
  async serveFrom(place: string, taken: (of: Pick<Serving, 'store' | 'clear'>) => Promise<void>): Promise<void> {
    const old = this.serving
    this.serving = await opened(this.p, place)
    this.listen(this.serving)
    await taken(this.serving)
    await closed(old)
  }

  async close(): Promise<void> {
    await closed(this.serving)
  }

  private listen({ queryService, plaintext }: Serving): void {
    const { accessLog, listeners } = this.p
    const findAccesses = (filter: AccessFilter) => accessLog.find(filter)
    for (const [name, thread] of Object.entries({ queries: queryService, plaintext })) {
      if (!thread) continue
      serve(thread.worker, { findAccesses, failed: (reason: CrossedError) => listeners.onFailure(crossed(reason)) })
      watchEnd(thread, name, listeners.onFailure)
    }
  }
}

async function opened({ start, openReadStore, keepsPlaintext }: ServingParts, place: string): Promise<Serving> {
  // The file is made by whoever keeps it.
  const plaintext = keepsPlaintext ? await startPlaintext({ ...start, place }) : undefined
  const at = { place, readOnly: true }
  const [store, clear] = [await openReadStore(at), await openClearStore(start.engines, at)]
  return { place, store, clear, queryService: await startQueries({ ...start, place }), ...(plaintext && { plaintext }) }
}

async function closed({ store, clear, queryService, plaintext }: Serving): Promise<void> {
  await stop(queryService)
  for (const each of [clear, store]) await each.close()
  await stop(plaintext)
}
