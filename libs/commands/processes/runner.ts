/**
 * Runs processes to their end: directly after they were begun, at the next start where the program died
 * in between, and again when somebody asks for it. A step that was done before is recognised by its command id.
 */
import {
  type Caller,
  type CommandRequest,
  carryingBody,
  compact,
  type Dispatching,
  type Documents,
  DomainError,
  type Draft,
  defineRefusals,
  fieldsOf,
  InvalidInput,
  type Json,
  type JsonObject,
  type Process,
  parse,
  processEvents,
  type Recorded,
  RevisionConflict,
  refuse,
  type Viewer,
} from '#kernel'
import { requireDecider } from '../loaded.js'
import type { ProcessCourse } from './process-state.js'
import { ProcessStream, type RehearsedStep } from './process-stream.js'
import { recordedBy } from './recorded-process.js'
import { Rehearsal } from './rehearsal.js'
import { type Awaited, type RunPorts, runProcess } from './run.js'

export interface ProcessPorts extends Omit<RunPorts, 'commandId'> {
  ports: Dispatching
  /** So long whoever began a process waits for its end; then the answer says that it goes on. 2 s unless told. */
  patienceMs?: number
  /** Ids of the processes that are begun and not ended, those that are stuck left out. */
  unfinished(): Promise<readonly string[]>
  /** What a viewer reads of the read models, by which what is carried is said in full. */
  documentsOf(viewer: Viewer): Pick<Documents, 'find'>
  /** Told of what is no refusal, and stopped a run that nobody waits for. */
  failed(error: Error): void
}

export const processRefusals = defineRefusals({
  'process-not-stuck': [
    'rule',
    {
      en: 'This process is not stuck; `GET /operations/processes` lists those that are.',
      fi: 'Tämä kirjaus ei ole jumissa; `GET /operations/processes` luettelee ne, jotka ovat.',
      sv: 'Den här processen har inte fastnat; `GET /operations/processes` listar dem som har det.',
      de: 'Dieser Vorgang hängt nicht fest; `GET /operations/processes` zählt auf, welche es tun.',
      nb: 'Denne prosessen står ikke fast; `GET /operations/processes` viser dem som gjør det.',
    },
  ],
})

const patienceUnlessToldMs = 2000
const attempts = 8

interface Run extends Awaited {
  ended: Promise<void>
}

/** What a command asks besides its own fields, and the process that this begins. */
interface Asked {
  process: Process
  own: CommandRequest & { body: object }
  carried: object
  fingerprint: string
}

export class ProcessRunner {
  private readonly runs = new Map<string, Run>()
  private isStopping = false

  constructor(private readonly p: ProcessPorts) {}

  /**
   * Does a command, with all that follows from what it carries. It is recorded as a whole or, as far as
   * can be found out beforehand, refused as a whole.
   * @param alone does the command without anything that follows
   * @throws InvalidInput, DomainError with the `path` of the part; then nothing was recorded
   */
  async record(
    request: CommandRequest,
    caller: Caller,
    alone: (request: CommandRequest, caller: Caller) => Promise<Recorded>,
  ): Promise<Recorded> {
    const asked = this.askedOf(request)
    if (asked) return this.begin(asked, caller)
    const recorded = await alone(request, caller)
    // The key may have been used with more before, of which this is a part.
    if (recorded.repeated && this.processOf(request) && isBegun(await this.load(caller.commandId)))
      refuse('idempotency-key-reused')
    return recorded
  }

  /** Takes up what a death has stopped. */
  async resume(): Promise<void> {
    try {
      for (const id of await this.p.unfinished()) {
        if (this.isStopping) return
        await this.unawaited(this.run(await this.load(id), false))
      }
    } catch (error) {
      this.p.failed(error as Error)
    }
  }

  /** Resolves once nothing runs any more. */
  async stop(): Promise<void> {
    this.isStopping = true
    await Promise.allSettled([...this.runs.values()].map(({ ended }) => ended))
  }

  /**
   * Runs a process again, after what stood against it was mended.
   * @throws DomainError `process-not-stuck` when it has ended
   */
  async retry(id: string, caller: Caller): Promise<Recorded> {
    const stream = await this.requireStanding(id, 'stuck', 'running')
    if (stream.state.course === 'stuck') await turned(stream, processEvents.retried({}), caller)
    await this.run(stream, false).ended
    return recordedBy(await this.load(id), false)
  }

  /**
   * Leaves what was refused unrecorded; what was recorded stays.
   * @throws DomainError `process-not-stuck`
   */
  async giveUp(id: string, because: string | undefined, caller: Caller): Promise<Recorded> {
    const stream = await this.requireStanding(id, 'stuck')
    // First, so that a refusal leaves everything as it was: somebody may just have it run again.
    await turned(stream, processEvents.givenUp({ because }), caller)
    await this.p.forget(stream)
    return recordedBy(stream, false)
  }

  load(id: string): Promise<ProcessStream> {
    return ProcessStream.load(id, this.p.ports)
  }

  private async requireStanding(id: string, ...courses: ProcessCourse[]): Promise<ProcessStream> {
    const stream = await this.load(id)
    return courses.includes(stream.state.course) ? stream : processRefusals('process-not-stuck')
  }

  /** Whether a process may follow from what such a command carries. */
  mayFollow(request: CommandRequest): boolean {
    return this.processOf(request) !== undefined
  }

  private processOf({ category, command }: CommandRequest): Process | undefined {
    return this.p.ports.registry.processes.get(`${category}.${command}`)
  }

