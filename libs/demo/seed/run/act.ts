/** What is said on the simulated clock: planned as plain values first, dispatched as real commands afterwards. */
import type { Caller, CommandRequest, CorrectionRequest, Recorded, Stated, Viewer } from '#kernel'

/** What the generator needs of a running Kumppani. */
export interface SeedCore {
  dispatch(request: CommandRequest, caller: Caller): Promise<Recorded>
  correct(request: CorrectionRequest, caller: Caller): Promise<Recorded>
  /** The same id for the same parts. */
  commandId(...parts: string[]): string
  /** A member with the roles of now. */
  viewer(member: string): Viewer | undefined
}

/** Finds the first event of an act that was done before. */
export type EventOf = (act: Act) => string

interface Said {
  /** Names the command: the same key, the same events. */
  key: string
  /** ISO instant at which it is said; recorded within hours. */
  at: string
  /** Member id, or `system:<name>`. */
  as: string
  /** When it happened; `at` when absent. */
  occurred?: Stated
}

/** One command. */
export interface Act extends Said {
  category: string
  command: string
  /** Of the record, or the act that began it; undefined only where the command's fields name it. */
  id?: string | Act
  body: object | ((eventOf: EventOf) => object)
  /** Where another system's record says it. */
  source?: { system: string; record: string }
}

/** A correction of what an act recorded. */
export interface Amendment extends Said {
  of: Act
  because: string
  /** The whole payload restated; absent: taken back. */
  body?: object
}

export type ActStep = Act | Amendment

export const isAmendment = (step: ActStep): step is Amendment => 'of' in step

/** Steps on one stream are done one after the other. */
export function streamOf(step: ActStep): string {
  const { category, id, key } = isAmendment(step) ? step.of : step
  return typeof id === 'object' ? streamOf(id) : `${category}-${id ?? key}`
}

export const instantly = (occurredAt: string): Stated => ({ occurredAt, occurredPrecision: 'instant' })
export const onDay = (day: string): Stated => ({ occurredAt: day, occurredPrecision: 'day' })
