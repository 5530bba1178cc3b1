/**
 * The stream of one process, called by the id of the command that began it. Appends state the revision
 * seen, so that of two runners one learns that the other was faster.
 */
import {
  type Caller,
  type CommandRequest,
  compact,
  type Dispatching,
  type Draft,
  type EventMetadata,
  type Filed,
  type JsonObject,
  mostSteps,
  type NewEvent,
  processEvents,
  refuse,
  type StepStated,
  type StoredEvent,
  utc,
} from '#kernel'
import { metadataOf, refuseTooMuch, sealed, stamped } from '../recording.js'
import { type ProcessState, processStateOf } from './process-state.js'

/** A command that was found possible, with where it will be recorded and filed. */
export interface RehearsedStep {
  place?: string
  request: CommandRequest & Required<Pick<CommandRequest, 'occurred'>> & { body: object }
  stream: string
  filed: Filed
}

/** Of nobody's history: what becomes of a process stands in the streams of its steps. */
const unfiled = { customers: [], contacts: [] }

export class ProcessStream {
  private constructor(
    readonly id: string,
    private readonly ports: Dispatching,
    private events: readonly StoredEvent[],
  ) {}

  /** @param id of the command that began it */
  static async load(id: string, ports: Dispatching): Promise<ProcessStream> {
    return new ProcessStream(id, ports, await ports.log.readStream(`process-${id}`))
  }

  get state(): ProcessState {
    return processStateOf(this.events)
  }

  /**
   * Begins it with all its steps; from then on it will be run to its end.
   * @throws DomainError `too-much-at-once`; RevisionConflict when the same was begun meanwhile
   */
  async start(
    begun: { process: string; fingerprint: string },
    steps: readonly RehearsedStep[],
    caller: Caller,
  ): Promise<void> {
    if (steps.length > mostSteps) refuse('too-much-at-once')
    const { process, fingerprint } = begun
    const of = { caller, fingerprint, unit: steps[0]?.filed.unit }
    const first = this.eventOf(processEvents.started({ process }), of)
    const stated = steps.map(async (step, index) => {
      const event = this.eventOf(processEvents.stepStated(statedOf(step, index)), of)
      // Under the key of the fact that it will become, so that whatever erases the one erases the other.
      const metadata = { ...event.metadata, ...step.filed } as EventMetadata
      return { ...event, data: await sealed({ ...event, stream: step.stream, metadata }, this.ports) }
    })
    await this.append([first, ...(await Promise.all(stated))])
  }

  /** Records a turn of the process, as done by the caller. @throws RevisionConflict when another runner has it in hand */
  async turn(draft: Draft, caller: Caller): Promise<void> {
    const { started } = this.state
    const fingerprint = this.ports.hash.fingerprint({ type: draft.type, data: compact(draft.data) as JsonObject })
    const event = this.eventOf(draft, { caller, fingerprint, unit: started?.metadata.unit })
    await this.append([{ ...event, data: await sealed({ ...event, stream: `process-${this.id}` }, this.ports) }])
  }

  /** Its commands by step, opened. What was erased of them meanwhile is a marker. */
  async steps(): Promise<StepStated[]> {
    const { catalogue } = this.ports.registry
    const opened = await this.ports.sealer.open(this.state.stated.map((event) => catalogue.read(event)))
    return opened.map(({ data }) => data as unknown as StepStated)
  }

  private eventOf(draft: Draft, of: { caller: Caller; fingerprint: string; unit?: string }): NewEvent {
    const { ports } = this
    const { type, data } = draft
    const now = utc(ports.clock())
    const stated = { occurredAt: now, occurredPrecision: 'instant' } as const
    const filed = { ...unfiled, unit: of.unit }
    const payload = compact(data) as JsonObject
    if (!ports.registry.catalogue.fits(type, payload))
      throw new Error(`${type} was raised with a payload of another shape`)
    const metadata = metadataOf({ ...of, ports, stated, filed, moments: [], now, type })
    return { id: ports.hash.freshId(), type, data: payload, metadata }
  }

  private async append(events: readonly NewEvent[]): Promise<void> {
    refuseTooMuch(events)
    const last = this.events.at(-1)?.revision ?? -1
    const stream = `process-${this.id}`
    const recorded = stamped(events, this.ports.clock)
    const { position } = await this.ports.log.append(stream, last < 0 ? 'no-stream' : last, recorded)
    // What was appended in one piece has nothing between it: each of them may stand where the last does.
    const stored = recorded.map((event, index) => ({ ...event, stream, position, revision: last + 1 + index }))
    this.events = [...this.events, ...stored]
  }
}

function statedOf({ place, request, stream, filed }: RehearsedStep, step: number): StepStated {
  const { command, id, body, occurred, confirmed = false } = request
  const { occurredAt, occurredPrecision } = occurred
  return {
    step,
    place,
    stream,
    command,
    record: id,
    body,
    persons: filed.contacts,
    occurredAt: occurredAt === '' ? undefined : occurredAt,
    occurredPrecision,
    confirmed,
  }
}

/** The command of a step as dispatch takes it. */
export const requestOf = ({ stream, command, record, body, confirmed, ...when }: StepStated): CommandRequest => ({
  category: stream.slice(0, stream.indexOf('-')),
  command,
  id: record,
  body,
  confirmed,
  occurred: { occurredAt: when.occurredAt ?? '', occurredPrecision: when.occurredPrecision },
})
