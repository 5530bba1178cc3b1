/** Lateness as hostile adapters have it: by a turn at least, now and then by more, the same for the same seed. */
import { setTimeout as delay, setImmediate as nextTurn } from 'node:timers/promises'
import { seeded } from './hostile-event-log.js'

/** How often something is later than the next turn, and by how much at most. */
const share = 0.1
const latestMs = 2
/** Rows at a time. */
const scanned = 7

export class Lateness {
  readonly chance: () => number

  constructor(seed: number) {
    this.chance = seeded(seed)
  }

  async pass(): Promise<void> {
    if (this.chance() < share) await delay(this.chance() * latestMs)
    else await nextTurn()
  }

  /** What `work` comes to, begun late and answered late. */
  async of<T>(work: () => T | Promise<T>): Promise<T> {
    await this.pass()
    const done = await work()
    await this.pass()
    return done
  }
}

/** Few at a time, and between them something else may happen. */
export async function* inPieces<T>(read: () => Promise<readonly T[]>): AsyncGenerator<T[]> {
  const all = await read()
  for (let at = 0; at < all.length; at += scanned) {
    yield all.slice(at, at + scanned)
    await nextTurn()
  }
}
