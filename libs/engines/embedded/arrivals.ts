/** Tells those who wait for something new in a store that it is there. */

/** Where another connection writes, its file is looked at again after so long, at first and when nothing came for long. */
export const firstPollMs = 16
export const lastPollMs = 100

export class Arrivals {
  readonly #waiting = new Set<() => void>()

  announce(): void {
    for (const wake of [...this.#waiting]) wake()
  }

  /** Resolves at the next announcement, at the signal, or after `pollMs` where that is given. */
  next(signal: AbortSignal, pollMs?: number): Promise<void> {
    if (signal.aborted) return Promise.resolve()
    return new Promise((resolve) => {
      const timer = pollMs === undefined ? undefined : setTimeout(() => wake(), pollMs)
      const wake = () => {
        clearTimeout(timer)
        signal.removeEventListener('abort', wake)
        this.#waiting.delete(wake)
        resolve()
      }
      signal.addEventListener('abort', wake)
      this.#waiting.add(wake)
    })
  }
}
