/**
 * Runs tasks side by side, so that their appends share a flush, and yet in order wherever one writes
 * what an earlier one writes or refers to, or refers to what an earlier one writes.
 */

/** A task's place: the streams it writes, and those it only refers to. */
export interface LanePlace {
  writes: readonly string[]
  refersTo: readonly string[]
}

export class Lanes {
  /** Stream → the last task that writes it and has not ended. */
  private readonly tails = new Map<string, Promise<void>>()
  /** Stream → the tasks since its last writer that refer to it and have not ended. */
  private readonly referring = new Map<string, Set<Promise<void>>>()
  private readonly running = new Set<Promise<void>>()
  /** Told when a task has ended. */
  private waiter: (() => void) | undefined
  private failure: { error: unknown } | undefined

  /** @param width tasks at a time */
  constructor(private readonly width: number) {}

  /** Resolves when there is room for the next task. @throws what a task has thrown */
  async run({ writes, refersTo }: LanePlace, task: () => Promise<void>): Promise<void> {
    while (this.running.size >= this.width) await this.ended()
    this.rethrow()
    const ahead = [...writes, ...refersTo].flatMap((stream) => this.tails.get(stream) ?? [])
    for (const stream of writes) ahead.push(...(this.referring.get(stream) ?? []))
    const done = this.follow(ahead, task)
    this.enter(done, { writes, refersTo })
    void done.finally(() => {
      this.leave(done, { writes, refersTo })
      this.waiter?.()
    })
  }

  private enter(task: Promise<void>, { writes, refersTo }: LanePlace): void {
    this.running.add(task)
    for (const stream of refersTo) {
      const referring = this.referring.get(stream) ?? new Set()
      this.referring.set(stream, referring.add(task))
    }
    // Whoever follows a writer follows those it waits for.
    for (const stream of writes) {
      this.tails.set(stream, task)
      this.referring.delete(stream)
    }
  }

  private leave(task: Promise<void>, { writes, refersTo }: LanePlace): void {
    this.running.delete(task)
    for (const stream of writes) if (this.tails.get(stream) === task) this.tails.delete(stream)
    for (const stream of refersTo) {
      const referring = this.referring.get(stream)
      if (referring?.delete(task) && referring.size === 0) this.referring.delete(stream)
    }
  }

  private ended(): Promise<void> {
    return new Promise((resolve) => {
      this.waiter = resolve
    })
  }

  /** Resolves when every task has ended. @throws what a task has thrown */
  async idle(): Promise<void> {
    await Promise.all(this.running)
    this.rethrow()
  }

  private async follow(ahead: readonly Promise<void>[], task: () => Promise<void>): Promise<void> {
    if (ahead.length > 0) await Promise.all(ahead)
    if (this.failure) return
    try {
      await task()
    } catch (error) {
      this.failure ??= { error }
    }
  }

  private rethrow(): void {
    if (this.failure) throw this.failure.error
  }
}
