/** The plain fold: a partition's facts into all documents of a view. */
import { type Fact, type Fold, keyOf, type Position, type View } from '#kernel'

/** What one fact made of one document. */
export interface FoldStep {
  key: string
  before: object | undefined
  after: object | undefined
  fact: Fact
}

export interface Folded {
  document: object | null
  /** Effective moment and position of the last fact folded. */
  at: string
  position: Position
}

type AnyFold = Fold<object, string, unknown>

/** All documents of one view over a partition's facts, in one pass; `each` hears of every step. */
export function foldAll(facts: readonly Fact[], view: View, each?: (step: FoldStep) => void): Map<string, Folded> {
  return foldFurther(new Map(), facts, view, each)
}

/** The same from where other facts have led; changes and answers with the documents given. */
export function foldFurther(
  documents: Map<string, Folded>,
  facts: readonly Fact[],
  view: View,
  each?: (step: FoldStep) => void,
): Map<string, Folded> {
  for (const fact of facts) {
    const fold = view.foldFor(fact.type) as AnyFold | undefined
    const key = fold ? keyOf(view, fact) : undefined
    if (!fold || key === undefined) continue
    const before = documents.get(key)?.document ?? undefined
    const document = fold(before, fact) ?? null
    documents.set(key, { document, at: fact.at, position: fact.position })
    each?.({ key, before, after: document ?? undefined, fact })
  }
  return documents
}
