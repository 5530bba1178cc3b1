/** Whose question is put next where only one can be put at a time; some give way to all others. */
import { setImmediate as nextTurn } from 'node:timers/promises'

type Task = () => Promise<void>

export class YieldingQueue {
  private readonly waiting: { usual: Task[]; last: Task[] } = { usual: [], last: [] }
  private running: Promise<void> | undefined

  /** @param isLast only once nobody else waits */
  take<T>(work: () => Promise<T>, isLast = false): Promise<T> {
    const { promise, resolve, reject } = Promise.withResolvers<T>()
    this.waiting[isLast ? 'last' : 'usual'].push(async () => work().then(resolve, reject))
    this.running ??= this.run()
    return promise
  }

  /** Resolves once nobody waits. */
  async idle(): Promise<void> {
    await this.running
  }

  private async run(): Promise<void> {
    const { usual, last } = this.waiting
    while (usual.length + last.length > 0) {
      // Whoever has just been answered may ask more.
      if (usual.length === 0) await nextTurn()
      await (usual.shift() ?? last.shift())?.()
    }
    this.running = undefined
  }
}
