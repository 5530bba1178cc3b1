/** Two moments, as the address carries them. */
import { type Moment, momentIn } from '../../shell/root.js'

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
