/** Suites that need something this machine may not have: they run, or are skipped where everybody can read why. */
import { describe } from '@jest/globals'

export interface Condition {
  /** Whether what the suite needs is there. */
  holds: boolean
  /** What is missing otherwise, as in `KUMPPANI_TEST_MONGODB is not set`. */
  otherwise: string
}

/** `describe`, or a skipped one whose name carries the reason. */
export function describeWhen(condition: Condition, name: string, suite: () => void): void {
  if (condition.holds) describe(name, suite)
  else describe.skip(`${name} (${condition.otherwise})`, suite)
}
