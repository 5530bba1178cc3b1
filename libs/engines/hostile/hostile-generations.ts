/**
 * Generations for tests, kept in memory in the least convenient way: places that say nothing and are never given
 * twice, numbers with gaps, and every answer late and a copy.
 */
import type { CurrentGeneration, Generation, Generations } from '#kernel'
import { Lateness } from './late.js'

/** What all processes of one installation see. */
export class SharedGenerations {
  /** Where read models were put. */
  readonly filled = new Set<string>()
  current: Generation | undefined
  given = 0
}

export class HostileGenerations implements Generations {
  private readonly late: Lateness

  constructor(
    private readonly shared: SharedGenerations,
    seed: number,
  ) {
    this.late = new Lateness(seed)
  }

  current(): Promise<CurrentGeneration | undefined> {
    return this.late.of(() => {
      const { current, filled } = this.shared
      return current && filled.has(current.place) ? { ...current, intact: true } : undefined
    })
  }

  next(shape: string): Promise<Generation> {
    return this.late.of(() => {
      const gap = Math.ceil(this.late.chance() * 100)
      return { number: (this.shared.current?.number ?? 0) + gap, shape, place: this.freshPlace() }
    })
  }

  switchTo({ number, shape, place }: Generation): Promise<void> {
    return this.late.of(() => {
      this.shared.current = { number, shape, place }
    })
  }

  settle(_: Pick<Generation, 'number' | 'shape'>): Promise<void> {
    return this.late.pass()
  }

  async aside<T>(work: (place: string) => Promise<T>): Promise<T> {
    const place = await this.late.of(() => this.freshPlace())
    try {
      return await work(place)
    } finally {
      await this.late.of(() => this.shared.filled.delete(place))
    }
  }

  clean(): Promise<void> {
    return this.late.of(() => {
      const { current, filled } = this.shared
      for (const place of filled) if (place !== current?.place) filled.delete(place)
    })
  }

  close(): Promise<void> {
    return this.late.pass()
  }

  private freshPlace(): string {
    return `${++this.shared.given}:${Math.floor(this.late.chance() * 1e9).toString(36)}`
  }
}
