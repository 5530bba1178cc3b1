/** Which generation of read models serves, where another process derives them: waited for at first, then followed. */
import { setTimeout as delay } from 'node:timers/promises'
import { business } from '#crm'
import type { Generation, Generations } from '#kernel'
import { shapeOf } from '#read-models'

const lookMs = 500

export interface ServingGenerationParts {
  generations: Pick<Generations, 'current' | 'close'>
  locale: string
  /** A calm line for the terminal. */
  onStep: (line: string) => void
  /** Told when it can no longer be followed. */
  onFailure: (error: Error) => void
}

export class ServingGeneration {
  private readonly stopping = new AbortController()
  private followed: Promise<void> = Promise.resolve()

  private constructor(
    private readonly p: ServingGenerationParts,
    private generation: Generation,
  ) {}

  /** Waits until there is one that this version can read. */
  static async awaited(p: ServingGenerationParts): Promise<ServingGeneration> {
    for (let isTold = false; ; isTold = true) {
      const generation = await found(p)
      if (generation) return new ServingGeneration(p, generation)
      if (!isTold) p.onStep('waiting for read models of this version: a projector derives them')
      await delay(lookMs)
    }
  }

  get place(): string {
    return this.generation.place
  }

  /** Tells of each that takes the place of the one before, one after the other. */
  follow(switched: (place: string) => Promise<void>): void {
    this.followed = this.following(switched).catch((error: Error) => {
      if (!this.stopping.signal.aborted) this.p.onFailure(error)
    })
  }

  async stop(): Promise<void> {
    this.stopping.abort()
    await this.followed
    await this.p.generations.close()
  }

  private async following(switched: (place: string) => Promise<void>): Promise<void> {
    const { signal } = this.stopping
    while (!signal.aborted) {
      await delay(lookMs, undefined, { signal, ref: false })
      const generation = await found(this.p)
      if (!generation || generation.place === this.generation.place) continue
      await switched(generation.place)
      this.generation = generation
    }
  }
}

/** Of another version nothing can be read here: who has that version serves it. */
async function found({ generations, locale }: ServingGenerationParts): Promise<Generation | undefined> {
  const current = await generations.current()
  return current?.intact && current.shape === shapeOf(business.registry, locale) ? current : undefined
}
