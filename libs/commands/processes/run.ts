/** One run of a process through the steps that are not done yet. */
import {
  type Caller,
  type CommandRequest,
  DomainError,
  InvalidInput,
  processEvents,
  type Recorded,
  refuse,
  type StepDone,
  type StepRefused,
  type StepStated,
  type Viewer,
} from '#kernel'
import { type ProcessStream, requestOf } from './process-stream.js'

export interface RunPorts {
  dispatch(request: CommandRequest, caller: Caller): Promise<Recorded>
  /** With today's roles; undefined when unknown or gone. */
  viewer(member: string): Viewer | undefined
  /** The command id of a step. */
  commandId(process: string, step: number): string
  /** Makes unreadable what it was to record and never will, where no erasure would find it. */
  forget(stream: ProcessStream): Promise<void>
}

/** Whether somebody waits for the answer, who can be told a refusal. */
export interface Awaited {
  isAwaited: boolean
}

/**
 * Does what is left and says so in the stream, as whoever began it and with their roles of today.
 * @throws DomainError, InvalidInput when the first step is refused while somebody waits: then nothing is recorded
 * @throws LogRefused and whatever else is no refusal: then it is still to be run
 */
export async function runProcess(stream: ProcessStream, awaited: Awaited, ports: RunPorts): Promise<void> {
  const { course, done: before } = stream.state
  if (course !== 'running') return
  const by = callerOf(stream, ports)
  const left = (await stream.steps()).filter(({ step }) => !before.has(step))
  const send = (step: StepStated) => outcomeOf(step, { ...by, commandId: ports.commandId(stream.id, step.step) }, ports)
  // What follows names what the first step records.
  const first = await all(left.filter(({ step }) => step === 0).map(send))
  const refusal = first.find((one) => 'refusal' in one)
  if (refusal && awaited.isAwaited) {
    await ports.forget(stream)
    await stream.turn(processEvents.refused({ code: refusal.code }), by)
    throw refusal.refusal
  }
  // Sent in one turn, so that they share what a batch, or a flush, shares.
  const following = refusal ? [] : await all(left.filter(({ step }) => step > 0).map(send))
  const outcomes = [...first, ...following]
  const done = outcomes.filter((one) => 'events' in one)
  const refused = outcomes.flatMap((one) => ('refusal' in one ? [{ step: one.step, code: one.code }] : []))
  await stream.turn(
    refused.length === 0 ? processEvents.finished({ done }) : processEvents.stuck({ done, refused }),
    by,
  )
}

/** Once all of them have ended. @throws what the first that failed throws */
async function all<T>(work: readonly Promise<T>[]): Promise<T[]> {
  await Promise.allSettled(work)
  return Promise.all(work)
}

type Outcome = StepDone | (StepRefused & { refusal: Error })

async function outcomeOf(said: StepStated, caller: Caller, { dispatch }: RunPorts): Promise<Outcome> {
  const { step } = said
  try {
    const { stream, events } = await dispatch(openRequestOf(said), caller)
    return { step, stream, events }
  } catch (error) {
    if (error instanceof DomainError) return { step, code: error.code, refusal: error }
    if (error instanceof InvalidInput) return { step, code: 'invalid-input', refusal: error }
    throw error
  }
}

function callerOf({ state }: ProcessStream, { viewer }: RunPorts): Caller {
  const { id: causationId, metadata } = state.started ?? {}
  const { actor = '', commandId = '', correlationId } = metadata ?? {}
  // Systems have no roles, and need none; who has left has none: every step is refused, and somebody looks at it.
  const by = viewer(actor) ?? { member: actor, grants: [] }
  return { viewer: by, commandId, correlationId, causationId }
}

/** @throws DomainError `person-erased` when nobody can read any more what was to be recorded */
function openRequestOf(step: StepStated): CommandRequest {
  const { body } = step
  return 'erased' in body ? refuse('person-erased') : requestOf(step)
}
