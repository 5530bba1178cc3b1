/** What of the facts is seen from a moment: what had happened by then, as far as it was known by then. */
import type { Fact, Knowing } from './facts.js'

/** Where the two handles stand, in ms. */
export interface Cursor {
  /** As it was. */
  asOf: number
  /** As we knew it. */
  knownAt: number
}

/** A fact with how long it held. */
export interface Span {
  fact: Fact
  /** What stood there before it. */
  before?: Fact
  /** ms; before everything where only that is known. */
  from: number
  /** ms; the end of what is looked at where it still holds. */
  to: number
}

export const isKnown = ({ knownFrom, knownUntil }: Knowing, knownAt: number): boolean =>
  knownFrom <= knownAt && knownUntil > knownAt

/** What held when, up to a moment, as it was known; in the order in which it happened. Facts come in that order. */
export function seenAt(facts: readonly Fact[], { asOf, knownAt }: Cursor): Span[] {
  const spans: Span[] = []
  const last = new Map<string, Span>()
  for (const fact of facts) {
    if (fact.at > asOf || !isKnown(fact, knownAt)) continue
    const before = last.get(fact.slot)
    if (before) before.to = fact.at
    const span: Span = { fact, from: fact.at, to: asOf, ...(before && !before.fact.ends && { before: before.fact }) }
    last.set(fact.slot, span)
    if (!fact.ends) spans.push(span)
  }
  return spans
}

/** How a mark is drawn from where the cursor stands. */
export type Showing =
  /** It had happened and was known. */
  | 'told'
  /** It had happened, and nobody knew. */
  | 'blind'
  /** It came later. */
  | 'ghost'
  /** It is known to be otherwise, or was not known yet and is no more. */
  | 'hidden'

/** Two moments that are looked at together: where the cursor stands, and a later one, as far as which a ghost is seen. */
export interface Seeing {
  cursor: Cursor
  later: Cursor
}

/** Of a mark that stands for itself. */
export function showingOf(mark: Knowing & { at: number }, { cursor: { asOf, knownAt }, later }: Seeing): Showing {
  if (mark.at <= asOf && isKnown(mark, knownAt)) return 'told'
  if (mark.at > later.asOf || !isKnown(mark, later.knownAt)) return 'hidden'
  if (mark.at > asOf) return 'ghost'
  return mark.knownFrom > knownAt ? 'blind' : 'hidden'
}

/** Lines that are too many, or follow from others, to be stepped through. */
const passedOver: ReadonlySet<string> = new Set(['plan', 'status'])

/** The moments at which something of a customer changed, as it is known by now; ms, the first first. */
export function changesIn(facts: readonly Fact[], now: number): number[] {
  const moments = facts
    .filter((fact) => !passedOver.has(fact.line) && Number.isFinite(fact.at) && fact.at <= now && isKnown(fact, now))
    .map(({ at }) => at)
  return [...new Set(moments)].sort((a, b) => a - b)
}
