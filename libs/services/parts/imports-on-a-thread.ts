/** Imports on a thread of their own, which begins when there is something to do and ends when there was nothing for a while. */
import type { OpenForWriting, WriterCalls } from '#engines'
import { type Dispatching, FairQueue, refuse } from '#kernel'
import { hasImports, type ImportOfUpload, type Imports, type RefusedRows, type Upload, Uploads } from '#operations'
import { type CrossedError, crossed } from '#operations/workers'
import type { ImportThreadStart } from '../threads/import-thread.js'
import { type EngineListeners, startImports, stop, type Thread } from '../threads/threads.js'

export interface ImportsParts {
  start: Omit<ImportThreadStart, 'place' | 'hasWriter'>
  /** What the main thread does for it; absent where the thread does it by itself. */
  writer: WriterCalls | undefined
  uploads: Pick<Uploads, 'keep'>
  /** Whether anything was ever imported. */
  hasImports: () => Promise<boolean>
  listeners: EngineListeners
}

export interface ImportsOver extends Pick<ImportsParts, 'start' | 'listeners'> {
  ports: Pick<Dispatching, 'clock' | 'hash'>
  /** Told once something was appended for it. */
  appended: () => void
  /** Of the read models that serve. */
  place: string
}

const dayMs = 86_400_000
/** Of previews: each reads whole files, and holds what it would record. */
const limits = { atOnce: 1, atOnceOfOne: 1, waitingOfOne: 5 }
/** A thread that does nothing is kept so long: whoever previews an import most often begins it next. */
const idleMs = 60_000

export class ImportsOnAThread implements Imports {
  private thread: Promise<Thread> | undefined
  private readonly previews = new FairQueue(limits)
  /** Questions that the thread has not answered yet. */
  private asked = 0
  private isStopping = false
  private readonly timers: readonly NodeJS.Timeout[]

  constructor(
    private readonly p: ImportsParts,
    /** Of the read models that serve. */
    private place: string,
  ) {
    const daily = setInterval(() => this.unawaited(() => this.resumed('expire')), dayMs)
    const idle = setInterval(() => this.unawaited(() => this.endIdle()), idleMs)
    this.timers = [daily.unref(), idle.unref()]
  }

  /** Over what the one that appends holds open. */
  static over(written: OpenForWriting, { start, ports, listeners, appended, place }: ImportsOver): ImportsOnAThread {
    const { log, vault, importFiles: files, writerCalls } = written
    const { clock, hash } = ports
    const writer = writerCalls?.({ clock, appended })
    const uploads = new Uploads({ files, vault, hash })
    return new ImportsOnAThread({ start, writer, uploads, hasImports: () => hasImports(log), listeners }, place)
  }

  /** Who sends files previews or imports them next: the thread begins while they come in. */
  keep(upload: Upload, content: AsyncIterable<Uint8Array>): Promise<number> {
    // That it could not begin is told as the end of a thread, and to whoever asks it next.
    if (!this.isStopping) this.running().catch(() => undefined)
    return this.p.uploads.keep(upload, content)
  }

  /** Members take turns, one preview at a time; what nobody waits for any more is dropped. */
  preview: Imports['preview'] = (asked: ImportOfUpload, gone) => {
    const refused = () => refuse('too-much-asked')
    const inTurn = { asker: asked.viewer.member, cost: 1, signal: gone, refused }
    return this.previews.take(inTurn, () => this.asking((calls) => calls.callUntil(gone, 'preview', asked)))
  }
  start: Imports['start'] = (asked: ImportOfUpload) => this.ask('start', asked)
  undo: Imports['undo'] = (request) => this.ask('undo', request)
  errorFiles: Imports['errorFiles'] = (...of) => this.ask<RefusedRows[]>('errorFiles', ...of)

  /** Takes up what was under way, and lets go of files whose time has come. */
  resume(): void {
    this.unawaited(async () => {
      await this.resumed('expire')
      await this.resumed('resume')
    })
  }

  private async resumed(name: 'expire' | 'resume'): Promise<void> {
    if (!this.isStopping && (await this.p.hasImports())) await this.ask(name)
  }

  /** Asks other read models from now on. */
  async serveFrom(place: string): Promise<void> {
    this.place = place
    await (await this.thread)?.calls.call('serveFrom', place)
  }

  /** There may be something new in the log. */
  notify(): void {
    void this.thread?.then(({ calls }) => calls.tell('notify'))
  }

  /** Resolves once the thread seals nothing any more under keys that are gone. */
  async keysDestroyed(keyIds: string[]): Promise<void> {
    await (await this.thread)?.calls.call('keysDestroyed', keyIds)
  }

  /** Stops after the chunk that is under way. */
  async stop(): Promise<void> {
    this.isStopping = true
    for (const timer of this.timers) clearInterval(timer)
    await stop(await this.thread)
  }

  private ask<T>(name: string, ...args: unknown[]): Promise<T> {
    return this.asking((calls) => calls.call<T>(name, ...args))
  }

  private async asking<T>(call: (calls: Thread['calls']) => Promise<T>): Promise<T> {
    this.asked++
    try {
      return await call((await this.running()).calls)
    } finally {
      this.asked--
    }
  }

  private running(): Promise<Thread> {
    this.thread ??= this.begun()
    return this.thread
  }

  private begun(): Promise<Thread> {
    const { start, writer, listeners } = this.p
    return startImports(
      { ...start, place: this.place, hasWriter: writer !== undefined },
      {
        ...writer,
        importStopped: (reason: CrossedError) => listeners.onImportStopped?.(crossed(reason)),
        failed: (reason: CrossedError) => listeners.onFailure(crossed(reason)),
      },
      (error) => listeners.onFailure(error),
    )
  }

  private async endIdle(): Promise<void> {
    const { thread } = this
    const isBusy = () => this.asked > 0 || this.isStopping
    if (!thread || isBusy() || !(await (await thread).calls.call<boolean>('isIdle')) || isBusy()) return
    this.thread = undefined
    await stop(await thread)
  }

  /** Of work that nobody waits for. */
  private unawaited(work: () => Promise<void>): void {
    work().catch((error: Error) => this.p.listeners.onImportStopped?.(error))
  }
}
