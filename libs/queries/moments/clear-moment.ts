/**
 * Plaintext as one answer reads it: of one moment, begun with the first question, since few answers ask any. It may be
 * behind the read models, and then the answer is of where it is.
 */
import { type ClearReads, type ClearStore, earlierPosition, type Lasting, type Position } from '#kernel'

export class ClearMoment {
  private readonly done = Promise.withResolvers<void>()
  private begun: Promise<ClearReads> | undefined
  private ended: Promise<void> = Promise.resolve()

  /** @param clear absent where there is none: then it cannot be asked */
  constructor(
    private readonly clear: Pick<ClearStore, 'moment'> | undefined,
    private readonly lasting: Lasting = {},
  ) {}

  readonly reads: Pick<ClearReads, 'find' | 'search' | 'shared'> = {
    find: async (table, query) => (await this.begin()).find(table, query),
    shared: async (table, asked) => (await this.begin()).shared(table, asked),
    search: async (table, query) => (await this.begin()).search(table, query),
  }

  /** Of an answer by read models at a position: where both are. */
  async positionOf(answered: Position): Promise<Position> {
    if (!this.begun) return answered
    return earlierPosition(answered, await (await this.begun).position())
  }

  /** Lets go; waits for nothing where nothing was asked. */
  async end(): Promise<void> {
    this.done.resolve()
    await this.ended
  }

  private begin(): Promise<ClearReads> {
    const { clear } = this
    if (!clear) throw new Error('this process keeps no plaintext that could be searched')
    this.begun ??= new Promise((resolve, reject) => {
      this.ended = clear
        .moment((reads) => {
          resolve(reads)
          return this.done.promise
        }, this.lasting)
        .catch(reject)
    })
    return this.begun
  }
}
