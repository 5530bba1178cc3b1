/** One piece of work at a time, while the next is made ready; what fails ends the making ready as well. */
export class UnderWay {
  private readonly failing = new AbortController()
  private last: Promise<void> = Promise.resolve()
  private failure: { error: unknown } | undefined
  /** Aborted as the one given, and once something failed. */
  readonly signal: AbortSignal

  constructor(signal: AbortSignal) {
    this.signal = AbortSignal.any([signal, this.failing.signal])
  }

  /** Begins a piece once the one before has ended. @throws what that has thrown */
  async next(work: () => Promise<void>): Promise<void> {
    await this.ended()
    this.last = work().catch((error: unknown) => {
      this.failure = { error }
      this.failing.abort()
    })
  }

  /** Resolves once nothing is under way. @throws what the last piece has thrown */
  async ended(): Promise<void> {
    await this.last
    if (this.failure) throw this.failure.error
  }
}
