/**
 * What a late fact or a correction changes of what one document contributes. Two histories are folded
 * side by side from where they part, and measured no further than until their documents agree in
 * everything that is measured.
 */
import type { Fact, Metric, View } from '#kernel'
import { type DocumentSlot, folded, type Placed } from './document-slot.js'
import { type Measured, measure, type Tags, type ZoneOf } from './measure.js'

interface Measuring {
  metrics: readonly Metric[]
  tags: Tags
  zoneOf: ZoneOf
}

export interface ChangeMeasured {
  was: Measured[]
  is: Measured[]
  /** The document after all facts, where they were all folded. */
  document?: { document: object | undefined }
}

export function measureChange(slot: DocumentSlot, { facts, next, start, tail }: Placed, by: Measuring): ChangeMeasured {
  const shared = slot.after(start)
  const old = new Branch(slot, shared, by)
  const fresh = new Branch(slot, shared, by)
  for (let at = start; at < facts.length - tail; at++) old.step(facts[at] as Fact)
  for (let at = start; at < next.length - tail; at++) fresh.step(next[at] as Fact)
  const rest = next.slice(next.length - tail)
  for (const fact of rest) {
    if (agree(slot.view, old.document, fresh.document)) return { was: old.measured, is: fresh.measured }
    old.step(fact)
    fresh.step(fact)
  }
  return { was: old.measured, is: fresh.measured, document: { document: fresh.document } }
}

/** One of the two histories as it is folded. */
class Branch {
  readonly measured: Measured[] = []

  constructor(
    private readonly of: Pick<DocumentSlot, 'view' | 'key'>,
    public document: object | undefined,
    private readonly by: Measuring,
  ) {}

  step(fact: Fact): void {
    const before = this.document
    this.document = folded(this.of.view, before, fact)
    const { metrics, tags, zoneOf } = this.by
    const change = { entity: this.of.key, before, after: this.document, fact, tags }
    for (const measured of measure(metrics, change, zoneOf)) this.measured.push(measured)
  }
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

/** Whether a change touches nothing that is measured. */
export function isAlike({ measured }: View, before: object | undefined, after: object | undefined): boolean {
  if (measured.length === 0 || before === undefined || after === undefined) return false
  const [a, b] = [before as Record<string, unknown>, after as Record<string, unknown>]
  return measured.every((field) => a[field] === b[field])
}
