/** An append whose caller waits, and how it hears what came of it. */
import { type Appended, RevisionConflict } from '#kernel'
import type { Append, Outcome } from './appender.js'

export interface WaitingAppend extends Append {
  answer: PromiseWithResolvers<Appended>
}

export function settleAppend({ answer, stream, expected }: WaitingAppend, outcome: Outcome | undefined): void {
  if (outcome === undefined) return
  if ('actual' in outcome) answer.reject(new RevisionConflict(stream, expected, outcome.actual))
  else answer.resolve(outcome)
}
