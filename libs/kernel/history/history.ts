/**
 * The idea everything rests on: what had happened by `asOf`, as far as known by `knownAt`, in the
 * order in which it happened. Corrections are applied here and nowhere else.
 */

import { BEYOND, comparePositions, type Position } from '../events/position.js'
import type { StoredEvent } from '../events/stored-event.js'
import { type Fact, factOf, hadHappened, inEffectiveOrder, type UnitZones } from './fact.js'

export interface Moment {
  /** ISO instant, or a day where each fact's unit is; inclusive; everything when absent. */
  asOf?: string
  /** Position, inclusive; everything when absent. */
  knownAt?: Position
}

/** A moment with what tells the days of facts; needed where the moment is a day. */
export interface Seen extends Moment {
  zones?: UnitZones
}

/** One first event with the correction that holds. */
export interface Version {
  first: StoredEvent
  last: StoredEvent
}

/**
 * First events with their last known version, in recorded order, retracted ones included.
 * Repeats by id (of several journals) are dropped; a correction whose first event is not here is too.
 */
export function versionsOf(events: readonly StoredEvent[], knownAt: Position = BEYOND): Map<string, Version> {
  const versions = new Map<string, Version>()
  for (const event of inRecordedOrder(events)) {
    if (event.position > knownAt) continue
    const { corrects } = event.metadata
    if (!corrects) {
      if (!versions.has(event.id)) versions.set(event.id, { first: event, last: event })
      continue
    }
    const corrected = versions.get(corrects.eventId)
    if (corrected && event.position > corrected.last.position) corrected.last = event
  }
  return versions
}

/** Whether the last known version takes the fact back. */
export const isRetracted = ({ last }: Version): boolean => last.metadata.corrects?.mode === 'retract'

/** The facts that hold at a moment, in effective order. */
export function history(events: readonly StoredEvent[], { asOf, knownAt, zones }: Seen = {}): Fact[] {
  if (asOf?.length === 10 && !zones) throw new Error('no fact is known to lie on a day without zones')
  const facts: Fact[] = []
  for (const version of versionsOf(events, knownAt).values()) {
    if (isRetracted(version)) continue
    const fact = factOf(version.first, version.last, zones)
    if (hadHappened(fact, asOf)) facts.push(fact)
  }
  return facts.sort(inEffectiveOrder)
}

function inRecordedOrder(events: readonly StoredEvent[]): readonly StoredEvent[] {
  const ordered = events.every((event, i) => i === 0 || (events[i - 1] as StoredEvent).position <= event.position)
  return ordered ? events : [...events].sort((a, b) => comparePositions(a.position, b.position))
}
