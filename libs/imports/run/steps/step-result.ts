/** What a step came to. */
import { DomainError, InvalidInput, type Recorded } from '#kernel'

export type StepRefusal = DomainError | InvalidInput

/** What was recorded, and what was refused of the rest. */
export interface StepWork {
  /** How many facts. */
  events: number
  refused: StepRefusal[]
}

export interface StepResult extends StepWork {
  outcome: 'recorded' | 'changed' | 'unchanged'
}

export type StepOutcome = StepResult['outcome']

export const isRefusal = (error: unknown): error is StepRefusal =>
  error instanceof DomainError || error instanceof InvalidInput

export const unchangedStep: StepResult = { outcome: 'unchanged', events: 0, refused: [] }

export const resultOf = ({ events }: Recorded, outcome: 'recorded' | 'changed'): StepResult =>
  events.length === 0 ? unchangedStep : { outcome, events: events.length, refused: [] }
