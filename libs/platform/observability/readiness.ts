/** Whether this process can answer: once its read models serve, and as long as nothing it needs is missing. */
import type { Logger } from 'pino'
import { mostCounted } from '#operations'
import { loggedError } from './logged-error.js'
import type { ProjectionLag } from './projection-lag.js'

/** What else must hold; sentences about what does not. */
export type FurtherReasons = () => readonly string[] | Promise<readonly string[]>

export class Readiness {
  /** @param lag absent where no read models are served or derived */
  constructor(
    private readonly lag: ProjectionLag | undefined,
    private readonly further: FurtherReasons,
    private readonly log: Logger,
  ) {}

  /** Sentences about why not; empty when ready. */
  async reasons(): Promise<string[]> {
    try {
      return [...(await this.behind()), ...(await this.further())]
    } catch (error) {
      this.log.error({ error: loggedError(error) }, 'readiness could not be found out')
      return [this.lag ? 'The read models do not answer.' : 'The log does not answer.']
    }
  }

  private async behind(): Promise<string[]> {
    if (!this.lag) return []
    const { waiting } = await this.lag.observe()
    if (this.lag.hasCaughtUp) return []
    return [`The read models are still ${waiting}${waiting < mostCounted ? '' : ' or more'} events behind.`]
  }
}
