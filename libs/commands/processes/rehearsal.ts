/**
 * Finds out beforehand what can be found out: does the commands of a process on a log that keeps nothing,
 * so that each sees what those before it would have recorded. What is refused here is refused as a whole.
 */
import {
  type Caller,
  type CarryingStep,
  type CommandRequest,
  type Dispatching,
  DomainError,
  type FollowingStep,
  InvalidInput,
  type Recorded,
  refuse,
  type Stated,
  type StoredEvent,
} from '#kernel'
import { dispatchOne } from '../dispatch.js'
import type { RehearsedStep } from './process-stream.js'
import { ScratchLog } from './scratch-log.js'

export class Rehearsal {
  private readonly log: ScratchLog
  private readonly ports: Dispatching

  constructor(private readonly on: Dispatching) {
    this.log = new ScratchLog(on.log)
    this.ports = { ...on, log: this.log }
  }

  /**
   * @param follows what follows the command that carries it
   * @throws DomainError, InvalidInput with the place in what was asked; `idempotency-key-reused` when the key was used for the command alone
   */
  async of(
    asked: CommandRequest & { body: object },
    follows: (first: CarryingStep) => readonly FollowingStep[],
    callers: (step: number) => Caller,
  ): Promise<RehearsedStep[]> {
    const first = await this.step(asked, callers(0))
    const { id, request } = first
    const following = follows({ id, body: request.body, occurred: request.occurred })
    const steps: RehearsedStep[] = [first]
    for (const { place, ...command } of following) {
      const { occurred, confirmed } = request
      const step = { ...command, occurred, confirmed }
      steps.push({ place, ...(await at(place, () => this.step(step, callers(steps.length)))) })
    }
    return steps
  }

  private async step(
    request: CommandRequest & { body: object },
    caller: Caller,
  ): Promise<RehearsedStep & Pick<Recorded, 'id'>> {
    const { id, stream, repeated } = await dispatchOne(request, caller, this.ports)
    if (repeated) return refuse('idempotency-key-reused')
    const last = this.log.appendedTo(stream).at(-1)?.metadata
    const { customers, contacts, unit } = last ?? { customers: [], contacts: [] }
    return {
      id,
      stream,
      filed: { customers, contacts, unit },
      request: { ...request, occurred: this.statedBy(request, last) },
    }
  }

  /** The time that it will state whenever it is done. */
  private statedBy({ occurred }: CommandRequest, last: StoredEvent['metadata'] | undefined): Stated {
    if (occurred || !last)
      return occurred ?? { occurredAt: this.on.clock().toISOString(), occurredPrecision: 'instant' }
    const { occurredAt, occurredPrecision } = last
    return { occurredAt, occurredPrecision }
  }
}

/** What is refused of a part says which part. */
async function at<T>(place: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof InvalidInput) throw new InvalidInput(error.problems.map((one) => within(place, one)))
    if (!(error instanceof DomainError)) throw error
    const { field } = error.details
    const path = typeof field === 'string' ? `${place}.${field}` : place
    throw error.with({ ...error.details, path })
  }
}

const within = <P extends { path: string }>(place: string, problem: P): P => ({
  ...problem,
  path: problem.path === '' ? place : `${place}.${problem.path}`,
})
