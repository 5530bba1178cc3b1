/** What a step came to. */
import { DomainError, InvalidInput, type Notice, type Recorded } from '#kernel'

export type StepRefusal = DomainError | InvalidInput

/** What was recorded, and what was refused of the rest. */
export interface StepWork {
  /** How many facts. */
  events: number
  refused: StepRefusal[]
  /** What came otherwise than the row says, though nothing was refused. */
  notices: Notice[]
}

export interface StepResult extends StepWork {
  outcome: 'recorded' | 'changed' | 'unchanged'
}

export type StepOutcome = StepResult['outcome']

export const isRefusal = (error: unknown): error is StepRefusal =>
  error instanceof DomainError || error instanceof InvalidInput

/** @param events how many facts were recorded */
export const stepOf = (
  outcome: 'recorded' | 'changed',
  events: number,
  { refused = [], notices = [] }: Partial<Pick<StepWork, 'refused' | 'notices'>> = {},
): StepResult => ({ outcome: events === 0 ? 'unchanged' : outcome, events, refused, notices })

export const unchangedStep: StepResult = stepOf('changed', 0)

export const resultOf = ({ events, notices }: Recorded, outcome: 'recorded' | 'changed'): StepResult =>
  stepOf(outcome, events.length, { notices })
