/** Follows how far the plaintext is, for those who wait for a position. */
import { BEYOND, type ClearStore, Waiting } from '#kernel'

export class FollowedPlaintext {
  readonly reached = new Waiting()
  private following: { ending: AbortController; ended: Promise<void> } | undefined

  /** @param failed told when it can no longer be followed */
  constructor(private readonly failed: (error: Error) => void) {}

  /** From where it is; what was followed before is let go. Where there is none, nobody waits for it. */
  async follow(clear: ClearStore | undefined): Promise<void> {
    await this.stop()
    if (!clear) return this.reached.startOver(BEYOND)
    this.reached.startOver(await clear.position())
    const ending = new AbortController()
    const ended = this.hear(clear, ending.signal).catch((error: Error) => this.failed(error))
    this.following = { ending, ended }
  }

  async stop(): Promise<void> {
    this.following?.ending.abort()
    await this.following?.ended
  }

  private async hear(clear: ClearStore, signal: AbortSignal): Promise<void> {
    const after = this.reached.position
    for await (const position of clear.progress({ after, signal })) this.reached.reach(position)
  }
}
