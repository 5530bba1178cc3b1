/**
 * Follows how far the read models are, for those who wait for a position, and tells readers that something
 * they may see has changed; they then ask again, so that access has one gate.
 */
import { type Position, type ProgressStep, type ReadStore, type Viewer, Waiting } from '#kernel'
import { CHECKPOINT } from '#read-models'
import type { QueryService } from './query-service.js'
import type { Change } from './question.js'

/** A reader this far behind has missed changes and is told so by one that names no partition. */
const bufferLimit = 1000

type Listener = (change: Change) => void

const changeOf = ({ position, partitions = [] }: ProgressStep): Change => ({ position, partitions: [...partitions] })

/** Resolves with how far the read models are once that is as far as `until`, or it takes too long. */
export async function caughtUp(
  store: ReadStore,
  { until, patienceMs }: { until: Position; patienceMs: number },
): Promise<Position> {
  const ending = new AbortController()
  const waiting = new Waiting()
  const followed = follow(store, { from: await store.checkpoint(CHECKPOINT), signal: ending.signal }, (progress) =>
    waiting.reach(progress.position),
  )
  await waiting.wait(until, patienceMs)
  ending.abort()
  await followed
  return waiting.position
}

async function follow(
  store: ReadStore,
  { from, signal }: { from: Position; signal: AbortSignal },
  hear: (progress: ProgressStep) => void,
): Promise<void> {
  hear({ position: from, partitions: [] })
  for await (const progress of store.progress({ name: CHECKPOINT, after: from, signal })) hear(progress)
}

export class ChangeFeed {
  readonly projected = new Waiting()
  private readonly listeners = new Set<Listener>()
  private following: { ending: AbortController; ended: Promise<void> } | undefined

  /** @param failed told when the read models can no longer be followed */
  constructor(
    private readonly queryService: () => QueryService,
    private readonly failed: (error: Error) => void,
  ) {}

  /** Follows read models from where they are; those followed before are let go. */
  async follow(store: ReadStore): Promise<void> {
    const from = await store.checkpoint(CHECKPOINT)
    await this.stop()
    this.projected.startOver(from)
    const ending = new AbortController()
    const { signal } = ending
    const ended = follow(store, { from, signal }, (progress) => this.hear(progress))
    this.following = { ending, ended: ended.catch((error: Error) => this.failed(error)) }
  }

  /** Says that anything may have changed. */
  unsettle(): void {
    this.publish({ position: this.projected.position, partitions: [] })
  }

  async stop(): Promise<void> {
    this.following?.ending.abort()
    await this.following?.ended
  }

  private hear(progress: ProgressStep): void {
    this.projected.reach(progress.position)
    // What changed nothing that a reader is told of is no news.
    if (progress.partitions?.length !== 0) this.publish(changeOf(progress))
  }

  private publish(change: Change): void {
    for (const take of this.listeners) take(change)
  }

  /** Changes of what the viewer may see until the signal: after a position where one is given, else from now. */
  async *of(viewer: Viewer, signal: AbortSignal, after?: Position): AsyncGenerator<Change> {
    for await (const change of this.all(signal, after)) {
      const partitions = await this.seenBy(viewer, change.partitions)
      if (partitions.length > 0 || change.partitions.length === 0) yield { ...change, partitions }
    }
  }

  private async *all(signal: AbortSignal, after: Position | undefined): AsyncGenerator<Change> {
    const waiting: Change[] = []
    let wake: () => void = () => undefined
    const listener = (change: Change) => {
      if (waiting.length < bufferLimit) waiting.push(change)
      else waiting[bufferLimit - 1] = { position: change.position, partitions: [] }
      wake()
    }
    // Before what was missed is read, so that nothing is lost in between.
    const { position } = this.projected
    this.listeners.add(listener)
    signal.addEventListener('abort', () => wake(), { once: true })
    try {
      if (after !== undefined && after !== position) yield* this.missed(after, position, signal)
      while (!signal.aborted) {
        const change = waiting.shift()
        if (change) yield change
        else
          await new Promise<void>((resolve) => {
            wake = resolve
          })
      }
    } finally {
      this.listeners.delete(listener)
    }
  }

  /** What changed between two positions; where the first lies ahead it is one of other read models. */
  private async *missed(after: Position, until: Position, signal: AbortSignal): AsyncGenerator<Change> {
    if (after > until) return void (yield { position: until, partitions: [] })
    const { store } = this.queryService()
    for await (const progress of store.progress({ name: CHECKPOINT, after, signal })) {
      if (progress.position > until) return
      if (progress.partitions?.length !== 0) yield changeOf(progress)
      if (progress.position === until) return
    }
  }

  /** Of the partitions, those that the viewer may read at all. */
  private async seenBy(viewer: Viewer, partitions: readonly string[]): Promise<string[]> {
    const { units } = this.queryService().readingOf(viewer)
    if (units.has('*')) return [...partitions]
    if (units.size === 0) return []
    const customers = partitions
      .filter((key) => key.startsWith('customer:'))
      .map((key) => key.slice('customer:'.length))
    const around = await this.queryService().unitsOfEach(customers)
    return [...around]
      .filter(([, own]) => own.length === 0 || own.some((unit) => units.has(unit)))
      .map(([customer]) => `customer:${customer}`)
  }

  /** Whether there is such a customer for a reader who reads any history: all of them know it, at least by name. @param customer id of a survivor */
  async sees(viewer: Viewer, customer: string): Promise<boolean> {
    const queryService = this.queryService()
    if (queryService.readingOf(viewer).units.size === 0) return false
    return (await queryService.unitsOfEach([customer])).has(customer)
  }
}
