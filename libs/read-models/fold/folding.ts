/** The plain folds: a partition's facts into one document, into all of a view, and into what they contribute. */
import { type Fact, type Fold, keyOf, type Metric, type Position, type View } from '#kernel'
import { type Measured, measure, type Tags, type ZoneOf } from './measure.js'

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

/** One document alone, as `foldAll` has it; without facts that fold into it there is none. */
export function foldDocument(
  facts: readonly Fact[],
  { view, key }: { view: View; key: string },
  each?: (step: FoldStep) => void,
): Folded {
  const own = facts.filter((fact) => keyOf(view, fact) === key)
  return foldAll(own, view, each).get(key) ?? { document: null, at: '', position: 0 }
}

/** Everything that one view's documents contribute. */
export function measureView(
  facts: readonly Fact[],
  of: { view: View; metrics: readonly Metric[]; tags: Tags; zoneOf: ZoneOf },
): Measured[] {
  const measured: Measured[] = []
  foldAll(facts, of.view, ({ key, ...step }) => {
    measured.push(...measure(of.metrics, { entity: key, ...step, tags: of.tags }, of.zoneOf))
  })
  return measured
}
