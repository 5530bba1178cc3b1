/**
 * How exactly it is known when something happened, as documents keep it beside the instant and answers show it:
 * the instant of a day is where that begins in the zone of its unit, and lies in another day elsewhere.
 */
import type { Precision } from '../events/stored-event.js'
import type { AnyFact } from './fact.js'
import { instantOf } from './instants.js'

export interface StatedTime {
  /** The day where its unit is, `2026-10-01`, or the month that was stated, `2026-10`; none of what lies before everything. */
  on?: string
  precision: Precision
}

/** By the name of the instant. */
export type StatedTimes<F extends string = string> = Readonly<Partial<Record<F, StatedTime>>>

export const timeStatedBy = ({ precision, occurredAt, day }: AnyFact): StatedTime => ({
  on: precision === 'month' ? occurredAt : day,
  precision,
})

/** The same, nothing of an instant: for documents that keep many. */
export const roughTimeOf = (fact: AnyFact): { time?: StatedTime } =>
  fact.precision === 'instant' ? {} : { time: timeStatedBy(fact) }

/** With how exactly a fact says the instants that it set. */
export function timed<F extends string>(times: StatedTimes<F>, fact: AnyFact, ...fields: F[]): StatedTimes<F> {
  const stated = timeStatedBy(fact)
  return { ...times, ...Object.fromEntries(fields.map((field) => [field, stated])) }
}

type ShownTimes<F extends string> = { [K in F | `${F}On`]?: string } & { [K in `${F}Precision`]?: Precision }

/** Instants with day and precision beside them; nothing of those that lie before everything. */
export function shownTimes<F extends string>(
  of: { readonly [K in F]?: string },
  times: StatedTimes,
  ...fields: F[]
): ShownTimes<F> {
  const shown: Record<string, string | undefined> = {}
  for (const field of fields) {
    const at = instantOf(of[field])
    shown[field] = at
    if (at === undefined) continue
    shown[`${field}On`] = times[field]?.on
    shown[`${field}Precision`] = times[field]?.precision ?? 'instant'
  }
  return shown as ShownTimes<F>
}
