/**
 * Works a few things at once, and lets those who ask take turns: next comes whoever has had least, by what it was
 * known to cost, so that nobody waits for all that another asks.
 */

export interface FairLimits {
  atOnce: number
  /** Of one asker. */
  atOnceOfOne: number
  /** Of one asker; what comes beyond is not taken. */
  waitingOfOne: number
}

export interface FairlyAsked {
  asker: string
  /** Beside the others', in any one unit. */
  cost: number
  /** Aborted once nobody waits for it: what has not begun by then never does. */
  signal?: AbortSignal
  /** Throws, since the asker has too much waiting. */
  refused: () => never
}

interface Asker {
  waiting: (() => void)[]
  atWork: number
  /** Cost of what has begun, level with whoever had least when the asker came. */
  had: number
}

/** Nobody waits for the answer any more. */
export class NobodyWaits extends Error {
  override readonly name = 'NobodyWaits'
}

export class FairQueue {
  /** Those who have something waiting, or at work. */
  private readonly askers = new Map<string, Asker>()
  private atWork = 0
  /** What whoever came next had had. */
  private level = 0

  constructor(private readonly limits: FairLimits) {}

  /** How many wait. */
  get waiting(): number {
    return [...this.askers.values()].reduce((sum, { waiting }) => sum + waiting.length, 0)
  }

  /**
   * Does the work when it is its asker's turn.
   * @throws NobodyWaits when the signal came before it had begun
   */
  async take<T>({ asker, cost, signal, refused }: FairlyAsked, work: () => Promise<T>): Promise<T> {
    if (signal?.aborted) throw new NobodyWaits()
    const mine = this.known(asker)
    if (this.mayBegin(mine)) this.begin(mine, cost)
    else if (mine.waiting.length >= this.limits.waitingOfOne) return refused()
    else await this.turnOf(mine, { asker, cost, signal })
    try {
      return await work()
    } finally {
      this.atWork--
      mine.atWork--
      this.forgetIdle(asker, mine)
      this.next()
    }
  }

  private known(asker: string): Asker {
    const known = this.askers.get(asker) ?? { waiting: [], atWork: 0, had: this.level }
    this.askers.set(asker, known)
    return known
  }

  private forgetIdle(asker: string, { waiting, atWork }: Asker): void {
    if (waiting.length === 0 && atWork === 0) this.askers.delete(asker)
  }

  private mayBegin({ atWork }: Asker): boolean {
    return this.atWork < this.limits.atOnce && atWork < this.limits.atOnceOfOne
  }

  private begin(asker: Asker, cost: number): void {
    this.atWork++
    asker.atWork++
    asker.had += cost
  }

  /** Resolves once it has begun. */
  private turnOf(mine: Asker, { asker, cost, signal }: Omit<FairlyAsked, 'refused'>): Promise<void> {
    return new Promise((resolve, reject) => {
      const begin = () => {
        signal?.removeEventListener('abort', drop)
        this.begin(mine, cost)
        resolve()
      }
      const drop = () => {
        mine.waiting.splice(mine.waiting.indexOf(begin), 1)
        this.forgetIdle(asker, mine)
        reject(new NobodyWaits())
      }
      signal?.addEventListener('abort', drop, { once: true })
      mine.waiting.push(begin)
    })
  }

  /** Whoever waits and has had least begins. */
  private next(): void {
    const able = [...this.askers.values()].filter((one) => one.waiting.length > 0 && this.mayBegin(one))
    if (able.length === 0) return
    const least = able.reduce((a, b) => (b.had < a.had ? b : a))
    this.level = least.had
    least.waiting.shift()?.()
  }
}
