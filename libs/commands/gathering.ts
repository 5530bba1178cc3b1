/** Gathers the commands of many callers that come in one turn, so that they go as one batch. */
import type { Recorded, SentCommand } from '#kernel'

interface Waiting extends PromiseWithResolvers<Recorded> {
  command: SentCommand
}

export class Gathering {
  private waiting: Waiting[] = []

  /**
   * @param dispatch answers each command of a batch
   * @param most of a batch: a thread that others wait for is not to be kept for longer
   */
  constructor(
    private readonly dispatch: (batch: readonly SentCommand[]) => Promise<PromiseSettledResult<Recorded>[]>,
    private readonly most: number,
  ) {}

  /** @throws what the batch tells of this command */
  send(command: SentCommand): Promise<Recorded> {
    const answer = { ...Promise.withResolvers<Recorded>(), command }
    this.waiting.push(answer)
    if (this.waiting.length === 1) setImmediate(() => void this.turn())
    return answer.promise
  }

  private async turn(): Promise<void> {
    const batch = this.waiting.splice(0, this.most)
    if (this.waiting.length > 0) setImmediate(() => void this.turn())
    try {
      const answers = await this.dispatch(batch.map(({ command }) => command))
      for (const [index, { resolve, reject }] of batch.entries()) {
        const answer = answers[index] as PromiseSettledResult<Recorded>
        if (answer.status === 'fulfilled') resolve(answer.value)
        else reject(answer.reason)
      }
    } catch (error) {
      for (const { reject } of batch) reject(error)
    }
  }
}
