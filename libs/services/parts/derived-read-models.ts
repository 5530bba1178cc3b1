/**
 * The read models with whoever writes them: the ones that serve are followed up, others are derived beside them and
 * take their place, and a clean fold is held against them.
 */
import { business } from '#crm'
import type { OpenForWriting } from '#engines'
import { type EventLog, type Generation, type Generations, SerialQueue } from '#kernel'
import { generationToServe } from '#operations'
import { type CrossedError, crossed, serve } from '#operations/workers'
import type { Parked, Verification } from '#projections'
import { caughtUp } from '#queries'
import { CHECKPOINT, shapeOf } from '#read-models'
import type { ThreadStart } from '../threads/thread-start.js'
import {
  type EngineListeners,
  runVerification,
  startProjector,
  stop,
  type Thread,
  watchEnd,
} from '../threads/threads.js'

/** How long a projector that is to take over may take to catch up. */
const patienceMs = 60_000

export interface DerivingParts {
  start: ThreadStart
  log: Pick<EventLog, 'head'>
  openReadStore: OpenForWriting['openReadStore']
  generations: Generations
  listeners: EngineListeners
  /** Told after each write. */
  onWritten?: () => void
  /** Whether other processes answer from them. */
  areReadElsewhere?: boolean
}

export class DerivedReadModels {
  private isStopping = false
  /** Ends with the last work that derives read models; one such work goes on at a time. */
  private readonly deriving = new SerialQueue()
  private projector: Thread

  private constructor(
    private readonly p: DerivingParts,
    private current: Generation,
    projector: Thread,
  ) {
    this.projector = this.listen(projector)
  }

  /** Follows up the current read models; derives them anew first where there are none that fit. */
  static async start(p: DerivingParts): Promise<DerivedReadModels> {
    const { generations, start, listeners, log, openReadStore } = p
    const { generation, anew } = await generationToServe(generations, {
      shape: shapeOf(business.registry, start.locale),
      head: await log.head(),
      open: ({ place }) => openReadStore({ place, readOnly: true, identity: start.identity }),
    })
    const rebuild = anew !== undefined
    if (rebuild && generation.number > 1) listeners.onStep(`the read models are derived anew: ${anew}`)
    if (!rebuild) await generations.switchTo(generation)
    const thread = await startProjector({ ...start, place: generation.place, rebuild }, listeners)
    if (rebuild) await generations.switchTo(generation)
    // Of another version, which some still answer from: the next start removes them.
    if (!(rebuild && p.areReadElsewhere)) await generations.clean()
    return new DerivedReadModels(p, generation, thread)
  }

  /** The one that serves. */
  get generation(): Generation {
    return this.current
  }

  private listen(thread: Thread): Thread {
    const { listeners, onWritten } = this.p
    serve(thread.worker, {
      written: () => onWritten?.(),
      failed: (reason: CrossedError) => listeners.onFailure(crossed(reason)),
    })
    watchEnd(thread, 'the projector', listeners.onFailure)
    return thread
  }

  /**
   * Derives them anew beside those that serve, then switches.
   * @param serveFrom answers from the new ones from then on; nobody reads the old ones once it resolves
   */
  rebuild(serveFrom: (generation: Generation) => Promise<void>): Promise<void> {
    return this.deriving.take(() => this.deriveAnew(serveFrom))
  }

  private async deriveAnew(serveFrom: (generation: Generation) => Promise<void>): Promise<void> {
    const { generations, start, listeners } = this.p
    const generation = await generations.next(shapeOf(business.registry, start.locale))
    const thread = await startProjector({ ...start, place: generation.place, rebuild: true }, listeners)
    await this.untilAsFar(generation)
    if (this.isStopping) return stop(thread)
    await generations.switchTo(generation)
    const old = this.projector
    this.current = generation
    this.projector = this.listen(thread)
    await serveFrom(generation)
    await stop(old)
    await generations.clean()
  }

  /** Whoever has seen something sees it in the new ones as well. */
  private async untilAsFar({ place }: Generation): Promise<void> {
    const opened = (at: string) => this.p.openReadStore({ place: at, readOnly: true })
    const serving = await opened(this.current.place)
    const until = await serving.checkpoint(CHECKPOINT).finally(() => serving.close())
    const fresh = await opened(place)
    await caughtUp(fresh, { until, patienceMs }).finally(() => fresh.close())
  }

  /** Holds the read models, as they are at one moment, against a clean fold of the log. */
  verify(): Promise<Verification> {
    const { start, generations } = this.p
    const verify = (cleanPlace: string) => runVerification({ ...start, place: this.current.place, cleanPlace })
    return this.deriving.take(() => generations.aside(verify))
  }

  /** Resolves once nothing is being derived. */
  idle(): Promise<void> {
    return this.deriving.idle()
  }

  /** Folds a parked partition again; true when it folds now. */
  retry(partition: string): Promise<boolean> {
    return this.projector.calls.call<boolean>('retry', partition)
  }

  parked(): Promise<Parked[]> {
    return this.projector.calls.call<Parked[]>('parked')
  }

  /** There may be something new in the log. */
  notify(): void {
    this.projector.calls.tell('notify')
  }

  /** Ends after the batch that is under way. */
  async stop(): Promise<void> {
    this.isStopping = true
    await stop(this.projector)
  }

  /**
   * To be told once nobody reads them here. Not to settle is no loss but time: they are then derived anew if the
   * machine stops before the next start.
   */
  async close(): Promise<void> {
    const { generations, listeners } = this.p
    try {
      await generations.settle(this.current)
    } catch (error) {
      listeners.onStep(`the read models are not settled: ${(error as Error).message}`)
    }
    await generations.close()
  }
}
