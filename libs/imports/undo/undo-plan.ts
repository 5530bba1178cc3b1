/**
 * What is to become of each fact of an import: dependents before what they depend on, and whatever
 * others have built on stays, with all that it needs.
 */
import type { Footprint, KeepingEvent, OwnFact } from './footprint.js'

export type Planned =
  | { fact: OwnFact; does: 'retract' | 'edit' | 'put-back' }
  | { fact: OwnFact; does: 'keep'; why: 'used-since' | 'needed-by-kept'; by: KeepingEvent }

/** In the order in which it is to be done. `edits`: stored types that change single fields of a record. */
export function undoPlan(footprint: Footprint, edits: ReadonlySet<string>): Planned[] {
  const needed = neededByKept(footprint)
  const own = new Set(footprint.facts.map(({ id }) => id))
  // Facts name only earlier records, so the last recorded comes first.
  return footprint.facts
    .toReversed()
    .map((fact) =>
      footprint.begun.has(fact.stream) ? ofBegun(fact, footprint, needed) : ofOlder(fact, footprint, { edits, own }),
    )
}

/** A record that the import began is taken back whole or kept whole. */
function ofBegun(fact: OwnFact, { uses }: Footprint, needed: ReadonlyMap<string, KeepingEvent>): Planned {
  const use = uses.get(fact.stream)
  if (use) return { fact, does: 'keep', why: 'used-since', by: use }
  const by = needed.get(fact.stream)
  if (by) return { fact, does: 'keep', why: 'needed-by-kept', by }
  return { fact, does: 'retract' }
}

/** Of a record that was there before, only what the import said of it is taken back. */
function ofOlder(
  fact: OwnFact,
  { uses }: Footprint,
  { edits, own }: { edits: ReadonlySet<string>; own: ReadonlySet<string> },
): Planned {
  if (fact.corrects && !own.has(fact.corrects.eventId)) return { fact, does: 'put-back' }
  if (edits.has(fact.type)) return { fact, does: 'edit' }
  const later = uses.get(fact.stream)
  if (later && later.position > fact.position) return { fact, does: 'keep', why: 'used-since', by: later }
  return { fact, does: 'retract' }
}

/** Records begun by the import that kept records name, however indirectly, each with a fact that names it. */
function neededByKept({ facts, begun, uses }: Footprint): ReadonlyMap<string, KeepingEvent> {
  const namedOn = Map.groupBy(facts, ({ stream }) => stream)
  const kept = new Set([...begun].filter((stream) => uses.has(stream)))
  const needed = new Map<string, KeepingEvent>()
  // A set that grows while it is iterated is iterated to its new end.
  for (const stream of kept) {
    for (const { id, names } of namedOn.get(stream) ?? []) {
      for (const name of names) {
        if (!begun.has(name) || kept.has(name)) continue
        kept.add(name)
        needed.set(name, { id, stream })
      }
    }
  }
  return needed
}