  /** Undefined where the command carries nothing. @throws InvalidInput */
  private askedOf(request: CommandRequest): Asked | undefined {
    const process = this.processOf(request)
    const { body } = request
    if (!process || body === null || typeof body !== 'object') return undefined
    const names = fieldsOf(process.carries).map(({ name }) => name)
    const { alone } = process
    const isCarried = (name: string) => !isNothing((body as JsonObject)[name], alone)
    if (!names.some(isCarried)) {
      if (alone === 'refused') throw new InvalidInput([{ path: names[0] ?? '', code: 'required' }])
      return undefined
    }
    const { ports } = this.p
    const spec = requireDecider(request.category, ports.registry).commands[request.command] ?? refuse('not-found')
    const all = compact(parse(carryingBody(spec.payload, process), body)) as JsonObject
    const of = (carried: boolean) =>
      Object.fromEntries(Object.entries(all).filter(([name]) => names.includes(name) === carried))
    const { occurred = null } = request
    const fingerprint = ports.hash.fingerprint({ ...all, '~at': occurred as JsonObject | null })
    return { process, own: { ...request, body: of(false) }, carried: of(true), fingerprint }
  }

  private async begin(asked: Asked, caller: Caller): Promise<Recorded> {
    const { process, fingerprint } = asked
    for (let tries = 0; tries < attempts; tries++) {
      const stream = await this.load(caller.commandId)
      if (isBegun(stream)) {
        const { started } = stream.state
        if (started?.metadata.fingerprint !== fingerprint) refuse('idempotency-key-reused')
        return this.answer(stream, true)
      }
      const steps = await this.rehearsed(asked, caller)
      if (!steps) continue
      try {
        await stream.start({ process: process.name, fingerprint }, steps, caller)
        return await this.answer(stream, false)
      } catch (error) {
        if (!(error instanceof RevisionConflict)) throw error
      }
    }
    return refuse('try-again')
  }

  /** Undefined where it was begun meanwhile elsewhere, by the same request: what that records stands in its own way. */
  private async rehearsed({ process, own, carried }: Asked, caller: Caller): Promise<RehearsedStep[] | undefined> {
    const callers = (step: number) => ({ ...caller, commandId: this.commandId(caller.commandId, step) })
    try {
      const full = await this.inFull({ process, own, carried }, caller)
      return await new Rehearsal(this.p.ports).of(own, (first) => process.follows(full, first), callers)
    } catch (error) {
      if (!(error instanceof DomainError) || !isBegun(await this.load(caller.commandId))) throw error
      return undefined
    }
  }

  private async inFull({ process, own, carried }: Omit<Asked, 'fingerprint'>, { viewer }: Caller): Promise<object> {
    const { ports, documentsOf } = this.p
    const by = { documents: documentsOf(viewer), present: ports.references({}), now: ports.clock().toISOString() }
    return process.resolves ? process.resolves(carried, { body: own.body, ...by }) : carried
  }

  private async answer(stream: ProcessStream, repeated: boolean): Promise<Recorded> {
    if (stream.state.course === 'running') {
      const run = this.run(stream, true)
      if (!(await within(this.p.patienceMs ?? patienceUnlessToldMs, run.ended))) {
        run.isAwaited = false
        void this.unawaited(run)
      }
    }
    return recordedBy(await this.load(stream.id), repeated)
  }

  private unawaited({ ended }: Run): Promise<void> {
    return ended.catch((error: Error) => this.p.failed(error))
  }

  /** One run of a process at a time; whoever comes meanwhile waits for the same. */
  private run(stream: ProcessStream, isAwaited: boolean): Run {
    const known = this.runs.get(stream.id)
    if (known) return known
    const run: Run = { isAwaited, ended: Promise.resolve() }
    run.ended = this.execute(stream, run).finally(() => this.runs.delete(stream.id))
    this.runs.set(stream.id, run)
    return run
  }

  private async execute(stream: ProcessStream, run: Run): Promise<void> {
    try {
      await runProcess(stream, run, { ...this.p, commandId: (id, step) => this.commandId(id, step) })
    } catch (error) {
      // Another runner has ended it.
      if (!(error instanceof RevisionConflict)) throw error
    }
  }

  /** The first step goes by the id of the whole, so that the command alone is a repeat of it, or refused. */
  private commandId(process: string, step: number): string {
    return step === 0 ? process : this.p.ports.hash.uuid('process-step', process, String(step))
  }
}

/** @throws DomainError `try-again` when somebody else has turned it at the same moment */
async function turned(stream: ProcessStream, draft: Draft, caller: Caller): Promise<void> {
  try {
    await stream.turn(draft, caller)
  } catch (error) {
    if (!(error instanceof RevisionConflict)) throw error
    refuse('try-again')
  }
}

/** What was refused as a whole left nothing, and its key is free. */
const isBegun = ({ state: { course } }: ProcessStream): boolean => course !== 'none' && course !== 'refused'

/** False when it takes longer. @throws what the work throws, within that time */
async function within(longestMs: number, work: Promise<void>): Promise<boolean> {
  const { promise, resolve } = Promise.withResolvers<boolean>()
  const timer = setTimeout(() => resolve(false), longestMs)
  try {
    return await Promise.race([work.then(() => true), promise])
  } finally {
    clearTimeout(timer)
  }
}

/** An empty list carries something where the command stands alone, and nothing where it does not. */
const isNothing = (value: Json | undefined, alone: Process['alone']): boolean =>
  value === undefined || (alone === 'refused' && Array.isArray(value) && value.length === 0)
