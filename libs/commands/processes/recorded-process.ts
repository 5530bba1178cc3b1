/** The answer to a command that began a process, as far as its stream says by now. */
import { type Recorded, type RecordedPart, refuse, type StepStated } from '#kernel'
import { idOf } from '../loaded.js'
import type { ProcessState } from './process-state.js'
import type { ProcessStream } from './process-stream.js'

/** @throws DomainError where nothing of it is recorded */
export function recordedBy({ id, state }: ProcessStream, repeated: boolean): Recorded {
  const [first, ...parts] = state.stated.map(({ data }) => partOf(data as unknown as StepStated, state))
  const { course, position } = state
  if (!first || course === 'none' || course === 'refused') return refuse('not-found')
  const { id: record, stream, events } = first
  return { id: record, stream, events, position, repeated, process: { id, state: course, parts } }
}

function partOf({ step, place = '', stream }: StepStated, { done, refused }: ProcessState): RecordedPart {
  const recorded = done.get(step) ?? { stream, events: [] }
  const refusal = refused.find((one) => one.step === step)
  return {
    place,
    id: idOf(recorded.stream),
    stream: recorded.stream,
    events: [...recorded.events],
    ...(refusal && { refused: refusal.code }),
  }
}
