/**
 * What is to become of each fact of an import: dependents before what they depend on, and whatever
 * others have built on stays, with all that it needs.
 */
import type { Footprint, OwnFact } from './footprint.js'

export type Planned =
  | { fact: OwnFact; does: 'retract' | 'edit' | 'correct' }
  | { fact: OwnFact; does: 'keep'; why: 'used-since' | 'needed-by-kept'; by?: string }

/** In the order in which it is to be done. `edits`: stored types that change single fields of a record. */
export function undoPlan(footprint: Footprint, edits: ReadonlySet<string>): Planned[] {
  const { facts, begun, uses, continued } = footprint
  const needed = neededByKept(footprint)
  // Facts name only earlier records, so the last recorded comes first.
  return facts.toReversed().map((fact): Planned => {
    if (begun.has(fact.stream)) {
      const use = uses.get(fact.stream)
      if (use) return { fact, does: 'keep', why: 'used-since', by: use.event }
      if (needed.has(fact.stream)) return { fact, does: 'keep', why: 'needed-by-kept' }
      return { fact, does: fact.corrects ? 'correct' : 'retract' }
    }
    if (fact.corrects) return { fact, does: 'correct' }
    if (edits.has(fact.type)) return { fact, does: 'edit' }
    const later = continued.get(fact.stream)
    if (later && later.position > fact.position) return { fact, does: 'keep', why: 'used-since', by: later.event }
    return { fact, does: 'retract' }
  })
}

/** Records begun by the import that kept records name, however indirectly. */
function neededByKept({ facts, begun, uses }: Footprint): ReadonlySet<string> {
  const byStream = new Map<string, OwnFact[]>()
  for (const fact of facts) byStream.set(fact.stream, [...(byStream.get(fact.stream) ?? []), fact])
  const kept = new Set([...begun].filter((stream) => uses.has(stream)))
  const open = [...kept]
  for (let stream = open.pop(); stream !== undefined; stream = open.pop()) {
    for (const { names } of byStream.get(stream) ?? []) {
      for (const name of names) {
        if (!begun.has(name) || kept.has(name)) continue
        kept.add(name)
        open.push(name)
      }
    }
  }
  return kept
}
