/** Keeps the references in memory up to date with the log, on whatever thread they are held. */

import type { Position } from '../events/position.js'
import type { EventLog } from '../ports/event-log.js'
import type { Business } from '../slices/business.js'
import type { ReferenceHolder } from './reference.js'

/** Reads all reference events up to the head. */
export async function loadReferences(
  references: ReferenceHolder,
  from: { log: EventLog; business: Business },
): Promise<void> {
  const { log, business } = from
  for (let after = references.position; ; ) {
    const page = await log.readAll({ after, limit: 1000, prefixes: references.prefixes })
    for (const event of page) references.take(business.registry.catalogue.read(event))
    const last = page.at(-1)
    if (!last || page.length < 1000) return
    after = last.position
  }
}

/** Follows the log until the signal. A malformed reference event ends it with an error that names the event. */
export async function followReferences(
  references: ReferenceHolder,
  from: { log: EventLog; business: Business },
  signal: AbortSignal,
): Promise<void> {
  const subscription = from.log.subscribe({ after: references.position, prefixes: references.prefixes, signal })
  for await (const events of subscription) {
    for (const event of events) references.take(from.business.registry.catalogue.read(event))
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
    this.startOver(Math.max(this.reached, position))
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
