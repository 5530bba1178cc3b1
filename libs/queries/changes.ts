/** Tells readers that something they may see has changed; they then ask again, so that access has one gate. */
import type { Viewer } from '#kernel'
import type { QueryService } from './query-service.js'
import type { Change } from './question.js'

/** A reader this far behind has missed changes and is told so by one that names no partition. */
const bufferLimit = 1000

interface Listener {
  take(change: Change): void
}

export class ChangeFeed {
  private readonly listeners = new Set<Listener>()

  constructor(private readonly queryService: () => QueryService) {}

  publish(change: Change): void {
    for (const listener of this.listeners) listener.take(change)
  }

  /** Changes from now until the signal, after those that are told first. */
  async *of(viewer: Viewer, signal: AbortSignal, first: readonly Change[] = []): AsyncGenerator<Change> {
    const waiting: Change[] = [...first]
    let wake: () => void = () => undefined
    const listener = {
      take(change: Change) {
        if (waiting.length < bufferLimit) waiting.push(change)
        else waiting[bufferLimit - 1] = { position: change.position, partitions: [] }
        wake()
      },
    }
    this.listeners.add(listener)
    signal.addEventListener('abort', () => wake(), { once: true })
    try {
      while (!signal.aborted) {
        const change = waiting.shift()
        if (!change) {
          await new Promise<void>((resolve) => {
            wake = resolve
          })
          continue
        }
        const partitions = await this.seenBy(viewer, change.partitions)
        if (partitions.length > 0 || change.partitions.length === 0) yield { ...change, partitions }
      }
    } finally {
      this.listeners.delete(listener)
    }
  }

  /** Of the partitions, those that the viewer may read at all. */
  private async seenBy(viewer: Viewer, partitions: readonly string[]): Promise<string[]> {
    const queryService = this.queryService()
    const reading = queryService.readingOf(viewer)
    if (reading.units.has('*')) return [...partitions]
    if (reading.units.size === 0) return []
    const customers = partitions
      .filter((key) => key.startsWith('customer:'))
      .map((key) => key.slice('customer:'.length))
    const around = await queryService.unitsOfEach(customers)
    return [...around]
      .filter(([, units]) => units.length === 0 || units.some((unit) => reading.units.has(unit)))
      .map(([customer]) => `customer:${customer}`)
  }
}
