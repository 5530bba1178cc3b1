/** Events in their newest version, as far as they can be read. */
import type { Catalogue, StoredEvent } from '#kernel'

export interface Readable {
  events: StoredEvent[]
  /** Those that cannot be read, and why. */
  unreadable: { event: StoredEvent; error: unknown }[]
}

export function readWhatCan(stored: readonly StoredEvent[], catalogue: Catalogue): Readable {
  const readable: Readable = { events: [], unreadable: [] }
  for (const event of stored) {
    try {
      readable.events.push(catalogue.read(event))
    } catch (error) {
      readable.unreadable.push({ event, error })
    }
  }
  return readable
}
