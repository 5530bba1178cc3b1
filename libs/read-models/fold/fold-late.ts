/**
 * What a late fact or a correction changes of one document and its figures. Two histories are folded side
 * by side from where they part, and no further than until their documents agree in everything that
 * is measured.
 */
import type { Fact, Metric, View } from '#kernel'
import { type FactsOfDocument, folded } from './known-facts.js'
import { difference, type Measured, measure, type Tags, type ZoneOf } from './measure.js'

export interface LateMeasuring {
  view: View
  key: string
  metrics: readonly Metric[]
  tags: Tags
  zoneOf: ZoneOf
}

/** What a document becomes, and what that changes of its figures. */
export interface FoldedLate {
  document: object | null
  /** Effective moment and position of the last fact folded. */
  at: string
  position: number
  figures: Measured[]
}

/** Folds a document over its facts as a change makes them; from where they part on, and measured only so far as need be. */
export function foldLate(known: FactsOfDocument, after: readonly Fact[], of: LateMeasuring): FoldedLate {
  const before = known.facts
  const start = commonStart(before, after)
  const end = commonEnd(before, after, start)
  const shared = known.documentAt(start)
  const old = new Branch(of, shared)
  const fresh = new Branch(of, shared)
  const isMeasured = of.metrics.length > 0
  if (isMeasured) for (const fact of before.slice(start, before.length - end)) old.step(fact)
  for (const fact of after.slice(start, after.length - end)) fresh.step(fact)
  const rest = after.slice(after.length - end)
  const parted = isMeasured ? stepTogether(rest, old, fresh) : 0
  for (const fact of rest.slice(parted)) fresh.fold(fact)
  const last = after.findLast((fact) => of.view.foldFor(fact.type))
  return {
    document: fresh.document ?? null,
    at: last?.at ?? '',
    position: last?.position ?? 0,
    figures: difference(old.measured, fresh.measured),
  }
}

/** Steps both until they agree; answers after how many facts. */
function stepTogether(facts: readonly Fact[], old: Branch, fresh: Branch): number {
  for (const [at, fact] of facts.entries()) {
    if (agree(old.of.view, old.document, fresh.document)) return at
    old.step(fact)
    fresh.step(fact)
  }
  return facts.length
}

/** One of the two histories as it is folded. */
class Branch {
  readonly measured: Measured[] = []

  constructor(
    readonly of: LateMeasuring,
    public document: object | undefined,
  ) {}

  fold(fact: Fact): void {
    this.document = folded(this.of.view, this.document, fact)
  }

  step(fact: Fact): void {
    const { metrics, key, tags, zoneOf, view } = this.of
    if (!view.foldFor(fact.type)) return
    const before = this.document
    this.fold(fact)
    if (metrics.length === 0) return
    const change = { entity: key, before, after: this.document, fact, tags }
    this.measured.push(...measure(metrics, change, zoneOf))
  }
}

const isSame = (a: Fact | undefined, b: Fact | undefined): boolean =>
  a !== undefined && b !== undefined && a.id === b.id && a.data === b.data && a.at === b.at && a.unit === b.unit

function commonStart(a: readonly Fact[], b: readonly Fact[]): number {
  let count = 0
  while (isSame(a[count], b[count])) count++
  return count
}

function commonEnd(a: readonly Fact[], b: readonly Fact[], start: number): number {
  const most = Math.min(a.length, b.length) - start
  let count = 0
  while (count < most && isSame(a[a.length - 1 - count], b[b.length - 1 - count])) count++
  return count
}

/** Whether two documents are alike in all that is measured; never, where the view does not say what that is. */
function agree({ measured }: View, a: object | undefined, b: object | undefined): boolean {
  if (a === undefined || b === undefined) return a === b
  if (measured.length === 0) return false
  const [left, right] = [a as Record<string, unknown>, b as Record<string, unknown>]
  return measured.every(
    (field) => left[field] === right[field] || JSON.stringify(left[field]) === JSON.stringify(right[field]),
  )
}
