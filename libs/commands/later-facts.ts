/** What a command about the past does to the facts recorded for later times. */
import type { Decider, Draft, Fact, JsonObject } from '#kernel'

interface Interposed {
  drafts: readonly Draft[]
  /** The record's facts after the moment of the drafts, in effective order. */
  later: readonly Fact[]
  /** Who states the drafts. */
  actor: string
}

/** Ids of later facts that were possible and no longer are once the drafts come before them. */
export function impossibleAfter<S>(
  decider: Pick<Decider<S>, 'evolve' | 'allows'>,
  state: S,
  { drafts, later, actor }: Interposed,
): string[] {
  const [next] = later
  if (next === undefined || drafts.length === 0) return []
  const facts = drafts.map(({ type, data }): Fact => ({ ...next, type, data: data as JsonObject, actor }))
  let without = state
  let withDrafts = facts.reduce((s, fact) => decider.evolve(s, fact), state)
  const impossible: string[] = []
  for (const fact of later) {
    if (decider.allows(without, fact) && !decider.allows(withDrafts, fact)) impossible.push(fact.id)
    without = decider.evolve(without, fact)
    withDrafts = decider.evolve(withDrafts, fact)
  }
  return impossible
}
