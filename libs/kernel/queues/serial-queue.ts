/** Works one after the other, in the order in which they are asked for. */
export class SerialQueue {
  private last: Promise<unknown> = Promise.resolve()

  /** Does the work once all before it is done, however that went. */
  take<T>(work: () => Promise<T>): Promise<T> {
    const done = this.last.then(work)
    this.last = done.then(
      () => undefined,
      () => undefined,
    )
    return done
  }

  /** Once all that was asked for until now is done. */
  async idle(): Promise<void> {
    await this.last
  }
}
