/** Where a process stands, by the events of its stream. */
import type { Position, ProcessFinished, ProcessStuck, StepDone, StepRefused, StoredEvent } from '#kernel'

/** `refused`: nothing of it is recorded, and the same may be asked again. */
export type ProcessCourse = 'none' | 'running' | 'stuck' | 'finished' | 'refused' | 'given-up'

export interface ProcessState {
  course: ProcessCourse
  /** What began it the last time: who asked, by which command. */
  started?: StoredEvent
  /** Its commands, in order. */
  stated: readonly StoredEvent[]
  /** By step. */
  done: ReadonlyMap<number, StepDone>
  /** What was refused when it ran last. */
  refused: readonly StepRefused[]
  /** Position of its last event: whoever has passed it has passed all that it recorded before. */
  position: Position
}

const initial: ProcessState = { course: 'none', stated: [], done: new Map(), refused: [], position: 0 }

type Evolve = (state: ProcessState, event: StoredEvent) => ProcessState

const evolves: Readonly<Record<string, Evolve>> = {
  'process.started': (_, event) => ({ ...initial, course: 'running', started: event }),
  'process.step-stated': (state, event) => ({ ...state, stated: [...state.stated, event] }),
  'process.finished': (state, event) => ({ ...withDone(state, event), course: 'finished', refused: [] }),
  'process.stuck': (state, event) => {
    const { refused } = event.data as unknown as ProcessStuck
    return { ...withDone(state, event), course: 'stuck', refused }
  },
  'process.refused': (state) => ({ ...state, course: 'refused' }),
  'process.retried': (state) => ({ ...state, course: 'running', refused: [] }),
  'process.given-up': (state) => ({ ...state, course: 'given-up' }),
}

function withDone(state: ProcessState, { data }: StoredEvent): ProcessState {
  const { done } = data as unknown as ProcessFinished
  return { ...state, done: new Map([...state.done, ...done.map((one): [number, StepDone] => [one.step, one])]) }
}

export const processStateOf = (events: readonly StoredEvent[]): ProcessState =>
  events.reduce(
    (state, event) => ({ ...(evolves[event.type]?.(state, event) ?? state), position: event.position }),
    initial,
  )
