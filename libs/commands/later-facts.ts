/** What a command about the past, or a correction, does to the facts recorded for later times. */
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

type Possibilities<S> = Pick<Decider<S>, 'evolve' | 'allows' | 'initial'>

/** Ids of facts that were possible among those before and are not among those after. Both in effective order. */
export function impossibleOnce<S>(
  decider: Possibilities<S>,
  before: readonly Fact[],
  after: readonly Fact[],
): string[] {
  const were = new Set(possibleIn(decider, before).map(({ id }) => id))
  const are = new Set(possibleIn(decider, after).map(({ id }) => id))
  return after.flatMap(({ id }) => (were.has(id) && !are.has(id) ? [id] : []))
}

/** The facts that could happen when they did. */
function possibleIn<S>(decider: Possibilities<S>, facts: readonly Fact[]): Fact[] {
  let state = decider.initial
  return facts.filter((fact) => {
    const isPossible = decider.allows(state, fact)
    state = decider.evolve(state, fact)
    return isPossible
  })
}

/** Whether a fact can be the first of its record. */
export const begins = (decider: Pick<Decider, 'allows' | 'initial'>, fact: Fact): boolean =>
  decider.allows(decider.initial, fact)

/** Whether anything has begun the record. */
export const isBegun = (decider: Pick<Decider, 'allows' | 'initial'>, facts: readonly Fact[]): boolean =>
  facts.some((fact) => begins(decider, fact))
