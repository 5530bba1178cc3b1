/** Sessions of browsers in the memory of the one process of an installation: after a restart one signs in again. */
import { randomUUID } from 'node:crypto'
import { LRUCache } from 'lru-cache'
import type { KeptSession, KeptSessions, NewSession, Renewal } from '#kernel'

interface Held {
  sealed: string
  endsAt: number
  idleMs: number
  idleAt: number
  goodUntil?: number
  renewal?: { by: string; until: number }
}

/** The least recently used ones end first. */
const mostUnlessTold = 20_000

export class MemorySessions implements KeptSessions {
  private readonly held: LRUCache<string, Held>

  /** @param now milliseconds that never fall */
  constructor({ most = mostUnlessTold, now = () => performance.now() }: { most?: number; now?: () => number } = {}) {
    this.held = new LRUCache({ max: most })
    this.now = now
  }

  private readonly now: () => number

  async begin(name: string, { sealed, idleMs, longestMs, goodForMs }: NewSession): Promise<void> {
    const now = this.now()
    this.held.set(name, { sealed, idleMs, idleAt: now + idleMs, endsAt: now + longestMs, ...this.good(goodForMs) })
  }

  async find(name: string, { isUse }: { isUse: boolean }): Promise<KeptSession | undefined> {
    const [held, now] = [this.standing(name), this.now()]
    if (!held) return undefined
    if (isUse) {
      this.held.get(name)
      held.idleAt = now + held.idleMs
    }
    const { sealed, endsAt, goodUntil } = held
    return { sealed, endsInMs: endsAt - now, ...(goodUntil !== undefined && { goodForMs: goodUntil - now }) }
  }

  async takeRenewal(name: string, termMs: number): Promise<Renewal | undefined> {
    const [held, now] = [this.standing(name), this.now()]
    if (!held || (held.goodUntil ?? Number.POSITIVE_INFINITY) > now) return undefined
    if (held.renewal && held.renewal.until > now) return undefined
    const by = randomUUID()
    held.renewal = { by, until: now + termMs }
    return { name, by, sealed: held.sealed }
  }

  async renewed({ name, by }: Renewal, fresh: Pick<NewSession, 'sealed' | 'goodForMs'>): Promise<boolean> {
    const held = this.standing(name)
    if (held?.renewal?.by !== by) return false
    const { renewal, goodUntil, ...same } = held
    this.held.set(name, { ...same, sealed: fresh.sealed, ...this.good(fresh.goodForMs) })
    return true
  }

  async giveUpRenewal({ name, by }: Renewal): Promise<void> {
    const held = this.standing(name)
    if (held?.renewal?.by === by) delete held.renewal
  }

  async end(name: string): Promise<string | undefined> {
    const held = this.standing(name)
    this.held.delete(name)
    return held?.sealed
  }

  async close(): Promise<void> {
    this.held.clear()
  }

  private good(goodForMs: number | undefined): Pick<Held, 'goodUntil'> {
    return goodForMs === undefined ? {} : { goodUntil: this.now() + goodForMs }
  }

  /** Looking is no use of it. */
  private standing(name: string): Held | undefined {
    const [held, now] = [this.held.peek(name), this.now()]
    if (held && held.endsAt > now && held.idleAt > now) return held
    this.held.delete(name)
    return undefined
  }
}
