/**
 * What a late fact or a correction changes of one document's figures. Two histories are folded side
 * by side from where they part, and no further than until their documents agree in everything that
 * is measured.
 */
import type { Fact, Fold, Metric, View } from '#kernel'
import { difference, type Measured, measure, type Tags, type ZoneOf } from './measure.js'

export interface Remeasuring {
  view: View
  key: string
  metrics: readonly Metric[]
  tags: Tags
  zoneOf: ZoneOf
}

type AnyFold = Fold<object, string, unknown>

/** The difference between what two histories of a document contribute; both in effective order. */
export function remeasure(before: readonly Fact[], after: readonly Fact[], of: Remeasuring): Measured[] {
  const start = commonStart(before, after)
  const end = commonEnd(before, after, start)
  const shared = new Branch(of)
  for (const fact of before.slice(0, start)) shared.fold(fact)
  const old = new Branch(of, shared.document)
  const fresh = new Branch(of, shared.document)
  for (const fact of before.slice(start, before.length - end)) old.step(fact)
  for (const fact of after.slice(start, after.length - end)) fresh.step(fact)
  for (const fact of after.slice(after.length - end)) {
    if (agree(of.view, old.document, fresh.document)) break
    old.step(fact)
    fresh.step(fact)
  }
  return difference(old.measured, fresh.measured)
}

/** One of the two histories as it is folded. */
class Branch {
  readonly measured: Measured[] = []

  constructor(
    private readonly of: Remeasuring,
    public document: object | undefined = undefined,
  ) {}

  fold(fact: Fact): void {
    const fold = this.of.view.foldFor(fact.type) as AnyFold | undefined
    if (fold) this.document = fold(this.document, fact) ?? undefined
  }

  step(fact: Fact): void {
    if (!this.of.view.foldFor(fact.type)) return
    const before = this.document
    this.fold(fact)
    const { metrics, key, tags, zoneOf } = this.of
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
