/** Tells whoever holds something open by a session in this process that it has ended, as soon as this process knows. */
import { LRUCache } from 'lru-cache'

/** Whoever holds one of further sessions open hears of its end by asking. */
const mostHeard = 20_000

export class Endings {
  private readonly heard = new LRUCache<string, AbortController>({ max: mostHeard })

  signalOf(name: string): AbortSignal {
    const ending = this.heard.get(name) ?? new AbortController()
    this.heard.set(name, ending)
    return ending.signal
  }

  end(name: string): void {
    this.heard.get(name)?.abort()
    this.heard.delete(name)
  }
}
