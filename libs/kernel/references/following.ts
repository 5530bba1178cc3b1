/** Keeps the references in memory up to date with the log, on whatever thread they are held. */

import { laterPosition, type Position } from '../events/position.js'
import type { StoredEvent } from '../events/stored-event.js'
import type { EventLog } from '../ports/event-log.js'
import type { Registry } from '../slices/registry.js'
import type { ReferenceHolder } from './reference.js'

/** Reads all reference events up to a position, to the head as it is now unless told; `taken` hears of each. */
export async function loadReferences(
  references: ReferenceHolder,
  from: {
    log: EventLog
    registry: Pick<Registry, 'catalogue'>
    until?: Position
    taken?: (event: StoredEvent) => void
  },
): Promise<void> {
  const { log, registry } = from
  const until = from.until ?? (await log.head())
  for (let after = references.upTo; after < until; ) {
    const page = await log.readAll({ after, until, limit: 1000, prefixes: references.prefixes })
    for (const event of page.map((each) => registry.catalogue.read(each))) {
      references.take(event)
      from.taken?.(event)
    }
    after = page.length === 1000 ? (page.at(-1)?.position ?? until) : until
  }
  references.passed(until)
}

/** Follows the log until the signal, telling how far it has come. A malformed reference event ends it with an error that names the event. */
export async function followReferences(
  references: ReferenceHolder,
  from: {
    log: EventLog
    registry: Pick<Registry, 'catalogue'>
    reached?: (position: Position) => void
    taken?: (event: StoredEvent) => void
  },
  signal: AbortSignal,
): Promise<void> {
  from.reached?.(references.upTo)
  const subscription = from.log.subscribe({ after: references.upTo, prefixes: references.prefixes, signal })
  for await (const { events, upTo } of subscription) {
    for (const event of events.map((each) => from.registry.catalogue.read(each))) {
      references.take(event)
      from.taken?.(event)
    }
    references.passed(upTo)
    from.reached?.(upTo)
  }
}

/** Positions that others wait for. */
export class Waiting {
  private reached: Position = 0
  private readonly waiting = new Set<{ position: Position; resolve: () => void }>()

  get position(): Position {
    return this.reached
  }

  reach(position: Position): void {
    this.startOver(laterPosition(this.reached, position))
  }

  /** Goes to where other read models are, before or after. */
  startOver(position: Position): void {
    this.reached = position
    for (const entry of this.waiting) {
      if (entry.position > this.reached) continue
      this.waiting.delete(entry)
      entry.resolve()
    }
  }

  /** True once the position is reached; false when that takes longer. */
  wait(position: Position, timeoutMs: number): Promise<boolean> {
    if (position <= this.reached) return Promise.resolve(true)
    return new Promise((resolve) => {
      const entry = { position, resolve: () => done(true) }
      const timer = setTimeout(() => done(false), timeoutMs)
      const done = (reached: boolean) => {
        clearTimeout(timer)
        this.waiting.delete(entry)
        resolve(reached)
      }
      this.waiting.add(entry)
    })
  }
}
