/**
 * Does planned steps in the order of the simulated clock. What is said in the same hours is recorded
 * at one moment, so that streams which do not depend on each other share flushes of the log.
 */
import type { Caller, CommandRequest, Recorded } from '#kernel'
import { type Act, type ActStep, type Amendment, instantly, isAmendment, type SeedCore, streamOf } from './act.js'

export interface RunningSteps {
  core: SeedCore
  setClock: (moment: Date) => void
  /** TextMemory after each moment. */
  onMoment: (moment: MomentDone) => void
}

/** What was said in the same hours. */
export interface MomentDone {
  at: string
  steps: number
  /** Recorded by them. */
  events: number
}

/** Streams written at once. */
const lanes = 64
/** UTC hour at which the second moment of recording of a day begins. */
const noon = 11
/** Any command may depend on these: they are recorded one by one, ahead of the rest of their moment. */
const ahead = new Set([
  'group',
  'subsidiary',
  'unit',
  'member',
  'product',
  'rates',
  'merge',
  'contactmerge',
  'customer',
])

/** @throws Error naming the command that was refused, with the refusal as its cause */
export async function runSteps(steps: readonly ActStep[], running: RunningSteps): Promise<void> {
  const runner = new Runner(running)
  for (const moment of momentsOf(steps)) await runner.run(moment)
}

/** Steps by day and part of the day, in order. */
function momentsOf(steps: readonly ActStep[]): ActStep[][] {
  const ordered = steps.toSorted((a, b) => (a.at === b.at ? 0 : a.at < b.at ? -1 : 1))
  return [...Map.groupBy(ordered, halfOfDay).values()]
}

const halfOfDay = ({ at }: ActStep): string => `${at.slice(0, 10)} ${Number(at.slice(11, 13)) < noon ? 'am' : 'pm'}`

const isAhead = (step: ActStep): boolean => !isAmendment(step) && ahead.has(step.category)

class Runner {
  private readonly done = new Map<ActStep, Recorded>()
  private events = 0

  constructor(private readonly running: RunningSteps) {}

  async run(moment: readonly ActStep[]): Promise<void> {
    const at = moment.at(-1)?.at ?? ''
    const before = this.events
    this.running.setClock(new Date(at))
    await this.runLane(moment.filter(isAhead))
    const open = [
      ...Map.groupBy(
        moment.filter((step) => !isAhead(step)),
        streamOf,
      ).values(),
    ]
    for (let first = 0; first < open.length; first += lanes) {
      await Promise.all(open.slice(first, first + lanes).map((lane) => this.runLane(lane)))
    }
    this.running.onMoment({ at, steps: moment.length, events: this.events - before })
  }

  private async runLane(lane: readonly ActStep[]): Promise<void> {
    for (const step of lane) {
      const recorded = await this.runStep(step)
      this.done.set(step, recorded)
      this.events += recorded.events.length
    }
  }

  private async runStep(step: ActStep): Promise<Recorded> {
    try {
      return isAmendment(step) ? await this.amend(step) : await this.act(step)
    } catch (error) {
      const { category, command } = isAmendment(step) ? step.of : step
      const name = `${isAmendment(step) ? 'a correction of ' : ''}${category} ${command}`
      throw new Error(`demo group: ${name} by ${step.as} at ${step.at} failed: ${String(error)}`, { cause: error })
    }
  }

  private act(act: Act): Promise<Recorded> {
    const { category, command, id, body } = act
    const request: CommandRequest = {
      category,
      command,
      id: typeof id === 'object' ? this.recordedOf(id).id : id,
      body: typeof body === 'function' ? body((of) => this.eventOf(of)) : body,
      occurred: act.occurred ?? instantly(act.at),
    }
    return this.running.core.dispatch(request, this.callerOf(act))
  }

  private amend({ of, body, because, ...said }: Amendment): Promise<Recorded> {
    const recorded = this.recordedOf(of)
    return this.running.core.correct(
      {
        stream: recorded.stream,
        eventId: this.eventOf(of),
        mode: body === undefined ? 'retract' : 'restate',
        body,
        because,
        occurred: said.occurred,
      },
      this.callerOf(said),
    )
  }

  private callerOf({ as, key, source }: Pick<Act, 'as' | 'key' | 'source'>): Caller {
    const viewer = as.startsWith('system:') ? { member: as, grants: [] } : this.running.core.viewer(as)
    if (!viewer) throw new Error(`there is no member ${as}`)
    return { viewer, commandId: this.running.core.commandId('demo', key), source }
  }

  private eventOf(act: Act): string {
    const [event] = this.recordedOf(act).events
    if (!event) throw new Error(`${act.category} ${act.command} recorded nothing`)
    return event.id
  }

  private recordedOf(act: Act): Recorded {
    const recorded = this.done.get(act)
    if (!recorded) throw new Error(`${act.category} ${act.command} has not been done yet`)
    return recorded
  }
}
