/** Two moments, as the address carries them. */
import { type Moment, momentIn } from '../../past/moment.js'

/** The earlier moment as everywhere; the later one beside it, today where it is absent. */
export interface TwoMoments extends Moment {
  toAsOf?: string
  toKnownAt?: string
}

export function momentsIn(search: Record<string, unknown>): TwoMoments {
  const later = momentIn({ asOf: search.toAsOf, knownAt: search.toKnownAt })
  return {
    ...momentIn(search),
    ...(later.asOf !== undefined && { toAsOf: later.asOf }),
    ...(later.knownAt !== undefined && { toKnownAt: later.knownAt }),
  }
}

/** After every day that can be written. */
const today = '9999'
const dayOf = (iso: string | undefined): string => iso ?? today

/** Whether a moment lies after another: by what had happened, else by what was known. */
function isAfter(one: Moment, other: Moment): boolean {
  const [was, otherWas] = [dayOf(one.asOf), dayOf(other.asOf)]
  return was === otherWas ? dayOf(one.knownAt) > dayOf(other.knownAt) : was > otherWas
}

/** The earlier of two moments first, however somebody has moved them. */
export function addressOf(one: Moment, other: Moment): TwoMoments {
  const [before, after] = isAfter(one, other) ? [other, one] : [one, other]
  return momentsIn({ ...before, toAsOf: after.asOf, toKnownAt: after.knownAt })
}
